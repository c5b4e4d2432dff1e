import type { Openness } from '#modules/programme/calendar.rules.ts'
import type { Examination, ExaminedState } from '#modules/support/examining.rules.ts'

/** What everybody may know about a project's list. */
export type Standing = {
  readonly projectId: string
  readonly count: number
  readonly needed: number
  readonly window: Openness
  readonly districtOnly: boolean
  readonly extension?: string | undefined
  /** What the office found last, and whether it still holds. */
  readonly examination?: Examination | undefined
  readonly examined: ExaminedState
}
