import { type Kysely, sql } from 'kysely'

/** A point on the map is said by the address nearest to it. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`create index on addresses (lat, lon)`.execute(db)
}
