import type { PabulibFault } from '#modules/counting/pabulib.rules.ts'

/** Why a file is refused, in words of the command line. */
export const faults: Record<PabulibFault['why'], (what: string) => string> = {
  'no-section': what => `the section ${what} is missing; a file has META, PROJECTS and VOTES`,
  'section-twice': what => `the section ${what} stands twice`,
  'no-column': what => `a column is missing (${what})`,
  columns: what => `the number of values is not the number of columns (${what})`,
  'open-quote': what => `a quotation mark is opened and never closed: ${what}`,
  'no-meta': what => `META does not say: ${what}`,
  'not-money': what => `this is not an amount with a point and at most two decimals (${what})`,
  'not-number': what => `this is not a number (${what})`,
  'not-vote-type': what => `this kind of vote is not known: ${what}`,
  'project-twice': what => `the project ${what} stands twice`,
  'unknown-project': what => `the ballot names a project that is not in the file: ${what}`,
  'marked-twice': what => `the ballot names the project ${what} twice`,
  'points-length': what => `the ballot has not as many points as projects (${what})`,
  'ballot-too-long': what => `the ballot names more projects than max_length allows: ${what}`,
  'half-point': what => `the project ${what} has only one of latitude and longitude`,
  'num-projects': what => `num_projects is not the number of projects (${what})`,
  'num-votes': what => `num_votes is not the number of ballots (${what})`,
  'not-utf8': () => 'the text is not UTF-8',
}
