import { has, isStaff } from '#kit/actor.ts'
import { MattersPage } from '#modules/city/matters.pages.tsx'
import { listMatters } from '#modules/city/matters.store.ts'
import { publicThings } from '#modules/city/news.store.ts'
import { namesOfPlaces } from '#modules/city/telling.routes.tsx'
import { unitsOf } from '#modules/consultation/advice.rules.ts'
import { backingsBy } from '#modules/ideas/backings.store.ts'
import { ideasBy } from '#modules/ideas/ideas.store.ts'
import { needsBy } from '#modules/ideas/needs.store.ts'
import { listTerritories } from '#modules/programme/territories/territories.store.ts'
import { listProjects } from '#modules/proposals/proposals.store.ts'
import { paths } from '#paths'
import { get, page, type Route } from '#web/http.ts'
import { mattersDoorsOf } from '#web/module.ts'

const longest = 50

export const mattersRoutes: readonly Route[] = [
  get(paths.myMatters, 'signed-in', async c => {
    const { ctx, frame } = c.var
    const me = ctx.actor.id
    const [matters, projects, needs, ideas, backings, territories] = await Promise.all([
      listMatters(ctx, mattersDoorsOf(c.var.modules)),
      listProjects(ctx, { personId: me, limit: longest }),
      needsBy(ctx, me),
      ideasBy(ctx, me),
      backingsBy(ctx, me),
      listTerritories(ctx),
    ])
    const newest = <T,>(list: readonly T[]) => list.slice(-longest).reverse()
    const ids = [...newest(needs).map(({ id }) => id), ...newest(ideas).map(({ id }) => id), ...newest(backings).map(one => one.subject_id)]
    const things = await publicThings(ctx, ids)
    const shown = (list: readonly string[]) => list.flatMap(id => things.get(id) ?? [])
    const view = {
      matters,
      projects: projects.filter(({ authorIds, helperIds }) => authorIds.includes(me) || helperIds?.includes(me)),
      needs: shown(newest(needs).map(({ id }) => id)),
      ideas: shown(newest(ideas).map(({ id }) => id)),
      backed: shown(newest(backings).map(one => one.subject_id)),
      places: namesOfPlaces(territories, frame.locale),
      territories: new Map(territories.map(territory => [territory.id, territory])),
      ambassador: has(ctx.actor, 'ambassador'),
      unit: unitsOf(ctx.actor).length > 0,
      office: isStaff(ctx.actor),
    }
    return page(c, <MattersPage frame={frame} view={view} />)
  }),
]
