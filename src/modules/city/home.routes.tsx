import { countEverything } from '#modules/city/counts.store.ts'
import { EmptyHomePage } from '#modules/city/empty-home.pages.tsx'
import { HomePage } from '#modules/city/home.pages.tsx'
import { listNews } from '#modules/city/news.store.ts'
import { todayOf } from '#modules/city/phases.rules.ts'
import { companyOf } from '#modules/city/project/company.store.ts'
import { namesOfPlaces, sentenced } from '#modules/city/telling.routes.tsx'
import { listNeeds } from '#modules/ideas/needs.store.ts'
import { findCurrentEdition } from '#modules/programme/editions/editions.store.ts'
import { listShownPages } from '#modules/programme/pages/pages.store.ts'
import { listTerritories } from '#modules/programme/territories/territories.store.ts'
import { districtShapes } from '#modules/programme/territories/territories-map.store.ts'
import { paths, url } from '#paths'
import { get, page, type Route } from '#web/http.ts'

/** Slugs of the pages that explain each way, as the programme's own pages are named. */
const explaining = { 'district-path': 'sciezka-dzielnicowa', 'city-path': 'sciezka-miejska', individual: 'na-wlasna-reke' } as const

export const homeRoutes: readonly Route[] = [
  get(paths.home, 'everyone', async c => {
    const { ctx, frame } = c.var
    const edition = await findCurrentEdition(ctx)
    if (!edition) return page(c, <EmptyHomePage frame={frame} />)
    const [company, territories, map, counts, news, missed, pages] = await Promise.all([
      companyOf(ctx, edition, { meetings: 5, talks: 5 }),
      listTerritories(ctx),
      districtShapes(ctx),
      countEverything(ctx, edition.id),
      listNews(ctx, { limit: 6 }),
      listNeeds(ctx, { limit: 5, sort: 'backed', editionId: edition.id }),
      listShownPages(ctx),
    ])
    const home = {
      edition,
      company,
      territories: new Map(territories.map(territory => [territory.id, territory])),
      today: todayOf(edition, ctx.now),
      districts: territories.filter(({ kind }) => kind === 'district'),
      map,
      counts,
      news: sentenced(c, news),
      missed,
      places: namesOfPlaces(territories, frame.locale),
      explained: new Map(
        Object.entries(explaining).flatMap(([part, slug]) => (pages.some(shown => shown.slug === slug) ? [[part, url(paths.page, { slug })]] : [])),
      ),
    }
    return page(c, <HomePage frame={frame} home={home} />)
  }),
]
