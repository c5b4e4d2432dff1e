import { type Kysely, sql } from 'kysely'

/** Somebody asks to join a draft, as a co-author or as a helper; a helper has a place beside the authors. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`create table project_requests (
    id text primary key,
    project_id text not null references projects on delete cascade,
    person_id text not null,
    role text not null check (role in ('author', 'helper')),
    sentence text not null,
    state text not null check (state in ('waiting', 'accepted', 'refused', 'withdrawn', 'lapsed')),
    asked_at timestamptz not null,
    expires_at timestamptz not null,
    answered_at timestamptz,
    answered_by text,
    reason text
  )`.execute(db)
  await sql`create unique index project_requests_once on project_requests (project_id, person_id) where state = 'waiting'`.execute(db)
  await sql`create index project_requests_person on project_requests (person_id)`.execute(db)
  await sql`create index project_requests_due on project_requests (expires_at) where state = 'waiting'`.execute(db)
  await sql`alter table project_authors add column role text not null default 'author' check (role in ('author', 'helper'))`.execute(db)
  await sql`alter table project_authors drop constraint project_authors_state_check`.execute(db)
  await sql`alter table project_authors add constraint project_authors_state_check
    check (state in ('invited', 'accepted', 'helping', 'declined', 'expired', 'withdrawn', 'left', 'removed'))`.execute(db)
  await sql`drop index project_authors_once`.execute(db)
  await sql`create unique index project_authors_once on project_authors (project_id, person_id) where state in ('invited', 'accepted', 'helping')`.execute(
    db,
  )
}
