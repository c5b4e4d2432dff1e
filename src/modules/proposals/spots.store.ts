import type { Area } from '#kit/geo.ts'
import type { Spot } from '#modules/proposals/spots.rules.ts'
import type { Ctx } from '#platform/context.ts'

declare module '#platform/schema.ts' {
  interface Tables {
    project_areas: { project_id: string; area: unknown }
  }
}

export async function spotOf({ db }: Ctx, projectId: string): Promise<Spot> {
  const row = await db
    .selectFrom('projects as p')
    .leftJoin('project_areas as a', 'a.project_id', 'p.id')
    .select(['p.lon', 'p.lat', 'a.area'])
    .where('p.id', '=', projectId)
    .executeTakeFirst()
  const point = row && row.lon !== null && row.lat !== null ? { lon: row.lon, lat: row.lat } : undefined
  return { point, area: (row?.area as Area | null) ?? undefined }
}

export async function writeSpot({ db, now }: Ctx, projectId: string, { point, area }: Spot): Promise<void> {
  await db
    .updateTable('projects')
    .set({ lon: point?.lon ?? null, lat: point?.lat ?? null, changed_at: now })
    .where('id', '=', projectId)
    .execute()
  if (!area) return void (await db.deleteFrom('project_areas').where('project_id', '=', projectId).execute())
  const row = { area: JSON.stringify(area) }
  await db
    .insertInto('project_areas')
    .values({ project_id: projectId, ...row })
    .onConflict(clash => clash.column('project_id').doUpdateSet(row))
    .execute()
}
