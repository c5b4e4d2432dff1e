import { type Kysely, sql } from 'kysely'

export async function up(db: Kysely<unknown>): Promise<void> {
  // which row of the office's day a colleague has taken; it frees itself after a day
  await sql`create table taken_matters (matter_id text primary key, person_id text not null, taken_at timestamptz not null)`.execute(db)
}
