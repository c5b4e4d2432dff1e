import { type Kysely, sql } from 'kysely'

export async function up(db: Kysely<unknown>): Promise<void> {
  // up to which fact a person has been told the news of what they take part in
  await sql`create table told_news (person_id text primary key, last_seq bigint not null)`.execute(db)
  await sql`create index on ledger_payloads (actor_id)`.execute(db)
}
