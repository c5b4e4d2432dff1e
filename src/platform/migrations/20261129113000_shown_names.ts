import { type Kysely, sql } from 'kysely'

/** What others see of a name is its bearer's choice: where they see less, the whole of it stands here. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`alter table persons add column full_name text`.execute(db)
}
