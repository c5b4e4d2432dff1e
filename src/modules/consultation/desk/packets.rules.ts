import type { Actor } from '#kit/actor.ts'
import type { FactRules } from '#kit/facts.ts'
import { no, type Verdict, yes } from '#kit/verdict.ts'
import { type AdviceState, type AdviceVerdict, isInside } from '#modules/consultation/advice.rules.ts'

declare module '#kit/facts.ts' {
  interface Facts {
    'packet.made': { unit: string; questions: number }
    'packet.noted': { unit: string }
  }
}
export const packetsFacts = { 'packet.made': { keep: { years: 6 } }, 'packet.noted': { keep: { years: 3 } } } satisfies FactRules

/** Questions that a unit answers together at a meeting. */
export type Packet = { readonly id: string; readonly unitId: string; readonly meetingId: string; readonly madeAt: Date }
/** One of them, with what was said there: nobody outside reads it before it is confirmed as an answer. */
export type PacketQuestion = { readonly adviceId: string; readonly verdict: AdviceVerdict | null; readonly words: string }
export const mostQuestions = 80

export const mayKeepPacket = (actor: Actor, unitId: string): Verdict<'not-yours'> => (isInside(actor, { unitId }) ? yes : no('not-yours'))
const takes: readonly AdviceState[] = ['asked', 'assigned', 'asked-back']
/** Only what this very unit has and has not answered. */
export const isForPacket = (
  advice: { readonly unitId: string; readonly state: AdviceState; readonly leadingId?: string | undefined },
  unitId: string,
) => advice.unitId === unitId && advice.leadingId === undefined && takes.includes(advice.state)
