import { randomBytes } from 'node:crypto'
import { setTimeout as pause } from 'node:timers/promises'
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
    const taken = await trx
      .deleteFrom('ledger_inbox')
      .where('id', 'in', trx.selectFrom('ledger_inbox').select('id').orderBy('id').limit(batch))
      .returningAll()
      .execute()
    const waiting = taken.sort((one, other) => one.id - other.id)
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
      return { ...fact, leaf, link, salt: body.salt, actorId: row.actor_id, payload: JSON.stringify(row.payload), recordedAt: row.recorded_at }
    })
    const all = <Name extends keyof (typeof placed)[number]>(name: Name) => placed.map(row => row[name])
    // columns as lists: one statement, whatever their number
    await sql`insert into ledger_chain (seq, at, fact, subject, leaf, link)
      select * from unnest(${all('seq')}::bigint[], ${all('at')}::timestamptz[], ${all('fact')}::text[],
        ${all('subject')}::text[], ${all('leaf')}::bytea[], ${all('link')}::bytea[])`.execute(trx)
    await sql`insert into ledger_payloads (seq, salt, actor_id, payload, recorded_at)
      select * from unnest(${all('seq')}::bigint[], ${all('salt')}::bytea[], ${all('actorId')}::text[], ${all('payload')}::jsonb[],
        ${all('recordedAt')}::timestamptz[])`.execute(trx)
    const facts = [...new Set(waiting.map(row => row.fact))]
    await sql`select pg_notify('ledger', ${[seq, ...facts].join(' ')})`.execute(trx)
    return placed.length
  })
}

const addJob = (db: Db, name: string, payload: unknown) => sql`select graphile_worker.add_job(${name}, ${JSON.stringify(payload)}::json)`.execute(db)

/** Facts that come close together are placed together: a run costs the same for one as for fifty. */
const breath = 20

/** Sequences on every poke and every 200 ms, one run at a time, until stopped. */
export function startSequencer(db: Db, onError: (error: unknown) => void): { stop(): Promise<void> } {
  let stopped = false
  let poked = false
  let wake: () => void = () => {}
  const unlisten = onPoke(() => {
    poked = true
    wake()
  })
  const rest = (longest: number) =>
    new Promise<void>(resolve => {
      const timer = setTimeout(resolve, longest)
      wake = () => {
        clearTimeout(timer)
        resolve()
      }
    })
  const loop = (async () => {
    while (!stopped) {
      poked = false
      try {
        while ((await sequence(db)) === batch) if (stopped) break
      } catch (error) {
        onError(error)
      }
      if (stopped) break
      if (poked) await pause(breath)
      else await rest(200)
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
