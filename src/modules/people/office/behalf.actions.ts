import { z } from 'zod'
import { has } from '#kit/actor.ts'
import { channels } from '#kit/channels.ts'
import { no, type Verdict } from '#kit/verdict.ts'
import { type Behalf, type BehalfWhy, mayEnterFor, type Voice } from '#modules/people/office/behalf.rules.ts'
import { enterPerson } from '#modules/people/people.actions.ts'
import { findPerson, listAssisted } from '#modules/people/people.store.ts'
import type { Ctx } from '#platform/context.ts'

/** What a form sends of it. */
export const keyField = z.string().regex(/^key_\w{10,40}$/, 'wrong')
export const behalfFields = {
  person: z.string().max(60).optional(),
  newPerson: z.string().max(100).optional(),
  phone: z.string().max(40).optional(),
  channel: z.enum(channels, 'wrong').optional(),
}
type Typed = { person?: string | undefined; newPerson?: string | undefined; phone?: string | undefined; channel?: Behalf['channel'] | undefined }
export const behalfOf = ({ person, newPerson, phone, channel }: Typed): Behalf | undefined =>
  person || newPerson ? { channel: channel ?? 'office', personId: person, name: newPerson, phone } : undefined

/** Whom the visitor may write for: the office for everybody it knows, an ambassador for those whom they wrote down. */
export async function assistedFor(ctx: Ctx, territoryId?: string) {
  if (!mayEnterFor(ctx.actor, territoryId).ok) return undefined
  return listAssisted(ctx, has(ctx.actor, 'clerk') ? undefined : ctx.actor.id)
}

/**
 * Oneself, or the person written down; `may` is whether the visitor writes for others here. `key` is the form's: a second post of it meets the same
 * person again.
 */
export async function voiceOf<Why extends string>(
  ctx: Ctx,
  behalf: Behalf | undefined,
  may: Verdict<Why>,
  key: string,
): Promise<{ ok: true; voice: Voice } | { ok: false; why: Why | BehalfWhy }> {
  if (!behalf?.personId && !behalf?.name) return { ok: true, voice: { authorId: ctx.actor.id, enteredBy: null, channel: 'online' } }
  if (!may.ok) return may
  const found = behalf.personId ? await assistedPerson(ctx, behalf.personId) : await newPerson(ctx, behalf, key)
  return found.ok ? { ok: true, voice: { authorId: found.id, enteredBy: ctx.actor.id, channel: behalf.channel } } : found
}

type Found = { ok: true; id: string } | { ok: false; why: BehalfWhy }

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
