import { type Kysely, sql } from 'kysely'

/** The office settles a call; an answer keeps every revision, so that two who write at once are merged. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`alter table completion_calls add column settled_at timestamptz`.execute(db)
  await sql`alter table completion_calls drop constraint completion_calls_state_check`.execute(db)
  await sql`alter table completion_calls add constraint completion_calls_state_check
    check (state in ('open', 'agreeing', 'answered', 'lapsed', 'withdrawn', 'complied', 'not-complied'))`.execute(db)
  await sql`create index completion_calls_waiting on completion_calls (due_on) where state in ('open', 'agreeing', 'answered', 'lapsed')`.execute(db)
  await sql`drop index completion_calls_due`.execute(db)
  await sql`alter table completion_texts drop constraint completion_texts_pkey`.execute(db)
  await sql`alter table completion_texts add primary key (call_id, part, revision)`.execute(db)
}
