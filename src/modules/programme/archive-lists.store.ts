import type { Grosze } from '#kit/money.ts'
import type { ArchivedOutcome } from '#modules/programme/archive.rules.ts'
import type { Ctx } from '#platform/context.ts'
import { findSimilar } from '#platform/similar.ts'

/** A past project as a line of a list, with what its address is made of. */
export type ArchivedLine = {
  readonly id: string
  readonly title: string
  readonly outcome: ArchivedOutcome
  readonly cost: Grosze | null
  readonly votes: number
  readonly year: number
  readonly territoryId: string
  readonly edition: string
  readonly pool: string
  readonly project: string
}

const lines = ({ db }: Ctx) =>
  db
    .selectFrom('archived_projects as a')
    .innerJoin('archived_editions as e', 'e.id', 'a.edition_id')
    .innerJoin('archived_pools as p', 'p.id', 'a.pool_id')
    .select(['a.id', 'a.title', 'a.outcome', 'a.cost', 'a.votes', 'e.year', 'a.territory_id as territoryId'])
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

/** Past projects whose titles resemble what was typed, best first. */
export async function searchArchive(ctx: Ctx, words: string, limit: number): Promise<ArchivedLine[]> {
  const found = await findSimilar(ctx, 'archived_projects', { words, limit })
  if (found.length === 0) return []
  const ids = found.map(({ id }) => id)
  const rows = await lines(ctx).where('a.id', 'in', ids).execute()
  return rows.sort((a, b) => ids.indexOf(a.id) - ids.indexOf(b.id))
}
