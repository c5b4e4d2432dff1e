import { type Kysely, sql } from 'kysely'

export async function up(db: Kysely<unknown>): Promise<void> {
  // An e-mail is kept in small letters, so that one address is one person. Whoever has none was entered by somebody.
  await sql`create table persons (
    id text primary key, display_name text not null, named_at timestamptz, email text check (email = lower(email)),
    email_state text not null default 'fine' check (email_state in ('fine', 'failing')), phone text,
    level smallint not null default 0 check (level in (0, 1)), district_id text,
    locale text not null default 'pl' check (locale in ('pl', 'en')),
    mail_wish text not null default 'daily' check (mail_wish in ('each', 'daily', 'weekly', 'none')),
    entered_by text, confirmed_at timestamptz, created_at timestamptz not null, version integer not null default 1, erased_at timestamptz,
    check (erased_at is null or (email is null and phone is null and district_id is null)))`.execute(db)
  await sql`create unique index persons_email on persons (email)`.execute(db)
  await sql`create index on persons using gin (plain(display_name) gin_trgm_ops)`.execute(db)
  // The vault: read only where an address is really needed.
  await sql`create table person_details (
    person_id text primary key references persons, street text not null, house_no text not null, postcode text not null, declared_at timestamptz not null)`.execute(
    db,
  )
  await sql`create table grants (
    id text primary key, person_id text not null references persons, role text not null, edition_id text, territory_id text, unit_id text,
    since timestamptz not null, until timestamptz, granted_by text not null, ended_by text)`.execute(db)
  await sql`create index on grants (person_id)`.execute(db)
  await sql`create index on grants (role)`.execute(db)
  await sql`create table sessions (
    id text primary key, token_hash bytea not null unique, person_id text not null references persons, created_at timestamptz not null,
    last_seen_at timestamptz not null, expires_at timestamptz not null, device text not null)`.execute(db)
  await sql`create index on sessions (person_id)`.execute(db)
  await sql`create index on sessions (expires_at)`.execute(db)
  // A code itself is never kept, nor the network address that asked for it: only keyed digests of both.
  await sql`create table sign_in_codes (
    id text primary key, purpose text not null check (purpose in ('sign-in', 'new-email')), email text not null, person_id text, digest bytea not null,
    asked_from bytea not null, attempts smallint not null default 0, created_at timestamptz not null, expires_at timestamptz not null, used_at timestamptz)`.execute(
    db,
  )
  await sql`create index on sign_in_codes (email, created_at)`.execute(db)
  await sql`create index on sign_in_codes (asked_from, created_at)`.execute(db)
  await sql`create table takeover_codes (
    person_id text primary key references persons, digest bytea not null unique, made_by text not null, created_at timestamptz not null, expires_at timestamptz not null)`.execute(
    db,
  )
  await sql`create table takeover_tries (asked_from bytea not null, at timestamptz not null)`.execute(db)
  await sql`create index on takeover_tries (asked_from, at)`.execute(db)
  await sql`create table passkeys (
    id text primary key, person_id text not null references persons, public_key bytea not null, counter bigint not null, transports text[] not null,
    label text not null, created_at timestamptz not null, last_used_at timestamptz)`.execute(db)
  await sql`create index on passkeys (person_id)`.execute(db)
  await sql`create table passkey_challenges (challenge text primary key, person_id text, expires_at timestamptz not null)`.execute(db)
  await sql`create table phone_news (
    id text primary key, person_id text not null references persons, text_key text not null, subject text not null, title text not null,
    created_at timestamptz not null, done_at timestamptz, done_by text, unique (person_id, text_key, subject))`.execute(db)
  await sql`create index on phone_news (created_at) where done_at is null`.execute(db)
}
