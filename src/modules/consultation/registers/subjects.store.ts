import { notFound } from '#kit/refusal.ts'
import type { AdviceSubject } from '#modules/consultation/advice.rules.ts'
import { type Idea, isLiveIdea } from '#modules/ideas/ideas.rules.ts'
import { listIdeasById } from '#modules/ideas/ideas.store.ts'
import { authorsOf } from '#modules/ideas/space.rules.ts'
import { isPublicMeeting } from '#modules/meetings/meetings.rules.ts'
import { listMeetingsById } from '#modules/meetings/meetings.store.ts'
import { listLinesById } from '#modules/meetings/minutes/minutes.store.ts'
import type { Project } from '#modules/proposals/proposals.rules.ts'
import { findProject, listProjects, sectionsOf } from '#modules/proposals/proposals.store.ts'
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
  costsRevision: project.costsRevision,
  text: project.summary,
  point: project.point,
})
const ofIdea = (idea: Idea): AdviceSubject => ({
  id: idea.id,
  kind: 'idea',
  title: idea.title,
  editionId: idea.editionId,
  territoryId: idea.territoryId,
  ownerIds: [...authorsOf(idea)],
  open: isLiveIdea(idea),
  shared: true,
  text: [idea.text, idea.placeWords].filter(Boolean).join(' '),
  point: idea.point ?? undefined,
})

/** Nobody owns what was said at a meeting: the ambassador of the place or the coordinator asks about it. */
async function ofLines(ctx: Ctx, ids: readonly string[]): Promise<AdviceSubject[]> {
  const lines = await listLinesById(
    ctx,
    ids.filter(id => id.startsWith('line_')),
  )
  const meetings = new Map((await listMeetingsById(ctx, [...new Set(lines.map(line => line.meetingId))])).map(meeting => [meeting.id, meeting]))
  return lines.flatMap(({ id, text, meetingId }): AdviceSubject[] => {
    const meeting = meetings.get(meetingId)
    if (!meeting || !isPublicMeeting(meeting)) return []
    const { editionId, territoryId } = meeting
    const title = text.length > 100 ? `${text.slice(0, 98).trimEnd()}…` : text
    return [{ id, kind: 'line', meetingId, title, editionId, territoryId, ownerIds: [], open: true, shared: true, text }]
  })
}

/** The idea, the project or the line of minutes that a question is about. */
export async function loadSubject(ctx: Ctx, id: string): Promise<AdviceSubject> {
  const project = await findProject(ctx, id)
  if (project) return ofProject(project)
  const [idea] = await listIdeasById(ctx, [id])
  if (idea) return ofIdea(idea)
  return (await ofLines(ctx, [id]))[0] ?? notFound('neither an idea, a project nor a line')
}

/** Many at once, for lists. */
export async function loadSubjects(ctx: Ctx, ids: readonly string[]): Promise<ReadonlyMap<string, AdviceSubject>> {
  if (ids.length === 0) return new Map()
  const projects = await listProjects(ctx, { ids: [...ids], limit: ids.length })
  const ideas = await listIdeasById(ctx, ids)
  return new Map([...projects.map(ofProject), ...ideas.map(ofIdea), ...(await ofLines(ctx, ids))].map(subject => [subject.id, subject]))
}

/** Everything that a thing says of itself and of its place, to find whose matter it is. */
export async function wordsAbout(ctx: Ctx, { id, kind, title, text }: AdviceSubject): Promise<string> {
  if (kind !== 'project') return `${title} ${text}`
  const { summary, description, place } = await sectionsOf(ctx, id)
  return [title, summary || text, description, place].join(' ')
}
