import { type Kysely, sql } from 'kysely'

/** How many people more, supporting it alone, would have let a past project win. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`alter table archived_projects add column missing_people int`.execute(db)
}
