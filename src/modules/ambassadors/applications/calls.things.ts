import { listCalls } from '#modules/ambassadors/applications/calls.store.ts'
import { callsTextsEn } from '#modules/ambassadors/applications/calls.texts.en.ts'
import { callsTexts } from '#modules/ambassadors/applications/calls.texts.ts'
import { paths } from '#paths'
import type { ThingKind } from '#platform/things.ts'

const texts = { pl: callsTexts, en: callsTextsEn }

export const callsThings: readonly ThingKind[] = [
  {
    prefix: 'call',
    find: async (ctx, ids) =>
      (await listCalls(ctx, { ids })).map(({ id }) => ({
        id,
        title: texts[ctx.locale].name,
        path: paths.ambassadorCall,
        territoryId: undefined,
        authorIds: [],
        isPublic: true,
      })),
  },
]
