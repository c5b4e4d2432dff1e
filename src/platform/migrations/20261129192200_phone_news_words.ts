import { type Kysely, sql } from 'kysely'

/** What a clerk reads out: the words of the letter that this person would have got. News kept before has none. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`alter table phone_news add column words text`.execute(db)
}
