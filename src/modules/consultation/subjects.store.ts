import { notFound } from '#kit/refusal.ts'
import type { AdviceSubject } from '#modules/consultation/advice.rules.ts'
import { type Idea, isLiveIdea } from '#modules/ideas/ideas.rules.ts'
import { listIdeasById } from '#modules/ideas/ideas.store.ts'
import type { Project } from '#modules/proposals/proposals.rules.ts'
import { findProject, listProjects } from '#modules/proposals/proposals.store.ts'
import type { Ctx } from '#platform/context.ts'

const ofProject = (project: Project): AdviceSubject => ({
  id: project.id,
  kind: 'project',
  title: project.title,
  editionId: project.editionId,
  territoryId: project.territoryId,
  ownerIds: project.authorIds,
  open: project.state === 'draft' || project.state === 'agreeing',
  shared: project.visibility === 'shared',
  total: project.total,
})
const ofIdea = (idea: Idea): AdviceSubject => ({
  id: idea.id,
  kind: 'idea',
  title: idea.title,
  editionId: idea.editionId,
  territoryId: idea.territoryId,
  ownerIds: [idea.authorId],
  open: isLiveIdea(idea),
  shared: true,
})

/** The idea or the project that a question is about. */
export async function loadSubject(ctx: Ctx, id: string): Promise<AdviceSubject> {
  const project = await findProject(ctx, id)
  if (project) return ofProject(project)
  const [idea] = await listIdeasById(ctx, [id])
  return idea ? ofIdea(idea) : notFound('neither an idea nor a project')
}

/** Many at once, for lists. */
export async function loadSubjects(ctx: Ctx, ids: readonly string[]): Promise<ReadonlyMap<string, AdviceSubject>> {
  if (ids.length === 0) return new Map()
  const projects = await listProjects(ctx, { ids: [...ids], limit: ids.length })
  const ideas = await listIdeasById(ctx, ids)
  return new Map([...projects.map(ofProject), ...ideas.map(ofIdea)].map(subject => [subject.id, subject]))
}
