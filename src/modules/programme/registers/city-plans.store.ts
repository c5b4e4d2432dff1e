import { type Selectable, sql } from 'kysely'
import { newId } from '#kit/ids.ts'
import type { CityPlan, PlanRow, PlanState } from '#modules/programme/registers/city-plans.rules.ts'
import type { Ctx } from '#platform/context.ts'
import type { Tables } from '#platform/schema.ts'

declare module '#platform/schema.ts' {
  interface Tables {
    city_plans: {
      id: string
      foreign_id: string
      territory_id: string
      title: string
      text: string
      state: PlanState
      cost: number | null
      term: string | null
      place_words: string | null
      lon: number | null
      lat: number | null
      link: string | null
      unit: string | null
      changed_at: Date
    }
  }
}

/** What the city does now first, then what it plans, then what is done; of one territory, or all. */
export async function listCityPlans({ db }: Ctx, territoryId?: string): Promise<CityPlan[]> {
  let query = db
    .selectFrom('city_plans')
    .selectAll()
    .orderBy(sql`array_position(array['ongoing', 'planned', 'done'], state)`)
    .orderBy(sql`title collate "pl-x-icu"`)
    .orderBy('id')
  if (territoryId) query = query.where('territory_id', '=', territoryId)
  return (await query.execute()).map(toPlan)
}

export async function putPlan({ db, now }: Ctx, { foreignId, territoryId, placeWords, point, ...plan }: PlanRow): Promise<void> {
  const columns = { ...plan, territory_id: territoryId, place_words: placeWords, lon: point?.lon ?? null, lat: point?.lat ?? null, changed_at: now }
  await db
    .insertInto('city_plans')
    .values({ id: newId('plan'), foreign_id: foreignId, ...columns })
    .onConflict(clash => clash.column('foreign_id').doUpdateSet(columns))
    .execute()
}

export async function removePlans({ db }: Ctx, ids: readonly string[]): Promise<void> {
  if (ids.length > 0) await db.deleteFrom('city_plans').where('id', 'in', ids).execute()
}

const toPlan = (row: Selectable<Tables['city_plans']>): CityPlan => ({
  id: row.id,
  foreignId: row.foreign_id,
  territoryId: row.territory_id,
  title: row.title,
  text: row.text,
  state: row.state,
  cost: row.cost,
  term: row.term,
  placeWords: row.place_words,
  point: row.lon === null || row.lat === null ? null : { lon: row.lon, lat: row.lat },
  link: row.link,
  unit: row.unit,
})
