import { type Kysely, sql } from 'kysely'

export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`create table meeting_sheets (
    id text primary key,
    meeting_id text not null,
    number integer not null,
    claim_digest bytea not null unique,
    made_by text not null,
    made_at timestamptz not null,
    claimed_by text,
    claimed_at timestamptz,
    unique (meeting_id, number))`.execute(db)
  await sql`create table sheet_claim_tries (asked_from bytea not null, at timestamptz not null)`.execute(db)
  await sql`create index sheet_claim_tries_from on sheet_claim_tries (asked_from, at)`.execute(db)
  await sql`create table meeting_voices (
    id text primary key,
    key text not null unique,
    meeting_id text not null,
    sheet_id text references meeting_sheets,
    about text,
    kind text not null check (kind in ('need', 'idea', 'question', 'remark')),
    text text not null,
    place_words text,
    channel text not null check (channel in ('online', 'meeting', 'office', 'paper', 'phone')),
    author_id text not null,
    entered_by text,
    at timestamptz not null)`.execute(db)
  await sql`create index meeting_voices_meeting on meeting_voices (meeting_id, at)`.execute(db)
  await sql`create index meeting_voices_author on meeting_voices (author_id)`.execute(db)
  await sql`create table sheet_photos (
    id text primary key,
    meeting_id text not null,
    file_id text not null,
    label text not null,
    taken_by text not null,
    taken_at timestamptz not null,
    keyed_by text,
    keyed_at timestamptz)`.execute(db)
  await sql`create index sheet_photos_waiting on sheet_photos (taken_at) where keyed_at is null`.execute(db)

  await sql`create table minutes (
    meeting_id text primary key,
    state text not null check (state in ('live', 'draft', 'corrections', 'frozen')),
    open_notes boolean not null default false,
    corrections_until date,
    hash text,
    begun_at timestamptz not null,
    frozen_at timestamptz)`.execute(db)
  await sql`create table minute_lines (
    id text primary key,
    key text not null unique,
    meeting_id text not null references minutes,
    place double precision not null,
    kind text not null check (kind in ('note', 'agreed', 'voice')),
    voice_id text,
    text text not null,
    version integer not null default 1,
    author_id text not null,
    at timestamptz not null,
    changed_at timestamptz not null)`.execute(db)
  await sql`create index minute_lines_meeting on minute_lines (meeting_id, place)`.execute(db)
  await sql`create table minute_corrections (
    id text primary key,
    key text not null unique,
    meeting_id text not null references minutes,
    line_id text,
    text text not null,
    person_id text not null,
    at timestamptz not null,
    outcome text check (outcome in ('taken', 'partly', 'not')),
    answer text,
    answered_by text,
    answered_at timestamptz)`.execute(db)
  await sql`create index minute_corrections_meeting on minute_corrections (meeting_id, at)`.execute(db)
  await sql`create table minute_tasks (
    id text primary key,
    key text not null unique,
    meeting_id text not null,
    line_id text,
    what text not null,
    who text not null,
    keeper_id text not null,
    due_on date not null,
    made_at timestamptz not null,
    done_at timestamptz,
    done_by text)`.execute(db)
  await sql`create index minute_tasks_meeting on minute_tasks (meeting_id)`.execute(db)
  await sql`create index minute_tasks_keeper on minute_tasks (keeper_id) where done_at is null`.execute(db)

  // Frozen minutes are cited for ever: what a line says, and where it stands, changes no more. Whose it was may still be erased.
  await sql`create function refuse_frozen_line() returns trigger language plpgsql as $$
    begin
      if (select state from minutes where meeting_id = coalesce(old.meeting_id, new.meeting_id)) = 'frozen'
        and (tg_op <> 'UPDATE' or (old.text, old.place, old.kind, old.meeting_id) is distinct from (new.text, new.place, new.kind, new.meeting_id)) then
        raise exception 'frozen minutes are never changed';
      end if;
      return coalesce(new, old);
    end $$`.execute(db)
  await sql`create trigger frozen_lines before insert or update or delete on minute_lines for each row execute function refuse_frozen_line()`.execute(
    db,
  )
}
