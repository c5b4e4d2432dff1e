import { type Kysely, sql } from 'kysely'

export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`create table talks (
    id text primary key, key text not null unique, edition_id text not null references editions, territory_id text not null references territories,
    theme text not null default '', area_words text not null default '', state text not null check (state in ('open', 'joined')),
    joined_into text references talks, version int not null default 1, created_at timestamptz not null)`.execute(db)
  await sql`create unique index on talks (edition_id, territory_id, lower(theme)) where state = 'open'`.execute(db)
  // only what differs from the calendar of the edition
  await sql`create table talk_rounds (
    talk_id text not null references talks, kind text not null check (kind in ('needs', 'ideas', 'draft', 'consultation', 'corrections', 'submission')),
    first_day text not null, last_day text not null, primary key (talk_id, kind), check (first_day <= last_day))`.execute(db)
  await sql`create table talk_notices (
    talk_id text not null references talks, kind text not null, what text not null check (what in ('opened', 'closed')), day text not null,
    at timestamptz not null, primary key (talk_id, kind, what, day))`.execute(db)
  // where a need, an idea or a draft is talked over: by the rule, or by the choice of its author
  await sql`create table talk_places (
    subject_id text primary key, edition_id text not null, territory_id text not null, lon double precision, lat double precision,
    talk_id text references talks, chosen boolean not null default false, at timestamptz not null)`.execute(db)
  await sql`create index on talk_places (talk_id)`.execute(db)
  await sql`create index on talk_places (edition_id, territory_id)`.execute(db)

  await sql`alter table comments drop constraint comments_kind_check`.execute(db)
  await sql`alter table comments add constraint comments_kind_check check (kind in ('for', 'against', 'question', 'change', 'experience'))`.execute(
    db,
  )
  await sql`alter table comments add column edited_at timestamptz`.execute(db)
  await sql`create table comment_edits (comment_id text primary key references comments on delete cascade, text text not null, at timestamptz not null)`.execute(
    db,
  )
  await sql`create table questions (
    comment_id text primary key references comments on delete cascade, state text not null check (state in ('asked', 'passed', 'answered')),
    unit_id text references units, due_on text, passed_by text, passed_at timestamptz, answer text, answered_by text, answered_at timestamptz)`.execute(
    db,
  )
  await sql`create index on questions (unit_id, state)`.execute(db)
  await sql`insert into questions (comment_id, state) select id, 'asked' from comments where kind = 'question' and reply_to is null`.execute(db)
  await sql`create table settlements (
    comment_id text primary key references comments on delete cascade, outcome text not null check (outcome in ('accepted', 'partly', 'not')),
    why text not null, by_id text not null, at timestamptz not null)`.execute(db)

  await sql`create table talk_summaries (
    id text primary key, key text not null unique, talk_id text not null references talks, version int not null, sentences jsonb not null,
    by_id text not null, at timestamptz not null, unique (talk_id, version))`.execute(db)
  await sql`create table summary_views (
    summary_id text not null references talk_summaries, person_id text not null, agrees boolean not null, reason text not null default '',
    at timestamptz not null, primary key (summary_id, person_id))`.execute(db)
  await sql`create table talk_interests (
    id text primary key, edition_id text not null, territory_id text not null references territories, person_id text not null,
    lon double precision, lat double precision, place_words text not null default '', at timestamptz not null,
    unique (edition_id, territory_id, person_id))`.execute(db)
}
