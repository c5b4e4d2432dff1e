import { type Kysely, sql } from 'kysely'

/** Outlines of plots, with the box each lies in, so that those under a drawn line or area are found. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`alter table plots add column outline jsonb, add column west double precision, add column east double precision,
    add column south double precision, add column north double precision,
    add check ((outline is null) = (west is null and east is null and south is null and north is null))`.execute(db)
  await sql`create index on plots (south, north, west, east)`.execute(db)
}
