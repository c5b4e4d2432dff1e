import { type Kysely, sql } from 'kysely'

/** Which unit is in charge of what, and whose land is where: two tables that the office keeps. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`create table competences (
    id text primary key, topics text[] not null, territory_id text, manager text not null, unit_id text not null, added_at timestamptz not null,
    check (cardinality(topics) > 0 or territory_id is not null or manager <> ''))`.execute(db)
  await sql`create unique index competences_once on competences (topics, coalesce(territory_id, ''), manager, unit_id)`.execute(db)
  await sql`create table plots (
    number text not null, precinct text not null, manager text not null, status text not null, lon double precision, lat double precision,
    imported_at timestamptz not null, primary key (number, precinct), check ((lon is null) = (lat is null)))`.execute(db)
  await sql`create index on plots (lat, lon)`.execute(db)
}
