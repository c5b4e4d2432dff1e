import { type Kysely, sql } from 'kysely'

/** The office examines a list as often as it must; a page that came too late waits for an extension; the authors are reminded once for each end. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`alter table support_lines add column received_on text`.execute(db)
  await sql`alter table support_lines drop constraint support_lines_why_check`.execute(db)
  await sql`alter table support_lines add constraint support_lines_why_check
    check (why in ('duplicate', 'elsewhere', 'incomplete', 'illegible', 'unsigned', 'mistyped', 'late'))`.execute(db)
  await sql`create table support_examinations (
    project_id text not null references projects on delete cascade,
    at timestamptz not null,
    until text not null,
    lines int not null,
    counted int not null,
    duplicates int not null,
    late int not null,
    needed int not null,
    primary key (project_id, at)
  )`.execute(db)
  await sql`create table support_reminders (
    project_id text not null references projects on delete cascade,
    until text not null,
    days int not null,
    primary key (project_id, until, days)
  )`.execute(db)
}
