import type { Generated } from 'kysely'
import type { FactName, Facts } from '#kit/facts.ts'
import { assert } from '#kit/refusal.ts'
import type { Ctx } from '#platform/context.ts'
import { noteRecorded } from '#platform/kept.ts'

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
