import { type Kysely, sql } from 'kysely'

export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`create table editions (
    id text primary key, key text not null unique, no int not null, year int not null, title text not null,
    state text not null check (state in ('draft', 'published', 'running', 'closed', 'archived')),
    version int not null default 1, parts text[] not null, rules jsonb not null, published_at timestamptz, created_at timestamptz not null)`.execute(
    db,
  )
  await sql`create unique index editions_one_running on editions ((true)) where state = 'running'`.execute(db)
  await sql`create table phases (
    id text primary key, edition_id text not null references editions on delete cascade, kind text not null,
    first_day date not null, last_day date not null, note text not null default '', check (first_day <= last_day))`.execute(db)
  await sql`create index on phases (edition_id)`.execute(db)
  await sql`create table pools (
    id text primary key, edition_id text not null references editions on delete cascade, territory_id text not null,
    amount bigint not null check (amount >= 0), cost_min bigint not null check (cost_min >= 0), cost_max bigint not null check (cost_max >= cost_min),
    population int check (population > 0), unique (edition_id, territory_id))`.execute(db)
  await sql`create table edition_reasons (
    edition_id text not null references editions on delete cascade, finding text not null, reason text not null, by_id text not null,
    at timestamptz not null, primary key (edition_id, finding))`.execute(db)
  await sql`create table units (
    id text primary key, key text not null unique, code text not null unique, name text not null, topics text[] not null,
    sla_days int not null check (sla_days between 1 and 90), version int not null default 1)`.execute(db)
}
