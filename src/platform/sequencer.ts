import { randomBytes } from 'node:crypto'
import { sql } from 'kysely'
import type { Db } from '#platform/db.ts'
import { genesis, leafOf, linkOf } from '#platform/digests.ts'
import { onPoke } from '#platform/poke.ts'

/** Whoever moves or erases facts holds it, so that no fact slips past from the inbox into the ledger meanwhile. */
export const ledgerLock = 20_200_225
const batch = 500

/**
 * Takes what lies in the inbox, numbers it, chains its digests and, in the same transaction, enqueues what follows from it;
 * one NOTIFY tells every instance. Returns how many facts it placed. Safe to run in many processes: one of them holds the lock.
 */
export async function sequence(db: Db): Promise<number> {
  return db.transaction().execute(async trx => {
    const { rows: lock } = await sql<{ mine: boolean }>`select pg_try_advisory_xact_lock(${ledgerLock}) as mine`.execute(trx)
    if (!lock[0]?.mine) return 0
    const waiting = await trx.selectFrom('ledger_inbox').selectAll().orderBy('id').limit(batch).execute()
    const letters = await trx.updateTable('letters').set({ state: 'queued' }).where('state', '=', 'waiting').returning('id').execute()
    for (const { id } of letters) await addJob(trx, 'send-letter', { id })
    if (waiting.length === 0) return 0
    const last = await trx.selectFrom('ledger_chain').select(['seq', 'link']).orderBy('seq', 'desc').limit(1).executeTakeFirst()
    let seq = last?.seq ?? 0
    let link = last?.link ?? genesis
    const placed = waiting.map(row => {
      seq += 1
      const body = { salt: randomBytes(16), actorId: row.actor_id, payload: row.payload }
      const fact = { seq, at: row.at, fact: row.fact, subject: row.subject }
      const leaf = leafOf(body)
      link = linkOf(link, fact, leaf)
      return {
        chain: { ...fact, leaf, link },
        payload: { seq, salt: body.salt, actor_id: row.actor_id, payload: JSON.stringify(row.payload), recorded_at: row.recorded_at },
      }
    })
    await trx
      .insertInto('ledger_chain')
      .values(placed.map(row => row.chain))
      .execute()
    await trx
      .insertInto('ledger_payloads')
      .values(placed.map(row => row.payload))
      .execute()
    await trx
      .deleteFrom('ledger_inbox')
      .where(
        'id',
        'in',
        waiting.map(row => row.id),
      )
      .execute()
    const facts = [...new Set(waiting.map(row => row.fact))]
    await sql`select pg_notify('ledger', ${[seq, ...facts].join(' ')})`.execute(trx)
    return placed.length
  })
}

const addJob = (db: Db, name: string, payload: unknown) => sql`select graphile_worker.add_job(${name}, ${JSON.stringify(payload)}::json)`.execute(db)

/** Sequences on every poke and every 200 ms, one run at a time, until stopped. */
export function startSequencer(db: Db, onError: (error: unknown) => void): { stop(): Promise<void> } {
  let stopped = false
  let wake: () => void = () => {}
  const unlisten = onPoke(() => wake())
  const loop = (async () => {
    while (!stopped) {
      try {
        while ((await sequence(db)) === batch) if (stopped) break
      } catch (error) {
        onError(error)
      }
      if (!stopped)
        await new Promise<void>(resolve => {
          const timer = setTimeout(resolve, 200)
          wake = () => {
            clearTimeout(timer)
            resolve()
          }
        })
    }
  })()
  return {
    async stop() {
      stopped = true
      unlisten()
      wake()
      await loop
    },
  }
}
