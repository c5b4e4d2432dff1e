import { type Kysely, sql } from 'kysely'

export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`create table archived_counts (
    pool_id text primary key references archived_pools on delete cascade, engine int not null, ballots bytea not null, findings jsonb not null,
    kept_at timestamptz not null)`.execute(db)
}
