import { type Kysely, sql } from 'kysely'

/** A project may take up a line too, and where it lies has a history like its words: what stood there before begins it. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`alter table project_areas rename to project_shapes`.execute(db)
  await sql`alter table project_shapes alter area drop not null, add line jsonb, add check (area is not null or line is not null)`.execute(db)
  await sql`insert into project_revisions (project_id, section, revision, content, person_id, at)
    select p.id, 'spot', 1, jsonb_strip_nulls(jsonb_build_object(
      'point', case when p.lon is not null and p.lat is not null then jsonb_build_object('lon', p.lon, 'lat', p.lat) end, 'area', s.area)), p.lead_id, p.created_at
    from projects p left join project_shapes s on s.project_id = p.id where p.lon is not null or s.area is not null`.execute(db)
}
