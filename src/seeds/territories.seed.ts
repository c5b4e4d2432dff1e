import { krakow } from '#modules/programme/territories/krakow.rules.ts'
import { foundCity } from '#modules/programme/territories/territories.actions.ts'
import { listDistricts, theCity } from '#modules/programme/territories/territories.store.ts'
import type { SeedPart } from '#seeds/world.ts'

/** The city and its 18 districts: "city", "district.13". */
export const territoriesSeed: SeedPart = async world => {
  const ctx = world.ctx('house', 120)
  await foundCity(ctx, krakow)
  world.ids.set('city', (await theCity(ctx)).id)
  for (const district of await listDistricts(ctx)) world.ids.set(`district.${district.number}`, district.id)
}
