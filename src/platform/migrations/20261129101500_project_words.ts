import { type Kysely, sql } from 'kysely'
import { lemmasOf } from '#platform/words.ts'

/** What a project is found by, kept beside it: comparing the sections as they are reads all of them for every question. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`create table project_words (
    id text primary key references projects on delete cascade, title text not null,
    plain_title text generated always as (plain(title)) stored, words tsvector not null)`.execute(db)
  const { rows } = await sql<{ id: string; title: string | null; text: string | null }>`
    select p.id, max(s.text) filter (where s.section = 'title') as title,
      string_agg(s.text, ' ') filter (where s.section in ('summary', 'description', 'place')) as text
    from projects p left join project_sections s on s.project_id = p.id group by p.id`.execute(db)
  for (const { id, title, text } of rows) {
    const [of, rest] = [title ?? '', text ?? ''].map(words => lemmasOf(words).join(' '))
    await sql`insert into project_words (id, title, words)
      values (${id}, ${title ?? ''}, setweight(to_tsvector('simple', ${of}), 'A') || setweight(to_tsvector('simple', ${rest}), 'D'))`.execute(db)
  }
  await sql`create index on project_words using gin (plain_title gin_trgm_ops)`.execute(db)
  await sql`create index on project_words using gin (words)`.execute(db)
  await sql`create index on projects (lower(public_no) text_pattern_ops)`.execute(db)
  await sql`create index on projects (territory_id, changed_at desc, id desc)`.execute(db)
}
