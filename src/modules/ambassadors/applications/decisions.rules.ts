import type { Actor } from '#kit/actor.ts'
import { type Day, dayOf } from '#kit/dates.ts'
import { no, type Verdict } from '#kit/verdict.ts'
import { type Application, applying, isApplicant } from '#modules/ambassadors/applications/applications.rules.ts'

export const decisionKinds = ['complete', 'accept', 'wait', 'reject'] as const
export type DecisionKind = (typeof decisionKinds)[number]
export type Decision = {
  readonly id: string
  readonly applicationId: string
  readonly number: string
  readonly kind: DecisionKind
  /** What is missing, or why. */
  readonly reason: string
  readonly dueOn: Day | null
  readonly byId: string
  readonly at: Date
}
export type Deciding = { readonly kind: DecisionKind; readonly reason: string; readonly dueOn?: Day | undefined; readonly version: number }
export const reasonLimits = { min: 10, max: 2000 } as const

/** To reject and to ask for more takes words; a place on the waiting list and a yes may have some. */
export const needsWords = (kind: DecisionKind): boolean => kind === 'reject' || kind === 'complete'

export type DecisionWhy = 'not-yours' | 'own-matter' | 'wrong-state' | 'changed-meanwhile' | 'reason-missing' | 'due-missing' | 'due-passed'

export function mayDecide(
  actor: Actor,
  { kind, reason, dueOn, version }: Deciding,
  one: Pick<Application, 'state' | 'personId' | 'editionId' | 'enteredBy' | 'version'>,
  now: Date,
): Verdict<DecisionWhy> {
  if (isApplicant(actor, one)) return no('own-matter')
  const verdict = applying.may(actor, kind, one)
  if (!verdict.ok) return verdict
  if (version !== one.version) return no('changed-meanwhile')
  if (needsWords(kind) && reason.trim().length < reasonLimits.min) return no('reason-missing')
  if (kind !== 'complete') return { ok: true }
  if (dueOn === undefined) return no('due-missing')
  return dueOn < dayOf(now) ? no('due-passed') : { ok: true }
}

/** ALP/12/2026: letters about applications are counted through a year. */
export const letterNo = (ordinal: number, year: number): string => `ALP/${ordinal}/${year}`

export type ApplicationFilter = 'to-decide' | Application['state']
export const applicationFilters = ['to-decide', 'submitted', 'to-complete', 'waiting', 'accepted', 'rejected', 'withdrawn'] as const
export const applicationSorts = ['date', 'district', 'name'] as const
export type ApplicationSort = (typeof applicationSorts)[number]
