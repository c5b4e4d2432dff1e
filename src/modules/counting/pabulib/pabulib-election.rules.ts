import type { Day } from '#kit/dates.ts'
import type { Grosze } from '#kit/money.ts'

export const voteTypes = ['approval', 'ordinal', 'cumulative', 'scoring', 'choose-1'] as const
type VoteType = (typeof voteTypes)[number]

/** One election of a Pabulib file, counted while it is read: ballots themselves are not kept. */
export type PabulibElection = {
  readonly unit: string
  readonly district: string | undefined
  readonly subunit: string | undefined
  readonly year: number
  readonly edition: number | undefined
  readonly budget: Grosze
  readonly voteType: VoteType
  readonly rule: string
  readonly threshold: number | undefined
  readonly maxLength: number
  readonly beginsOn: Day | undefined
  readonly endsOn: Day | undefined
  readonly currency: string | undefined
  readonly comment: string | undefined
  readonly acknowledgments: string | undefined
  readonly ballots: number
  readonly projects: readonly PabulibProject[]
}
export type PabulibProject = {
  readonly id: string
  readonly title: string
  readonly category: string | undefined
  /** Undefined: withdrawn after the vote, written as 999999999 in the file. */
  readonly cost: Grosze | undefined
  readonly point: { readonly lon: number; readonly lat: number } | undefined
  /** What the city published; undefined where the file does not say. */
  readonly official: { readonly votes: number | undefined; readonly score: number | undefined; readonly selected: number | undefined }
  /** What the ballots say. */
  readonly votes: number
  readonly points: number
  readonly marks: readonly number[]
}

/** Built by the city's own decision, from other money: `selected` above 1. */
export const addedByCity = ({ projects }: PabulibElection): string[] =>
  projects.filter(({ official }) => (official.selected ?? 0) > 1).map(({ id }) => id)

/** Why a file is refused, by a key of the texts, with the line where it broke. */
export type PabulibFault = {
  readonly line: number
  readonly why:
    | 'no-section'
    | 'section-twice'
    | 'no-column'
    | 'columns'
    | 'open-quote'
    | 'no-meta'
    | 'not-money'
    | 'not-number'
    | 'not-vote-type'
    | 'project-twice'
    | 'unknown-project'
    | 'marked-twice'
    | 'points-length'
    | 'ballot-too-long'
    | 'half-point'
    | 'num-projects'
    | 'num-votes'
    | 'not-utf8'
    | 'key-twice'
    | 'column-twice'
    | 'line-too-long'
    | 'too-many'
  readonly what: string
}
/** `ruleLine`: where META names the rule. */
export type PabulibRead =
  | { readonly ok: true; readonly election: PabulibElection; readonly ruleLine: number }
  | { readonly ok: false; readonly fault: PabulibFault }

/** Why, what, and the key of META that it is about. */
export type Wrong = readonly [PabulibFault['why'], string, string?]
