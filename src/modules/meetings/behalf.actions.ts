import type { Channel } from '#kit/channels.ts'
import { no } from '#kit/verdict.ts'
import { type Meeting, mayWriteDown } from '#modules/meetings/meetings.rules.ts'
import { enterPerson } from '#modules/people/people.actions.ts'
import { findPerson } from '#modules/people/people.store.ts'
import type { Ctx } from '#platform/context.ts'

/** For whom something is written down at or for a meeting: a person we know without e-mail, or a new one. */
export type OnBehalf = {
  readonly channel: Channel
  readonly personId?: string | undefined
  readonly name?: string | undefined
  readonly phone?: string | undefined
}
export type BehalfWhy = 'not-host' | 'not-assisted' | 'bad-name' | 'bad-phone'
export type SpeaksFor = { readonly personId: string; readonly enteredBy: string | null; readonly channel: Channel }

/** Oneself, or the person written down. `key` is the form's: a second post of it meets the same person again. */
export async function speaksFor(
  ctx: Ctx,
  meeting: Meeting,
  behalf: OnBehalf | undefined,
  key: string,
): Promise<{ ok: true; voice: SpeaksFor } | { ok: false; why: BehalfWhy }> {
  if (!behalf?.personId && !behalf?.name) return { ok: true, voice: { personId: ctx.actor.id, enteredBy: null, channel: 'online' } }
  if (!mayWriteDown(ctx.actor, meeting).ok) return no('not-host')
  const voice = (personId: string) => ({ ok: true as const, voice: { personId, enteredBy: ctx.actor.id, channel: behalf.channel } })
  if (behalf.personId) {
    const person = await findPerson(ctx, behalf.personId)
    return person?.enteredBy && person.email === undefined && !person.erased ? voice(person.id) : no('not-assisted')
  }
  const id = key.replace(/^key/, 'person')
  const entered = await enterPerson(ctx, { id, name: behalf.name ?? '', phone: behalf.phone })
  if (!entered.ok) return no(entered.why === 'not-clerk' ? 'not-host' : entered.why)
  return voice(entered.id ?? id)
}
