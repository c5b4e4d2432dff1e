import { type Kysely, sql } from 'kysely'

/** Questions that a unit takes to a meeting together: what is said there is written down at once and confirmed afterwards. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`create table advice_packets (
    id text primary key, key text not null unique, unit_id text not null, meeting_id text not null, made_by text not null, made_at timestamptz not null)`.execute(
    db,
  )
  await sql`create index on advice_packets (unit_id, made_at)`.execute(db)
  await sql`create table packet_questions (
    packet_id text not null references advice_packets on delete cascade, advice_id text not null references advice on delete cascade,
    verdict text check (verdict in ('fine', 'fine-if', 'not', 'not-ours')), words text not null, said_by text, said_at timestamptz,
    primary key (packet_id, advice_id), check ((verdict is null) = (said_at is null)))`.execute(db)
  await sql`create index on packet_questions (advice_id)`.execute(db)
  await sql`alter table advice add column meeting_id text`.execute(db)
}
