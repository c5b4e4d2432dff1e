import { type Kysely, sql } from 'kysely'

export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`alter table letters add column reply_to text`.execute(db)
  await sql`create table district_residents (
    territory_id text primary key, residents int not null check (residents > 0), source text not null, changed_at timestamptz not null)`.execute(db)
  await sql`create table ambassador_messages (
    id text primary key, key text not null unique, term_id text not null references ambassador_terms on delete cascade, from_id text not null,
    text text not null, shows_address boolean not null, at timestamptz not null, reply text, replied_at timestamptz,
    check ((reply is null) = (replied_at is null)))`.execute(db)
  await sql`create index on ambassador_messages (term_id, at)`.execute(db)
  await sql`create index on ambassador_messages (from_id, at)`.execute(db)
  await sql`create table assistance_requests (
    id text primary key, key text not null unique, term_id text not null references ambassador_terms on delete cascade, person_id text not null,
    state text not null check (state in ('asked', 'promised', 'declined', 'done', 'withdrawn')),
    kind text not null check (kind in ('room', 'materials', 'expert', 'accessibility', 'other')), text text not null, wished_on date,
    asked_at timestamptz not null, answer_by date not null, answer text, answered_by text, answered_at timestamptz, ready_on date,
    version int not null default 0, check (state <> 'promised' or ready_on is not null))`.execute(db)
  await sql`create index on assistance_requests (state, answer_by)`.execute(db)
  await sql`create index on assistance_requests (term_id)`.execute(db)
  await sql`create table good_practices (
    id text primary key, key text not null unique, state text not null check (state in ('shown', 'withdrawn')),
    title text not null, text text not null, topic text not null, source text not null, link text, author_id text not null,
    created_at timestamptz not null, version int not null default 0)`.execute(db)
  await sql`create index on good_practices (topic) where state = 'shown'`.execute(db)
  await sql`create table ambassador_certificates (
    number text primary key, term_id text not null unique references ambassador_terms on delete cascade, person_id text not null,
    shows_name boolean not null, from_day date not null, until_day date not null, hours int not null check (hours >= 0),
    meetings int not null check (meetings >= 0), issued_at timestamptz not null, issued_by text not null)`.execute(db)
}
