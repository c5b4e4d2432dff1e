import { type Kysely, sql } from 'kysely'

/** Streets with their numbers, as the city's register has them: so that a place is found by its address. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`create table streets (id text primary key, title text not null, territory_id text not null references territories, unique (title, territory_id))`.execute(
    db,
  )
  await sql`create table addresses (
    id text primary key, street_id text not null references streets on delete cascade, number text not null, lon double precision not null,
    lat double precision not null, unique (street_id, number))`.execute(db)
}
