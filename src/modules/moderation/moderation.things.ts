import { isSomebody } from '#kit/actor.ts'
import { addDays, dayOf } from '#kit/dates.ts'
import type { WaitingMatter } from '#kit/things.ts'
import { appealUntil, isReviewer, mayAppeal, mayDecide, mayJudgeAppeal } from '#modules/moderation/cases.rules.ts'
import { listCasesOf, listWaitingCases } from '#modules/moderation/cases.store.ts'
import { moderationTextsEn } from '#modules/moderation/moderation.texts.en.ts'
import { moderationTexts } from '#modules/moderation/moderation.texts.ts'
import { paths, url } from '#paths'
import type { Ctx } from '#platform/context.ts'

const texts = { pl: moderationTexts, en: moderationTextsEn }

/** What waits for a moderator to review or to judge, and decisions that an author may still appeal from. */
export async function moderationMatters(ctx: Ctx): Promise<readonly WaitingMatter[]> {
  const { matters: t } = texts[ctx.locale]
  if (!isSomebody(ctx.actor)) return []
  const waiting = isReviewer(ctx.actor, undefined) ? await listWaitingCases(ctx) : []
  const mine = await listCasesOf(ctx, ctx.actor.id)
  return [
    ...waiting
      .filter(one => (one.state === 'appealed' ? mayJudgeAppeal(ctx.actor, one) : mayDecide(ctx.actor, one)).ok)
      .map(one => ({
        id: one.id,
        title: one.title,
        note: one.state === 'appealed' ? t.appeal : t.review,
        path: url(paths.moderationReview, { id: one.id }),
        territoryId: one.territoryId,
      })),
    ...mine
      .filter(one => mayAppeal(ctx.actor, one, ctx.now).ok)
      .map(one => ({
        id: one.id,
        title: one.title,
        note: t.mine,
        path: url(paths.moderationCase, { id: one.id }),
        territoryId: one.territoryId,
        dueOn: one.decidedAt && addDays(dayOf(appealUntil(one.decidedAt)), -1),
      })),
  ]
}
