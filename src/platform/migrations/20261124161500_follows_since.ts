import { type Kysely, sql } from 'kysely'

export async function up(db: Kysely<unknown>): Promise<void> {
  // nobody is told what was before they began to follow
  await sql`alter table follows add column since_seq bigint not null default 0`.execute(db)
}
