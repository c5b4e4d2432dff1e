import { type Kysely, sql } from 'kysely'

export async function up(db: Kysely<unknown>): Promise<void> {
  // ballots null: there were too few of them to be published one by one
  await sql`create table archived_files (
    pool_id text primary key references archived_pools (id) on delete cascade,
    ballots bytea,
    kept_at timestamptz not null
  )`.execute(db)
}
