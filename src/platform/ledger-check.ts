import type { Db } from '#platform/db.ts'
import { genesis, leafOf, linkOf } from '#platform/digests.ts'

export type LedgerFault = { readonly seq: number; readonly what: 'missing' | 'payload' | 'link' }

/** Walks the whole chain. Finds a changed or missing row and a changed payload; an erased payload is no fault. */
export async function checkLedger(
  db: Db,
): Promise<{ readonly facts: number; readonly erased: number; readonly head: string; readonly faults: readonly LedgerFault[] }> {
  const faults: LedgerFault[] = []
  let [seq, erased, link] = [0, 0, genesis]
  for (;;) {
    const rows = await db
      .selectFrom('ledger_chain as c')
      .leftJoin('ledger_payloads as p', 'p.seq', 'c.seq')
      .select(['c.seq', 'c.at', 'c.fact', 'c.subject', 'c.leaf', 'c.link', 'p.salt', 'p.actor_id', 'p.payload'])
      .where('c.seq', '>', seq)
      .orderBy('c.seq')
      .limit(2000)
      .execute()
    if (rows.length === 0) return { facts: seq, erased, head: link.toString('hex'), faults }
    for (const row of rows) {
      if (row.seq !== seq + 1) faults.push({ seq: seq + 1, what: 'missing' })
      if (row.salt === null) erased += 1
      else if (!leafOf({ salt: row.salt, actorId: row.actor_id ?? '', payload: row.payload }).equals(row.leaf))
        faults.push({ seq: row.seq, what: 'payload' })
      if (!linkOf(link, row, row.leaf).equals(row.link)) faults.push({ seq: row.seq, what: 'link' })
      link = row.link
      seq = row.seq
    }
  }
}
