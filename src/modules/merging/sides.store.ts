import { createHash } from 'node:crypto'
import { notFound } from '#kit/refusal.ts'
import { no, type Verdict, yes } from '#kit/verdict.ts'
import { type Idea, isLiveIdea } from '#modules/ideas/ideas.rules.ts'
import { holdIdeas, listIdeasById } from '#modules/ideas/ideas.store.ts'
import { authorsOf } from '#modules/ideas/space.rules.ts'
import type { Side } from '#modules/merging/merging.rules.ts'
import type { Sections } from '#modules/proposals/drafting/drafting.rules.ts'
import type { Project } from '#modules/proposals/proposals.rules.ts'
import { holdProjects, listProjects, loadProject, sectionsOf } from '#modules/proposals/proposals.store.ts'
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

function projectOpen(project: Project): Verdict<'ended' | 'private' | 'agreeing'> {
  if (project.state === 'agreeing') return no('agreeing')
  if (project.state !== 'draft' || project.hidden) return no('ended')
  return project.visibility === 'shared' ? yes : no('private')
}
const ofProject = (project: Project, texts: Sections): Side => ({
  id: project.id,
  kind: 'project',
  title: project.title,
  texts,
  editionId: project.editionId,
  territoryId: project.territoryId,
  // who leads stands first, and leads what comes of it
  authorIds: [...project.authorIds].sort((a, b) => Number(b === project.leadId) - Number(a === project.leadId)),
  open: projectOpen(project),
  submitted: project.state === 'submitted',
})

/** A private draft is not there for anybody but its authors, who are told that it must be shared first. */
async function sidesOf(ctx: Ctx, ids: readonly string[], ideas: readonly Idea[]): Promise<Side[]> {
  const drafts = await Promise.all(ideas.map(idea => listProjects(ctx, { ideaId: idea.id, states: ['submitted'], limit: 1 })))
  const projects = await Promise.all(ids.filter(isProject).map(async id => ofProject(await loadProject(ctx, id), await sectionsOf(ctx, id))))
  if (projects.some(side => !side.open.ok && side.open.why === 'private' && !side.authorIds.includes(ctx.actor.id)))
    return notFound('a private draft')
  const found = new Map([...ideas.map((idea, i) => ofIdea(idea, (drafts[i]?.length ?? 0) > 0)), ...projects].map(side => [side.id, side]))
  return ids.map(id => found.get(id) ?? notFound('neither an idea nor a draft'))
}
const isProject = (id: string) => id.startsWith('project_')
/** In the order asked for. */
export const loadSides = async (ctx: Ctx, ids: readonly string[]): Promise<Side[]> =>
  sidesOf(
    ctx,
    ids,
    await listIdeasById(
      ctx,
      ids.filter(id => !isProject(id)),
    ),
  )
/** The same, held for this transaction. */
export async function holdSides(ctx: Ctx, ids: readonly string[]): Promise<Side[]> {
  await holdProjects(ctx, ids.filter(isProject))
  const ideaIds = ids.filter(id => !isProject(id))
  return sidesOf(ctx, ids, ideaIds.length > 0 ? await holdIdeas(ctx, ideaIds) : [])
}

/** What the originals say: choices made for other words than these are made anew. */
export const digestOf = (sides: readonly Pick<Side, 'texts'>[]): string =>
  createHash('sha256')
    .update(JSON.stringify(sides.map(({ texts }) => texts)))
    .digest('hex')
