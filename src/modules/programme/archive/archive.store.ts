import { type Generated, type Selectable, sql } from 'kysely'
import { newId } from '#kit/ids.ts'
import { notFound } from '#kit/refusal.ts'
import {
  type ArchivedEdition,
  type ArchivedOutcome,
  type ArchivedPool,
  type ArchivedProject,
  type EditionSummary,
  type PointsCheck,
  type PoolSummary,
  type Result,
  slugOfNumber,
  type WinnersCheck,
} from '#modules/programme/archive/archive.rules.ts'
import { findFileState, keepFile } from '#modules/programme/archive/archive-files.store.ts'
import type { Ctx } from '#platform/context.ts'
import type { Tables } from '#platform/schema.ts'
import { wordsOf } from '#platform/similar.ts'

declare module '#platform/schema.ts' {
  interface Tables {
    archived_editions: { id: string; slug: string; year: number; no: number | null; invented: boolean; created_at: Date }
    archived_pools: {
      id: string
      edition_id: string
      slug: string
      territory_id: string
      name: string
      budget: number
      spent: number
      ballots: number
      vote_type: string
      rule: string
      max_marks: number
      points_check: PointsCheck
      winners_check: WinnersCheck
      begins_on: string | null
      ends_on: string | null
      comment: string | null
      acknowledgments: string | null
      source_name: string
      source_hash: string
      imported_at: Date
    }
    archived_projects: {
      id: string
      edition_id: string
      pool_id: string
      territory_id: string
      number: string
      slug: string
      title: string
      category: string | null
      cost: number | null
      votes: number
      points: number
      marks: number[]
      place: number
      outcome: ArchivedOutcome
      left_before: number | null
      missing_points: number | null
      missing_people: number | null
      lon: number | null
      lat: number | null
      plain_title: Generated<string>
      words: string
    }
  }
}

/** Past editions, newest first, with their sums. */
export async function listArchivedEditions({ db }: Ctx): Promise<EditionSummary[]> {
  const { rows } = await sql<EditionSummary>`
    select e.id, e.slug, e.year, e.no, e.invented, p.pools, p.budget, p.ballots, coalesce(a.projects, 0)::int projects, coalesce(a.won, 0)::int won
    from archived_editions e
    join (select edition_id, count(*)::int pools, sum(budget)::bigint budget, sum(ballots)::int ballots from archived_pools group by 1) p on p.edition_id = e.id
    left join (select edition_id, count(*) projects, count(*) filter (where outcome = 'won') won from archived_projects group by 1) a on a.edition_id = e.id
    order by e.year desc, e.slug`.execute(db)
  return rows
}

export async function loadArchivedEdition({ db }: Ctx, slug: string): Promise<ArchivedEdition> {
  const edition = await db
    .selectFrom('archived_editions')
    .select(['id', 'slug', 'year', 'no', 'invented'])
    .where('slug', '=', slug)
    .executeTakeFirst()
  return edition ?? notFound('no such edition')
}

/** Pools of an edition: the city-wide one first, then by the number of the district. */
export async function listArchivedPools({ db }: Ctx, editionId: string): Promise<PoolSummary[]> {
  const rows = await db
    .selectFrom('archived_pools as p')
    .innerJoin('territories as t', 't.id', 'p.territory_id')
    .selectAll('p')
    .select(['t.number', 't.kind'])
    .select(({ selectFrom, fn }) => [
      selectFrom('archived_projects as a').whereRef('a.pool_id', '=', 'p.id').select(fn.countAll<number>().as('n')).as('projects'),
      selectFrom('archived_projects as a')
        .whereRef('a.pool_id', '=', 'p.id')
        .where('outcome', '=', 'won')
        .select(fn.countAll<number>().as('n'))
        .as('won'),
    ])
    .where('p.edition_id', '=', editionId)
    .orderBy(sql`t.number nulls first`)
    .orderBy('p.slug')
    .execute()
  return rows.map(row => ({ ...toPool(row), projects: row.projects ?? 0, won: row.won ?? 0, number: row.number }))
}

export async function loadArchivedPool({ db }: Ctx, editionId: string, slug: string): Promise<ArchivedPool> {
  const row = await db.selectFrom('archived_pools').selectAll().where('edition_id', '=', editionId).where('slug', '=', slug).executeTakeFirst()
  return row ? toPool(row) : notFound('no such pool')
}

export async function listArchivedProjects({ db }: Ctx, poolId: string): Promise<ArchivedProject[]> {
  return (await db.selectFrom('archived_projects').selectAll().where('pool_id', '=', poolId).orderBy('place').execute()).map(toProject)
}

export async function loadArchivedProject({ db }: Ctx, poolId: string, slug: string): Promise<ArchivedProject> {
  const row = await db.selectFrom('archived_projects').selectAll().where('pool_id', '=', poolId).where('slug', '=', slug).executeTakeFirst()
  return row ? toProject(row) : notFound('no such project')
}

