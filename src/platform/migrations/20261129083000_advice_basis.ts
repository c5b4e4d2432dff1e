import { type Kysely, sql } from 'kysely'

/** More criteria, and the legal basis of each verdict. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`alter table advice_criteria drop constraint advice_criteria_criterion_check, add column basis text not null default ''`.execute(db)
  await sql`alter table advice_criteria add constraint advice_criteria_criterion_check check (criterion in
    ('own-task', 'land', 'plan', 'technical', 'open-access', 'cost', 'running-cost', 'law', 'other'))`.execute(db)
}
