import { type Kysely, sql } from 'kysely'

export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`create table files (
    id text primary key, owner_id text not null, subject text not null, kind text not null check (kind in ('image', 'pdf')), name text not null,
    bytes integer not null, width integer, height integer, alt text, caption text,
    visibility text not null check (visibility in ('private', 'public')), disk_key text not null unique, key text unique,
    created_at timestamptz not null, check (kind <> 'image' or (alt is not null and width is not null and height is not null)))`.execute(db)
  await sql`create index on files (subject, created_at)`.execute(db)
  await sql`create index on files (owner_id)`.execute(db)
  await sql`create index on files (created_at) where visibility = 'private'`.execute(db)
}
