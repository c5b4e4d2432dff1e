import type { Generated } from 'kysely'
import { jsonArrayFrom } from 'kysely/helpers/postgres'
import { notFound } from '#kit/refusal.ts'
import type { PhaseKind } from '#modules/programme/calendar.rules.ts'
import { inOrder } from '#modules/programme/calendar.rules.ts'
import { readRuleSet } from '#modules/programme/editions/rule-sets.store.ts'
import { type Edition, type EditionState, type Part, phasesInUse } from '#modules/programme/programme.rules.ts'
import type { Ctx } from '#platform/context.ts'
import { kept } from '#platform/kept.ts'

declare module '#platform/schema.ts' {
  interface Tables {
    editions: {
      id: string
      key: string
      no: number
      year: number
      title: string
      state: EditionState
      version: Generated<number>
      parts: Part[]
      rules: unknown
      published_at: Date | null
      created_at: Date
    }
    phases: { id: string; edition_id: string; kind: PhaseKind; first_day: string; last_day: string; note: string }
    pools: {
      id: string
      edition_id: string
      territory_id: string
      amount: number
      cost_min: number
      cost_max: number
      population: number | null
    }
    edition_reasons: { edition_id: string; finding: string; reason: string; by_id: string; at: Date }
  }
}
/** An edition with its phases and pools, in one query: every page of the city asks for it. */
const editions = ({ db }: Ctx) =>
  db
    .selectFrom('editions as e')
    .selectAll('e')
    .select(eb => [
      jsonArrayFrom(
        eb
          .selectFrom('phases as f')
          .select(['f.id', 'f.kind', 'f.first_day as from', 'f.last_day as to', 'f.note'])
          .whereRef('f.edition_id', '=', 'e.id'),
      ).as('phases'),
      jsonArrayFrom(
        eb
          .selectFrom('pools as p')
          .select(['p.id', 'p.territory_id as territoryId', 'p.amount', 'p.cost_min as costMin', 'p.cost_max as costMax', 'p.population'])
          .whereRef('p.edition_id', '=', 'e.id')
          .orderBy('p.id'),
      ).as('pools'),
    ])
type Row = Awaited<ReturnType<ReturnType<typeof editions>['executeTakeFirstOrThrow']>>

const whole = ({ id, no, year, title, state, version, parts, published_at: publishedAt, phases, pools, rules }: Row): Edition => ({
  id,
  no,
  year,
  title,
  state,
  version,
  parts,
  publishedAt,
  phases: inOrder(phases),
  pools,
  rules: readRuleSet(rules),
})

/**
 * The edition that the city lives in: the running one, else the newest published, else the newest closed.
 * Drafts are never public, and neither are phases of what the edition has switched off.
 */
export const findCurrentEdition = (ctx: Ctx): Promise<Edition | undefined> =>
  kept(ctx.db, 'current-edition', ['edition.'], () => readCurrentEdition(ctx))
async function readCurrentEdition(ctx: Ctx): Promise<Edition | undefined> {
  const row = await editions(ctx)
    .where('state', 'in', ['running', 'published', 'closed'])
    .orderBy(order => order.case('e.state').when('running').then(0).when('published').then(1).else(2).end())
    .orderBy('no', 'desc')
    .limit(1)
    .executeTakeFirst()
  const edition = row && whole(row)
  return edition && { ...edition, phases: phasesInUse(edition) }
}
export async function loadCurrentEdition(ctx: Ctx): Promise<Edition> {
  return (await findCurrentEdition(ctx)) ?? notFound('no edition has been published')
}

export async function findEdition(ctx: Ctx, id: string): Promise<Edition | undefined> {
  const row = await editions(ctx).where('e.id', '=', id).executeTakeFirst()
  return row && whole(row)
}
export async function loadEdition(ctx: Ctx, id: string): Promise<Edition> {
  return (await findEdition(ctx, id)) ?? notFound('edition')
}
export async function findEditionByKey(ctx: Ctx, key: string): Promise<string | undefined> {
  return (await ctx.db.selectFrom('editions').select('id').where('key', '=', key).executeTakeFirst())?.id
}

export type EditionLine = Pick<Edition, 'id' | 'no' | 'year' | 'title' | 'state'>
export const listEditions = ({ db }: Ctx): Promise<EditionLine[]> =>
  db.selectFrom('editions').select(['id', 'no', 'year', 'title', 'state']).orderBy('no', 'desc').orderBy('created_at', 'desc').execute()

