import { type Kysely, sql } from 'kysely'

/** Until an invited person answers, the authors see the words of the invitation only: an e-mail must not reveal a public name. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`alter table project_authors add column words text not null default ''`.execute(db)
}
