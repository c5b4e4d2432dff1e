import { type Kysely, sql } from 'kysely'

export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`create table follows (
    id text primary key,
    person_id text not null,
    kind text not null check (kind in ('thing', 'place', 'role', 'theme', 'search')),
    target text not null,
    words text,
    territory_id text references territories (id),
    created_at timestamptz not null,
    unique (person_id, kind, target)
  )`.execute(db)
  await sql`create index on follows (created_at)`.execute(db)
  // up to which fact a person has seen their news on the screen
  await sql`create table read_news (person_id text primary key, last_seq bigint not null)`.execute(db)
}
