import { type CountsOf, countsOf } from '#modules/city/counts.rules.ts'
import { countsByTerritory as countIdeas } from '#modules/ideas/ideas.store.ts'
import { countsByTerritory as countNeeds } from '#modules/ideas/needs.store.ts'
import { countProjectsByTerritory } from '#modules/proposals/proposals.store.ts'
import type { Ctx } from '#platform/context.ts'

/** Live counts of every territory, in three statements. */
export async function countEverything(ctx: Ctx, editionId?: string): Promise<CountsOf> {
  const options = editionId === undefined ? {} : { editionId }
  const [needs, ideas, projects] = await Promise.all([countNeeds(ctx, options), countIdeas(ctx, options), countProjectsByTerritory(ctx)])
  return countsOf(needs, ideas, projects)
}
