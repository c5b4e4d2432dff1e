import { type Kysely, sql } from 'kysely'

export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`create table said_coauthors (subject_id text not null, person_id text not null, at timestamptz not null,
    primary key (subject_id, person_id))`.execute(db)
  await sql`alter table ideas drop constraint ideas_state_check`.execute(db)
  await sql`alter table ideas add constraint ideas_state_check
    check (state in ('proposed', 'drafting', 'dropped', 'redirected', 'continued'))`.execute(db)
  await sql`create table mergings (
    id text primary key, key text not null unique, kind text not null check (kind in ('join', 'split')),
    state text not null check (state in ('proposed', 'agreed', 'refused', 'lapsed', 'withdrawn', 'undone')),
    source_ids text[] not null, result_ids text[] not null default '{}', title text not null, words text not null,
    choices jsonb not null, seen text not null, revision integer not null default 1, proposed_by text not null, answer_by date not null,
    reminded_at timestamptz, created_at timestamptz not null, ended_at timestamptz, reason text)`.execute(db)
  await sql`create index on mergings using gin (source_ids)`.execute(db)
  await sql`create index on mergings using gin (result_ids)`.execute(db)
  await sql`create index on mergings (answer_by) where state = 'proposed'`.execute(db)
  await sql`create table merging_answers (
    merging_id text not null references mergings on delete cascade, person_id text not null, answer text not null check (answer in ('yes', 'no')),
    follows text not null check (follows in ('first', 'second', 'both')), reason text not null, at timestamptz not null,
    primary key (merging_id, person_id))`.execute(db)
  // which rows went along, and where they came from: ids only, so that what is erased meanwhile stays erased
  await sql`create table carried_rows (carrier_id text not null, place text not null, row_key jsonb not null, from_id text not null)`.execute(db)
  await sql`create index on carried_rows (carrier_id, place)`.execute(db)
}
