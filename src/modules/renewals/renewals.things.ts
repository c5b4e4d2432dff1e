import type { WaitingMatter } from '#kit/things.ts'
import { listProjects } from '#modules/proposals/proposals.store.ts'
import { listWaitingFor } from '#modules/renewals/renewals.store.ts'
import { renewalsTextsEn } from '#modules/renewals/renewals.texts.en.ts'
import { renewalsTexts } from '#modules/renewals/renewals.texts.ts'
import { paths, url } from '#paths'
import type { Ctx } from '#platform/context.ts'

const texts = { pl: renewalsTexts, en: renewalsTextsEn }

/** To a supporter: the drafts that changed since. */
export async function renewalMatters(ctx: Ctx): Promise<readonly WaitingMatter[]> {
  if (ctx.actor.id === '') return []
  const waiting = await listWaitingFor(ctx, ctx.actor.id)
  if (waiting.length === 0) return []
  const t = texts[ctx.locale]
  const projects = new Map((await listProjects(ctx, { ids: waiting.map(({ projectId }) => projectId) })).map(project => [project.id, project]))
  return waiting.flatMap(({ id, projectId, what }) => {
    const project = projects.get(projectId)
    if (!project) return []
    const note = t.matter(what.map(part => t.parts[part]).join(', '))
    return [{ id, title: project.title, note, path: url(paths.renewal, { id }), territoryId: project.territoryId, own: true }]
  })
}
