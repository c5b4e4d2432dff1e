import type { Thing } from '#kit/things.ts'
import type { NamedAdvice } from '#modules/consultation/advice.rules.ts'
import { listAdviceById } from '#modules/consultation/advice.store.ts'
import { adviceTextsEn } from '#modules/consultation/advice.texts.en.ts'
import { adviceTexts } from '#modules/consultation/advice.texts.ts'
import { paths, url } from '#paths'
import type { Ctx } from '#platform/context.ts'
import type { ThingKind } from '#platform/things.ts'

const texts = { pl: adviceTexts, en: adviceTextsEn }

/** An open question is not for everybody to read; that it was asked, and where it stands, is. */
function thingOf(ctx: Ctx, advice: NamedAdvice): Thing {
  const t = texts[ctx.locale]
  const { id, subjectId, territoryId, askedBy, state, overall, unitCode } = advice
  const path = state === 'answered' ? url(paths.advice, { id }) : url(paths.adviceQueue, undefined, { o: subjectId })
  return { id, title: `${unitCode}: ${overall ? t.verdicts[overall] : t.states[state]}`, path, territoryId, authorIds: [askedBy], isPublic: true }
}
export const adviceThings: readonly ThingKind[] = [
  { prefix: 'advice', find: async (ctx, ids) => (await listAdviceById(ctx, ids)).map(advice => thingOf(ctx, advice)) },
]
