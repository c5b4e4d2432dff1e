import { type Kysely, sql } from 'kysely'

export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`create table handovers (
    id text primary key,
    key text not null unique,
    state text not null check (state in ('handed', 'received', 'answered')),
    subject_id text not null,
    title text not null,
    edition_id text not null,
    territory_id text not null references territories (id),
    form text not null check (form in ('local-initiative', 'consultation', 'upkeep')),
    unit_id text references units (id),
    office text not null,
    address text not null,
    email text,
    note text not null,
    packet jsonb not null,
    handed_by text not null,
    handed_at timestamptz not null,
    due_on date not null,
    received_on date,
    reference text,
    outcome text check (outcome in ('done', 'planned', 'refused')),
    answer text,
    answered_on date,
    recorded_by text,
    reminded_at timestamptz,
    version integer not null default 1,
    check ((outcome is null) = (answered_on is null))
  )`.execute(db)
  // a thing is with one office at a time
  await sql`create unique index on handovers (subject_id) where state <> 'answered'`.execute(db)
  await sql`create index on handovers (handed_at desc, id)`.execute(db)
  await sql`alter table needs drop constraint needs_state_check`.execute(db)
  await sql`alter table needs add constraint needs_state_check check (state in ('open', 'in-idea', 'closed', 'redirected'))`.execute(db)
  await sql`alter table ideas drop constraint ideas_state_check`.execute(db)
  await sql`alter table ideas add constraint ideas_state_check check (state in ('proposed', 'drafting', 'dropped', 'redirected'))`.execute(db)
}
