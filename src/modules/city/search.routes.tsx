import { archiveNote, type Hits, placeHit, SearchPage, thingHit } from '#modules/city/search.pages.tsx'
import { readQuery, searchKinds, shortestQuery } from '#modules/city/search.rules.ts'
import { type Found, searchEverywhere } from '#modules/city/search.store.ts'
import { namesOfPlaces } from '#modules/city/telling.routes.tsx'
import { findCurrentEdition } from '#modules/programme/editions/editions.store.ts'
import { hasPart } from '#modules/programme/programme.rules.ts'
import { territoryTitle } from '#modules/programme/territories/territories.rules.ts'
import { paths, url } from '#paths'
import type { Frame } from '#ui/frame.ts'
import { get, page, type Route } from '#web/http.ts'

export const searchRoutes: readonly Route[] = [
  get(paths.search, 'everyone', async c => {
    const { ctx, frame } = c.var
    const q = readQuery(c.req.query('q'))
    const only = searchKinds.find(kind => kind === c.req.query('co'))
    const tooShort = q !== '' && q.length < shortestQuery
    if (q === '' || tooShort) return page(c, <SearchPage {...{ frame, q, only, tooShort }} hits={undefined} />, tooShort ? 422 : 200)
    const edition = await findCurrentEdition(ctx)
    const found = await searchEverywhere(ctx, q, { archive: edition === undefined || hasPart(edition, 'archive'), ...(only ? { only } : {}) })
    return page(c, <SearchPage {...{ frame, q, only, tooShort }} hits={hitsOf(found, frame)} />)
  }),
]

function hitsOf(found: Found, frame: Frame): Hits {
  const places = namesOfPlaces(found.territories, frame.locale)
  const where = (id: string) => places.get(id) ?? ''
  return {
    places: found.places.map(territory => placeHit(territoryTitle(territory), territory)),
    needs: found.needs.map(({ id, title, territoryId }) => thingHit(id, title, where(territoryId))),
    ideas: found.ideas.map(({ id, title, territoryId }) => thingHit(id, title, where(territoryId))),
    projects: found.projects.map(({ id, title, territoryId }) => thingHit(id, title, where(territoryId))),
    pages: found.pages.map(({ slug, content }) => ({
      title: content[frame.locale].title || content.pl.title,
      href: url(paths.page, { slug }),
      note: content[frame.locale].summary || content.pl.summary,
    })),
    archive: found.archive.map(({ title, edition, pool, project, year, votes, territoryId, outcome }) => ({
      title,
      href: url(paths.archiveProject, { edition, pool, project }),
      note: archiveNote(frame, { year, place: where(territoryId), votes }),
      won: outcome === 'won',
    })),
  }
}
