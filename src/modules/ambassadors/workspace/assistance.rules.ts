import { type Actor, has } from '#kit/actor.ts'
import { addDays, type Day, dayOf } from '#kit/dates.ts'
import type { FactRules } from '#kit/facts.ts'
import { procedure } from '#kit/procedure.ts'
import { no, type Verdict, yes } from '#kit/verdict.ts'

declare module '#kit/facts.ts' {
  interface Facts {
    'assistance.asked': { kind: AssistanceKind }
    'assistance.promised': { kind: AssistanceKind }
    'assistance.declined': { kind: AssistanceKind }
    'assistance.done': { kind: AssistanceKind }
    'assistance.withdrawn': { kind: AssistanceKind }
  }
}
export const assistanceFacts = {
  'assistance.asked': { keep: { years: 2 } },
  'assistance.promised': { keep: { years: 2 } },
  'assistance.declined': { keep: { years: 2 } },
  'assistance.done': { keep: { years: 2 } },
  'assistance.withdrawn': { keep: { years: 2 } },
} satisfies FactRules

export const assistanceStates = ['asked', 'promised', 'declined', 'done', 'withdrawn'] as const
export type AssistanceState = (typeof assistanceStates)[number]
export const assistanceKinds = ['room', 'materials', 'expert', 'accessibility', 'other'] as const
export type AssistanceKind = (typeof assistanceKinds)[number]

export type Assistance = {
  readonly id: string
  readonly termId: string
  readonly editionId: string
  readonly personId: string
  readonly state: AssistanceState
  readonly kind: AssistanceKind
  readonly text: string
  readonly wishedOn: Day | undefined
  readonly askedAt: Date
  /** The office answers by this day. */
  readonly answerBy: Day
  readonly answer: string | undefined
  readonly readyOn: Day | undefined
  readonly version: number
}
type Case = Pick<Assistance, 'state' | 'personId' | 'editionId'>

const isAsker = (actor: Actor, of: Case) => actor.id !== '' && actor.id === of.personId
const isCoordinator = (actor: Actor, of: Case) => !isAsker(actor, of) && has(actor, 'coordinator', { editionId: of.editionId })

/** Prośba o wsparcie: the office promises it by a day or says why not, and marks it done. */
export const assisting = procedure<AssistanceState, Actor, Case>('asked')({
  promise: { from: ['asked'], to: 'promised', allows: isCoordinator },
  decline: { from: ['asked', 'promised'], to: 'declined', allows: isCoordinator },
  finish: { from: ['promised'], to: 'done', allows: isCoordinator },
  withdraw: { from: ['asked', 'promised'], to: 'withdrawn', allows: isAsker },
})
export type AssistanceStep = (typeof assisting.names)[number]
export type AssistanceWhy = 'not-yours' | 'wrong-state' | 'not-active' | 'answer-missing' | 'day-missing' | 'day-past' | 'changed-meanwhile'

/** Within so many days the office answers. */
export const answerDays = 5
export const answerByOf = (now: Date): Day => addDays(dayOf(now), answerDays)

export type AssistanceAnswer = { readonly answer: string; readonly readyOn?: Day | undefined }
/** A promise has a day; a refusal has a reason. */
export function mayAnswer(actor: Actor, step: AssistanceStep, of: Case, { answer, readyOn }: AssistanceAnswer, now: Date): Verdict<AssistanceWhy> {
  const verdict = assisting.may(actor, step, of)
  if (!verdict.ok || step === 'finish' || step === 'withdraw') return verdict
  if (answer.trim() === '') return no('answer-missing')
  if (step === 'decline') return yes
  if (readyOn === undefined) return no('day-missing')
  return readyOn < dayOf(now) ? no('day-past') : yes
}

export const isOpen = ({ state }: Pick<Assistance, 'state'>): boolean => state === 'asked' || state === 'promised'
/** The day on which somebody of the office must have acted. */
export const dueOf = ({ state, answerBy, readyOn }: Pick<Assistance, 'state' | 'answerBy' | 'readyOn'>): Day | undefined =>
  state === 'asked' ? answerBy : state === 'promised' ? readyOn : undefined
export function isOverdue(of: Pick<Assistance, 'state' | 'answerBy' | 'readyOn'>, now: Date): boolean {
  const due = dueOf(of)
  return due !== undefined && due < dayOf(now)
}
