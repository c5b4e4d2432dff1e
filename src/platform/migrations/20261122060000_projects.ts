import { type Kysely, sql } from 'kysely'

export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`create table projects (
    id text primary key, key text not null unique, state text not null check (state in ('draft', 'agreeing', 'submitted', 'withdrawn')),
    path text not null check (path in ('joint-district', 'joint-city', 'individual')), visibility text not null check (visibility in ('shared', 'private')),
    edition_id text not null, territory_id text not null, idea_id text, lead_id text not null, lon double precision, lat double precision,
    version integer not null default 0, costs_revision integer not null default 0, public_no text unique,
    created_at timestamptz not null, changed_at timestamptz not null, frozen_at timestamptz, submitted_at timestamptz, withdrawn_at timestamptz,
    withdrawal_reason text, check ((state = 'submitted') <= (public_no is not null)))`.execute(db)
  await sql`create index on projects (territory_id, state)`.execute(db)
  await sql`create index on projects (idea_id)`.execute(db)
  await sql`create index on projects (changed_at)`.execute(db)
  await sql`create table project_sections (
    project_id text not null references projects on delete cascade,
    section text not null check (section in ('title', 'summary', 'description', 'place', 'reasons', 'beneficiaries')),
    text text not null, revision integer not null, primary key (project_id, section))`.execute(db)
  await sql`create table project_revisions (
    project_id text not null references projects on delete cascade, section text not null, revision integer not null, content jsonb not null,
    person_id text not null, at timestamptz not null, primary key (project_id, section, revision))`.execute(db)
  await sql`create table project_cost_lines (
    project_id text not null references projects on delete cascade, id text not null, position integer not null, name text not null,
    quantity bigint not null check (quantity > 0), unit text not null, price bigint not null check (price >= 0), primary key (project_id, id))`.execute(
    db,
  )
  await sql`create table project_authors (
    id text primary key, project_id text not null references projects on delete cascade, person_id text not null,
    state text not null check (state in ('invited', 'accepted', 'declined', 'expired', 'withdrawn', 'left', 'removed')),
    invited_by text not null, invited_at timestamptz not null, expires_at timestamptz, answered_at timestamptz, recorded_by text)`.execute(db)
  await sql`create unique index project_authors_once on project_authors (project_id, person_id) where state in ('invited', 'accepted')`.execute(db)
  await sql`create index on project_authors (person_id, state)`.execute(db)
  await sql`create table project_versions (
    project_id text not null references projects on delete cascade, number integer not null, snapshot jsonb not null, hash text not null,
    created_at timestamptz not null, created_by text not null, primary key (project_id, number))`.execute(db)
  await sql`create table project_acceptances (
    project_id text not null, version integer not null, person_id text not null, at timestamptz not null,
    how text not null check (how in ('own', 'signature')), recorded_by text not null,
    primary key (project_id, version, person_id), foreign key (project_id, version) references project_versions on delete cascade)`.execute(db)
  await sql`create table project_numbers (edition_id text not null, pool_id text not null, last integer not null, primary key (edition_id, pool_id))`.execute(
    db,
  )
}
