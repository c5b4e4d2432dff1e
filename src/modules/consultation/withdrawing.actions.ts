import { assert } from '#kit/refusal.ts'
import { type Verdict, yes } from '#kit/verdict.ts'
import { admitWaiting, headsOf, type WhyOf, withDeputies } from '#modules/consultation/advice.actions.ts'
import { deskNews } from '#modules/consultation/advice.mail.tsx'
import { type AdviceSubject, advising, caseOf, mayWithdraw, type NamedAdvice } from '#modules/consultation/advice.rules.ts'
import { holdAdvice, loadAdvice } from '#modules/consultation/advice.store.ts'
import { moveAdvice } from '#modules/consultation/desk/moves.store.ts'
import { loadSubject } from '#modules/consultation/registers/subjects.store.ts'
import { tell } from '#modules/people/telling.actions.ts'
import { type Ctx, inTransaction } from '#platform/context.ts'
import { record } from '#platform/ledger.ts'

/** Whoever asked takes the question back; with it go the parts of other units, and whoever waits for room comes in. */
export async function withdrawQuestion(ctx: Ctx, id: string, reason: string): Promise<Verdict<WhyOf<ReturnType<typeof mayWithdraw>>>> {
  return inTransaction(ctx, async ctx => {
    const advice = await holdAdvice(ctx, id)
    const subject = await loadSubject(ctx, advice.subjectId)
    const verdict = mayWithdraw(ctx.actor, caseOf(advice, subject))
    if (!verdict.ok) return verdict
    const moved = await moveAdvice(ctx, id, advice.state, advising.steps.withdraw.to, { withdrawalReason: reason })
    assert(moved, 'a held question was moved by somebody else')
    await record(ctx, 'advice.withdrawn', subject.id, { title: subject.title, unit: advice.unitCode, adviceId: id })
    // nobody was told of what has not come in yet
    if (advice.state !== 'queued') await tellUnit(ctx, advice, subject, reason)
    for (const part of advice.parts.filter(({ state }) => state !== 'dropped')) {
      assert(await moveAdvice(ctx, part.id, part.state, advising.steps.drop.to, {}), 'a part of a held question was moved by somebody else')
      await tellUnit(ctx, await loadAdvice(ctx, part.id), subject, reason)
    }
    await admitWaiting(ctx, advice.unitId)
    return yes
  })
}

async function tellUnit(ctx: Ctx, advice: NamedAdvice, subject: AdviceSubject, reason: string): Promise<void> {
  const whom = advice.expertId ? [advice.expertId] : await headsOf(ctx, advice.unitId)
  await tell(ctx, withDeputies(advice, whom), deskNews('withdrawn', advice, subject, [reason]))
}
