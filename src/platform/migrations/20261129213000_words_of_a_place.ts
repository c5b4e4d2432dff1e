import { type Kysely, sql } from 'kysely'

/** What resembles a thing is asked within its territory: the territory stands among the words that the index holds. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`alter table projects add unique (id, territory_id)`.execute(db)
  // never null, not even in the rows that the update leaves behind: the new index looks at those too
  await sql`alter table project_words add column territory_id text not null default 'nowhere'`.execute(db)
  await sql`update project_words w set territory_id = p.territory_id from projects p where p.id = w.id`.execute(db)
  await sql`alter table project_words alter column territory_id drop default, drop constraint project_words_id_fkey,
    add foreign key (id, territory_id) references projects (id, territory_id) on update cascade on delete cascade`.execute(db)
  for (const table of ['needs', 'ideas', 'archived_projects', 'project_words']) {
    await sql`drop index ${sql.ref(`${table}_words_idx`)}`.execute(db)
    await sql`create index ${sql.ref(`${table}_words_idx`)} on ${sql.table(table)} using gin ((words || array_to_tsvector(array[territory_id])))`.execute(
      db,
    )
  }
}
