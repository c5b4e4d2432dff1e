import { no, type Verdict } from '#kit/verdict.ts'
import { mayEditPrices, type PriceChanges, type PriceFault, priceChanges, readPrices } from '#modules/programme/registers/price-list.rules.ts'
import { listPriceItems, putPriceItem } from '#modules/programme/registers/price-list.store.ts'
import { theCity } from '#modules/programme/territories/territories.store.ts'
import { type Ctx, inTransaction } from '#platform/context.ts'
import { record } from '#platform/ledger.ts'
import { readTable } from '#platform/tables.ts'

/** What a table would change, without changing anything. */
export async function previewPrices(ctx: Ctx, text: string): Promise<{ readonly faults: readonly PriceFault[]; readonly changes: PriceChanges }> {
  const table = readTable(text)
  const { items, faults } = 'why' in table ? { items: [], faults: [table] } : readPrices(table)
  return { faults, changes: priceChanges(items, await listPriceItems(ctx)) }
}

export type PricesImported = Verdict<'not-yours' | 'broken'> & { readonly changes?: PriceChanges; readonly faults?: readonly PriceFault[] }

/** Takes the table whole or not at all; the same one again changes nothing. */
export async function importPrices(ctx: Ctx, text: string): Promise<PricesImported> {
  const verdict = mayEditPrices(ctx.actor)
  if (!verdict.ok) return verdict
  return inTransaction(ctx, async ctx => {
    const { faults, changes } = await previewPrices(ctx, text)
    if (faults.length > 0) return { ...no('broken'), faults }
    const rows = [...changes.added, ...changes.changed]
    for (const row of rows) await putPriceItem(ctx, row)
    if (rows.length > 0) await record(ctx, 'prices.imported', (await theCity(ctx)).id, { rows: rows.length })
    return { ok: true, changes }
  })
}
