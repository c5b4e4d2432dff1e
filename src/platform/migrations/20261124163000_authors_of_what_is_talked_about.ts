import { type Kysely, sql } from 'kysely'

/** A voice under a draft is not judged by who writes the draft. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`alter table moderation_cases add column about_author_ids text[] not null default '{}'`.execute(db)
}
