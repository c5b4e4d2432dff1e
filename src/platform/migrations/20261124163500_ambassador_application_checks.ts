import { type Kysely, sql } from 'kysely'

/** Says the same, but so that the only list of states in the table is the one of its procedure. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`alter table ambassador_applications drop constraint ambassador_applications_check`.execute(db)
  await sql`alter table ambassador_applications add constraint ambassador_applications_sent
    check (state = 'draft' or state = 'withdrawn' or submitted_at is not null)`.execute(db)
}
