import { type Kysely, sql } from 'kysely'

export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`create table project_named_versions (
      key text primary key,
      project_id text not null references projects (id) on delete cascade,
      name text not null,
      at timestamptz not null,
      person_id text not null)`.execute(db)
  await sql`create index project_named_versions_project on project_named_versions (project_id, at)`.execute(db)
  await sql`create index project_revisions_at on project_revisions (project_id, at)`.execute(db)
}
