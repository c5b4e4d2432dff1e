import { createHash } from 'node:crypto'
import { notFound } from '#kit/refusal.ts'
import { no, type Verdict, yes } from '#kit/verdict.ts'
import { type Idea, isLiveIdea } from '#modules/ideas/ideas.rules.ts'
import { holdIdeas, listIdeasById } from '#modules/ideas/ideas.store.ts'
import { authorsOf } from '#modules/ideas/space.rules.ts'
import type { Side } from '#modules/merging/merging.rules.ts'
import { listProjects } from '#modules/proposals/proposals.store.ts'
import type { Ctx } from '#platform/context.ts'

/** An idea whose draft is being written is joined as that draft. */
function ideaOpen(idea: Idea): Verdict<'ended' | 'has-draft'> {
  if (!isLiveIdea(idea) || idea.state === 'redirected') return no('ended')
  return idea.state === 'drafting' ? no('has-draft') : yes
}
const ofIdea = (idea: Idea, submitted: boolean): Side => ({
  id: idea.id,
  kind: 'idea',
  title: idea.title,
  texts: { title: idea.title, text: idea.text, place: idea.placeWords ?? '' },
  editionId: idea.editionId,
  territoryId: idea.territoryId,
  authorIds: authorsOf(idea),
  open: ideaOpen(idea),
  submitted,
})

async function sidesOf(ctx: Ctx, ids: readonly string[], ideas: readonly Idea[]): Promise<Side[]> {
  const drafts = await Promise.all(ideas.map(idea => listProjects(ctx, { ideaId: idea.id, states: ['submitted'], limit: 1 })))
  const found = new Map(ideas.map((idea, i) => [idea.id, ofIdea(idea, (drafts[i]?.length ?? 0) > 0)]))
  return ids.map(id => found.get(id) ?? notFound('neither an idea nor a draft'))
}
/** In the order asked for. */
export const loadSides = async (ctx: Ctx, ids: readonly string[]): Promise<Side[]> => sidesOf(ctx, ids, await listIdeasById(ctx, ids))
/** The same, held for this transaction. */
export const holdSides = async (ctx: Ctx, ids: readonly string[]): Promise<Side[]> => sidesOf(ctx, ids, await holdIdeas(ctx, ids))

/** What the originals say: choices made for other words than these are made anew. */
export const digestOf = (sides: readonly Pick<Side, 'texts'>[]): string =>
  createHash('sha256')
    .update(JSON.stringify(sides.map(({ texts }) => texts)))
    .digest('hex')
