import { type Kysely, sql } from 'kysely'

export async function up(db: Kysely<unknown>): Promise<void> {
  // one review of one thing: from the first report or hiding to the decision and what became of an appeal
  await sql`create table moderation_cases (
    id text primary key, subject_id text not null, title text not null, words text not null, path text not null, territory_id text,
    author_ids text[] not null,
    state text not null check (state in ('open', 'kept', 'hidden', 'warned', 'appealed', 'upheld', 'reversed')),
    opened_at timestamptz not null, hidden_at timestamptz, hidden_as text, hidden_by text, hidden_why text,
    rule text, statement text, decided_by text, decided_as text, decided_at timestamptz,
    appeal text, appealed_by text, appealed_at timestamptz,
    settlement text, settled_by text, settled_as text, settled_at timestamptz)`.execute(db)
  await sql`create unique index moderation_cases_one_open on moderation_cases (subject_id) where state in ('open', 'appealed')`.execute(db)
  await sql`create index on moderation_cases (subject_id, opened_at)`.execute(db)
  await sql`create index on moderation_cases (state, opened_at)`.execute(db)
  await sql`create index on moderation_cases using gin (author_ids)`.execute(db)

  await sql`create table reports (
    id text primary key, key text not null unique, case_id text not null references moderation_cases, subject_id text not null,
    reporter_id text not null, rule text not null, words text not null, at timestamptz not null)`.execute(db)
  // after its period a report stays without who made it
  await sql`create unique index reports_one_each on reports (subject_id, reporter_id) where reporter_id <> ''`.execute(db)
  await sql`create index on reports (case_id)`.execute(db)
  await sql`create index on reports (reporter_id)`.execute(db)

  // that somebody posted, for limits and slow mode; never what
  await sql`create table posts_counted (key text primary key, person_id text not null, subject_id text not null, at timestamptz not null)`.execute(db)
  await sql`create index on posts_counted (person_id, at)`.execute(db)
  await sql`create index on posts_counted (subject_id, at)`.execute(db)

  await sql`create table slow_modes (
    id text primary key, kind text not null check (kind in ('person', 'thread')), subject_id text not null, minutes integer not null,
    since timestamptz not null, until timestamptz not null, reason text not null, set_by text not null, set_as text not null)`.execute(db)
  await sql`create index on slow_modes (subject_id, until)`.execute(db)
}
