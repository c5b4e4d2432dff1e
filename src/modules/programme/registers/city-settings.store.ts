import { sql } from 'kysely'
import { type CitySettings, noCitySettings } from '#modules/programme/registers/city-settings.rules.ts'
import type { Ctx } from '#platform/context.ts'
import { kept } from '#platform/kept.ts'

/** What the city has written about itself; empty fields before anybody has. */
export async function readCitySettings({ db }: Ctx): Promise<CitySettings> {
  const ask = () => db.selectFrom('settings').select('value').where('name', '=', 'city').executeTakeFirst()
  const row = await kept(db, 'city-settings', ['city.'], ask)
  return { ...noCitySettings, ...(row?.value as Partial<CitySettings> | undefined) }
}

/** False when somebody has changed them since `version` was read. */
export async function keepCitySettings({ db }: Ctx, { version, ...settings }: CitySettings): Promise<boolean> {
  const value = JSON.stringify({ ...settings, version: version + 1 })
  const done = await db
    .insertInto('settings')
    .values({ name: 'city', value })
    .onConflict(clash => clash.column('name').doUpdateSet({ value }).where(sql<boolean>`(settings.value->>'version')::int = ${version}`))
    .executeTakeFirst()
  return Number(done.numInsertedOrUpdatedRows) === 1
}
