import { type Kysely, sql } from 'kysely'

export async function up(db: Kysely<unknown>): Promise<void> {
  for (const table of ['needs', 'ideas']) await sql`alter table ${sql.table(table)} add column edited_at timestamptz`.execute(db)
  // what stood there before the one edit; whose it was is known from the need or idea itself
  await sql`create table said_versions (subject_id text primary key, title text not null, text text not null, until timestamptz not null)`.execute(db)
  await sql`create table said_additions (key text primary key, subject_id text not null, text text not null, at timestamptz not null)`.execute(db)
  await sql`create index on said_additions (subject_id, at)`.execute(db)
}
