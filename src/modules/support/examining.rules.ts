import type { Actor } from '#kit/actor.ts'
import { addDays, type Day, dayOf } from '#kit/dates.ts'
import type { FactRules } from '#kit/facts.ts'
import { no, type Verdict, yes } from '#kit/verdict.ts'
import type { Openness } from '#modules/programme/calendar.rules.ts'
import type { Edition } from '#modules/programme/programme.rules.ts'
import { type KeyWhy, mayKey, type SupportCase } from '#modules/support/support.rules.ts'

declare module '#kit/facts.ts' {
  interface Facts {
    'support.examined': { title: string; counted: number; needed: number; duplicates: number; late: number }
    'support.reminded': { title: string; missing: number; until: string }
  }
}
export const examiningFacts = {
  'support.examined': { keep: { years: 10 } },
  'support.reminded': { keep: { years: 1 } },
} satisfies FactRules

/** What stands in a list at one moment. */
export type Tally = { readonly lines: number; readonly counted: number; readonly duplicates: number; readonly late: number }
export type Examination = Tally & { readonly at: Date; readonly until: Day; readonly needed: number }
export const isEnough = ({ counted, needed }: Pick<Examination, 'counted' | 'needed'>): boolean => counted >= needed

/** The last day on which a list may come in, as far as one is set. */
export const lastDayOf = (window: Openness): Day | undefined =>
  window.state === 'open' ? dayOf(window.until) : window.state === 'over' ? dayOf(window.since) : undefined
/** A page that came after the last day does not count, unless the office gives more time. */
export const isLate = (receivedOn: Day, window: Openness): boolean => receivedOn > (lastDayOf(window) ?? receivedOn)

/** Not examined yet; examined and nothing has come since; lines or the deadline have changed since. */
export type ExaminedState = 'not-yet' | 'standing' | 'again'
export function examinedState(examination: Examination | undefined, now: { readonly tally: Tally; readonly window: Openness }): ExaminedState {
  if (!examination) return 'not-yet'
  const same = (['lines', 'counted', 'duplicates', 'late'] as const).every(key => examination[key] === now.tally[key])
  return same && examination.until === lastDayOf(now.window) ? 'standing' : 'again'
}
/** Over, and the office has not said how many count, or something came in since. */
export const waitsForExamining = (state: ExaminedState, window: Openness): boolean => window.state === 'over' && state !== 'standing'

export type ExamineWhy = KeyWhy | 'not-over'
/** The office examines a list once its days are over; enough signatures may be confirmed before. */
export function mayExamine(
  actor: Actor,
  edition: Edition,
  project: SupportCase,
  { window, counted }: { readonly window: Openness; readonly counted: number },
): Verdict<ExamineWhy> {
  const keying = mayKey(actor, edition, project)
  if (!keying.ok) return keying
  return window.state === 'over' || (window.state === 'open' && counted >= edition.rules.support.count) ? yes : no('not-over')
}

/** What a clerk sees before saving a result. */
export type Examining = {
  readonly tally: Tally
  readonly needed: number
  readonly examination: Examination | undefined
  readonly state: ExaminedState
  readonly may: Verdict<ExamineWhy>
}

/** So many days before the last one the authors hear how many signatures are missing. */
export const reminderDays = [7, 2] as const
/** Which reminder is due today; the nearest one where a day was missed. */
export const reminderDue = (lastDay: Day, today: Day): (typeof reminderDays)[number] | undefined =>
  today > lastDay ? undefined : [...reminderDays].reverse().find(days => today >= addDays(lastDay, -days))
