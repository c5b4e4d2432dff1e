import { type Kysely, sql } from 'kysely'

export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`create table suggestions (
    comment_id text primary key references comments on delete cascade, project_id text not null references projects on delete cascade,
    section text not null, degree text not null check (degree in ('wish', 'rather-not', 'must', 'would-withdraw')),
    said_revision integer not null, met text check (met in ('yes', 'partly', 'no')), met_revision integer, met_at timestamptz,
    check ((met is null) = (met_at is null) and (met is null) = (met_revision is null)))`.execute(db)
  await sql`create index on suggestions (project_id)`.execute(db)
}
