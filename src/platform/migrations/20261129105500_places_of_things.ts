import { type Kysely, sql } from 'kysely'

/** What lies near is found by its place, however much there is. */
export async function up(db: Kysely<unknown>): Promise<void> {
  for (const table of ['needs', 'ideas', 'projects', 'archived_projects'])
    await sql`create index on ${sql.table(table)} (lat, lon) where lat is not null`.execute(db)
}
