import { type Kysely, sql } from 'kysely'

/**
 * The desk of a unit: a waiting list where the head has set a cap, questions back to the authors while the due date stands still, answers
 * released by the head, opinions of several units joined in one, notes that stay inside, deputies.
 */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`alter table advice drop constraint advice_state_check`.execute(db)
  await sql`alter table advice add constraint advice_state_check
    check (state in ('queued', 'asked', 'assigned', 'asked-back', 'drafted', 'contributed', 'dropped', 'answered'))`.execute(db)
  await sql`alter table advice
    add column edition_id text not null default '',
    add column leading_id text references advice on delete cascade,
    add column criteria text[] not null default '{}',
    add column stopped_on date check ((state = 'asked-back') = (stopped_on is not null)),
    add column reminded smallint not null default 0 check (reminded between 0 and 3),
    add column released_by text,
    add column links jsonb not null default '[]'`.execute(db)
  await sql`update advice a set edition_id = coalesce((select p.edition_id from projects p where p.id = a.subject_id),
    (select i.edition_id from ideas i where i.id = a.subject_id),
    (select m.edition_id from minute_lines l join meetings m on m.id = l.meeting_id where l.id = a.subject_id), '')`.execute(db)
  await sql`drop index advice_once`.execute(db)
  await sql`create unique index advice_once on advice (subject_id, unit_id)
    where state not in ('answered', 'dropped') and leading_id is null`.execute(db)
  await sql`create unique index advice_part_once on advice (leading_id, unit_id) where state <> 'dropped'`.execute(db)
  await sql`create index on advice (unit_id, edition_id)`.execute(db)
  await sql`create table advice_queries (
    id text primary key, key text not null unique, advice_id text not null references advice on delete cascade, question text not null,
    asked_by text not null, asked_at timestamptz not null, reply text, replied_by text, replied_at timestamptz,
    check ((reply is null) = (replied_at is null)))`.execute(db)
  await sql`create index on advice_queries (advice_id)`.execute(db)
  await sql`create table advice_notes (
    id text primary key, key text not null unique, advice_id text not null references advice on delete cascade, unit_id text not null,
    author_id text not null, text text not null, at timestamptz not null)`.execute(db)
  await sql`create index on advice_notes (advice_id)`.execute(db)
  await sql`create table unit_desks (
    unit_id text primary key, releases boolean not null, cap integer check (cap > 0), version integer not null)`.execute(db)
  await sql`create table unit_deputies (
    id text primary key, key text not null unique, unit_id text not null, person_id text not null, deputy_id text not null, head boolean not null,
    first_day date not null, last_day date not null, check (first_day <= last_day), check (person_id <> deputy_id))`.execute(db)
  await sql`create index on unit_deputies (unit_id, last_day)`.execute(db)
}
