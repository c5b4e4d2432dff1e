import { sql } from 'kysely'
import { type Area, isInside, type Point, type Position } from '#kit/geo.ts'
import { notFound } from '#kit/refusal.ts'
import { schematicCellAt } from '#modules/programme/territories/schematic-map.rules.ts'
import { cityWhere, type ListedTerritory, type Territory, type TerritoryKind } from '#modules/programme/territories/territories.rules.ts'
import type { Ctx } from '#platform/context.ts'
import { kept } from '#platform/kept.ts'

declare module '#platform/schema.ts' {
  interface Tables {
    territories: { id: string; kind: TerritoryKind; number: number | null; name: string; parent_id: string | null; created_at: Date }
    boundaries: { territory_id: string; area: unknown; square_km: number; source: string; imported_at: Date }
  }
}

const territories = ({ db }: Ctx) => db.selectFrom('territories as t').select(['t.id', 't.kind', 't.number', 't.name', 't.parent_id as parentId'])

export const listDistricts = (ctx: Ctx): Promise<readonly Territory[]> =>
  kept(ctx.db, 'districts', ['territories.'], () => territories(ctx).where('kind', '=', 'district').orderBy('number').execute())

/** The city, its districts by number, then estates and custom areas by name. */
export const listTerritories = (ctx: Ctx): Promise<Territory[]> =>
  territories(ctx)
    .orderBy(sql`array_position(array['city', 'district', 'estate', 'custom'], kind)`)
    .orderBy('number')
    .orderBy(sql`name collate "pl-x-icu"`)
    .execute()

/** Estates and custom areas inside a district or the city. */
export const listAreasIn = (ctx: Ctx, parentId: string): Promise<Territory[]> =>
  territories(ctx).where('parent_id', '=', parentId).where('kind', 'in', ['estate', 'custom']).orderBy(sql`name collate "pl-x-icu"`).execute()

export const findDistrict = (ctx: Ctx, number: number): Promise<Territory | undefined> =>
  Number.isInteger(number) && number > 0 && number < 1000
    ? territories(ctx).where('kind', '=', 'district').where('number', '=', number).executeTakeFirst()
    : Promise.resolve(undefined)
export const loadDistrict = async (ctx: Ctx, number: number): Promise<Territory> => (await findDistrict(ctx, number)) ?? notFound('no such district')

export const findTerritory = (ctx: Ctx, id: string): Promise<Territory | undefined> => territories(ctx).where('id', '=', id).executeTakeFirst()
export const loadTerritory = async (ctx: Ctx, id: string): Promise<Territory> => (await findTerritory(ctx, id)) ?? notFound('no such territory')

/** The city-wide space; undefined before the city has been founded. */
export const findCity = (ctx: Ctx): Promise<Territory | undefined> =>
  kept(ctx.db, 'city', ['territories.'], () => territories(ctx).where('kind', '=', 'city').executeTakeFirst())
export const theCity = async (ctx: Ctx): Promise<Territory> => (await findCity(ctx)) ?? notFound('no city yet')

/** `where` of an address: the number of a district or "miasto". */
export const territoryOfWhere = (ctx: Ctx, where: string): Promise<Territory> =>
  where === cityWhere ? theCity(ctx) : loadDistrict(ctx, /^\d{1,3}$/.test(where) ? Number(where) : 0)

export type Boundary = { readonly territory: Territory; readonly area: Area; readonly importedAt: Date; readonly source: string }

/** Real boundaries of all districts, or of the smaller areas; empty until a city imports its own. */
export async function listBoundaries(ctx: Ctx, kinds: readonly TerritoryKind[] = ['district']): Promise<Boundary[]> {
  const rows = await territories(ctx)
    .innerJoin('boundaries as b', 'b.territory_id', 't.id')
    .select(['b.area', 'b.source', 'b.imported_at as importedAt'])
    .where('t.kind', 'in', kinds)
    .orderBy('t.number')
    .orderBy('t.id')
    .execute()
  return rows.map(({ area, source, importedAt, ...territory }) => ({ territory, area: area as Position[][][], source, importedAt }))
}

/** Every area with what is known of its boundary, for the office. */
export const listWithBoundaries = (ctx: Ctx): Promise<ListedTerritory[]> =>
  territories(ctx)
    .leftJoin('boundaries as b', 'b.territory_id', 't.id')
    .select(['b.square_km as squareKm', 'b.source'])
    .orderBy(sql`array_position(array['city', 'district', 'estate', 'custom'], t.kind)`)
    .orderBy('t.number')
    .orderBy(sql`t.name collate "pl-x-icu"`)
    .execute()

/** The district a point lies in: by its real boundary when one has been imported, by the schematic map otherwise. */
export const districtAt = async (ctx: Ctx, point: Point): Promise<Territory | undefined> => (await districtFinder(ctx))(point)

/** The same for many points: what is known of the districts is read once. */
export async function districtFinder(ctx: Ctx): Promise<(point: Point) => Territory | undefined> {
  const boundaries = await listBoundaries(ctx)
  if (boundaries.length > 0) return point => boundaries.find(({ area }) => isInside(point, area))?.territory
  const districts = await listDistricts(ctx)
  return point => {
    const cell = schematicCellAt(point)
    return cell && districts.find(({ number }) => number === cell.number)
  }
}

export async function addTerritory({ db, now }: Ctx, territory: Territory): Promise<void> {
  const { parentId, ...columns } = territory
  await db
    .insertInto('territories')
    .values({ ...columns, parent_id: parentId, created_at: now })
    .execute()
}

/** Says whether anything changed: the same boundary brought again is not written. */
export async function keepBoundary({ db, now }: Ctx, territoryId: string, area: Area, squareKm: number, source: string): Promise<boolean> {
  const written = { area: JSON.stringify(area), square_km: squareKm, source, imported_at: now }
  const result = await db
    .insertInto('boundaries')
    .values({ territory_id: territoryId, ...written })
    .onConflict(clash =>
      clash
        .column('territory_id')
        .doUpdateSet(written)
        .where(({ eb, ref }) => eb(ref('boundaries.area'), 'is distinct from', sql`excluded.area`)),
    )
    .executeTakeFirst()
  return (result.numInsertedOrUpdatedRows ?? 0n) > 0n
}
