import { sql } from 'kysely'
import type { Project } from '#modules/proposals/proposals.rules.ts'
import { listProjects } from '#modules/proposals/proposals.store.ts'
import { isSameContent, type Told, type Twin } from '#modules/proposals/twins/twins.rules.ts'
import { similarAcrossPools } from '#modules/proposals/words.store.ts'
import type { Ctx } from '#platform/context.ts'
import { lemmasOf } from '#platform/words.ts'

/** The project of the other kind (the city's beside a district's, or the other way round) that says the same; one that is handed in before one that is a draft. */
export async function findTwin(ctx: Ctx, project: Pick<Project, 'id' | 'title' | 'editionId' | 'territoryId'>): Promise<Twin | undefined> {
  const found = await similarAcrossPools(ctx, project)
  if (found.length === 0) return undefined
  const told = await toldBy(ctx, [project.id, ...found])
  const mine = told.get(project.id)
  const same = found.filter(id => {
    const other = told.get(id)
    return mine !== undefined && other !== undefined && isSameContent(mine, other)
  })
  const twins = (await listProjects(ctx, { ids: same })).map(({ id, title, publicNo, state }) => ({
    id,
    title,
    publicNo,
    submitted: state === 'submitted',
  }))
  return twins.find(({ submitted }) => submitted) ?? twins[0]
}

async function toldBy({ db }: Ctx, ids: readonly string[]): Promise<Map<string, Told>> {
  const rows = await db
    .selectFrom('project_sections')
    .select(['project_id', 'section', 'text'])
    .where('project_id', 'in', ids)
    .where('section', 'in', ['title', 'summary', 'description'])
    .execute()
  const words = (id: string, title: boolean) =>
    lemmasOf(rows.flatMap(row => (row.project_id === id && (row.section === 'title') === title ? [row.text] : [])).join(' '))
  return new Map(ids.map(id => [id, { title: words(id, true), text: words(id, false) }]))
}

/** Of two that say the same, one is handed in after the other: whoever comes second sees the first. Until the end of this transaction. */
export const holdTwins = ({ db }: Ctx, editionId: string) => sql`select pg_advisory_xact_lock(hashtext(${`twins ${editionId}`}))`.execute(db)
