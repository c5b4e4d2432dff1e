import type { Actor, Grant } from '#kit/actor.ts'
import { type Day, endOfDay } from '#kit/dates.ts'
import { newId } from '#kit/ids.ts'
import { notFound } from '#kit/refusal.ts'
import { no, type Verdict, yes } from '#kit/verdict.ts'
import { endGrant, findRunningGrant, insertGrant, listGrants } from '#modules/people/office/grants.store.ts'
import { isPublicName, mayEndGrant, mayEnterPerson, mayGrant, normalEmail, normalPhone } from '#modules/people/people.rules.ts'
import { findPerson, findPersonByEmail, insertPerson, loadPerson } from '#modules/people/people.store.ts'
import { lockEmail } from '#modules/people/sign-in/codes.store.ts'
import { type Ctx, inTransaction } from '#platform/context.ts'
import { record } from '#platform/ledger.ts'

/** The person with this e-mail; made now if there is none yet, and theirs once they sign in. Sixteen at a time make one. */
export async function ensurePersonByEmail(ctx: Ctx, { email, name }: { email: string; name: string }): Promise<string> {
  const address = normalEmail(email)
  return inTransaction(ctx, async ctx => {
    await lockEmail(ctx, address)
    const known = await findPersonByEmail(ctx, address)
    if (known) return known.id
    const id = newId('person')
    if (await insertPerson(ctx, { id, name, named: false, email: address, locale: ctx.locale })) {
      await record(ctx, 'person.invited', id, {})
      return id
    }
    return (await findPersonByEmail(ctx, address))?.id ?? notFound('person')
  })
}

/** Writes down somebody who has no e-mail, with their consent, read out and answered. A second post of the same form answers with the first. */
export async function enterPerson(
  ctx: Ctx,
  { name, phone, id = newId('person') }: { name: string; phone?: string | undefined; id?: string },
): Promise<Verdict<'not-clerk' | 'bad-name' | 'bad-phone'> & { readonly id?: string }> {
  const verdict = mayEnterPerson(ctx.actor)
  if (!verdict.ok) return verdict
  if (!isPublicName(name)) return no('bad-name')
  const number = phone === undefined ? undefined : normalPhone(phone)
  if (phone !== undefined && number === undefined) return no('bad-phone')
  return inTransaction(ctx, async ctx => {
    if (await findPerson(ctx, id)) return { ...yes, id }
    // the same form at the same moment: the other one has entered them
    if (await insertPerson(ctx, { id, name, named: true, ...(number && { phone: number }), enteredBy: ctx.actor.id }))
      await record(ctx, 'person.entered', id, {})
    return { ...yes, id }
  })
}

type GrantingWhy = Extract<ReturnType<typeof mayGrant>, { ok: false }>['why'] | 'erased'

/** Gives a role. Giving the same one twice changes nothing. `until` is the last day on which it holds. */
export async function grantRole(ctx: Ctx, personId: string, grant: Grant, until?: Day): Promise<Verdict<GrantingWhy>> {
  const verdict = mayGrant(ctx.actor, personId, grant)
  if (!verdict.ok) return verdict
  return inTransaction(ctx, async ctx => {
    if ((await loadPerson(ctx, personId)).erased) return no('erased')
    if (await findRunningGrant(ctx, personId, grant)) return yes
    await insertGrant(ctx, newId('grant'), personId, grant, until === undefined ? undefined : endOfDay(until))
    await record(ctx, 'role.granted', personId, { ...grant, ...(until && { until }) })
    return yes
  })
}

export async function endRole(ctx: Ctx, personId: string, grantId: string): Promise<Verdict<GrantingWhy>> {
  return inTransaction(ctx, async ctx => {
    const grant = (await listGrants(ctx, personId)).find(one => one.id === grantId) ?? notFound('grant')
    const verdict = mayEndGrant(ctx.actor, personId, grant)
    if (!verdict.ok) return verdict
    if (await endGrant(ctx, grantId)) await record(ctx, 'role.ended', personId, { role: grant.role })
    return yes
  })
}

/** The same context with somebody else acting: for what a person does by proving who they are. */
export const actingAs = (ctx: Ctx, id: string, name = ''): Ctx => {
  const actor: Actor = { id, name, level: 0, grants: [] }
  return { ...ctx, actor }
}
