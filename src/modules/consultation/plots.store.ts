import { sql } from 'kysely'
import type { Point } from '#kit/geo.ts'
import { around, type Plot, plotNumbersIn } from '#modules/consultation/plots.rules.ts'
import type { Ctx } from '#platform/context.ts'

declare module '#platform/schema.ts' {
  interface Tables {
    plots: { number: string; precinct: string; manager: string; status: string; lon: number | null; lat: number | null; imported_at: Date }
  }
}
type Row = { number: string; precinct: string; manager: string; status: string; lon: number | null; lat: number | null }
const toPlot = ({ lon, lat, ...plot }: Row): Plot => ({ ...plot, point: lon === null || lat === null ? undefined : { lon, lat } })
const plots = ({ db }: Ctx) => db.selectFrom('plots').select(['number', 'precinct', 'manager', 'status', 'lon', 'lat'])

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

/** Plots that a text may name or that lie about a point; the rules say which of them are meant. */
export async function listPlotsAbout(ctx: Ctx, { text, point }: { text: string; point: Point | undefined }): Promise<Plot[]> {
  const numbers = plotNumbersIn(text)
  if (numbers.length === 0 && !point) return []
  const box = point && around(point)
  const rows = await plots(ctx)
    .where(is =>
      is.or([
        ...(numbers.length > 0 ? [is('number', 'in', numbers)] : []),
        ...(box ? [is.and([is('lat', '>=', box.south), is('lat', '<=', box.north), is('lon', '>=', box.west), is('lon', '<=', box.east)])] : []),
      ]),
    )
    .orderBy('precinct')
    .orderBy('number')
    .limit(200)
    .execute()
  return rows.map(toPlot)
}

export async function putPlots({ db, now }: Ctx, rows: readonly Plot[]): Promise<void> {
  for (let at = 0; at < rows.length; at += 1000)
    await db
      .insertInto('plots')
      .values(
        rows.slice(at, at + 1000).map(({ point, ...plot }) => ({ ...plot, lon: point?.lon ?? null, lat: point?.lat ?? null, imported_at: now })),
      )
      .onConflict(clash =>
        clash.columns(['number', 'precinct']).doUpdateSet(eb => ({
          manager: eb.ref('excluded.manager'),
          status: eb.ref('excluded.status'),
          lon: eb.ref('excluded.lon'),
          lat: eb.ref('excluded.lat'),
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
