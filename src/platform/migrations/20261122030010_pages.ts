import { type Kysely, sql } from 'kysely'

export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`create table pages (
    id text primary key, slug text not null unique, position integer not null, version integer not null, key text unique, created_at timestamptz not null)`.execute(
    db,
  )
  // a version is written once and never changed; saving makes the next one
  await sql`create table page_versions (
    page_id text not null references pages, version integer not null, author text not null, publishing_body text not null, note text not null,
    title_pl text not null, summary_pl text not null, body_pl text not null, more_pl text not null,
    title_en text not null, summary_en text not null, body_en text not null, more_en text not null,
    restored_from integer, editor_id text not null, editor_name text not null, at timestamptz not null, primary key (page_id, version))`.execute(db)
  // a publication without a version takes the page off
  await sql`create table page_publications (
    id bigint generated always as identity primary key, page_id text not null references pages, version integer, publish_at timestamptz not null,
    publisher_id text not null, publisher_name text not null, at timestamptz not null, cancelled_at timestamptz,
    foreign key (page_id, version) references page_versions (page_id, version))`.execute(db)
  await sql`create index on page_publications (page_id, publish_at desc, id desc) where cancelled_at is null`.execute(db)
  await sql`create table accessibility_statements (
    version integer primary key, content jsonb not null, editor_id text not null, editor_name text not null, at timestamptz not null)`.execute(db)
}
