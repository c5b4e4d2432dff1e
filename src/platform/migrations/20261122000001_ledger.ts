import { type Kysely, sql } from 'kysely'

export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`create extension if not exists pg_trgm`.execute(db)
  await sql`create extension if not exists unaccent`.execute(db)
  // unaccent is only "stable"; an index needs a promise that it never changes
  await sql`create function plain(words text) returns text language sql immutable parallel safe strict as $$ select lower(public.unaccent('public.unaccent', words)) $$`.execute(
    db,
  )
  await sql`create table ledger_inbox (
    id bigint generated always as identity primary key, at timestamptz not null, recorded_at timestamptz not null default now(),
    fact text not null, subject text not null, actor_id text not null, payload jsonb not null)`.execute(db)
  await sql`create table ledger_chain (
    seq bigint primary key, at timestamptz not null, fact text not null, subject text not null, leaf bytea not null, link bytea not null)`.execute(db)
  await sql`create index on ledger_chain (subject)`.execute(db)
  await sql`create index on ledger_chain (fact, seq)`.execute(db)
  await sql`create table ledger_payloads (
    seq bigint primary key references ledger_chain, salt bytea not null, actor_id text not null, payload jsonb not null, recorded_at timestamptz not null)`.execute(
    db,
  )
  await sql`create function ledger_is_append_only() returns trigger language plpgsql as $$ begin raise exception 'the ledger is append-only'; end $$`.execute(
    db,
  )
  await sql`create trigger append_only before update or delete or truncate on ledger_chain for each statement execute function ledger_is_append_only()`.execute(
    db,
  )
  await sql`create table origins (from_id text not null, to_id text not null, at timestamptz not null, primary key (to_id, from_id))`.execute(db)
  await sql`create index on origins (from_id)`.execute(db)
  await sql`create table letters (
    id text primary key, state text not null check (state in ('waiting', 'queued', 'sent', 'bounced', 'failed')), person_id text, address text not null,
    subject text not null, body_text text not null, body_html text not null, created_at timestamptz not null default now(), sent_at timestamptz, error text)`.execute(
    db,
  )
  await sql`create index on letters (state) where state = 'waiting'`.execute(db)
  await sql`create table settings (name text primary key, value jsonb not null)`.execute(db)
}
