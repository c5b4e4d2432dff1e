import { type Kysely, sql } from 'kysely'

/** Which versions were handed in, and when: what a receipt vouches for. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`alter table project_versions add column submitted_at timestamptz`.execute(db)
  await sql`update project_versions v set submitted_at = p.submitted_at from projects p
    where p.id = v.project_id and p.version = v.number and p.submitted_at is not null`.execute(db)
}
