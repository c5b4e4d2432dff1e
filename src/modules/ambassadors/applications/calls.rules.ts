import { type Actor, has } from '#kit/actor.ts'
import type { Day } from '#kit/dates.ts'
import type { FactRules } from '#kit/facts.ts'
import { no, type Verdict, yes } from '#kit/verdict.ts'
import { type Openness, opennessOf } from '#modules/programme/calendar.rules.ts'

declare module '#kit/facts.ts' {
  interface Facts {
    'ambassador-call.opened': { title: string; from: Day; to: Day }
    'ambassador-call.changed': { title: string; from: Day; to: Day; reason: string }
  }
}
export const callsFacts = {
  'ambassador-call.opened': { keep: { years: 25 } },
  'ambassador-call.changed': { keep: { years: 25 } },
} satisfies FactRules

export const questionKinds = ['short', 'long', 'yes-no'] as const
export type QuestionKind = (typeof questionKinds)[number]
/** What the coordinator asks besides the usual fields. */
export type Question = {
  readonly id: string
  readonly kind: QuestionKind
  readonly label: string
  readonly labelEn: string
  readonly required: boolean
}

/** A call for ambassadors. Its calendar is its own two days, whole days in Warsaw. */
export type Call = {
  readonly id: string
  readonly editionId: string
  /** First, second … call of its edition. */
  readonly no: number
  readonly from: Day
  readonly to: Day
  /** Null when there is no lowest age. Whoever is under eighteen brings a guardian's consent. */
  readonly minAge: number | null
  readonly statute: string
  readonly statuteEn: string
  readonly questions: readonly Question[]
  readonly version: number
}
type Days = { readonly from: Day; readonly to: Day }
export type CallText = Days & Pick<Call, 'minAge' | 'statute' | 'statuteEn' | 'questions'>

export const callLimits = { statuteMin: 20, statuteMax: 20_000, questions: 8, labelMax: 200, reasonMin: 10, reasonMax: 500 } as const
export const adultAge = 18
/** May somebody under eighteen apply, with a guardian's consent? */
export const takesMinors = ({ minAge }: Pick<Call, 'minAge'>): boolean => minAge === null || minAge < adultAge

export const callOpenness = ({ from, to }: Days, now: Date): Openness => opennessOf([{ kind: 'ambassador-call', from, to }], 'ambassador-call', now)

export type CallWhy = 'not-coordinator' | 'ends-before' | 'reason-missing' | 'overlaps' | 'changed-meanwhile'
export const mayRunCalls = (actor: Actor, editionId: string): Verdict<'not-coordinator'> =>
  has(actor, 'coordinator', { editionId }) ? yes : no('not-coordinator')

const meet = (a: Days, b: Days) => a.from <= b.to && b.from <= a.to
/** Two calls of one edition never run at the same time, so nobody has to guess which one they answer. */
export const mayStand = (days: Days, others: readonly Days[]): Verdict<'ends-before' | 'overlaps'> => {
  if (days.to < days.from) return no('ends-before')
  return others.some(other => meet(days, other)) ? no('overlaps') : yes
}

/** The days of a call that has begun move only with a written reason that everybody can read. */
export const needsReason = (call: Days, changed: Days, now: Date): boolean =>
  callOpenness(call, now).state !== 'not-yet' && (call.from !== changed.from || call.to !== changed.to)

/** The call that everybody is shown: the open one, else the next, else the last. */
export function shownCall<C extends Days>(calls: readonly C[], now: Date): C | undefined {
  const inState = (state: Openness['state']) => calls.filter(call => callOpenness(call, now).state === state)
  const soonest = [...inState('not-yet')].sort((a, b) => a.from.localeCompare(b.from))[0]
  return inState('open')[0] ?? soonest ?? [...inState('over')].sort((a, b) => b.to.localeCompare(a.to))[0]
}
