import { type Kysely, sql } from 'kysely'

/** What a project takes up on the map, where one point says too little. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`create table project_areas (project_id text primary key references projects on delete cascade, area jsonb not null)`.execute(db)
}
