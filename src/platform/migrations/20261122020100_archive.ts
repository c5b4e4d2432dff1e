import { type Kysely, sql } from 'kysely'

export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`create table archived_editions (
    id text primary key, slug text not null unique, year int not null, no int, invented boolean not null, created_at timestamptz not null)`.execute(
    db,
  )
  await sql`create table archived_pools (
    id text primary key, edition_id text not null references archived_editions, slug text not null, territory_id text not null references territories,
    name text not null, budget bigint not null check (budget >= 0), spent bigint not null, ballots int not null, vote_type text not null, rule text not null,
    max_marks int not null, points_check text not null check (points_check in ('agree', 'differ', 'unstated')),
    winners_check text not null check (winners_check in ('agree', 'differ', 'unstated', 'other-rule')),
    begins_on date, ends_on date, comment text, acknowledgments text, source_name text not null, source_hash text not null, imported_at timestamptz not null,
    unique (edition_id, slug))`.execute(db)
  await sql`create table archived_projects (
    id text primary key, edition_id text not null references archived_editions, pool_id text not null references archived_pools,
    territory_id text not null references territories, number text not null, slug text not null, title text not null, category text,
    cost bigint check (cost >= 0), votes int not null, points double precision not null, marks int[] not null, place int not null,
    outcome text not null check (outcome in ('won', 'no-money', 'below-threshold', 'lost', 'withdrawn')), left_before bigint, missing_points double precision,
    lon double precision, lat double precision, plain_title text generated always as (plain(title)) stored, words tsvector not null,
    unique (pool_id, number), unique (pool_id, slug), check ((lon is null) = (lat is null)))`.execute(db)
  await sql`create index on archived_projects (territory_id)`.execute(db)
  await sql`create index on archived_projects (edition_id)`.execute(db)
  await sql`create index on archived_projects using gin (words)`.execute(db)
  await sql`create index on archived_projects using gin (plain_title gin_trgm_ops)`.execute(db)
}
