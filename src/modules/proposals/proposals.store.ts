import { type Generated, type Selectable, sql } from 'kysely'
import { notFound } from '#kit/refusal.ts'
import type { AuthorState, PlaceRole, ProjectAuthor } from '#modules/proposals/authors/authors.rules.ts'
import { type CostLine, noSections, type SectionName, type Sections, type Snapshot } from '#modules/proposals/drafting/drafting.rules.ts'
import type { Project, ProjectPath, ProjectState, ProjectVersion, Visibility } from '#modules/proposals/proposals.rules.ts'
import type { Ctx } from '#platform/context.ts'
import { notHidden } from '#platform/hidings.ts'

declare module '#platform/schema.ts' {
  interface Tables {
    projects: {
      id: string
      key: string
      state: ProjectState
      path: ProjectPath
      visibility: Visibility
      edition_id: string
      territory_id: string
      idea_id: string | null
      lead_id: string
      lon: number | null
      lat: number | null
      version: Generated<number>
      costs_revision: Generated<number>
      public_no: string | null
      created_at: Date
      changed_at: Date
      frozen_at: Date | null
      submitted_at: Date | null
      withdrawn_at: Date | null
      withdrawal_reason: string | null
    }
    project_sections: { project_id: string; section: SectionName; text: string; revision: number }
    project_cost_lines: {
      project_id: string
      id: string
      position: number
      name: string
      quantity: number
      unit: string
      price: number
      item: string | null
    }
    project_authors: {
      id: string
      project_id: string
      person_id: string
      state: AuthorState
      invited_by: string
      invited_at: Date
      expires_at: Date | null
      answered_at: Date | null
      recorded_by: string | null
      words: Generated<string>
      role: Generated<PlaceRole>
    }
    project_versions: {
      project_id: string
      number: number
      snapshot: unknown
      hash: string
      created_at: Date
      created_by: string
      submitted_at: Generated<Date | null>
    }
    project_acceptances: { project_id: string; version: number; person_id: string; at: Date; how: 'own' | 'signature'; recorded_by: string }
  }
}
type Row = Selectable<import('#platform/schema.ts').Tables['projects']>

/** Whole rows with what lists show beside: title, summary, total, people; in one statement. */
const projects = ({ db }: Pick<Ctx, 'db'>) =>
  db
    .selectFrom('projects as p')
    .selectAll('p')
    .select([
      sql<string | null>`(select text from project_sections where project_id = p.id and section = 'title')`.as('title'),
      sql<string | null>`(select text from project_sections where project_id = p.id and section = 'summary')`.as('summary'),
      sql<number>`(select coalesce(sum(div(quantity::numeric * price + 500, 1000)), 0)::bigint from project_cost_lines where project_id = p.id)`.as(
        'total',
      ),
      sql<boolean>`p.state = 'agreeing' and not exists (select 1 from project_authors a where a.project_id = p.id and a.state = 'accepted' and not exists
        (select 1 from project_acceptances x where x.project_id = p.id and x.version = p.version and x.person_id = a.person_id))`.as('agreed'),
      sql<boolean>`not ${notHidden('p.id')}`.as('hidden'),
      peopleIn('accepted').as('authorIds'),
      peopleIn('invited').as('invitedIds'),
      peopleIn('helping').as('helperIds'),
    ])
const peopleIn = (state: AuthorState) =>
  sql<string[]>`array(select person_id from project_authors where project_id = p.id and state = ${state} order by invited_at, id)`

