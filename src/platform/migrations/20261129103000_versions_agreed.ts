import { type Kysely, sql } from 'kysely'

/** What co-authors say to a version that they do not accept, and when those who have not answered were reminded. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`create table version_refusals (
    project_id text not null references projects on delete cascade,
    version int not null check (version > 0),
    person_id text not null,
    reason text not null,
    without_me boolean not null,
    at timestamptz not null,
    primary key (project_id, version, person_id)
  )`.execute(db)
  await sql`create index version_refusals_person on version_refusals (person_id)`.execute(db)
  await sql`create table version_reminders (
    project_id text not null references projects on delete cascade,
    version int not null check (version > 0),
    at timestamptz not null,
    by_id text not null
  )`.execute(db)
  await sql`create index version_reminders_project on version_reminders (project_id, version, at)`.execute(db)
}
