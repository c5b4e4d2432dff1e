import { type Kysely, sql } from 'kysely'

export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`alter table persons add column merged_into text references persons`.execute(db)
  await sql`create index on persons (merged_into) where merged_into is not null`.execute(db)
}
