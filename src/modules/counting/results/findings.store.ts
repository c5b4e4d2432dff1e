import { promisify } from 'node:util'
import { brotliCompress, brotliDecompress, constants } from 'node:zlib'
import { sql } from 'kysely'
import { type Election, readElection } from '#modules/counting/engine/election.rules.ts'
import { engine, type Findings } from '#modules/counting/results/findings.rules.ts'
import type { Ctx } from '#platform/context.ts'

declare module '#platform/schema.ts' {
  interface Tables {
    archived_counts: { pool_id: string; engine: number; ballots: Buffer; findings: Findings; kept_at: Date }
  }
}

/** Ballots that an older engine kept say nothing of points. */
const withPoints = 3

/** Keeps the merged ballots of an archived pool and what was found in them. Answers false where this engine has looked at it already. */
export async function keepFindings(
  { db, now }: Ctx,
  at: { edition: string; pool: string },
  isNew: boolean,
  found: () => { ballots: Election; findings: Findings },
): Promise<boolean> {
  const pool = await db
    .selectFrom('archived_pools as p')
    .innerJoin('archived_editions as e', 'e.id', 'p.edition_id')
    .leftJoin('archived_counts as c', 'c.pool_id', 'p.id')
    .select(['p.id', 'c.engine'])
    .where('e.slug', '=', at.edition)
    .where('p.slug', '=', at.pool)
    .executeTakeFirstOrThrow()
  if (!isNew && pool.engine === engine) return false
  const { ballots, findings } = found()
  const row = { engine, ballots: await packed(ballots), findings: sql<Findings>`${JSON.stringify(findings)}::jsonb`, kept_at: now }
  await db
    .insertInto('archived_counts')
    .values({ pool_id: pool.id, ...row })
    .onConflict(clash => clash.column('pool_id').doUpdateSet(row))
    .execute()
  return true
}

export async function findFindings({ db }: Ctx, poolId: string): Promise<Findings | undefined> {
  const row = await db.selectFrom('archived_counts').select('findings').where('pool_id', '=', poolId).executeTakeFirst()
  return row?.findings
}

/** The merged ballots as JSON: lists of numbers, and null where a cost is unknown. Nobody can be found in them who is not in the published file. */
export async function findBallotsJson({ db }: Ctx, poolId: string): Promise<string | undefined> {
  const row = await db
    .selectFrom('archived_counts')
    .select('ballots')
    .where('pool_id', '=', poolId)
    .where('engine', '>=', withPoints)
    .executeTakeFirst()
  return row && String(await promisify(brotliDecompress)(row.ballots))
}
/** Are there ballots to count anew? */
export async function hasBallots({ db }: Ctx, poolId: string): Promise<boolean> {
  const row = await db
    .selectFrom('archived_counts')
    .select('pool_id')
    .where('pool_id', '=', poolId)
    .where('engine', '>=', withPoints)
    .executeTakeFirst()
  return row !== undefined
}
export async function findBallots(ctx: Ctx, poolId: string): Promise<Election | undefined> {
  const json = await findBallotsJson(ctx, poolId)
  return json === undefined ? undefined : readElection(json)
}

/** The best packing takes ten times as long for a tenth less. */
const quick = { params: { [constants.BROTLI_PARAM_QUALITY]: 6 } }
const lists = ['times', 'starts', 'by', 'weights'] as const
async function packed(e: Election): Promise<Buffer> {
  const plain = { ...e, ...Object.fromEntries(lists.map(name => [name, [...e[name]]])) }
  return promisify<string, typeof quick, Buffer>(brotliCompress)(JSON.stringify(plain), quick)
}
