import { type Kysely, sql } from 'kysely'

/** What a unit states about the land in its answer, apart from its verdict on it. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`alter table advice add column land jsonb`.execute(db)
}
