import { type Actor, has, house } from '#kit/actor.ts'
import type { FactRules } from '#kit/facts.ts'
import { procedure } from '#kit/procedure.ts'
import { no, type Verdict, yes } from '#kit/verdict.ts'
import { isLive, type Term } from '#modules/ambassadors/tenure/terms.rules.ts'

declare module '#kit/facts.ts' {
  interface Facts {
    'training.planned': { title: string }
    'training.changed': { title: string }
    'training.cancelled': { title: string; reason: string }
    'training.joined': { title: string }
    'training.left': { title: string }
    'training.attended': { title: string; present: number; absent: number }
  }
}
export const trainingsFacts = {
  'training.planned': { keep: { years: 6 } },
  'training.changed': { keep: { years: 6 } },
  'training.cancelled': { keep: { years: 6 } },
  'training.joined': { keep: { years: 2 } },
  'training.left': { keep: { years: 2 } },
  'training.attended': { keep: { years: 6 } },
} satisfies FactRules

export const trainingStates = ['planned', 'cancelled'] as const
export type TrainingState = (typeof trainingStates)[number]
export const trainingModes = ['hall', 'online'] as const
export type TrainingMode = (typeof trainingModes)[number]

export type Training = {
  readonly id: string
  readonly editionId: string
  readonly state: TrainingState
  readonly mode: TrainingMode
  readonly title: string
  readonly about: string
  readonly place: string
  readonly link: string | undefined
  readonly startsAt: Date
  readonly endsAt: Date
  readonly capacity: number
  readonly reason: string | undefined
  readonly version: number
}
/** What a form says of a session. */
export type TrainingFields = Pick<Training, 'mode' | 'title' | 'about' | 'place' | 'link' | 'startsAt' | 'endsAt' | 'capacity'>
export type TrainingPlace = { readonly personId: string; readonly attended: boolean | undefined }
export type Material = { readonly id: string; readonly title: string; readonly link: string }

const isCoordinator = (actor: Actor, training: { readonly editionId: string }) =>
  actor === house || has(actor, 'coordinator', { editionId: training.editionId })

/** A session of training is planned, and may be cancelled with a reason. */
export const training = procedure<TrainingState, Actor, Pick<Training, 'state' | 'editionId'>>('planned')({
  cancel: { from: ['planned'], to: 'cancelled', allows: isCoordinator },
})

export type TrainingWhy =
  | 'not-yours'
  | 'wrong-state'
  | 'ends-before-start'
  | 'smaller-than-list'
  | 'reason-missing'
  | 'not-begun'
  | 'changed-meanwhile'

export function mayPlan(actor: Actor, editionId: string, { startsAt, endsAt }: Pick<Training, 'startsAt' | 'endsAt'>): Verdict<TrainingWhy> {
  if (!isCoordinator(actor, { editionId })) return no('not-yours')
  return endsAt > startsAt ? yes : no('ends-before-start')
}
export function mayChange(actor: Actor, before: Training, after: TrainingFields, taken: number): Verdict<TrainingWhy> {
  if (before.state !== 'planned') return no('wrong-state')
  const verdict = mayPlan(actor, before.editionId, after)
  return verdict.ok && after.capacity < taken ? no('smaller-than-list') : verdict
}
/** Who was there can be told once it has begun. */
export function mayMark(actor: Actor, of: Training, now: Date): Verdict<TrainingWhy> {
  if (!isCoordinator(actor, of)) return no('not-yours')
  if (of.state !== 'planned') return no('wrong-state')
  return of.startsAt <= now ? yes : no('not-begun')
}

export type JoinWhy = 'no-term' | 'cancelled' | 'begun' | 'full' | 'other-edition'
/** Whoever has been accepted takes a place while there is one and it has not begun. */
export function mayJoin(term: Term | undefined, of: Training, { taken, now }: { readonly taken: number; readonly now: Date }): Verdict<JoinWhy> {
  if (!term || !isLive(term)) return no('no-term')
  if (term.editionId !== of.editionId) return no('other-edition')
  if (of.state === 'cancelled') return no('cancelled')
  if (of.startsAt <= now) return no('begun')
  return taken < of.capacity ? yes : no('full')
}
export const mayLeave = (of: Training, now: Date): Verdict<JoinWhy> => (of.startsAt > now ? yes : no('begun'))
