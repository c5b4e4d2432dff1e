import type { WaitingMatter } from '#kit/things.ts'
import { byDeadline, lastDayBefore, type Matter } from '#modules/city/matters.rules.ts'
import { adviceMatters } from '#modules/consultation/matters.store.ts'
import { projectMatters } from '#modules/proposals/views.store.ts'
import type { Ctx } from '#platform/context.ts'

type MattersDoor = (ctx: Ctx) => Promise<readonly WaitingMatter[]>

/** What projects and questions to units ask of this person now. */
async function listOwn(ctx: Ctx): Promise<Matter[]> {
  const [projects, advice] = await Promise.all([projectMatters(ctx), adviceMatters(ctx)])
  return [
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
      dueOn: kind === 'explain' ? undefined : asked.dueOn,
      unit: asked.unitCode,
    })),
  ]
}

/** Everything that waits for this person now, by deadline. `doors` are what the modules say of themselves. */
export async function listMatters(ctx: Ctx, doors: readonly MattersDoor[]): Promise<(Matter | WaitingMatter)[]> {
  const [own, ...others] = await Promise.all([listOwn(ctx), ...doors.map(door => door(ctx))])
  return byDeadline([...own, ...others.flat()])
}
