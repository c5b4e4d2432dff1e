import { filled } from '#kit/form.ts'
import { notFound } from '#kit/refusal.ts'
import { ArchivedEditionPage, ArchivePage } from '#modules/programme/archive/archive.pages.tsx'
import type { ArchivedProject } from '#modules/programme/archive/archive.rules.ts'
import {
  listArchivedEditions,
  listArchivedPools,
  listArchivedProjects,
  loadArchivedEdition,
  loadArchivedPool,
} from '#modules/programme/archive/archive.store.ts'
import { findFile, findFileState } from '#modules/programme/archive/archive-files.store.ts'
import { searchArchive } from '#modules/programme/archive/archive-lists.store.ts'
import { ArchivedPoolPage, type PoolProps } from '#modules/programme/archive/archive-pool.pages.tsx'
import { ArchivedProjectPage } from '#modules/programme/archive/archive-project.pages.tsx'
import { listTerritories, loadTerritory, territoryOfWhere } from '#modules/programme/territories/territories.store.ts'
import { paths } from '#paths'
import { get, page, type Route, type Visit } from '#web/http.ts'

async function archive(c: Visit): Promise<Response> {
  const { ctx, frame } = c.var
  const typed = { q: c.req.query('q')?.trim().slice(0, 200), gdzie: c.req.query('gdzie') }
  const territory = typed.gdzie ? await territoryOfWhere(ctx, typed.gdzie) : undefined
  const found = typed.q ? await searchArchive(ctx, typed.q, 25, territory?.id) : undefined
  const [editions, territories] = [await listArchivedEditions(ctx), await listTerritories(ctx)]
  return page(c, <ArchivePage frame={frame} editions={editions} territories={territories} form={filled(typed)} found={found} />)
}

async function edition(c: Visit): Promise<Response> {
  const { ctx, frame } = c.var
  const edition = await loadArchivedEdition(ctx, c.req.param('edition') ?? '')
  return page(c, <ArchivedEditionPage frame={frame} edition={edition} pools={await listArchivedPools(ctx, edition.id)} />)
}

export async function loadPool({ var: { ctx, frame, config }, req }: Visit): Promise<PoolProps> {
  const edition = await loadArchivedEdition(ctx, req.param('edition') ?? '')
  const pool = await loadArchivedPool(ctx, edition.id, req.param('pool') ?? '')
  const [territory, projects, file] = await Promise.all([
    loadTerritory(ctx, pool.territoryId),
    listArchivedProjects(ctx, pool.id),
    findFileState(ctx, pool.id),
  ])
  return { frame, edition, pool, territory, projects, file, publicUrl: config.publicUrl }
}

async function pool(c: Visit): Promise<Response> {
  return page(c, <ArchivedPoolPage {...(await loadPool(c))} />)
}

async function project(c: Visit): Promise<Response> {
  const props = await loadPool(c)
  return page(c, <ArchivedProjectPage {...props} project={chosen(c, props)} />)
}
export const chosen = (c: Visit, { projects }: PoolProps): ArchivedProject =>
  projects.find(({ slug }) => slug === c.req.param('project')) ?? notFound('no such project')

/** The ballots of a pool for download. */
async function ballots(c: Visit): Promise<Response> {
  const { edition, pool } = await loadPool(c)
  const file = (await findFile(c.var.ctx, pool.id)) ?? notFound('no file of ballots')
  return c.body(file, 200, {
    'Content-Type': 'text/plain; charset=utf-8',
    'Content-Disposition': `attachment; filename="karty-${edition.slug}-${pool.slug.replace(/[^\w-]+/g, '-')}.pb"`,
  })
}

export const archiveRoutes: readonly Route[] = [
  get(paths.archive, 'everyone', archive),
  get(paths.archiveEdition, 'everyone', edition),
  get(paths.archivePool, 'everyone', pool),
  get(paths.poolFile, 'everyone', ballots),
  get(paths.archiveProject, 'everyone', project),
]
