import type { Selectable } from 'kysely'
import { listUnits } from '#modules/programme/registers/units.store.ts'
import type { UnitEstimate, UnitPrice } from '#modules/proposals/cost/unit-prices.rules.ts'
import type { CostLine } from '#modules/proposals/drafting/drafting.rules.ts'
import type { Ctx } from '#platform/context.ts'

declare module '#platform/schema.ts' {
  interface Tables {
    unit_estimates: {
      advice_id: string
      project_id: string
      unit_id: string
      costs_revision: number
      costs: unknown
      prices: unknown
      lump: number | null
      published_at: Date | null
    }
  }
}
type Row = Selectable<import('#platform/schema.ts').Tables['unit_estimates']>

async function withUnits(ctx: Ctx, rows: readonly Row[]): Promise<UnitEstimate[]> {
  if (rows.length === 0) return []
  const units = new Map((await listUnits(ctx)).map(unit => [unit.id, unit]))
  return rows.map(row => ({
    adviceId: row.advice_id,
    projectId: row.project_id,
    unitId: row.unit_id,
    unitName: units.get(row.unit_id)?.name ?? '',
    unitCode: units.get(row.unit_id)?.code ?? '',
    revision: row.costs_revision,
    costs: row.costs as CostLine[],
    prices: row.prices as UnitPrice[],
    ...(row.lump !== null && { lump: row.lump }),
    ...(row.published_at && { at: row.published_at }),
  }))
}

/** Keeps what a unit says of the costs; what it drafted before gives way. What is published stays. */
export async function putUnitEstimate({ db }: Ctx, estimate: Omit<UnitEstimate, 'unitName' | 'unitCode' | 'at'>): Promise<void> {
  const columns = {
    project_id: estimate.projectId,
    unit_id: estimate.unitId,
    costs_revision: estimate.revision,
    costs: JSON.stringify(estimate.costs),
    prices: JSON.stringify(estimate.prices),
    lump: estimate.lump ?? null,
  }
  await db
    .insertInto('unit_estimates')
    .values({ advice_id: estimate.adviceId, ...columns, published_at: null })
    .onConflict(clash => clash.column('advice_id').doUpdateSet(columns).where('unit_estimates.published_at', 'is', null))
    .execute()
}
export const dropUnitEstimate = async ({ db }: Ctx, adviceId: string): Promise<void> => {
  await db.deleteFrom('unit_estimates').where('advice_id', '=', adviceId).where('published_at', 'is', null).execute()
}
/** Those of them that were not out yet. */
export async function publishUnitEstimates(ctx: Ctx, adviceIds: readonly string[]): Promise<UnitEstimate[]> {
  if (adviceIds.length === 0) return []
  const rows = await ctx.db
    .updateTable('unit_estimates')
    .set({ published_at: ctx.now })
    .where('advice_id', 'in', adviceIds)
    .where('published_at', 'is', null)
    .returningAll()
    .execute()
  return withUnits(ctx, rows)
}

/** Published or not: who may see it the caller knows. */
export async function findUnitEstimate(ctx: Ctx, adviceId: string): Promise<UnitEstimate | undefined> {
  const row = await ctx.db.selectFrom('unit_estimates').selectAll().where('advice_id', '=', adviceId).executeTakeFirst()
  return (await withUnits(ctx, row ? [row] : []))[0]
}

const published = ({ db }: Ctx) =>
  db.selectFrom('unit_estimates').selectAll().where('published_at', 'is not', null).orderBy('published_at', 'desc').orderBy('advice_id')

/** What units have said of the costs of a project, the newest first. */
export const unitEstimatesOf = async (ctx: Ctx, projectId: string): Promise<UnitEstimate[]> =>
  withUnits(ctx, await published(ctx).where('project_id', '=', projectId).execute())
export const listUnitEstimates = async (ctx: Ctx): Promise<UnitEstimate[]> => withUnits(ctx, await published(ctx).execute())
