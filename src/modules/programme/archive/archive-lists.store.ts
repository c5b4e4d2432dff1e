import { sql } from 'kysely'
import type { ArchivedLine } from '#modules/programme/archive/archive.rules.ts'
import type { Ctx } from '#platform/context.ts'
import { findSimilar } from '#platform/similar.ts'

const lines = ({ db }: Ctx) =>
  db
    .selectFrom('archived_projects as a')
    .innerJoin('archived_editions as e', 'e.id', 'a.edition_id')
    .innerJoin('archived_pools as p', 'p.id', 'a.pool_id')
    .select(['a.id', 'a.title', 'a.outcome', 'a.cost', 'a.votes', 'a.points', 'e.year', 'a.territory_id as territoryId', 'p.name as poolName'])
    .select(['e.slug as edition', 'p.slug as pool', 'a.slug as project'])

/** What won in a territory before, the newest edition first. */
export const listWonIn = (ctx: Ctx, territoryId: string, limit: number): Promise<ArchivedLine[]> =>
  lines(ctx)
    .where('a.territory_id', '=', territoryId)
    .where('a.outcome', '=', 'won')
    .orderBy('e.year', 'desc')
    .orderBy('a.place')
    .orderBy('a.id')
    .limit(limit)
    .execute()

/** Past projects whose titles resemble what was typed, best first; of one territory where that is asked. */
export async function searchArchive(ctx: Ctx, words: string, limit: number, territoryId?: string): Promise<ArchivedLine[]> {
  const where = territoryId ? { where: sql`t.territory_id = ${territoryId}` } : {}
  const found = await findSimilar(ctx, 'archived_projects', { words, limit, ...where })
  if (found.length === 0) return []
  const ids = found.map(({ id }) => id)
  const rows = await lines(ctx).where('a.id', 'in', ids).execute()
  return rows.sort((a, b) => ids.indexOf(a.id) - ids.indexOf(b.id))
}
