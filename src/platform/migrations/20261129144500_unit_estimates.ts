import { type Kysely, sql } from 'kysely'

export async function up(db: Kysely<unknown>): Promise<void> {
  // costs and prices: the rows as the unit saw them, and its own price of each; a later change of the table changes nothing here
  await sql`create table unit_estimates (
    advice_id text primary key references advice on delete cascade, project_id text not null references projects on delete cascade,
    unit_id text not null, costs_revision integer not null, costs jsonb not null, prices jsonb not null, lump bigint check (lump >= 0),
    published_at timestamptz)`.execute(db)
  await sql`create index on unit_estimates (project_id)`.execute(db)
  // whose word a change follows: a unit's advice, or somebody's suggestion
  await sql`alter table project_revisions add column credit text`.execute(db)
}
