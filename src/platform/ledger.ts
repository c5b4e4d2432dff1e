import { type Generated, type RawBuilder, sql } from 'kysely'
import type { FactName, Facts } from '#kit/facts.ts'
import { assert } from '#kit/refusal.ts'
import type { Ctx } from '#platform/context.ts'
import { forget, noteRecorded } from '#platform/kept.ts'
import { poke } from '#platform/poke.ts'

declare module '#platform/schema.ts' {
  interface Tables {
    ledger_inbox: { id: Generated<number>; at: Date; recorded_at: Generated<Date>; fact: string; subject: string; actor_id: string; payload: unknown }
    ledger_chain: { seq: number; at: Date; fact: string; subject: string; leaf: Buffer; link: Buffer }
    ledger_payloads: { seq: number; salt: Buffer; actor_id: string; payload: unknown; recorded_at: Date }
  }
}

/**
 * Writes a fact into the inbox, in the transaction of the action that makes it true, and nothing else: no lock, no NOTIFY.
 * The sequencer gives it its number and its place in the chain.
 */
export async function record<Name extends FactName>(ctx: Ctx, fact: Name, subject: string, payload: Facts[Name]): Promise<void> {
  assert(ctx.db.isTransaction, `${fact} must be recorded inside the transaction of its action`)
  noteRecorded(ctx.db, fact)
  await ctx.db
    .insertInto('ledger_inbox')
    .values({ at: ctx.now, fact, subject, actor_id: ctx.actor.id, payload: JSON.stringify(payload) })
    .execute()
}

/**
 * Writes one row and its fact by one statement, which is a transaction of its own: both or neither, for acts that a whole district does at once.
 * `row` is an insert; where it adds nothing (it was there already) no fact is written either, and the answer is false.
 */
export async function recordWith<Name extends FactName>(
  ctx: Ctx,
  row: RawBuilder<unknown>,
  fact: Name,
  subject: string,
  payload: Facts[Name],
): Promise<boolean> {
  const { db, now, actor } = ctx
  if (db.isTransaction) noteRecorded(db, fact)
  const { rows } = await sql<{ added: boolean }>`with row as (${row} returning 1), fact as (
      insert into ledger_inbox (at, fact, subject, actor_id, payload)
      select ${now}::timestamptz, ${fact}::text, ${subject}::text, ${actor.id}::text, ${JSON.stringify(payload)}::jsonb from row)
    select exists (select from row) as added`.execute(db)
  const added = rows[0]?.added === true
  if (added && !db.isTransaction) {
    forget(db, new Set([fact]))
    poke()
  }
  return added
}

export type RecordedFact = {
  readonly seq: number
  readonly at: Date
  readonly fact: FactName
  readonly subject: string
  readonly actorId: string
  readonly payload: Readonly<Record<string, unknown>>
}

/** Facts of these subjects, oldest first. A fact whose payload has been erased keeps its time and name. */
export async function factsAbout(ctx: Ctx, subjects: readonly string[]): Promise<RecordedFact[]> {
  if (subjects.length === 0) return []
  const rows = await chain(ctx).where('c.subject', 'in', subjects).orderBy('c.seq').execute()
  return rows.map(toFact)
}

/** The newest facts of the whole city, newest first; `before` is the last number already seen. */
export async function latestFacts(ctx: Ctx, options: { limit: number; before?: number; facts?: readonly FactName[] }): Promise<RecordedFact[]> {
  let query = chain(ctx).orderBy('c.seq', 'desc').limit(options.limit)
  if (options.before !== undefined) query = query.where('c.seq', '<', options.before)
  if (options.facts) query = query.where('c.fact', 'in', options.facts)
  return (await query.execute()).map(toFact)
}

const chain = ({ db }: Ctx) =>
  db
    .selectFrom('ledger_chain as c')
    .leftJoin('ledger_payloads as p', 'p.seq', 'c.seq')
    .select(['c.seq', 'c.at', 'c.fact', 'c.subject', 'p.actor_id', 'p.payload'])

const toFact = (row: { seq: number; at: Date; fact: string; subject: string; actor_id: string | null; payload: unknown }): RecordedFact => ({
  seq: row.seq,
  at: row.at,
  fact: row.fact as FactName,
  subject: row.subject,
  actorId: row.actor_id ?? '',
  payload: (row.payload as Record<string, unknown> | null) ?? {},
})
