import { type Kysely, sql } from 'kysely'

export async function up(db: Kysely<unknown>): Promise<void> {
  // what a suggestion to the costs asks for: a row more, another one, or one less, with the totals of that moment
  await sql`alter table suggestions add column change jsonb, add check ((section = 'costs') = (change is not null))`.execute(db)
}
