import { dayOf } from '#kit/dates.ts'
import { notFound } from '#kit/refusal.ts'
import { no, type Verdict, yes } from '#kit/verdict.ts'
import { tell } from '#modules/people/telling.actions.ts'
import { termsOf } from '#modules/proposals/limits.store.ts'
import { publicTitle } from '#modules/proposals/proposals.rules.ts'
import { holdProject } from '#modules/proposals/proposals.store.ts'
import { settledNews } from '#modules/submission/completion/completion.mail.tsx'
import { completing, maySettle, type SettleWhy } from '#modules/submission/completion/completion.rules.ts'
import { callsOf, moveCall } from '#modules/submission/completion/completion.store.ts'
import { type Ctx, inTransaction } from '#platform/context.ts'
import { record } from '#platform/ledger.ts'

/** The office says whether the project is complete now; what follows when it is not, the rules of the edition say. The same word twice is one. */
export async function settleCall(
  ctx: Ctx,
  projectId: string,
  { step, reason }: { step: 'comply' | 'fail'; reason: string },
): Promise<Verdict<SettleWhy>> {
  return inTransaction(ctx, async ctx => {
    const project = await holdProject(ctx, projectId)
    const call = (await callsOf(ctx, projectId))[0] ?? notFound('call')
    const { to } = completing.steps[step]
    if (call.state === to) return yes
    const verdict = maySettle(ctx.actor, { call, project, today: dayOf(ctx.now) }, step)
    if (!verdict.ok) return verdict
    if (!(await moveCall(ctx, call.id, call.state, to, { reason }))) return no('wrong-state')
    const [title, { notCompleted: next }] = [publicTitle(project), (await termsOf(ctx, project)).edition.rules.formal]
    if (step === 'comply') await record(ctx, 'completion.complied', projectId, { title })
    else await record(ctx, 'completion.not-complied', projectId, { title, next })
    await tell(ctx, project.authorIds, settledNews(project, { step, reason, next }))
    return yes
  })
}
