import { type Kysely, sql } from 'kysely'

export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`create table meeting_registrations (
    id text primary key, key text not null unique, meeting_id text not null references meetings on delete cascade, person_id text not null,
    entered_by text, channel text not null check (channel in ('online', 'meeting', 'office', 'paper', 'phone')),
    guests int not null check (guests between 0 and 9), state text not null check (state in ('registered', 'waiting', 'withdrawn')),
    at timestamptz not null, seated_at timestamptz, revision int not null, reminded_days boolean not null default false,
    reminded_hours boolean not null default false, unique (meeting_id, person_id), check ((state = 'registered') <= (seated_at is not null)))`.execute(
    db,
  )
  await sql`create index on meeting_registrations (person_id)`.execute(db)
  await sql`create index on meeting_registrations (meeting_id, state)`.execute(db)
  await sql`create table meeting_access_needs (
    registration_id text primary key references meeting_registrations on delete cascade, meeting_id text not null, needs text not null)`.execute(db)
  await sql`create index on meeting_access_needs (meeting_id)`.execute(db)
  await sql`create table meeting_notices (
    id bigint generated always as identity primary key, meeting_id text not null references meetings on delete cascade, person_id text not null,
    kind text not null, switch_id text, at timestamptz not null, unique (meeting_id, person_id, kind))`.execute(db)
  await sql`create index on meeting_notices (switch_id) where switch_id is not null`.execute(db)
  await sql`create table meeting_switches (
    id text primary key, key text not null unique, edition_id text not null, path text not null check (path in ('district', 'city')),
    from_day date not null, how text not null check (how in ('online', 'phone', 'async')), reason text not null, link_pattern text, phone_pattern text,
    made_by text not null, at timestamptz not null, people int not null default 0)`.execute(db)
  await sql`create table meeting_switched (
    switch_id text not null references meeting_switches on delete cascade, meeting_id text not null references meetings on delete cascade,
    way text not null, ends_at timestamptz not null, link text, phone text, capacity int, back_at timestamptz, back_by text, primary key (switch_id, meeting_id))`.execute(
    db,
  )
  await sql`create unique index meeting_switched_once on meeting_switched (meeting_id) where back_at is null`.execute(db)
  await sql`create table meeting_experts (
    id text primary key, meeting_id text not null references meetings on delete cascade, unit_id text not null, topic text not null,
    state text not null check (state in ('asked', 'accepted', 'declined', 'other-date')), person_id text, remark text, proposed_at timestamptz,
    asked_by text not null, asked_at timestamptz not null, answered_at timestamptz, unique (meeting_id, unit_id),
    check ((state = 'accepted') <= (person_id is not null)), check ((state = 'other-date') <= (proposed_at is not null)))`.execute(db)
  await sql`create index on meeting_experts (unit_id, state)`.execute(db)
  await sql`create index on meeting_experts (person_id)`.execute(db)
  await sql`create table meeting_attendance (
    id text primary key, key text unique, meeting_id text not null references meetings on delete cascade, person_id text,
    how text not null check (how in ('account', 'count', 'marked', 'paper')), people int not null check (people > 0), at timestamptz not null, entered_by text)`.execute(
    db,
  )
  await sql`create unique index meeting_attendance_once on meeting_attendance (meeting_id, person_id) where person_id is not null`.execute(db)
  await sql`create unique index meeting_attendance_paper on meeting_attendance (meeting_id) where how = 'paper' and person_id is null`.execute(db)
  await sql`create table meeting_papers (
    meeting_id text primary key references meetings on delete cascade, how text not null check (how in ('returned', 'destroyed', 'none')),
    remark text, noted_by text not null, at timestamptz not null)`.execute(db)
}
