import { z } from 'zod'
import { countsByTerritory as countIdeas } from '#modules/ideas/ideas.store.ts'
import { ListPage } from '#modules/ideas/lists.pages.tsx'
import { cursorOf, listLines, usualLength } from '#modules/ideas/lists.store.ts'
import { countsByTerritory as countNeeds } from '#modules/ideas/needs.store.ts'
import { placeByWhere, readSeason } from '#modules/ideas/season.actions.ts'
import { phaseOf, sorts } from '#modules/ideas/space.rules.ts'
import { opennessIn } from '#modules/ideas/view.routes.tsx'
import { districtShapes } from '#modules/programme/territories/territories-map.store.ts'
import { paths, url } from '#paths'
import { get, page, type Visit } from '#web/http.ts'

const asked = z.object({
  gdzie: z.string().max(20).optional().catch(undefined),
  kolejnosc: z.enum(sorts).catch('newest'),
  ile: z.coerce.number().int().min(1).max(300).catch(usualLength),
  stan: z.enum(['przekazane']).optional().catch(undefined),
  po: z.string().max(80).optional().catch(undefined),
})

/** A page of the list; its statements are as many for twenty as for three hundred. */
async function showList(c: Visit, kind: 'need' | 'idea') {
  const { ctx, frame } = c.var
  const { gdzie, kolejnosc: sort, ile, po, stan } = asked.parse(c.req.query())
  const season = await readSeason(ctx)
  const here = placeByWhere(season, gdzie)
  const editionId = season.edition?.id ?? ''
  const [found, counts, map] = await Promise.all([
    listLines(ctx, kind, { editionId, territoryId: here?.id, sort, limit: ile + 1, after: po, redirected: stan !== undefined }),
    kind === 'need' ? countNeeds(ctx, { editionId }) : countIdeas(ctx, { editionId }),
    districtShapes(ctx),
  ])
  const last = found.length > ile ? found[ile - 1] : undefined
  const address = kind === 'need' ? paths.needs : paths.ideas
  const query = { gdzie: here && gdzie, kolejnosc: sort === 'newest' ? undefined : sort, ile: ile === usualLength ? undefined : ile, stan }
  const view = {
    kind,
    found,
    length: ile,
    places: season.places,
    here,
    sort,
    redirected: stan !== undefined,
    counts,
    map,
    open: opennessIn(season.edition, phaseOf[kind], ctx.now),
    older: last && url(address, undefined, { ...query, po: cursorOf(last) }),
    newer: po ? url(address, undefined, query) : undefined,
  }
  return page(c, <ListPage frame={frame} view={view} />)
}

export const listsRoutes = [get(paths.needs, 'everyone', c => showList(c, 'need')), get(paths.ideas, 'everyone', c => showList(c, 'idea'))]
