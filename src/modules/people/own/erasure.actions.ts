import type { Verdict } from '#kit/verdict.ts'
import { yes } from '#kit/verdict.ts'
import { idsOf } from '#modules/people/joining.store.ts'
import { blankPerson, listNeverCame } from '#modules/people/own/erasure.store.ts'
import { actingAs } from '#modules/people/people.actions.ts'
import { mayErase, mayEraseFor } from '#modules/people/people.rules.ts'
import { loadPerson } from '#modules/people/people.store.ts'
import { type Ctx, inTransaction } from '#platform/context.ts'
import { record } from '#platform/ledger.ts'
import { eraseFactsOf } from '#platform/ledger-erasure.ts'

/** What another module does when a person is erased; the route takes them from the list of modules. */
export type Eraser = (ctx: Ctx, personId: string) => Promise<void>

/** Erases one's own account, in all modules at once or not at all. Doing it twice changes nothing. */
export async function eraseMyself(ctx: Ctx, erasers: readonly Eraser[]): Promise<Verdict<'not-yours' | 'staff'>> {
  const { id } = ctx.actor
  const verdict = mayErase(ctx.actor, id)
  if (!verdict.ok) return verdict
  await inTransaction(ctx, ctx => erase(ctx, id, erasers))
  return yes
}

/** Erases somebody without e-mail who asked a clerk for it. */
export async function erasePersonFor(
  ctx: Ctx,
  personId: string,
  erasers: readonly Eraser[],
): Promise<Verdict<'not-clerk' | 'own-matter' | 'has-email' | 'erased'>> {
  const verdict = mayEraseFor(ctx.actor, await loadPerson(ctx, personId))
  if (verdict.ok) await inTransaction(ctx, ctx => erase(ctx, personId, erasers))
  return verdict
}

async function erase(ctx: Ctx, id: string, erasers: readonly Eraser[]): Promise<void> {
  for (const eraser of erasers) await eraser(ctx, id)
  if (!(await blankPerson(ctx, id))) return
  for (const known of await idsOf(ctx, id)) await eraseFactsOf(ctx, known)
  // the fact of the erasure itself must not name who did it
  const unnamed = actingAs(ctx, '')
  await record(unnamed, 'person.erased', id, {})
}

/** The retention of accounts that nobody ever opened. */
export async function eraseNeverCame(ctx: Ctx, before: Date): Promise<number> {
  const ids = await listNeverCame(ctx, before)
  for (const id of ids) await inTransaction(ctx, ctx => erase(ctx, id, []))
  return ids.length
}
