import type { Kind } from '#modules/city/news.rules.ts'
import { kindOf, newestOfEach, newsFacts } from '#modules/city/news.rules.ts'
import { listIdeasById } from '#modules/ideas/ideas.store.ts'
import { listNeedsById } from '#modules/ideas/needs.store.ts'
import { isPublic } from '#modules/proposals/proposals.rules.ts'
import { listProjects } from '#modules/proposals/proposals.store.ts'
import type { Ctx } from '#platform/context.ts'
import { latestFacts, type RecordedFact } from '#platform/ledger.ts'

/** A thing that everybody may read, as lists and sentences need it. */
export type Thing = { readonly id: string; readonly kind: Kind; readonly title: string; readonly territoryId: string }

const isShown = ({ hidden }: { readonly hidden: boolean }) => !hidden

/** The things behind these ids that are public, in three statements however many there are. */
export async function publicThings(ctx: Ctx, ids: readonly string[]): Promise<Map<string, Thing>> {
  const of = (kind: Kind) => [...new Set(ids.filter(id => kindOf(id) === kind))]
  const [needs, ideas, projects] = await Promise.all([
    listNeedsById(ctx, of('need')),
    listIdeasById(ctx, of('idea')),
    of('project').length === 0 ? [] : listProjects(ctx, { ids: of('project'), limit: 500 }),
  ])
  const things = [
    ...needs.filter(isShown).map(thing => ({ ...thing, kind: 'need' as const })),
    ...ideas.filter(isShown).map(thing => ({ ...thing, kind: 'idea' as const })),
    ...projects.filter(isPublic).map(thing => ({ ...thing, kind: 'project' as const })),
  ]
  return new Map(things.map(({ id, kind, title, territoryId }) => [id, { id, kind, title, territoryId }]))
}

export type News = { readonly fact: RecordedFact; readonly thing: Thing }

/** What moved lately, the newest fact of each thing. */
export async function listNews(ctx: Ctx, options: { limit: number; territoryId?: string }): Promise<News[]> {
  const facts = await latestFacts(ctx, { limit: options.territoryId ? 300 : 120, facts: newsFacts })
  const things = await publicThings(
    ctx,
    facts.map(fact => fact.subject),
  )
  const told = facts.filter(({ subject }) => {
    const thing = things.get(subject)
    return thing && (options.territoryId === undefined || thing.territoryId === options.territoryId)
  })
  return newestOfEach(
    told.sort((a, b) => b.at.getTime() - a.at.getTime()),
    options.limit,
  ).flatMap(fact => {
    const thing = things.get(fact.subject)
    return thing ? [{ fact, thing }] : []
  })
}
