import { byDeadline, lastDayBefore, type Matter } from '#modules/city/matters.rules.ts'
import { adviceMatters } from '#modules/consultation/matters.store.ts'
import { projectMatters } from '#modules/proposals/views.store.ts'
import type { Ctx } from '#platform/context.ts'

/** Everything that waits for this person now, by deadline. */
export async function listMatters(ctx: Ctx): Promise<Matter[]> {
  const [projects, advice] = await Promise.all([projectMatters(ctx), adviceMatters(ctx)])
  return byDeadline([
    ...projects.map(({ kind, project, until }) => ({
      kind,
      id: project.id,
      title: project.title,
      territoryId: project.territoryId,
      dueOn: until && lastDayBefore(until),
      version: project.version,
    })),
    ...advice.map(({ kind, advice: asked, subject }) => ({
      kind,
      id: asked.id,
      title: subject?.title ?? '',
      territoryId: subject?.territoryId,
      dueOn: asked.dueOn,
      unit: asked.unitCode,
    })),
  ])
}
