import { TimesPage } from '#modules/consultation/times.pages.tsx'
import { timesOf } from '#modules/consultation/times.store.ts'
import { findCurrentEdition } from '#modules/programme/editions/editions.store.ts'
import { listUnits } from '#modules/programme/registers/units.store.ts'
import { paths } from '#paths'
import { get, page, type Route } from '#web/http.ts'

export const timesRoutes: readonly Route[] = [
  get(paths.adviceTimes, 'everyone', async c => {
    const { ctx, frame } = c.var
    const edition = await findCurrentEdition(ctx)
    return page(c, <TimesPage frame={frame} units={await listUnits(ctx)} times={edition && (await timesOf(ctx, edition.id))} />)
  }),
]
