import { type Kysely, sql } from 'kysely'

export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`create table workshop_series (
    id text primary key,
    key text not null unique,
    edition_id text not null,
    territory_id text not null,
    title text not null,
    about text not null,
    marks integer not null check (marks between 1 and 20),
    created_by text not null,
    created_at timestamptz not null)`.execute(db)
  await sql`create table workshops (
    id text primary key,
    series_id text not null references workshop_series,
    stage integer not null check (stage in (1, 2, 3)),
    meeting_id text not null,
    state text not null check (state in ('planned', 'open', 'settled')),
    open_until timestamptz not null,
    hall_voters integer not null default 0 check (hall_voters >= 0),
    settled_at timestamptz,
    unique (series_id, stage),
    unique (meeting_id))`.execute(db)
  await sql`create table workshop_groups (
    id text primary key,
    workshop_id text not null references workshops,
    title text not null,
    hall_marks integer not null default 0 check (hall_marks >= 0))`.execute(db)
  await sql`create index workshop_groups_workshop on workshop_groups (workshop_id)`.execute(db)
  await sql`create table workshop_needs (
    workshop_id text not null references workshops,
    need_id text not null,
    group_id text not null references workshop_groups on delete cascade,
    added_by text not null,
    at timestamptz not null,
    primary key (workshop_id, need_id))`.execute(db)
  await sql`create index workshop_needs_group on workshop_needs (group_id)`.execute(db)
  await sql`create table group_marks (
    group_id text not null references workshop_groups on delete cascade,
    person_id text not null,
    workshop_id text not null,
    at timestamptz not null,
    primary key (group_id, person_id))`.execute(db)
  await sql`create index group_marks_person on group_marks (workshop_id, person_id)`.execute(db)
  await sql`create table workshop_tables (
    id text primary key,
    key text not null unique,
    workshop_id text not null references workshops,
    name text not null,
    group_id text)`.execute(db)
  await sql`create table table_members (
    table_id text not null references workshop_tables on delete cascade,
    person_id text not null,
    at timestamptz not null,
    primary key (table_id, person_id))`.execute(db)
  await sql`create index table_members_person on table_members (person_id)`.execute(db)
  await sql`create table idea_cards (
    id text primary key,
    key text not null unique,
    workshop_id text not null references workshops,
    table_id text not null references workshop_tables,
    title text not null,
    problem text not null,
    for_whom text not null,
    solution text not null,
    place text not null,
    ask_unit text not null,
    version integer not null default 1,
    made_by text not null,
    at timestamptz not null,
    changed_at timestamptz not null)`.execute(db)
  await sql`create index idea_cards_workshop on idea_cards (workshop_id)`.execute(db)

  await sql`create table agenda_ideas (
    meeting_id text not null,
    idea_id text not null,
    added_by text not null,
    at timestamptz not null,
    primary key (meeting_id, idea_id))`.execute(db)
  await sql`create index agenda_ideas_idea on agenda_ideas (idea_id)`.execute(db)
  await sql`create table spoken_answers (
    id text primary key,
    key text not null unique,
    meeting_id text not null,
    idea_id text not null,
    unit_id text not null,
    text text not null,
    written_by text not null,
    at timestamptz not null,
    confirmed_by text,
    confirmed_at timestamptz)`.execute(db)
  await sql`create index spoken_answers_idea on spoken_answers (idea_id)`.execute(db)
}
