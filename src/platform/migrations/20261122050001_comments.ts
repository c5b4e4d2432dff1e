import { type Kysely, sql } from 'kysely'

export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`create table comments (
    id text primary key, key text not null unique, subject_id text not null, reply_to text references comments,
    kind text not null check (kind in ('for', 'against', 'question', 'change')), text text not null,
    author_id text not null, entered_by text, channel text not null check (channel in ('online', 'meeting', 'office', 'paper', 'phone')),
    at timestamptz not null)`.execute(db)
  await sql`create index on comments (subject_id, at)`.execute(db)
  await sql`create index on comments (author_id)`.execute(db)
}
