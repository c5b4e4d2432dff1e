import { parse } from 'csv-parse/sync'
import { no, type Verdict } from '#kit/verdict.ts'
import {
  type CityPlan,
  changesOf,
  mayImportPlans,
  type PlanChanges,
  type PlanFault,
  type PlanTable,
  readPlans,
} from '#modules/programme/city-plans.rules.ts'
import { listCityPlans, putPlan, removePlans } from '#modules/programme/city-plans.store.ts'
import { listTerritories, theCity } from '#modules/programme/territories.store.ts'
import { type Ctx, inTransaction } from '#platform/context.ts'
import { record } from '#platform/ledger.ts'

/** UTF-8, or what Polish office programs write when nobody tells them otherwise. */
export function decodeTable(bytes: Uint8Array): string {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes)
  } catch {
    return new TextDecoder('windows-1250').decode(bytes)
  }
}

/** Columns separated by semicolons, commas or tabs, whichever the first line has most of. */
function tableOf(typed: string): PlanTable | PlanFault {
  const text = typed.replace(/\r\n?/g, '\n')
  const first = text.split('\n', 1)[0] ?? ''
  const delimiter = [';', ',', '\t'].reduce((best, mark) => (first.split(mark).length > first.split(best).length ? mark : best))
  try {
    // with `info` each record comes with where it stands, which the types do not know
    const records = parse(text, {
      delimiter,
      bom: true,
      info: true,
      relax_column_count: true,
      skip_empty_lines: true,
    }) as unknown as readonly { record: string[]; info: { lines: number } }[]
    const [head, ...rows] = records
    return {
      columns: head?.record ?? [],
      // the parser tells the line a record ends in
      rows: rows.filter(({ record }) => record.some(value => value.trim() !== '')).map(({ record, info }) => ({ line: info.lines, values: record })),
    }
  } catch (error) {
    const line = Number((error as { lines?: number }).lines ?? 1)
    return { line, why: 'not-csv', what: error instanceof Error ? error.message.slice(0, 200) : '' }
  }
}

export type PlanPreview = { readonly faults: readonly PlanFault[]; readonly changes: PlanChanges; readonly before: readonly CityPlan[] }

/** What a table would change, without changing anything. */
export async function previewPlans(ctx: Ctx, text: string, removing: boolean): Promise<PlanPreview> {
  const table = tableOf(text)
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
