import { sql } from 'kysely'
import { assert } from '#kit/refusal.ts'
import type { Ctx } from '#platform/context.ts'
import { ledgerLock } from '#platform/sequencer.ts'

/** Erases who and what from every fact of one actor; their names, times and digests stay, so the chain stays whole. Answers how many. */
export async function eraseFactsOf({ db }: Ctx, actorId: string): Promise<number> {
  assert(db.isTransaction && actorId !== '', 'facts are erased in a transaction and of somebody')
  await sql`select pg_advisory_xact_lock(${ledgerLock})`.execute(db)
  const waiting = await db
    .updateTable('ledger_inbox')
    .set({ actor_id: '', payload: JSON.stringify({}) })
    .where('actor_id', '=', actorId)
    .executeTakeFirst()
  const placed = await db.deleteFrom('ledger_payloads').where('actor_id', '=', actorId).executeTakeFirst()
  return Number(waiting.numUpdatedRows) + Number(placed.numDeletedRows)
}
