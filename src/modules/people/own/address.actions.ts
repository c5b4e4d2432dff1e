import { no, type Verdict, yes } from '#kit/verdict.ts'
import { type Address, isPostcode, mayDeclareAddress } from '#modules/people/own/address.rules.ts'
import { dropAddress, keepAddress } from '#modules/people/own/details.store.ts'
import { loadPerson } from '#modules/people/people.store.ts'
import { type Ctx, inTransaction } from '#platform/context.ts'
import { record } from '#platform/ledger.ts'

type Declaration = Address & { readonly districtId: string; readonly stated: boolean }

/** A declared address inside a district, with the statement that it is true: level 1. */
export async function declareAddress(
  ctx: Ctx,
  personId: string,
  { districtId, stated, ...address }: Declaration,
): Promise<Verdict<'not-yours' | 'erased' | 'not-stated' | 'bad-postcode'>> {
  const person = await loadPerson(ctx, personId)
  const verdict = mayDeclareAddress(ctx.actor, person)
  if (!verdict.ok) return verdict
  if (!stated) return no('not-stated')
  if (!isPostcode(address.postcode)) return no('bad-postcode')
  return inTransaction(ctx, async ctx => {
    await keepAddress(ctx, personId, districtId, address)
    await record(ctx, 'address.declared', personId, {})
    return yes
  })
}

export async function removeAddress(ctx: Ctx, personId: string): Promise<Verdict<'not-yours' | 'erased'>> {
  const verdict = mayDeclareAddress(ctx.actor, await loadPerson(ctx, personId))
  if (!verdict.ok) return verdict
  return inTransaction(ctx, async ctx => {
    if (await dropAddress(ctx, personId)) await record(ctx, 'address.removed', personId, {})
    return yes
  })
}
