import type { WaitingMatter } from '#kit/things.ts'
import type { Merging } from '#modules/merging/merging.rules.ts'
import { mergingTextsEn } from '#modules/merging/merging.texts.en.ts'
import { mergingTexts } from '#modules/merging/merging.texts.ts'
import { listMergingsById, listWaitingFor } from '#modules/merging/mergings.store.ts'
import { paths, url } from '#paths'
import type { Ctx } from '#platform/context.ts'
import type { ThingKind } from '#platform/things.ts'

const texts = { pl: mergingTexts, en: mergingTextsEn }
const pathOf = ({ id }: Merging) => url(paths.merging, { id })

export const mergingThings: readonly ThingKind[] = [
  {
    prefix: 'merging',
    find: async (ctx, ids) =>
      (await listMergingsById(ctx, ids)).map(merging => ({
        id: merging.id,
        title: `${texts[ctx.locale].kinds[merging.kind]}: ${merging.title}`,
        path: pathOf(merging),
        territoryId: undefined,
        authorIds: [merging.proposedBy],
        text: merging.words,
        isPublic: true,
      })),
  },
]

/** To each author: what waits for their yes or no. */
export async function mergingMatters(ctx: Ctx): Promise<readonly WaitingMatter[]> {
  if (ctx.actor.id === '') return []
  const waiting = await listWaitingFor(ctx, ctx.actor.id)
  return waiting.map(merging => ({
    id: merging.id,
    title: merging.title,
    note: texts[ctx.locale].matter,
    path: pathOf(merging),
    dueOn: merging.answerBy,
    own: true,
  }))
}
