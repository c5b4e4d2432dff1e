import type { Verdict } from '#kit/verdict.ts'
import { yes } from '#kit/verdict.ts'
import { termsOf } from '#modules/ambassadors/tenure/terms.store.ts'
import { type Answer, isCourseDone, mayLearn } from '#modules/ambassadors/training/course.rules.ts'
import { keepAnswers, keepFinish, listAnswers } from '#modules/ambassadors/training/course.store.ts'
import { type Ctx, inTransaction } from '#platform/context.ts'
import { record } from '#platform/ledger.ts'

/** Keeps what was answered; with the last right answer the course is finished, and stays so. */
export async function answerCourse(ctx: Ctx, answers: readonly Answer[]): Promise<Verdict<'no-term'>> {
  return inTransaction(ctx, async ctx => {
    const verdict = mayLearn(await termsOf(ctx, ctx.actor.id))
    if (!verdict.ok) return verdict
    await keepAnswers(ctx, answers)
    if (isCourseDone(await listAnswers(ctx, ctx.actor.id)) && (await keepFinish(ctx))) await record(ctx, 'course.finished', ctx.actor.id, {})
    return yes
  })
}
