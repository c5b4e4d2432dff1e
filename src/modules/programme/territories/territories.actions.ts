import { type Area, squareKm } from '#kit/geo.ts'
import { newId } from '#kit/ids.ts'
import { type AreaFault, readAreas } from '#modules/programme/territories/geojson.rules.ts'
import { mayImportAreas } from '#modules/programme/territories/territories.rules.ts'
import { addTerritory, findCity, keepBoundary, listDistricts, listTerritories, theCity } from '#modules/programme/territories/territories.store.ts'
import { type Ctx, inTransaction } from '#platform/context.ts'
import { record } from '#platform/ledger.ts'

export type CityPlan = { readonly name: string; readonly districts: readonly { readonly number: number; readonly name: string }[] }

/** The city and its districts, once; what is there already stays, what is missing is added. */
export async function foundCity(ctx: Ctx, plan: CityPlan): Promise<void> {
  await inTransaction(ctx, async ctx => {
    const city = (await findCity(ctx)) ?? { id: newId('territory'), kind: 'city' as const, number: null, name: plan.name, parentId: null }
    const there = await listDistricts(ctx)
    const missing = plan.districts.filter(({ number }) => !there.some(district => district.number === number))
    if (!(await findCity(ctx))) await addTerritory(ctx, city)
    for (const { number, name } of missing) await addTerritory(ctx, { id: newId('territory'), kind: 'district', number, name, parentId: city.id })
    if (missing.length > 0) await record(ctx, 'territories.founded', city.id, { city: city.name, districts: missing.length })
  })
}

type NewArea = { readonly id: string; readonly parentId: string; readonly name: string; readonly area?: Area | undefined; readonly source: string }
/** A smaller area of a district, drawn or in words only. Part of the action that needs it; the caller has asked whether it may. */
export async function addSmallerArea(ctx: Ctx, { id, parentId, name, area, source }: NewArea): Promise<void> {
  await addTerritory(ctx, { id, kind: 'custom', number: null, name, parentId })
  if (area) await keepBoundary(ctx, id, area, squareKm(area), source)
  await record(ctx, 'territory.added', id, { name, drawn: area !== undefined })
}

export type AreasReport = { readonly added: number; readonly changed: number; readonly unchanged: number; readonly squareKm: number }
export type Imported =
  | { readonly ok: true; readonly report: AreasReport }
  | { readonly ok: false; readonly why: 'not-yours' | 'no-city' | 'broken'; readonly faults: readonly AreaFault[] }

/** Takes boundaries from a GeoJSON file: all of it or, when anything is wrong, nothing. Brought again, it changes nothing. */
export async function importAreas(
  ctx: Ctx,
  json: unknown,
  source: string,
  onArea: (done: number, all: number) => void = () => {},
): Promise<Imported> {
  if (!mayImportAreas(ctx.actor).ok) return { ok: false, why: 'not-yours', faults: [] }
  return inTransaction(ctx, async ctx => {
    const territories = await listTerritories(ctx)
    if (!territories.some(({ kind }) => kind === 'city')) return { ok: false, why: 'no-city', faults: [] }
    const { areas, faults } = readAreas(json, territories)
    if (faults.length > 0) return { ok: false, why: 'broken', faults }
    let [added, changed, sum] = [0, 0, 0]
    for (const [i, { territory, area, kind, number, name, parentId }] of areas.entries()) {
      const id = territory?.id ?? newId('territory')
      if (!territory) await addTerritory(ctx, { id, kind, number, name, parentId })
      const written = await keepBoundary(ctx, id, area, squareKm(area), source)
      if (!territory) added += 1
      else if (written) changed += 1
      sum += squareKm(area)
      onArea(i + 1, areas.length)
    }
    if (added + changed > 0) await record(ctx, 'territories.imported', (await theCity(ctx)).id, { areas: areas.length, source })
    return { ok: true, report: { added, changed, unchanged: areas.length - added - changed, squareKm: sum } }
  })
}
