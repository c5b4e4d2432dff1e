import { type Actor, has, isSomebody } from '#kit/actor.ts'
import type { FactRules } from '#kit/facts.ts'
import { no, type Verdict, yes } from '#kit/verdict.ts'

declare module '#kit/facts.ts' {
  interface Facts {
    'agenda.idea-added': { title: string; idea: string }
    'spoken-answer.recorded': { title: string; idea: string; unit: string }
    'spoken-answer.confirmed': { title: string; idea: string; unit: string }
  }
}
export const agendaFacts = {
  'agenda.idea-added': { keep: { years: 6 } },
  'spoken-answer.recorded': { keep: { years: 6 } },
  'spoken-answer.confirmed': { keep: { years: 6 } },
} satisfies FactRules

export const agendaLimits = { ideas: 30, textMin: 5, textMax: 2000 } as const

/** What an expert said about an idea at a meeting. A written answer is another thing: this one waits to be confirmed by the unit. */
export type SpokenAnswer = {
  readonly id: string
  readonly meetingId: string
  readonly ideaId: string
  readonly unitId: string
  readonly text: string
  readonly at: Date
  readonly confirmedAt: Date | null
}

/** Whoever may call a meeting there puts ideas on its agenda: several ambassadors meet one unit. */
export const mayPutOnAgenda = (calls: boolean, meetingOpen: boolean): Verdict<'not-host' | 'wrong-state'> =>
  calls ? (meetingOpen ? yes : no('wrong-state')) : no('not-host')

/** Whoever writes down for others at the meeting writes down what the expert said. */
export const mayRecordSpoken = (helps: boolean, begun: boolean): Verdict<'not-helper' | 'not-begun'> =>
  helps ? (begun ? yes : no('not-begun')) : no('not-helper')

/** Somebody of that very unit, or the coordinator who has asked it. */
export function mayConfirm(actor: Actor, answer: Pick<SpokenAnswer, 'unitId' | 'confirmedAt'>): Verdict<'sign-in' | 'not-unit' | 'confirmed'> {
  if (!isSomebody(actor)) return no('sign-in')
  if (answer.confirmedAt !== null) return no('confirmed')
  const ofUnit = actor.grants.some(grant => grant.unitId === answer.unitId && (grant.role === 'unit-expert' || grant.role === 'unit-head'))
  return ofUnit || has(actor, 'coordinator') ? yes : no('not-unit')
}
