import { type Kysely, sql } from 'kysely'

export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`create table project_shared_texts (
      project_id text not null references projects (id) on delete cascade,
      section text not null,
      snapshot bytea not null,
      compacted bigint not null,
      last bigint not null,
      revision integer not null,
      typed_at timestamptz not null,
      primary key (project_id, section))`.execute(db)
  await sql`create index project_shared_texts_unsettled on project_shared_texts (typed_at) where last > compacted`.execute(db)
  await sql`create table project_text_updates (
      project_id text not null,
      section text not null,
      seq bigint not null,
      update bytea not null,
      person_id text not null,
      at timestamptz not null,
      primary key (project_id, section, seq),
      foreign key (project_id, section) references project_shared_texts (project_id, section) on delete cascade)`.execute(db)
}
