import { countEverything } from '#modules/city/counts.store.ts'
import { DistrictsPage } from '#modules/city/districts.pages.tsx'
import { listNews } from '#modules/city/news.store.ts'
import { todayOf } from '#modules/city/phases.rules.ts'
import { PlacePage } from '#modules/city/place.pages.tsx'
import { noCompany } from '#modules/city/project/company.rules.ts'
import { companyOf } from '#modules/city/project/company.store.ts'
import { sentenced } from '#modules/city/telling.routes.tsx'
import { findOwnFollow } from '#modules/following/follows.store.ts'
import { listIdeas } from '#modules/ideas/ideas.store.ts'
import { listNeeds } from '#modules/ideas/needs.store.ts'
import { listWonIn } from '#modules/programme/archive/archive-lists.store.ts'
import { findCurrentEdition } from '#modules/programme/editions/editions.store.ts'
import { listCityPlans } from '#modules/programme/registers/city-plans.store.ts'
import type { Territory } from '#modules/programme/territories/territories.rules.ts'
import { findCity, listDistricts, loadDistrict, theCity } from '#modules/programme/territories/territories.store.ts'
import { districtShapes } from '#modules/programme/territories/territories-map.store.ts'
import { listProjects } from '#modules/proposals/proposals.store.ts'
import { paths, url } from '#paths'
import { get, page, type Route, type Visit } from '#web/http.ts'

export const placesRoutes: readonly Route[] = [
  get(paths.districts, 'everyone', async c => {
    const { ctx, frame } = c.var
    const edition = await findCurrentEdition(ctx)
    const [districts, city, map, counts] = await Promise.all([
      listDistricts(ctx),
      findCity(ctx),
      districtShapes(ctx),
      countEverything(ctx, edition?.id),
    ])
    return page(c, <DistrictsPage frame={frame} view={{ districts, city, map, counts, pools: edition?.pools ?? [] }} />)
  }),
  get(paths.district, 'everyone', async c => showPlace(c, await loadDistrict(c.var.ctx, Number(c.req.param('number'))))),
  get(paths.city, 'everyone', async c => showPlace(c, await theCity(c.var.ctx))),
]

async function showPlace(c: Visit, place: Territory) {
  const { ctx, frame } = c.var
  const edition = await findCurrentEdition(ctx)
  const inPlace = { territoryId: place.id, ...(edition ? { editionId: edition.id } : {}) }
  const [company, followId, map, counts, needs, ideas, projects, plans, past, news] = await Promise.all([
    edition ? companyOf(ctx, edition, { territoryId: place.id, meetings: 4, talks: 8 }) : noCompany,
    findOwnFollow(ctx, { kind: 'place', target: place.id }),
    districtShapes(ctx),
    countEverything(ctx, edition?.id),
    listNeeds(ctx, { ...inPlace, limit: 5, sort: 'backed' }),
    listIdeas(ctx, { ...inPlace, limit: 5, sort: 'backed' }),
    listProjects(ctx, { ...inPlace, limit: 6, states: ['draft', 'agreeing', 'submitted'] }),
    listCityPlans(ctx, place.id),
    listWonIn(ctx, place.id, 5),
    listNews(ctx, { limit: 4, territoryId: place.id }),
  ])
  const view = {
    place,
    edition,
    company,
    followId,
    today: edition && todayOf(edition, ctx.now),
    map,
    counts: counts(place.id),
    needs,
    ideas,
    projects,
    plans,
    past: past.map(({ edition: of, pool, project, ...line }) => ({ ...line, href: url(paths.archiveProject, { edition: of, pool, project }) })),
    news: sentenced(c, news),
  }
  return page(c, <PlacePage frame={frame} view={view} />)
}
