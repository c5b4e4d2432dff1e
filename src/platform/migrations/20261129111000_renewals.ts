import { type Kysely, sql } from 'kysely'

/** Whoever supports a draft is asked again when its substance changed. `renewal_rounds` says up to which moment that has been looked at. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`create table renewals (
    id text primary key,
    project_id text not null references projects on delete cascade,
    person_id text not null,
    kind text not null check (kind in ('backing', 'endorsement')),
    baseline_at timestamptz,
    moment_at timestamptz not null,
    what text[] not null,
    state text not null check (state in ('waiting', 'kept', 'withdrawn', 'lapsed')),
    asked_at timestamptz not null,
    answered_at timestamptz
  )`.execute(db)
  await sql`create unique index renewals_once on renewals (project_id, person_id, kind) where state = 'waiting'`.execute(db)
  await sql`create index renewals_person on renewals (person_id)`.execute(db)
  await sql`create table renewal_rounds (
    project_id text not null references projects on delete cascade,
    at timestamptz not null,
    primary key (project_id, at)
  )`.execute(db)
}
