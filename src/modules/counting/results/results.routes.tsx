import type { JSX } from 'hono/jsx/jsx-runtime'
import { ComparisonPage } from '#modules/counting/results/comparison.pages.tsx'
import type { Findings } from '#modules/counting/results/findings.rules.ts'
import { findFindings } from '#modules/counting/results/findings.store.ts'
import { NotYetPage, type PoolView, VotersPage } from '#modules/counting/results/results.pages.tsx'
import { listArchivedProjects, loadArchivedEdition, loadArchivedPool } from '#modules/programme/archive/archive.store.ts'
import { paths } from '#paths'
import { get, page, type Route, type Visit } from '#web/http.ts'

async function viewOf({ var: { ctx, frame }, req }: Visit): Promise<PoolView> {
  const edition = await loadArchivedEdition(ctx, req.param('edition') ?? '')
  const pool = await loadArchivedPool(ctx, edition.id, req.param('pool') ?? '')
  return { frame, edition, pool, projects: await listArchivedProjects(ctx, pool.id) }
}

const about = (draw: (view: PoolView & { findings: Findings }) => JSX.Element) => async (c: Visit) => {
  const view = await viewOf(c)
  const findings = await findFindings(c.var.ctx, view.pool.id)
  return page(c, findings ? draw({ ...view, findings }) : <NotYetPage {...view} />)
}

export const resultsRoutes: readonly Route[] = [
  get(
    paths.poolVoters,
    'everyone',
    about(view => <VotersPage {...view} />),
  ),
  get(
    paths.poolRules,
    'everyone',
    about(view => <ComparisonPage {...view} />),
  ),
]
