import { sql } from 'kysely'
import type { Area } from '#kit/geo.ts'
import { boxOf } from '#modules/consultation/registers/outlines.rules.ts'
import { type Plot, plotNumbersIn } from '#modules/consultation/registers/plots.rules.ts'
import { isMarked, type Spot } from '#modules/proposals/place/spots.rules.ts'
import type { Ctx } from '#platform/context.ts'

declare module '#platform/schema.ts' {
  interface Tables {
    plots: {
      number: string
      precinct: string
      manager: string
      status: string
      lon: number | null
      lat: number | null
      outline: unknown
      west: number | null
      east: number | null
      south: number | null
      north: number | null
      imported_at: Date
    }
  }
}
type Row = { number: string; precinct: string; manager: string; status: string; lon: number | null; lat: number | null; outline: unknown }
const toPlot = ({ lon, lat, outline, ...plot }: Row): Plot => ({
  ...plot,
  point: lon === null || lat === null ? undefined : { lon, lat },
  outline: (outline as Area | null) ?? undefined,
})
const plots = ({ db }: Ctx) => db.selectFrom('plots').select(['number', 'precinct', 'manager', 'status', 'lon', 'lat', 'outline'])

export const listPlots = async (ctx: Ctx): Promise<Plot[]> => (await plots(ctx).orderBy('precinct').orderBy('number').execute()).map(toPlot)
export const countPlots = async ({ db }: Ctx): Promise<number> =>
  Number(
    (
      await db
        .selectFrom('plots')
        .select(eb => eb.fn.countAll().as('n'))
        .executeTakeFirstOrThrow()
    ).n,
  )

/** Plots that a text may name or that lie about what is marked on the map; the rules say which of them are meant. */
export async function listPlotsAbout(ctx: Ctx, { text, spot }: { text: string; spot: Spot }): Promise<Plot[]> {
  const numbers = plotNumbersIn(text)
  const { point, line = [], area = [] } = spot
  if (numbers.length === 0 && !isMarked(spot)) return []
  const marked = boxOf([...(point ? [[point.lon, point.lat] as const] : []), ...line, ...area.flat(2)])
  // a little more than the reach of a mark
  const box = { west: marked.west - 0.002, east: marked.east + 0.002, south: marked.south - 0.001, north: marked.north + 0.001 }
  const rows = await plots(ctx)
    .where(is =>
      is.or([
        ...(numbers.length > 0 ? [is('number', 'in', numbers)] : []),
        ...(isMarked(spot)
          ? [
              is.and([is('lat', '>=', box.south), is('lat', '<=', box.north), is('lon', '>=', box.west), is('lon', '<=', box.east)]),
              is.and([is('south', '<=', box.north), is('north', '>=', box.south), is('west', '<=', box.east), is('east', '>=', box.west)]),
            ]
          : []),
      ]),
    )
    .orderBy('precinct')
    .orderBy('number')
    .limit(500)
    .execute()
  return rows.map(toPlot)
}

const nowhere = { west: null, east: null, south: null, north: null }
export async function putPlots({ db, now }: Ctx, rows: readonly Plot[]): Promise<void> {
  for (let at = 0; at < rows.length; at += 1000)
    await db
      .insertInto('plots')
      .values(
        rows.slice(at, at + 1000).map(({ point, outline, ...plot }) => ({
          ...plot,
          lon: point?.lon ?? null,
          lat: point?.lat ?? null,
          outline: outline ? JSON.stringify(outline) : null,
          ...(outline ? boxOf(outline.flat(2)) : nowhere),
          imported_at: now,
        })),
      )
      .onConflict(clash =>
        clash.columns(['number', 'precinct']).doUpdateSet(eb => ({
          manager: eb.ref('excluded.manager'),
          status: eb.ref('excluded.status'),
          lon: eb.ref('excluded.lon'),
          lat: eb.ref('excluded.lat'),
          outline: eb.ref('excluded.outline'),
          west: eb.ref('excluded.west'),
          east: eb.ref('excluded.east'),
          south: eb.ref('excluded.south'),
          north: eb.ref('excluded.north'),
          imported_at: now,
        })),
      )
      .execute()
}
export async function removePlots({ db }: Ctx, gone: readonly Pick<Plot, 'number' | 'precinct'>[]): Promise<void> {
  if (gone.length === 0) return
  const [numbers, precincts] = [gone.map(({ number }) => number), gone.map(({ precinct }) => precinct)]
  await sql`delete from plots p using unnest(${numbers}::text[], ${precincts}::text[]) as g (number, precinct)
    where p.number = g.number and p.precinct = g.precinct`.execute(db)
}
