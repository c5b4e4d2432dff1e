import { geoMercator, geoPath } from 'd3-geo'
import type { Feature, FeatureCollection, MultiPolygon } from 'geojson'
import { sql } from 'kysely'
import { type Area, isInside, type MapShapes, type Position, type Ring } from '#kit/geo.ts'
import { onSchematic, schematicArea, schematicCells, schematicShapes } from '#modules/programme/territories/schematic-map.rules.ts'
import { roman, territoryTitle } from '#modules/programme/territories/territories.rules.ts'
import { type Boundary, listBoundaries, listDistricts } from '#modules/programme/territories/territories.store.ts'
import type { Ctx } from '#platform/context.ts'
import type { Db } from '#platform/db.ts'
import { kept } from '#platform/kept.ts'

const drawn = new WeakMap<Db, MapShapes>()

/** The districts as drawings: from real boundaries once they are there, the schematic map until then. Drawn once, until the boundaries change. */
export async function districtShapes(ctx: Ctx): Promise<MapShapes> {
  const version = await versionOfBoundaries(ctx)
  if (version === 'schematic') return schematicShapes(await listDistricts(ctx))
  const before = drawn.get(ctx.db)
  if (before?.version === version) return before
  const shapes = draw(await listBoundaries(ctx), version)
  drawn.set(ctx.db, shapes)
  return shapes
}

async function versionOfBoundaries({ db }: Ctx): Promise<string> {
  const ask = () =>
    db
      .selectFrom('boundaries as b')
      .innerJoin('territories as t', 't.id', 'b.territory_id')
      .where('t.kind', '=', 'district')
      .select([sql<number>`count(*)`.as('n'), sql<Date | null>`max(b.imported_at)`.as('at')])
      .executeTakeFirst()
  const row = await kept(db, 'boundaries', ['territories.'], ask)
  return row?.at ? `${row.n}-${row.at.getTime()}` : 'schematic'
}

/** Other areas (of ambassadors, of talks) as SVG paths on the same drawing. */
export async function drawAreas(ctx: Ctx, areas: readonly Area[]): Promise<readonly string[]> {
  if (areas.length === 0) return []
  const schematic = (await versionOfBoundaries(ctx)) === 'schematic'
  const projection = schematic ? undefined : projectionOf((await listBoundaries(ctx)).map(({ area }) => geometryOf(area)))
  const at = ([lon, lat]: Position): Position => (projection ? (projection([lon, lat]) ?? [0, 0]) : onSchematic({ lon, lat }))
  const ringPath = (ring: Ring) => `M${ring.map(position => at(position).map(round).join(' ')).join('L')}Z`
  return areas.map(area => area.flatMap(polygon => polygon.map(ringPath)).join(''))
}

const [width, height, margin] = [640, 440, 4]
const projectionOf = (geometries: MultiPolygon[]) =>
  geoMercator().fitExtent(
    [
      [margin, margin],
      [width - margin, height - margin],
    ],
    { type: 'GeometryCollection', geometries },
  )

function draw(boundaries: readonly Boundary[], version: string): MapShapes {
  const features = boundaries.map(({ area }) => geometryOf(area))
  const projection = projectionOf(features)
  const path = geoPath(projection).digits(1)
  const shapes = boundaries.map(({ territory, area }, i) => {
    const feature = features[i] ?? geometryOf(area)
    const number = territory.number ?? 0
    return {
      id: territory.id,
      number,
      mark: roman(number),
      title: territoryTitle(territory),
      d: path(feature) ?? '',
      label: labelPoint(area, path.centroid(feature), point => projection.invert?.(point)),
    }
  })
  return { version, viewBox: [0, 0, width, height], schematic: false, shapes }
}

const geometryOf = (area: Boundary['area']): MultiPolygon => ({
  type: 'MultiPolygon',
  coordinates: area as Position[][][] as [number, number][][][],
})

/** The middle of a crescent may lie outside of it: then the label moves along its row to the widest part inside. */
function labelPoint(
  area: Boundary['area'],
  [x, y]: [number, number],
  invert: (at: [number, number]) => [number, number] | null | undefined,
): Position {
  const within = (at: number) => {
    const [lon, lat] = invert([at, y]) ?? [0, 0]
    return isInside({ lon, lat }, area)
  }
  if (within(x)) return [round(x), round(y)]
  const runs: number[][] = [[]]
  for (let at = margin; at < width; at += 4) within(at) ? runs.at(-1)?.push(at) : runs.push([])
  const widest = runs.reduce((best, run) => (run.length > best.length ? run : best))
  return [round(widest[Math.floor(widest.length / 2)] ?? x), round(y)]
}
const round = (value: number) => Math.round(value * 10) / 10

/** The same as GeoJSON for the live map and for anybody's use; outlines run as RFC 7946 wants. */
export async function districtsGeoJson(ctx: Ctx): Promise<FeatureCollection & { readonly schematic: boolean }> {
  const real = await listBoundaries(ctx)
  const districts = await listDistricts(ctx)
  const areas =
    real.length > 0
      ? real.map(({ territory, area }) => ({ territory, area }))
      : schematicCells.flatMap(cell => {
          const territory = districts.find(({ number }) => number === cell.number)
          return territory ? [{ territory, area: schematicArea(cell) }] : []
        })
  const features = areas.map(({ territory, area }): Feature => {
    const coordinates = area.map(polygon => polygon.map(ring => ring.map(([lon, lat]) => [decimals(lon), decimals(lat)]).reverse()))
    return {
      type: 'Feature',
      id: territory.id,
      properties: { number: territory.number, roman: roman(territory.number ?? 0), name: territory.name },
      geometry: { type: 'MultiPolygon', coordinates },
    }
  })
  return { type: 'FeatureCollection', schematic: real.length === 0, features }
}
const decimals = (degrees: number) => Math.round(degrees * 1e6) / 1e6

/** A little more than the city: nobody may fetch the background of other places through us. */
export async function districtsBox(ctx: Ctx): Promise<{ west: number; south: number; east: number; north: number }> {
  const real = await listBoundaries(ctx)
  const areas = real.length > 0 ? real.map(({ area }) => area) : schematicCells.map(schematicArea)
  const positions = areas.flatMap(area => area.flatMap(polygon => polygon.flat()))
  const [lons, lats] = [positions.map(([lon]) => lon), positions.map(([, lat]) => lat)]
  const room = 0.1
  return { west: Math.min(...lons) - room, south: Math.min(...lats) - room, east: Math.max(...lons) + room, north: Math.max(...lats) + room }
}
