import { type Kysely, sql } from 'kysely'

export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`alter table talk_rounds add column reason text not null default ''`.execute(db)
}