/** Writes a result; "unchanged" when the very same source and its file of ballots are there already. Its projects keep their ids. */
export async function keepResult(ctx: Ctx, result: Result): Promise<'added' | 'replaced' | 'unchanged'> {
  const { db, now } = ctx
  await db
    .insertInto('archived_editions')
    .values({ id: newId('edition'), ...result.edition, created_at: now })
    .onConflict(clash => clash.doNothing())
    .execute()
  const edition = await loadArchivedEdition(ctx, result.edition.slug)
  const before = await db
    .selectFrom('archived_pools')
    .select(['id', 'source_hash'])
    .where('edition_id', '=', edition.id)
    .where('slug', '=', result.pool.slug)
    .forUpdate()
    .executeTakeFirst()
  if (before?.source_hash === result.sourceHash && (await findFileState(ctx, before.id)) !== 'missing') return 'unchanged'
  const poolId = before?.id ?? newId('pool')
  const row = poolRow(result, edition.id, now)
  if (before) await db.updateTable('archived_pools').set(row).where('id', '=', poolId).execute()
  else
    await db
      .insertInto('archived_pools')
      .values({ id: poolId, ...row })
      .execute()
  await keepProjects(ctx, result, edition.id, poolId)
  await keepFile(ctx, poolId, result.file)
  return before ? 'replaced' : 'added'
}

async function keepProjects({ db }: Ctx, { projects, pool }: Result, editionId: string, poolId: string): Promise<void> {
  const numbers = projects.map(project => project.number)
  let gone = db.deleteFrom('archived_projects').where('pool_id', '=', poolId)
  if (numbers.length > 0) gone = gone.where('number', 'not in', numbers)
  await gone.execute()
  if (numbers.length === 0) return
  const rows = projects.map(({ leftBefore, missingPoints, missingPeople, marks, ...project }) => ({
    ...project,
    id: newId('archived'),
    edition_id: editionId,
    pool_id: poolId,
    territory_id: pool.territoryId,
    slug: slugOfNumber(project.number),
    marks: [...marks],
    left_before: leftBefore,
    missing_points: missingPoints,
    missing_people: missingPeople,
    words: wordsOf(project.title),
  }))
  await db
    .insertInto('archived_projects')
    .values(rows)
    .onConflict(clash =>
      clash.columns(['pool_id', 'number']).doUpdateSet(({ ref }) => Object.fromEntries(rewritten.map(name => [name, ref(`excluded.${name}`)]))),
    )
    .execute()
}
const rewritten = [
  'slug',
  'title',
  'category',
  'cost',
  'votes',
  'points',
  'marks',
  'place',
  'outcome',
  'left_before',
  'missing_points',
  'missing_people',
  'lon',
  'lat',
  'words',
  'territory_id',
] as const

const poolRow = ({ pool, sourceName, sourceHash }: Result, editionId: string, now: Date) => ({
  edition_id: editionId,
  slug: pool.slug,
  territory_id: pool.territoryId,
  name: pool.name,
  budget: pool.budget,
  spent: pool.spent,
  ballots: pool.ballots,
  vote_type: pool.voteType,
  rule: pool.rule,
  max_marks: pool.maxMarks,
  points_check: pool.pointsCheck,
  winners_check: pool.winnersCheck,
  begins_on: pool.beginsOn,
  ends_on: pool.endsOn,
  comment: pool.comment,
  acknowledgments: pool.acknowledgments,
  source_name: sourceName,
  source_hash: sourceHash,
  imported_at: now,
})

const toPool = (row: Selectable<Tables['archived_pools']>): ArchivedPool => ({
  id: row.id,
  editionId: row.edition_id,
  slug: row.slug,
  territoryId: row.territory_id,
  name: row.name,
  budget: row.budget,
  spent: row.spent,
  ballots: row.ballots,
  voteType: row.vote_type,
  rule: row.rule,
  maxMarks: row.max_marks,
  pointsCheck: row.points_check,
  winnersCheck: row.winners_check,
  beginsOn: row.begins_on,
  endsOn: row.ends_on,
  comment: row.comment,
  acknowledgments: row.acknowledgments,
  sourceName: row.source_name,
  importedAt: row.imported_at,
})

const toProject = (row: Selectable<Tables['archived_projects']>): ArchivedProject => ({
  id: row.id,
  slug: row.slug,
  editionId: row.edition_id,
  poolId: row.pool_id,
  territoryId: row.territory_id,
  number: row.number,
  title: row.title,
  category: row.category,
  cost: row.cost,
  votes: row.votes,
  points: row.points,
  marks: row.marks,
  place: row.place,
  outcome: row.outcome,
  leftBefore: row.left_before,
  missingPoints: row.missing_points,
  missingPeople: row.missing_people,
  lon: row.lon,
  lat: row.lat,
})
