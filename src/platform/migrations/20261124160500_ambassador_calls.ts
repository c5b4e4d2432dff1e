import { type Kysely, sql } from 'kysely'

export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`create table ambassador_calls (
    id text primary key, key text not null unique, edition_id text not null references editions, no integer not null, first_day date not null, last_day date not null,
    min_age integer check (min_age between 10 and 30), statute text not null, statute_en text not null, questions jsonb not null,
    version integer not null default 1, opened_by text not null, opened_at timestamptz not null,
    check (first_day <= last_day), unique (edition_id, no))`.execute(db)
  await sql`create table ambassador_applications (
    id text primary key, key text not null unique, call_id text not null references ambassador_calls, person_id text not null,
    state text not null check (state in ('draft', 'submitted', 'to-complete', 'accepted', 'rejected', 'waiting', 'withdrawn')),
    version integer not null default 1, channel text not null check (channel in ('online', 'meeting', 'office', 'paper', 'phone')), entered_by text,
    content jsonb not null, area jsonb, district_ids text[] not null default '{}', received_on date, submitted_at timestamptz, missing text, due_on date,
    waiting_no integer, created_at timestamptz not null, changed_at timestamptz not null,
    check ((state in ('draft', 'withdrawn')) or submitted_at is not null), check ((state = 'to-complete') <= (due_on is not null and missing is not null)),
    check ((state = 'waiting') <= (waiting_no is not null)))`.execute(db)
  await sql`create unique index ambassador_application_once on ambassador_applications (call_id, person_id) where state <> 'withdrawn'`.execute(db)
  await sql`create index on ambassador_applications (person_id)`.execute(db)
  await sql`create index on ambassador_applications (call_id, state, submitted_at)`.execute(db)
  await sql`create table ambassador_decisions (
    id text primary key, application_id text not null references ambassador_applications on delete cascade, number text not null unique,
    kind text not null check (kind in ('complete', 'accept', 'reject', 'wait')), reason text not null, due_on date, by_id text not null,
    at timestamptz not null)`.execute(db)
  await sql`create index on ambassador_decisions (application_id, at)`.execute(db)
  // seen by the one who gave it and by coordinators only; never published
  await sql`alter table files drop constraint files_visibility_check`.execute(db)
  await sql`alter table files add constraint files_visibility_check check (visibility in ('private', 'public', 'confidential'))`.execute(db)
}
