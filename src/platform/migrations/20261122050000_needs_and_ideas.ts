import { type Kysely, sql } from 'kysely'

export async function up(db: Kysely<unknown>): Promise<void> {
  const common = sql`
    id text primary key, key text not null unique, edition_id text not null, territory_id text not null references territories,
    title text not null, text text not null, plain_title text generated always as (plain(title)) stored, words tsvector not null,
    place_words text, lon double precision, lat double precision, check ((lon is null) = (lat is null)),
    author_id text not null, entered_by text, channel text not null check (channel in ('online', 'meeting', 'office', 'paper', 'phone')),
    created_at timestamptz not null, reason text`
  await sql`create table needs (${common}, state text not null check (state in ('open', 'in-idea', 'closed')))`.execute(db)
  await sql`create table ideas (${common}, state text not null check (state in ('proposed', 'drafting', 'dropped')))`.execute(db)
  for (const table of ['needs', 'ideas']) {
    const name = sql.table(table)
    await sql`create index on ${name} (edition_id, territory_id, created_at desc, id)`.execute(db)
    await sql`create index on ${name} (author_id)`.execute(db)
    await sql`create index on ${name} using gin (plain_title gin_trgm_ops)`.execute(db)
    await sql`create index on ${name} using gin (words)`.execute(db)
  }
  // one row per person: whatever comes twice or sixteen times at once, the key decides
  await sql`create table backings (
    subject_id text not null, person_id text not null, entered_by text, channel text not null check (channel in ('online', 'meeting', 'office', 'paper', 'phone')),
    at timestamptz not null, primary key (subject_id, person_id))`.execute(db)
  await sql`create index on backings (person_id)`.execute(db)
}
