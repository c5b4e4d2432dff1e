import { type Kysely, sql } from 'kysely'

export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`create table ambassador_terms (
    id text primary key, person_id text not null, application_id text unique, edition_id text not null,
    state text not null check (state in ('accepted', 'active', 'suspended', 'recalled', 'resigned', 'finished')),
    area jsonb, area_words text not null, forms text[] not null, residents int check (residents > 0), reason text,
    authorised_no text unique, authorised_at timestamptz, authorised_by text,
    started_at timestamptz not null, activated_at timestamptz, ended_at timestamptz, version int not null default 0,
    check (state not in ('active', 'suspended', 'finished') or (authorised_no is not null and activated_at is not null)),
    check (state not in ('suspended', 'recalled') or reason is not null))`.execute(db)
  await sql`create unique index ambassador_terms_once on ambassador_terms (person_id, edition_id) where state in ('accepted', 'active', 'suspended')`.execute(
    db,
  )
  await sql`create table ambassador_term_districts (
    term_id text not null references ambassador_terms on delete cascade, territory_id text not null, primary key (term_id, territory_id))`.execute(db)
  await sql`create index on ambassador_term_districts (territory_id)`.execute(db)
  await sql`create table ambassador_numbers (kind text not null, year int not null, last int not null, primary key (kind, year))`.execute(db)
  await sql`create table trainings (
    id text primary key, key text not null unique, edition_id text not null, state text not null check (state in ('planned', 'cancelled')),
    mode text not null check (mode in ('hall', 'online')), title text not null, about text not null, place text not null, link text,
    starts_at timestamptz not null, ends_at timestamptz not null, capacity int not null check (capacity > 0), reason text,
    created_at timestamptz not null, version int not null default 0, check (ends_at > starts_at))`.execute(db)
  await sql`create table training_materials (
    id text primary key, training_id text not null references trainings on delete cascade, title text not null, link text not null)`.execute(db)
  await sql`create index on training_materials (training_id)`.execute(db)
  await sql`create table training_places (
    training_id text not null references trainings on delete cascade, person_id text not null, signed_at timestamptz not null,
    attended boolean, marked_by text, primary key (training_id, person_id))`.execute(db)
  await sql`create index on training_places (person_id)`.execute(db)
  await sql`create table course_answers (
    person_id text not null, lesson text not null, question text not null, answer int not null, at timestamptz not null,
    primary key (person_id, lesson, question))`.execute(db)
  await sql`create table course_finishes (person_id text primary key, at timestamptz not null)`.execute(db)
}
