import { type Kysely, sql } from 'kysely'

export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`create table advice (
    id text primary key, key text not null unique, state text not null check (state in ('asked', 'assigned', 'answered')),
    subject_id text not null, territory_id text not null, unit_id text not null, question text not null,
    asked_by text not null, asked_at timestamptz not null, due_on date not null,
    expert_id text, assigned_by text, assigned_at timestamptz, answered_at timestamptz,
    overall text check (overall in ('fine', 'fine-if', 'not', 'not-ours')), remark text, estimate bigint check (estimate >= 0), authors_sum bigint,
    check ((state = 'assigned') <= (expert_id is not null)), check ((state = 'answered') <= (answered_at is not null and overall is not null)))`.execute(
    db,
  )
  await sql`create index on advice (subject_id)`.execute(db)
  await sql`create index on advice (unit_id, state, due_on)`.execute(db)
  await sql`create unique index advice_once on advice (subject_id, unit_id) where state in ('asked', 'assigned')`.execute(db)
  await sql`create table advice_criteria (
    advice_id text not null references advice on delete cascade,
    criterion text not null check (criterion in ('land', 'technical', 'cost', 'open-access', 'law')),
    verdict text not null check (verdict in ('fine', 'fine-if', 'not', 'not-ours')), remark text not null, primary key (advice_id, criterion))`.execute(
    db,
  )
  await sql`create table advice_returns (
    id bigint generated always as identity primary key, advice_id text not null references advice on delete cascade, from_unit text not null,
    to_unit text not null, person_id text not null, remark text not null, at timestamptz not null)`.execute(db)
  await sql`create index on advice_returns (advice_id)`.execute(db)
}
