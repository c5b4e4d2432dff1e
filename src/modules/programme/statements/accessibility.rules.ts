import { type Actor, has, house } from '#kit/actor.ts'
import { type Day, daysBetween } from '#kit/dates.ts'
import type { FactRules } from '#kit/facts.ts'
import { no, type Verdict, yes } from '#kit/verdict.ts'

export const complianceStates = ['full', 'partial', 'none'] as const
export const assessments = ['self', 'external'] as const

/** What the city declares under the act of 4 April 2019, in the structure of the ministry's technical conditions 2.0. */
export type Statement = {
  readonly subject: string
  readonly siteName: string
  readonly siteUrl: string
  readonly publishedOn: Day
  readonly updatedOn: Day
  readonly state: (typeof complianceStates)[number]
  /** What is not accessible and why, one line each. */
  readonly inaccessible: string
  readonly inaccessibleEn: string
  readonly notCovered: string
  readonly notCoveredEn: string
  /** Where the assessment of disproportionate burden lies, if the city relies on one. */
  readonly burdenUrl: string
  readonly preparedOn: Day
  readonly reviewedOn: Day
  readonly assessment: (typeof assessments)[number]
  readonly auditor: string
  readonly amenities: string
  readonly amenitiesEn: string
  readonly contact: string
  readonly email: string
  readonly phone: string
  readonly apps: string
  readonly appsEn: string
  readonly architecture: string
  readonly architectureEn: string
  readonly communication: string
  readonly communicationEn: string
}
export type KeptStatement = { readonly version: number; readonly statement: Statement; readonly editorName: string; readonly at: Date }

export const mayDeclareAccessibility = (actor: Actor): Verdict<'not-editor'> =>
  actor.id === house.id || has(actor, 'editor') ? yes : no('not-editor')

/** The act asks for a review by 31 March of each year: what was reviewed this year is due again next March. */
export const reviewDue = (reviewedOn: Day): Day => `${Number(reviewedOn.slice(0, 4)) + 1}-03-31`
const noticeDays = 30
export type ReviewState = { readonly due: Day; readonly state: 'fine' | 'soon' | 'late' }
export function reviewState(reviewedOn: Day, today: Day): ReviewState {
  const due = reviewDue(reviewedOn)
  const left = daysBetween(today, due)
  return { due, state: left < 0 ? 'late' : left <= noticeDays ? 'soon' : 'fine' }
}

export const linesOf = (typed: string): string[] =>
  typed
    .split('\n')
    .map(line => line.replace(/^[-*•]\s*/, '').trim())
    .filter(Boolean)

declare module '#kit/facts.ts' {
  interface Facts {
    'accessibility.declared': { version: number; reviewedOn: string }
    'accessibility.review-due': { due: string }
  }
}
export const accessibilityFacts = {
  'accessibility.declared': { keep: { years: 10 } },
  'accessibility.review-due': { keep: { years: 2 } },
} satisfies FactRules
