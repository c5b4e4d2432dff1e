import { type Kysely, sql } from 'kysely'

export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`create table city_plans (
    id text primary key, foreign_id text not null unique, territory_id text not null references territories, title text not null, text text not null,
    state text not null check (state in ('planned', 'ongoing', 'done')), cost bigint check (cost >= 0), term text, place_words text,
    lon double precision, lat double precision, link text, unit text, changed_at timestamptz not null, check ((lon is null) = (lat is null)))`.execute(
    db,
  )
  await sql`create index on city_plans (territory_id)`.execute(db)
}
