import { sql } from 'kysely'
import type { Line } from '#kit/distance.ts'
import type { Area } from '#kit/geo.ts'
import { keepRevision } from '#modules/proposals/drafting/drafting.store.ts'
import type { Spot } from '#modules/proposals/place/spots.rules.ts'
import type { Ctx } from '#platform/context.ts'

declare module '#platform/schema.ts' {
  interface Tables {
    project_shapes: { project_id: string; area: unknown; line: unknown }
  }
}

export async function spotOf({ db }: Ctx, projectId: string): Promise<Spot> {
  const row = await db
    .selectFrom('projects as p')
    .leftJoin('project_shapes as s', 's.project_id', 'p.id')
    .select(['p.lon', 'p.lat', 's.area', 's.line'])
    .where('p.id', '=', projectId)
    .executeTakeFirst()
  const point = row && row.lon !== null && row.lat !== null ? { lon: row.lon, lat: row.lat } : undefined
  return { point, line: (row?.line as Line | null) ?? undefined, area: (row?.area as Area | null) ?? undefined }
}

/** How often it has been put elsewhere. */
export async function spotRevisionOf({ db }: Ctx, projectId: string): Promise<number> {
  const { last } = await db
    .selectFrom('project_revisions')
    .select(is => is.fn.coalesce(is.fn.max('revision'), sql<number>`0`).as('last'))
    .where('project_id', '=', projectId)
    .where('section', '=', 'spot')
    .executeTakeFirstOrThrow()
  return last
}

/** Keeps where the project lies, and that it lay elsewhere before. */
export async function writeSpot(ctx: Ctx, projectId: string, spot: Spot): Promise<void> {
  const { db } = ctx
  const { point, line, area } = spot
  await db
    .updateTable('projects')
    .set({ lon: point?.lon ?? null, lat: point?.lat ?? null })
    .where('id', '=', projectId)
    .execute()
  await writeShapes(ctx, projectId, { line, area })
  await keepRevision(ctx, projectId, 'spot', (await spotRevisionOf(ctx, projectId)) + 1, spot)
}

async function writeShapes({ db }: Ctx, projectId: string, { line, area }: Spot): Promise<void> {
  if (!line && !area) return void (await db.deleteFrom('project_shapes').where('project_id', '=', projectId).execute())
  const row = { area: area ? JSON.stringify(area) : null, line: line ? JSON.stringify(line) : null }
  await db
    .insertInto('project_shapes')
    .values({ project_id: projectId, ...row })
    .onConflict(clash => clash.column('project_id').doUpdateSet(row))
    .execute()
}
