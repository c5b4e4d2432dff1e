import { sql } from 'kysely'
import type { ListedProject } from '#modules/programme/archive.rules.ts'
import type { Ctx } from '#platform/context.ts'
import { findSimilar } from '#platform/similar.ts'

const listed = ({ db }: Ctx) =>
  db
    .selectFrom('archived_projects as a')
    .innerJoin('archived_pools as p', 'p.id', 'a.pool_id')
    .innerJoin('archived_editions as e', 'e.id', 'a.edition_id')
    .select(['a.id', 'a.title', 'a.cost', 'a.points', 'a.outcome', 'a.slug', 'e.year', 'p.name as pool', 'e.slug as edition', 'p.slug as poolSlug'])

/** Past projects that resemble what was typed, best first; of one territory where that is asked. */
export async function searchArchive(ctx: Ctx, words: string, options: { limit: number; territoryId?: string | undefined }): Promise<ListedProject[]> {
  const where = options.territoryId ? { where: sql`t.territory_id = ${options.territoryId}` } : {}
  const found = await findSimilar(ctx, 'archived_projects', { words, limit: options.limit, ...where })
  return listById(
    ctx,
    found.map(({ id }) => id),
  )
}

/** In the order asked for. */
export async function listById(ctx: Ctx, ids: readonly string[]): Promise<ListedProject[]> {
  if (ids.length === 0) return []
  const rows = await listed(ctx).where('a.id', 'in', ids).execute()
  return ids.flatMap(id => rows.find(row => row.id === id) ?? [])
}

/** What has won in a place, newest edition first: for the page of a district. */
export const listPastWinners = (ctx: Ctx, territoryId: string, limit: number): Promise<ListedProject[]> =>
  listed(ctx)
    .where('a.territory_id', '=', territoryId)
    .where('a.outcome', '=', 'won')
    .orderBy('e.year', 'desc')
    .orderBy('a.place')
    .limit(limit)
    .execute()