type Found = Row & {
  title: string | null
  summary: string | null
  total: number
  agreed: boolean
  hidden: boolean
  authorIds: string[]
  invitedIds: string[]
  helperIds: string[]
}
const toProject = (row: Found): Project => ({
  id: row.id,
  state: row.state,
  path: row.path,
  visibility: row.visibility,
  leadId: row.lead_id,
  territoryId: row.territory_id,
  version: row.version,
  hidden: row.hidden,
  authorIds: row.authorIds,
  invitedIds: row.invitedIds,
  helperIds: row.helperIds,
  title: row.title ?? '',
  summary: row.summary ?? '',
  editionId: row.edition_id,
  ideaId: row.idea_id ?? undefined,
  point: row.lon === null || row.lat === null ? undefined : { lon: row.lon, lat: row.lat },
  total: row.total,
  agreed: row.agreed,
  costsRevision: row.costs_revision,
  publicNo: row.public_no ?? undefined,
  createdAt: row.created_at,
  changedAt: row.changed_at,
  frozenAt: row.frozen_at ?? undefined,
  submittedAt: row.submitted_at ?? undefined,
  withdrawnAt: row.withdrawn_at ?? undefined,
  withdrawalReason: row.withdrawal_reason ?? undefined,
})

export async function findProject(ctx: Ctx, id: string): Promise<Project | undefined> {
  const row = await projects(ctx).where('p.id', '=', id).executeTakeFirst()
  return row && toProject(row)
}
export const loadProject = async (ctx: Ctx, id: string): Promise<Project> => (await findProject(ctx, id)) ?? notFound('project')

/** Takes the project's row for this transaction: what two people decide about it at once, they decide one after the other. */
export async function holdProject(ctx: Ctx, id: string): Promise<Project> {
  await ctx.db.selectFrom('projects').select('id').where('id', '=', id).forUpdate().execute()
  return loadProject(ctx, id)
}

/** Several at once, in one order, so that two acts about the same ones wait for each other. */
export async function holdProjects(ctx: Ctx, ids: readonly string[]): Promise<void> {
  if (ids.length > 0) await ctx.db.selectFrom('projects').select('id').where('id', 'in', ids).orderBy('id').forUpdate().execute()
}

export const findProjectByKey = async (ctx: Ctx, key: string): Promise<{ id: string; leadId: string } | undefined> =>
  ctx.db.selectFrom('projects').select(['id', 'lead_id as leadId']).where('key', '=', key).executeTakeFirst()

export type ProjectQuery = {
  readonly territoryId?: string
  readonly editionId?: string
  readonly states?: readonly ProjectState[]
  readonly ideaId?: string
  readonly ids?: readonly string[]
  /** Also the private drafts of this person (as author or invited). */
  readonly personId?: string
  readonly limit?: number
  /** Where the former page ended. */
  readonly after?: { readonly changedAt: Date; readonly id: string }
}

/**
 * Projects everybody may read, newest change first, and with `personId` only that person's own, the private among them. Those out of sight come only where
 * they are asked for by `ids` or `personId`, and say so.
 */
export async function listProjects(ctx: Ctx, asked: ProjectQuery = {}): Promise<Project[]> {
  let query = projects(ctx)
    .orderBy('p.changed_at', 'desc')
    .orderBy('p.id', 'desc')
    .limit(asked.limit ?? 50)
  if (asked.personId === undefined) query = query.where(is => is.or([is('p.visibility', '=', 'shared'), is('p.state', '=', 'submitted')]))
  else
    query = query.where(
      'p.id',
      'in',
      ctx.db
        .selectFrom('project_authors')
        .select('project_id')
        .where('person_id', '=', asked.personId)
        .where('state', 'in', ['invited', 'accepted', 'helping']),
    )
  if (asked.ids === undefined && asked.personId === undefined) query = query.where(notHidden('p.id'))
  if (asked.territoryId !== undefined) query = query.where('p.territory_id', '=', asked.territoryId)
  if (asked.editionId !== undefined) query = query.where('p.edition_id', '=', asked.editionId)
  if (asked.ideaId !== undefined) query = query.where('p.idea_id', '=', asked.ideaId)
  if (asked.states) query = query.where('p.state', 'in', asked.states)
  if (asked.ids) query = asked.ids.length === 0 ? query.where(sql<boolean>`false`) : query.where('p.id', 'in', asked.ids)
  if (asked.after) query = query.where(sql<boolean>`(p.changed_at, p.id) < (${asked.after.changedAt}, ${asked.after.id})`)
  return (await query.execute()).map(toProject)
}

