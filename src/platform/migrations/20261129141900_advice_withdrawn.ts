import { type Kysely, sql } from 'kysely'

/** Whoever asked takes a question back until it is answered. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`alter table advice drop constraint advice_state_check`.execute(db)
  await sql`alter table advice add constraint advice_state_check
    check (state in ('queued', 'asked', 'assigned', 'asked-back', 'drafted', 'contributed', 'dropped', 'withdrawn', 'answered'))`.execute(db)
  await sql`alter table advice add column withdrawal_reason text check ((state = 'withdrawn') = (withdrawal_reason is not null))`.execute(db)
  await sql`drop index advice_once`.execute(db)
  await sql`create unique index advice_once on advice (subject_id, unit_id)
    where state not in ('answered', 'dropped', 'withdrawn') and leading_id is null`.execute(db)
}
