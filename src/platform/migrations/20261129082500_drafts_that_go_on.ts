import { type Kysely, sql } from 'kysely'

export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`alter table projects drop constraint projects_state_check`.execute(db)
  await sql`alter table projects add constraint projects_state_check
    check (state in ('draft', 'agreeing', 'submitted', 'withdrawn', 'continued'))`.execute(db)
}
