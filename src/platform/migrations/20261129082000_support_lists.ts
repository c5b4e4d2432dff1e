import { type Kysely, sql } from 'kysely'

/** Lists of support: numbered lines keyed from paper and endorsements by account. The digest is keyed; it finds one person twice and says nothing else. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`create table support_lines (
    id text primary key,
    project_id text not null references projects on delete cascade,
    number int check (number > 0),
    person_id text,
    name text not null,
    address text not null,
    digest bytea,
    state text not null check (state in ('valid', 'invalid', 'withdrawn')),
    why text check (why in ('duplicate', 'elsewhere', 'incomplete', 'illegible', 'unsigned', 'mistyped')),
    keyed_by text not null,
    at timestamptz not null
  )`.execute(db)
  await sql`create unique index support_lines_once on support_lines (project_id, digest) where state = 'valid'`.execute(db)
  await sql`create unique index support_lines_number on support_lines (project_id, number) where why is distinct from 'mistyped'`.execute(db)
  await sql`create index support_lines_person on support_lines (person_id)`.execute(db)
  await sql`create table support_extensions (
    project_id text not null references projects on delete cascade,
    until text not null,
    reason text not null,
    by_id text not null,
    at timestamptz not null,
    primary key (project_id, until)
  )`.execute(db)
}
