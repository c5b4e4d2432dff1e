import type { Actor } from '#kit/actor.ts'
import { addDays, type Day, dayOf, isDay } from '#kit/dates.ts'
import type { FactRules } from '#kit/facts.ts'
import { procedure } from '#kit/procedure.ts'
import { no, type Verdict, yes } from '#kit/verdict.ts'
import { isAuthor, isCoordinator, mayRedirect, type Said } from '#modules/ideas/space.rules.ts'

/** Where a matter leads that is no project of the citizens' budget: the programme's two other forms, or the city's everyday upkeep. */
export const handoverForms = ['local-initiative', 'consultation', 'upkeep'] as const
export type HandoverForm = (typeof handoverForms)[number]
export const handoverStates = ['handed', 'received', 'answered'] as const
export type HandoverState = (typeof handoverStates)[number]
export const handoverOutcomes = ['done', 'planned', 'refused'] as const
export type HandoverOutcome = (typeof handoverOutcomes)[number]

declare module '#kit/facts.ts' {
  interface Facts {
    // all three are about the need or the idea, so that its followers and its life line hear of them
    'handover.made': { title: string; form: HandoverForm; office: string; handover: string }
    'handover.received': { title: string; office: string; handover: string }
    'handover.answered': { title: string; office: string; outcome: HandoverOutcome; handover: string }
    'handover.reminded': { title: string; office: string; handover: string }
  }
}
export const handoversFacts = {
  'handover.made': { keep: { years: 10 } },
  'handover.received': { keep: { years: 10 } },
  'handover.answered': { keep: { years: 10 } },
  'handover.reminded': { keep: { years: 2 } },
} satisfies FactRules

/** What went to the office, as it was on that day. No name, no address, no contact of anybody. */
export type Packet = {
  readonly title: string
  readonly text: string
  readonly place: string
  readonly backings: number
  readonly comments: Readonly<Record<string, number>>
  readonly sources: readonly { readonly title: string; readonly path: string }[]
}
export type Handover = {
  readonly id: string
  readonly state: HandoverState
  readonly subjectId: string
  readonly title: string
  readonly editionId: string
  readonly territoryId: string
  readonly form: HandoverForm
  readonly unitId: string | null
  readonly office: string
  readonly address: string
  readonly email: string | null
  readonly note: string
  readonly packet: Packet
  readonly handedBy: string
  readonly handedAt: Date
  readonly dueOn: Day
  readonly receivedOn: Day | null
  /** Under what number the office keeps it. */
  readonly reference: string | null
  readonly outcome: HandoverOutcome | null
  readonly answer: string | null
  readonly answeredOn: Day | null
  readonly version: number
}

export const handoverLimits = { days: 30, noteMin: 20, noteMax: 1500, answerMin: 10, answerMax: 3000, officeMax: 150, addressMax: 250 } as const

/** What the office does comes back by letter or telephone: the coordinator records it. */
export const handing = procedure<HandoverState, Actor, Handover>('handed')({
  receive: { from: ['handed'], to: 'received', allows: isCoordinator },
  answer: { from: ['handed', 'received'], to: 'answered', allows: isCoordinator },
})

/** The coordinator everywhere, an ambassador in their districts; nobody sends away their own matter, and only what still waits for a road. */
export function mayHandOver(actor: Actor, said: Said & { readonly state: string }): Verdict<'not-yours' | 'own' | 'wrong-state' | 'ended'> {
  if (isAuthor(actor, said)) return no('own')
  if (!mayRedirect(actor, said)) return no('not-yours')
  if (said.hidden) return no('ended')
  return said.state === 'open' || said.state === 'proposed' ? yes : no('wrong-state')
}

export const dueOf = (handedAt: Date): Day => addDays(dayOf(handedAt), handoverLimits.days)
export const isOverdue = ({ state, dueOn }: Pick<Handover, 'state' | 'dueOn'>, now: Date): boolean => state !== 'answered' && dueOn < dayOf(now)

/** A day that is written down cannot lie in the future, nor before the hand-over. */
export function dayOfRecord(typed: string, handedAt: Date, now: Date): Verdict<'day-wrong' | 'day-ahead' | 'day-before'> {
  if (!isDay(typed)) return no('day-wrong')
  if (typed > dayOf(now)) return no('day-ahead')
  return typed < dayOf(handedAt) ? no('day-before') : yes
}
