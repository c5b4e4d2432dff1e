import { type Kysely, sql } from 'kysely'

/** On which page the form stood: there its fields have the names that people read. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`alter table parked_forms add column page text`.execute(db)
}
