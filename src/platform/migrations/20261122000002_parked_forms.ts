import { type Kysely, sql } from 'kysely'

export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`create table parked_forms (
    id text primary key, key_hash text not null, action text not null, fields jsonb not null, created_at timestamptz not null default now())`.execute(
    db,
  )
}
