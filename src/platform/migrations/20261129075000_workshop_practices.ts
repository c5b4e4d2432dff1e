import { type Kysely, sql } from 'kysely'

export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`create table workshop_practices (
    workshop_id text not null references workshops, practice_id text not null references good_practices, at timestamptz not null,
    primary key (workshop_id, practice_id))`.execute(db)
}
