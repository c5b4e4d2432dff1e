import { type Actor, isSomebody } from '#kit/actor.ts'
import type { FactRules } from '#kit/facts.ts'
import { no, type Verdict, yes } from '#kit/verdict.ts'

declare module '#kit/facts.ts' {
  interface Facts {
    'ambassador.written-to': Record<string, never>
    'ambassador.answered': Record<string, never>
  }
}
export const messagesFacts = {
  'ambassador.written-to': { keep: { days: 90 } },
  'ambassador.answered': { keep: { days: 90 } },
} satisfies FactRules

/** A message to an ambassador, who does not learn the sender's address unless the sender wishes so. */
export type Message = {
  readonly id: string
  readonly termId: string
  readonly fromId: string
  readonly text: string
  readonly showsAddress: boolean
  readonly at: Date
  readonly reply: string | undefined
  readonly repliedAt: Date | undefined
}

/** So many messages a person may write in a day, to all ambassadors together. */
export const messagesADay = 5
export type WriteWhy = 'sign-in' | 'no-term' | 'own' | 'too-many'
export function mayWriteTo(
  actor: Actor,
  term: { readonly state: string; readonly personId: string } | undefined,
  sentToday: number,
): Verdict<WriteWhy> {
  if (term?.state !== 'active') return no('no-term')
  if (!isSomebody(actor)) return no('sign-in')
  if (actor.id === term.personId) return no('own')
  return sentToday < messagesADay ? yes : no('too-many')
}
