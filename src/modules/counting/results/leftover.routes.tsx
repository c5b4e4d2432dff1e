import { filled } from '#kit/form.ts'
import { LeftoverPage } from '#modules/counting/results/leftover.pages.tsx'
import { afterLeftover, isRecounted, leftoverFields, readLeftover } from '#modules/counting/results/leftover.rules.ts'
import { listArchivedPools, listArchivedProjects, loadArchivedEdition } from '#modules/programme/archive/archive.store.ts'
import { paths } from '#paths'
import { get, page, type Route, type Visit } from '#web/http.ts'

async function show(c: Visit): Promise<Response> {
  const { ctx, frame } = c.var
  const edition = await loadArchivedEdition(ctx, c.req.param('edition') ?? '')
  const all = await listArchivedPools(ctx, edition.id)
  const pools = await Promise.all(all.filter(isRecounted).map(async pool => ({ pool, projects: await listArchivedProjects(ctx, pool.id) })))
  const leftover = readLeftover(
    name => c.req.query(name),
    pools.map(({ pool }) => pool.slug),
  )
  const form = filled({ [leftoverFields.policy]: leftover.policy, [leftoverFields.to]: leftover.policy === 'pool' ? leftover.to : undefined })
  const others = all.filter(pool => !isRecounted(pool))
  return page(
    c,
    <LeftoverPage frame={frame} edition={edition} leftover={leftover} view={afterLeftover(pools, leftover)} others={others} form={form} />,
  )
}

export const leftoverRoutes: readonly Route[] = [get(paths.laboratoryEdition, 'everyone', show)]
