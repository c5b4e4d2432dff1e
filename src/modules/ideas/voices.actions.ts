import type { Channel } from '#kit/channels.ts'
import { no, type Verdict } from '#kit/verdict.ts'
import { mayEnterFor } from '#modules/ideas/space.rules.ts'
import { enterPerson } from '#modules/people/people.actions.ts'
import { findPerson } from '#modules/people/people.store.ts'
import type { Ctx } from '#platform/context.ts'

/** Whose words these are when somebody else writes them down: a person we know without e-mail, or a new one. */
export type Behalf = {
  readonly channel: Channel
  readonly personId?: string | undefined
  readonly name?: string | undefined
  readonly phone?: string | undefined
}
export type Voice = { readonly authorId: string; readonly enteredBy: string | null; readonly channel: Channel }
export type VoiceWhy = 'not-helper' | 'not-assisted' | 'bad-name' | 'bad-phone'

/** `key` is the form's: a second post of it meets the same person again. */
export async function voiceOf(
  ctx: Ctx,
  behalf: Behalf | undefined,
  territoryId: string,
  key: string,
): Promise<{ ok: true; voice: Voice } | { ok: false; why: VoiceWhy }> {
  if (!behalf?.personId && !behalf?.name) return { ok: true, voice: { authorId: ctx.actor.id, enteredBy: null, channel: 'online' } }
  const verdict: Verdict<VoiceWhy> = mayEnterFor(ctx.actor, territoryId)
  if (!verdict.ok) return verdict
  const found = behalf.personId ? await assistedPerson(ctx, behalf.personId) : await newPerson(ctx, behalf, key)
  return found.ok ? { ok: true, voice: { authorId: found.id, enteredBy: ctx.actor.id, channel: behalf.channel } } : found
}

type Found = { ok: true; id: string } | { ok: false; why: VoiceWhy }

/** Only somebody who cannot write for themselves is written for. */
async function assistedPerson(ctx: Ctx, id: string): Promise<Found> {
  const person = await findPerson(ctx, id)
  return person?.enteredBy && person.email === undefined && !person.erased ? { ok: true, id } : no('not-assisted')
}

async function newPerson(ctx: Ctx, { name = '', phone }: Behalf, key: string): Promise<Found> {
  const id = key.replace(/^key/, 'person')
  const entered = await enterPerson(ctx, { id, name, phone })
  if (!entered.ok) return no(entered.why === 'not-clerk' ? 'not-helper' : entered.why)
  return { ok: true, id: entered.id ?? id }
}