/** How many public drafts and submitted projects each territory has. */
export async function countProjectsByTerritory({ db }: Ctx): Promise<Map<string, number>> {
  const rows = await db
    .selectFrom('projects as p')
    .select(['territory_id', sql<number>`count(*)`.as('n')])
    .where(notHidden('p.id'))
    .where(is => is.or([is('state', '=', 'submitted'), is.and([is('visibility', '=', 'shared'), is('state', 'in', ['draft', 'agreeing'])])]))
    .groupBy('territory_id')
    .execute()
  return new Map(rows.map(row => [row.territory_id, row.n]))
}

/** Everybody ever asked to join, the lead first. */
export async function authorsOf({ db }: Ctx, projectId: string): Promise<ProjectAuthor[]> {
  const rows = await db
    .selectFrom('project_authors as a')
    .innerJoin('projects as p', 'p.id', 'a.project_id')
    .selectAll('a')
    .select('p.lead_id')
    .where('a.project_id', '=', projectId)
    .orderBy(sql`a.person_id <> p.lead_id`)
    .orderBy('a.invited_at')
    .orderBy('a.id')
    .execute()
  return rows.map(row => ({
    id: row.id,
    projectId: row.project_id,
    personId: row.person_id,
    state: row.state,
    leads: row.person_id === row.lead_id,
    leadId: row.lead_id,
    words: row.words,
    role: row.role,
    invitedAt: row.invited_at,
    expiresAt: row.expires_at,
    answeredAt: row.answered_at ?? undefined,
  }))
}

export async function sectionsOf({ db }: Ctx, projectId: string): Promise<Sections> {
  const rows = await db.selectFrom('project_sections').select(['section', 'text']).where('project_id', '=', projectId).execute()
  return { ...noSections, ...Object.fromEntries(rows.map(row => [row.section, row.text])) }
}

export async function costsOf({ db }: Ctx, projectId: string): Promise<CostLine[]> {
  const rows = await db
    .selectFrom('project_cost_lines')
    .select(['id', 'name', 'quantity', 'unit', 'price', 'item'])
    .where('project_id', '=', projectId)
    .orderBy('position')
    .execute()
  return rows.map(({ item, ...line }) => (item === null ? line : { ...line, item }))
}

/** Frozen versions with who accepted them, newest first. */
export async function versionsOf({ db }: Ctx, projectId: string): Promise<ProjectVersion[]> {
  const [versions, acceptances] = await Promise.all([
    db.selectFrom('project_versions').selectAll().where('project_id', '=', projectId).orderBy('number', 'desc').execute(),
    db.selectFrom('project_acceptances').selectAll().where('project_id', '=', projectId).orderBy('at').execute(),
  ])
  return versions.map(row => ({
    number: row.number,
    hash: row.hash,
    snapshot: row.snapshot as Snapshot,
    createdAt: row.created_at,
    createdBy: row.created_by,
    submittedAt: row.submitted_at ?? undefined,
    acceptances: acceptances
      .filter(one => one.version === row.number)
      .map(one => ({ personId: one.person_id, at: one.at, how: one.how, recordedBy: one.recorded_by })),
  }))
}

/** Who has accepted a version. */
export async function acceptedBy({ db }: Ctx, projectId: string, version: number): Promise<string[]> {
  const rows = await db
    .selectFrom('project_acceptances')
    .select('person_id')
    .where('project_id', '=', projectId)
    .where('version', '=', version)
    .execute()
  return rows.map(row => row.person_id)
}

/** Those of these projects that belong to another edition than this one. */
export async function pastAmong({ db }: Ctx, ids: readonly string[], projectId: string): Promise<string[]> {
  if (ids.length === 0) return []
  const own = db.selectFrom('projects').select('edition_id').where('id', '=', projectId)
  return (await db.selectFrom('projects').select('id').where('id', 'in', ids).where('edition_id', '<>', own).execute()).map(({ id }) => id)
}