/** False when this form was sent before. */
export async function insertEdition({ db }: Ctx, edition: Edition & { key: string; createdAt: Date }): Promise<boolean> {
  const { id, key, no, year, title, state, parts } = edition
  const done = await db
    .insertInto('editions')
    .values({
      id,
      key,
      no,
      year,
      title,
      state,
      parts: [...parts],
      rules: JSON.stringify(edition.rules),
      published_at: null,
      created_at: edition.createdAt,
    })
    .onConflict(clash => clash.doNothing())
    .executeTakeFirst()
  return Number(done.numInsertedOrUpdatedRows) === 1
}

/** Whoever changed the edition meanwhile is never overwritten: the version and the state must still be those that were read. */
export async function bumpEdition(
  { db }: Ctx,
  { id, state, version }: Pick<Edition, 'id' | 'state' | 'version'>,
  set: { parts?: readonly Part[]; rules?: Edition['rules']; title?: string; no?: number; year?: number },
): Promise<boolean> {
  const { parts, rules, ...rest } = set
  const done = await db
    .updateTable('editions')
    .set({ ...rest, ...(parts && { parts: [...parts] }), ...(rules && { rules: JSON.stringify(rules) }), version: version + 1 })
    .where('id', '=', id)
    .where('state', '=', state)
    .where('version', '=', version)
    .executeTakeFirst()
  return done.numUpdatedRows === 1n
}

export async function moveEdition(
  { db }: Ctx,
  edition: Pick<Edition, 'id' | 'state' | 'version'>,
  to: EditionState,
  publishedAt?: Date,
): Promise<boolean> {
  const done = await db
    .updateTable('editions')
    .set({ state: to, version: edition.version + 1, ...(publishedAt && { published_at: publishedAt }) })
    .where('id', '=', edition.id)
    .where('state', '=', edition.state)
    .where('version', '=', edition.version)
    .executeTakeFirst()
  return done.numUpdatedRows === 1n
}

export async function replacePhases({ db }: Ctx, editionId: string, phases: Edition['phases']): Promise<void> {
  await db.deleteFrom('phases').where('edition_id', '=', editionId).execute()
  if (phases.length === 0) return
  await db
    .insertInto('phases')
    .values(phases.map(({ id, kind, from, to, note }) => ({ id, edition_id: editionId, kind, first_day: from, last_day: to, note })))
    .execute()
}

/** A pool keeps its id while its territory stays, because archives and projects point at it. */
export async function replacePools({ db }: Ctx, editionId: string, pools: Edition['pools']): Promise<void> {
  const kept = pools.map(pool => pool.id)
  await db
    .deleteFrom('pools')
    .where('edition_id', '=', editionId)
    .$if(kept.length > 0, query => query.where('id', 'not in', kept))
    .execute()
  for (const { id, territoryId, amount, costMin, costMax, population } of pools) {
    const values = { amount, cost_min: costMin, cost_max: costMax, population }
    await db
      .insertInto('pools')
      .values({ id, edition_id: editionId, territory_id: territoryId, ...values })
      .onConflict(clash => clash.column('id').doUpdateSet(values))
      .execute()
  }
}

export const anotherRuns = async ({ db }: Ctx, id: string): Promise<boolean> =>
  (await db.selectFrom('editions').select('id').where('state', '=', 'running').where('id', '<>', id).executeTakeFirst()) !== undefined

/** Written reasons of warnings, by finding. */
export async function reasonsOf({ db }: Ctx, editionId: string): Promise<ReadonlyMap<string, string>> {
  const rows = await db.selectFrom('edition_reasons').select(['finding', 'reason']).where('edition_id', '=', editionId).execute()
  return new Map(rows.map(row => [row.finding, row.reason]))
}

export async function keepReasons(ctx: Ctx, editionId: string, reasons: ReadonlyMap<string, string>): Promise<void> {
  for (const [finding, reason] of reasons) {
    const values = { reason, by_id: ctx.actor.id, at: ctx.now }
    if (reason === '') await ctx.db.deleteFrom('edition_reasons').where('edition_id', '=', editionId).where('finding', '=', finding).execute()
    else
      await ctx.db
        .insertInto('edition_reasons')
        .values({ edition_id: editionId, finding, ...values })
        .onConflict(clash => clash.columns(['edition_id', 'finding']).doUpdateSet(values))
        .execute()
  }
}
