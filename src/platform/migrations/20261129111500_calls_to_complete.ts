import { type Kysely, sql } from 'kysely'

/** What the office asks the authors of a submitted project to complete, and what they write in answer until it is handed in. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`create table completion_calls (
    id text primary key,
    key text not null unique,
    project_id text not null references projects on delete cascade,
    state text not null check (state in ('open', 'agreeing', 'answered', 'lapsed', 'withdrawn')),
    parts text[] not null check (cardinality(parts) > 0),
    words text not null,
    due_on text not null,
    called_by text not null,
    called_at timestamptz not null,
    version int,
    reminded_at timestamptz,
    ended_at timestamptz,
    reason text not null default ''
  )`.execute(db)
  await sql`create unique index completion_calls_one on completion_calls (project_id) where state in ('open', 'agreeing')`.execute(db)
  await sql`create index completion_calls_project on completion_calls (project_id, called_at)`.execute(db)
  await sql`create index completion_calls_due on completion_calls (due_on) where state in ('open', 'agreeing')`.execute(db)
  await sql`create table completion_texts (
    call_id text not null references completion_calls on delete cascade,
    part text not null,
    content jsonb not null,
    revision int not null,
    person_id text not null,
    at timestamptz not null,
    primary key (call_id, part)
  )`.execute(db)
}
