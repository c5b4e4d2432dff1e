import { sql } from 'kysely'
import type { PastProject, SimilarThings } from '#modules/ideas/similar.rules.ts'
import { listArchivedLines } from '#modules/programme/archive-lines.store.ts'
import type { Ctx } from '#platform/context.ts'
import { notHidden } from '#platform/hidings.ts'
import { findSimilar, type Search } from '#platform/similar.ts'

// below this two titles share little more than a common word
const alike = 0.3

/** Of this territory and of the whole city; where the whole city is meant, of every territory. */
function nearby(territoryId: string | undefined): Pick<Search, 'where' | 'nearer'> {
  if (!territoryId) return {}
  const city = sql`(select id from territories where kind = 'city')`
  return {
    where: sql`(${territoryId} = ${city} or t.territory_id in (${territoryId}, ${city}))`,
    nearer: sql<boolean>`t.territory_id = ${territoryId}`,
  }
}

export async function listSimilarIdeas(ctx: Ctx, words: string, territoryId?: string, not?: string): Promise<{ id: string; title: string }[]> {
  const place = nearby(territoryId)
  const where = sql`t.state not in ('dropped', 'continued') and ${notHidden('t.id')} and ${place.where ?? sql`true`}`
  const found = await findSimilar(ctx, 'ideas', { words, limit: 5, ...place, where, ...(not ? { not } : {}) })
  return found.filter(one => one.score >= alike)
}

export async function listSimilarPast(ctx: Ctx, words: string, territoryId?: string): Promise<PastProject[]> {
  const found = await findSimilar(ctx, 'archived_projects', { words, limit: 5, ...nearby(territoryId) })
  const ids = found.filter(one => one.score >= alike).map(one => one.id)
  const lines = await listArchivedLines(ctx, ids)
  return ids.flatMap(id => lines.find(line => line.id === id) ?? [])
}

/** Ideas and past projects that resemble what is being written. */
export async function listSimilarThings(ctx: Ctx, words: string, territoryId?: string, not?: string): Promise<SimilarThings> {
  const [ideas, past] = await Promise.all([listSimilarIdeas(ctx, words, territoryId, not), listSimilarPast(ctx, words, territoryId)])
  return { ideas, past }
}
