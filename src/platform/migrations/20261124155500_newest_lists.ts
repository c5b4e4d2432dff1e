import { type Kysely, sql } from 'kysely'

/** The newest of the whole city, read from the index instead of sorting all of them. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`create index needs_newest on needs (edition_id, created_at desc, id desc)`.execute(db)
  await sql`create index ideas_newest on ideas (edition_id, created_at desc, id desc)`.execute(db)
}
