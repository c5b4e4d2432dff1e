import { type Actor, has } from '#kit/actor.ts'
import type { Channel } from '#kit/channels.ts'
import { no, type Verdict, yes } from '#kit/verdict.ts'

/** Whose words these are when somebody else writes them down: a person we know without e-mail, or a new one. */
export type Behalf = {
  readonly channel: Channel
  readonly personId?: string | undefined
  readonly name?: string | undefined
  readonly phone?: string | undefined
}
export type Voice = { readonly authorId: string; readonly enteredBy: string | null; readonly channel: Channel }
export type BehalfWhy = 'not-helper' | 'not-assisted' | 'bad-name' | 'bad-phone'

/** Whoever may bring in the words of a person without e-mail: the office everywhere, an ambassador in their own area. */
export const mayEnterFor = (actor: Actor, territoryId?: string): Verdict<'not-helper'> => {
  const scope = territoryId === undefined ? {} : { territoryId }
  return has(actor, 'clerk', scope) || has(actor, 'ambassador', scope) ? yes : no('not-helper')
}
