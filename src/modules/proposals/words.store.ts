import { type ColumnType, type RawBuilder, sql } from 'kysely'
import type { SectionName } from '#modules/proposals/drafting/drafting.rules.ts'
import type { Ctx } from '#platform/context.ts'
import { notHidden } from '#platform/hidings.ts'
import { findSimilar, wordsOf } from '#platform/similar.ts'
import type { AlikeKind } from '#platform/things.ts'

declare module '#platform/schema.ts' {
  interface Tables {
    /** What a project is found by: its title, and the basic forms of its words. */
    project_words: {
      id: string
      title: string
      /** Follows the project's by itself. */
      territory_id: string
      plain_title: ColumnType<string, never, never>
      words: ColumnType<string, RawBuilder<string>, RawBuilder<string>>
    }
  }
}

const told: readonly string[] = ['title', 'summary', 'description', 'place'] satisfies readonly SectionName[]

/** Part of writing a section, so that no project is found by words it no longer says. */
export async function keepWords({ db }: Ctx, id: string, section: SectionName): Promise<void> {
  if (!told.includes(section)) return
  const rows = await db
    .selectFrom('project_sections')
    .select(['section', 'text'])
    .where('project_id', '=', id)
    .where('section', 'in', told as SectionName[])
    .execute()
  const title = rows.find(row => row.section === 'title')?.text ?? ''
  const rest = rows.flatMap(row => (row.section === 'title' ? [] : [row.text])).join(' ')
  const row = { title, words: wordsOf(title, rest) }
  await db
    .insertInto('project_words')
    .values(({ selectFrom }) => ({ id, ...row, territory_id: selectFrom('projects').select('territory_id').where('id', '=', id) }))
    .onConflict(clash => clash.column('id').doUpdateSet(row))
    .execute()
}

/** With where they are and how they stand, called `t`. */
const rowsWith = (joined: RawBuilder<unknown>) =>
  sql`(select w.id, w.title, w.plain_title, w.words, w.territory_id, p.lon, p.lat, p.state, p.visibility, p.edition_id from project_words w ${joined})`
/** Found by words first, and only these looked up: without `offset` the planner would read every project there is. */
const projectRows = rowsWith(sql`cross join lateral (select * from projects where projects.id = w.id offset 0) p`)
const projectsAround = rowsWith(sql`join projects p on p.id = w.id`)

/** Over these rows: everybody may read the project. */
const isPublic = sql`${notHidden('t.id')} and (t.state = 'submitted' or (t.visibility = 'shared' and t.state in ('draft', 'agreeing')))`

export const projectsAlike: AlikeKind = { rows: projectRows, around: projectsAround, where: isPublic }

/** Public projects that resemble what was typed, or whose number begins with it. */
export async function searchProjects(ctx: Ctx, words: string, limit: number): Promise<{ id: string }[]> {
  const [numbered, alike] = await Promise.all([
    numberedLike(ctx, words.trim().toLowerCase(), limit),
    findSimilar(ctx, projectRows, { words, limit, where: isPublic }),
  ])
  return [...numbered, ...alike.filter(({ id }) => !numbered.some(one => one.id === id))].slice(0, limit)
}

async function numberedLike({ db }: Ctx, typed: string, limit: number): Promise<{ id: string }[]> {
  if (!/^\S*\d\S*$/.test(typed)) return []
  // the range that `like 'typed%'` reads; a prepared statement does not see it behind a parameter
  const { rows } = await sql<{ id: string }>`
    select p.id from projects p where lower(p.public_no) ~>=~ ${typed} and lower(p.public_no) ~<~ ${`${typed}\u{10ffff}`}
      and p.state = 'submitted' and ${notHidden('p.id')} order by p.public_no limit ${limit}`.execute(db)
  return rows
}

/** Public projects of the edition that stand on the other side, the city's or a district's, and resemble this one. */
export async function similarAcrossPools(
  ctx: Ctx,
  project: { id: string; title: string; editionId: string; territoryId: string },
): Promise<string[]> {
  const isCity = (id: RawBuilder<unknown>) => sql`(select kind = 'city' from territories where id = ${id})`
  const where = sql`${isPublic} and t.edition_id = ${project.editionId}
    and ${isCity(sql`t.territory_id`)} <> ${isCity(sql`${project.territoryId}`)}`
  const { rows } = await sql<{ text: string }>`
    select string_agg(text, ' ') as text from project_sections where project_id = ${project.id} and section = 'summary'`.execute(ctx.db)
  const words = [project.title, rows[0]?.text ?? '']
  const found = await Promise.all(words.map(text => findSimilar(ctx, projectRows, { words: text, limit: 5, not: project.id, where })))
  return [...new Set(found.flat().map(({ id }) => id))]
}
