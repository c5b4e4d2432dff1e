import { type Kysely, sql } from 'kysely'

export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`create table meetings (
    id text primary key, key text not null unique, number bigint generated always as identity, edition_id text not null, territory_id text not null,
    path text not null check (path in ('district', 'city')), kind text not null check (kind in ('talk', 'office-hours', 'marathon', 'workshop')),
    way text not null check (way in ('hall', 'online', 'phone', 'async', 'mixed')),
    state text not null check (state in ('draft', 'announced', 'held', 'closed', 'cancelled')),
    title text not null, about text not null, agenda text[] not null default '{}', questions text[] not null default '{}',
    starts_at timestamptz not null, ends_at timestamptz not null check (ends_at > starts_at),
    place text, address text, room_shared boolean not null default false, link text, phone text,
    access_steps text not null check (access_steps in ('step-free', 'ramp', 'steps', 'unknown')), access_loop boolean not null, access_sign boolean not null,
    access_transport text, access_other text, capacity int check (capacity > 0),
    reason text, code text not null unique, revision int not null default 1, version int not null default 1,
    created_by text not null, created_at timestamptz not null, announced_at timestamptz)`.execute(db)
  await sql`create index on meetings (territory_id, starts_at)`.execute(db)
  await sql`create index on meetings (state, starts_at)`.execute(db)
  await sql`create table meeting_hosts (meeting_id text not null references meetings on delete cascade, person_id text not null, primary key (meeting_id, person_id))`.execute(
    db,
  )
  await sql`create index on meeting_hosts (person_id)`.execute(db)
}
