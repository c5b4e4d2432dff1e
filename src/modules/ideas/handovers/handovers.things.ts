import { has } from '#kit/actor.ts'
import type { WaitingMatter } from '#kit/things.ts'
import { listHandovers, listOverdueHandovers } from '#modules/ideas/handovers/handovers.store.ts'
import { handoversTextsEn } from '#modules/ideas/handovers/handovers.texts.en.ts'
import { handoversTexts } from '#modules/ideas/handovers/handovers.texts.ts'
import { paths, url } from '#paths'
import type { Ctx } from '#platform/context.ts'
import type { ThingKind } from '#platform/things.ts'

export const handoversThings: readonly ThingKind[] = [
  {
    prefix: 'handover',
    find: async (ctx, ids) =>
      (await listHandovers(ctx, { ids })).map(({ id, title, territoryId, note }) => ({
        id,
        title,
        path: url(paths.handover, { id }),
        territoryId,
        authorIds: [],
        text: note,
        isPublic: true,
      })),
  },
]

/** For the coordinator: offices that have not answered in time. */
export async function handoverMatters(ctx: Ctx): Promise<WaitingMatter[]> {
  if (!has(ctx.actor, 'coordinator')) return []
  const t = { pl: handoversTexts, en: handoversTextsEn }[ctx.locale].matters
  return (await listOverdueHandovers(ctx)).map(({ id, title, office, territoryId, dueOn }) => ({
    id,
    title,
    note: t.overdue(office),
    path: url(paths.handover, { id }),
    territoryId,
    dueOn,
  }))
}
