import { z } from 'zod'
import { has } from '#kit/actor.ts'
import { type Channel, channels } from '#kit/channels.ts'
import { no, type Verdict } from '#kit/verdict.ts'
import { commentKinds, commentLimits } from '#modules/discussions/discussions.rules.ts'
import { mayEnterFor } from '#modules/ideas/space.rules.ts'
import { enterPerson } from '#modules/people/people.actions.ts'
import { findPerson, listAssisted } from '#modules/people/people.store.ts'
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

/** What a form sends of it. */
export const keyField = z.string().regex(/^key_\w{10,40}$/, 'wrong')
export const behalfFields = {
  person: z.string().max(60).optional(),
  newPerson: z.string().max(100).optional(),
  phone: z.string().max(40).optional(),
  channel: z.enum(channels, 'wrong').optional(),
}
export const commentSchema = z.object({
  key: keyField,
  kind: z.enum(commentKinds, 'kind-missing'),
  text: z.string('text-missing').min(commentLimits.min, 'text-short').max(commentLimits.max, 'text-long'),
  replyTo: z.string().max(60).optional(),
  ...behalfFields,
})

type Behalves = { person?: string | undefined; newPerson?: string | undefined; phone?: string | undefined; channel?: Behalf['channel'] | undefined }
export const behalfOf = ({ person, newPerson, phone, channel }: Behalves): Behalf | undefined =>
  person || newPerson ? { channel: channel ?? 'office', personId: person, name: newPerson, phone } : undefined

/** Whom the visitor may write for: the office for everybody it knows, an ambassador for those whom they wrote down. */
export async function assistedFor(ctx: Ctx, territoryId?: string) {
  if (!mayEnterFor(ctx.actor, territoryId).ok) return undefined
  return listAssisted(ctx, has(ctx.actor, 'clerk') ? undefined : ctx.actor.id)
}

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
