import { type Kysely, sql } from 'kysely'

/** What the authors answer about access and openness of their project. Consents of land managers lie among the files. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`create table project_answers (
    project_id text not null references projects on delete cascade,
    question text not null,
    answer text not null check (answer in ('yes', 'partly', 'no')),
    note text not null,
    person_id text not null,
    at timestamptz not null,
    primary key (project_id, question)
  )`.execute(db)
}
