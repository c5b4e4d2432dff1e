import { type Kysely, sql } from 'kysely'

export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`create table hidings (subject_id text primary key, since timestamptz not null)`.execute(db)
}
