import { sql } from 'kysely'
import type { Day } from '#kit/dates.ts'
import type { PriceItem } from '#modules/programme/registers/price-list.rules.ts'
import type { Ctx } from '#platform/context.ts'

declare module '#platform/schema.ts' {
  interface Tables {
    price_items: {
      code: string
      valid_from: Day
      category: string
      name: string
      unit: string
      price: number
      vat: number
      upkeep: number
      source: string
      changed_at: Date
    }
  }
}

/** Every price there ever was, by category and name, the newest of each thing first. */
export function listPriceItems({ db }: Ctx): Promise<PriceItem[]> {
  return db
    .selectFrom('price_items')
    .select(['code', 'valid_from as from', 'category', 'name', 'unit', 'price', 'vat', 'upkeep', 'source'])
    .orderBy(sql`category collate "pl-x-icu"`)
    .orderBy(sql`name collate "pl-x-icu"`)
    .orderBy('code')
    .orderBy('valid_from', 'desc')
    .execute()
}

export async function putPriceItem({ db, now }: Ctx, { from, code, ...item }: PriceItem): Promise<void> {
  const columns = { ...item, changed_at: now }
  await db
    .insertInto('price_items')
    .values({ code, valid_from: from, ...columns })
    .onConflict(clash => clash.columns(['code', 'valid_from']).doUpdateSet(columns))
    .execute()
}
