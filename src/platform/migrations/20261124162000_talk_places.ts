import { type Kysely, sql } from 'kysely'

/** What was said before there were talks lies somewhere too; it gets its talk when one is opened there. */
export async function up(db: Kysely<unknown>): Promise<void> {
  for (const table of ['needs', 'ideas'])
    await sql`insert into talk_places (subject_id, edition_id, territory_id, lon, lat, at)
      select id, edition_id, territory_id, lon, lat, created_at from ${sql.table(table)} on conflict do nothing`.execute(db)
}
