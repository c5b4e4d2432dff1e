import { no, type Verdict } from '#kit/verdict.ts'
import {
  type CityPlan,
  changesOf,
  mayImportPlans,
  type PlanChanges,
  type PlanFault,
  readPlans,
} from '#modules/programme/registers/city-plans.rules.ts'
import { listCityPlans, putPlan, removePlans } from '#modules/programme/registers/city-plans.store.ts'
import { listTerritories, theCity } from '#modules/programme/territories/territories.store.ts'
import { type Ctx, inTransaction } from '#platform/context.ts'
import { record } from '#platform/ledger.ts'
import { readTable } from '#platform/tables.ts'

export type PlanPreview = { readonly faults: readonly PlanFault[]; readonly changes: PlanChanges; readonly before: readonly CityPlan[] }

/** What a table would change, without changing anything. */
export async function previewPlans(ctx: Ctx, text: string, removing: boolean): Promise<PlanPreview> {
  const table = readTable(text)
  const before = await listCityPlans(ctx)
  const { plans, faults } = 'why' in table ? { plans: [], faults: [table] } : readPlans(table, await listTerritories(ctx))
  return { faults, before, changes: changesOf(plans, before, removing && faults.length === 0) }
}

export type PlansImported = Verdict<'not-yours' | 'broken'> & { readonly changes?: PlanChanges; readonly faults?: readonly PlanFault[] }

/** Takes the table whole or not at all; the same one again changes nothing. */
export async function importPlans(ctx: Ctx, text: string, removing: boolean): Promise<PlansImported> {
  const verdict = mayImportPlans(ctx.actor)
  if (!verdict.ok) return verdict
  return inTransaction(ctx, async ctx => {
    const { faults, changes } = await previewPlans(ctx, text, removing)
    if (faults.length > 0) return { ...no('broken'), faults }
    const rows = [...changes.added, ...changes.changed]
    for (const row of rows) await putPlan(ctx, row)
    await removePlans(
      ctx,
      changes.gone.map(({ id }) => id),
    )
    if (rows.length + changes.gone.length > 0)
      await record(ctx, 'plans.imported', (await theCity(ctx)).id, { rows: rows.length, removed: changes.gone.length })
    return { ok: true, changes }
  })
}
