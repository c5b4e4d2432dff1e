import { no, type Verdict, yes } from '#kit/verdict.ts'
import { actsAs, type Case, type Judgement, mayAppeal, mayDecide, mayJudgeAppeal, reviewing } from '#modules/moderation/cases.rules.ts'
import { holdCase, holdSubject, loadCase, moveCase } from '#modules/moderation/cases.store.ts'
import { insertHiding, removeHiding } from '#modules/moderation/hidings.store.ts'
import { appealedNews, decidedNews, judgedNews, reportAnsweredNews } from '#modules/moderation/moderation.mail.tsx'
import type { TalkRule } from '#modules/moderation/talk-rules.rules.ts'
import { peopleWithRole } from '#modules/people/people.store.ts'
import { tell } from '#modules/people/telling.actions.ts'
import { type Ctx, inTransaction } from '#platform/context.ts'
import { record } from '#platform/ledger.ts'

type WhyOf<V> = V extends { readonly ok: false; readonly why: infer W } ? W : never
export type NewDecision =
  | { readonly step: 'keep'; readonly statement: string }
  | { readonly step: 'hide' | 'warn'; readonly rule: TalkRule; readonly statement: string }

/** Keeps, hides or warns, with the rule and the reasons; its author and those who reported are told. */
export async function decideCase(ctx: Ctx, id: string, decision: NewDecision): Promise<Verdict<WhyOf<ReturnType<typeof mayDecide>>>> {
  return inTransaction(ctx, async ctx => {
    await holdSubject(ctx, (await loadCase(ctx, id)).subjectId)
    const one = await holdCase(ctx, id)
    const verdict = mayDecide(ctx.actor, one, decision.step)
    if (!verdict.ok) return verdict
    const as = actsAs(ctx.actor, one)
    const rule = decision.step === 'keep' ? null : decision.rule
    const moved = { rule, statement: decision.statement, decided_as: as }
    if (!(await moveCase(ctx, id, one.state, reviewing.steps[decision.step].to, moved))) return no('wrong-state')
    if (decision.step === 'hide') await insertHiding(ctx, one.subjectId)
    else await removeHiding(ctx, one.subjectId)
    await recordDecision(ctx, one, decision)
    const decided = await loadCase(ctx, id)
    if (decision.step !== 'keep' || one.hiddenAt) await tell(ctx, one.authorIds, decidedNews(decided))
    await tell(ctx, one.reporterIds, reportAnsweredNews(decided))
    return yes
  })
}

async function recordDecision(ctx: Ctx, one: Case, decision: NewDecision): Promise<void> {
  const said = { case: one.id, as: actsAs(ctx.actor, one) }
  if (decision.step === 'keep') await record(ctx, 'moderation.kept', one.subjectId, said)
  else if (decision.step === 'hide') await record(ctx, 'moderation.hidden', one.subjectId, { ...said, rule: decision.rule })
  else await record(ctx, 'moderation.warned', one.subjectId, { ...said, rule: decision.rule })
}

/** Many at once that break no rule; those that somebody else has decided meanwhile are left alone. Answers how many were kept. */
export async function keepCases(ctx: Ctx, ids: readonly string[], statement: string): Promise<number> {
  let kept = 0
  for (const id of new Set(ids)) if ((await decideCase(ctx, id, { step: 'keep', statement })).ok) kept += 1
  return kept
}

/** The author asks for another pair of eyes, once and in time. */
export async function appealDecision(ctx: Ctx, id: string, appeal: string): Promise<Verdict<WhyOf<ReturnType<typeof mayAppeal>>>> {
  return inTransaction(ctx, async ctx => {
    const one = await holdCase(ctx, id)
    const verdict = mayAppeal(ctx.actor, one, ctx.now)
    if (!verdict.ok) return verdict
    if (!(await moveCase(ctx, id, one.state, reviewing.steps.appeal.to, { appeal }))) return no('wrong-state')
    await record(ctx, 'moderation.appealed', one.subjectId, { case: id })
    await tell(ctx, await judgesOf(ctx, one), appealedNews(one))
    return yes
  })
}

/** Other moderators; the coordinators where there is none. */
async function judgesOf(ctx: Ctx, one: Case): Promise<string[]> {
  const scope = one.territoryId === undefined ? {} : { territoryId: one.territoryId }
  const people = await peopleWithRole(ctx, one.peers > 0 ? 'moderator' : 'coordinator', scope)
  return people
    .map(({ id }) => id)
    .filter(id => id !== one.decidedBy && ![...one.authorIds, ...one.aboutAuthorIds].includes(id) && !one.reporterIds.includes(id))
}

/** Another moderator upholds the decision or takes it back. */
export async function judgeAppeal(
  ctx: Ctx,
  id: string,
  judgement: { readonly step: Judgement; readonly settlement: string },
): Promise<Verdict<WhyOf<ReturnType<typeof mayJudgeAppeal>>>> {
  return inTransaction(ctx, async ctx => {
    await holdSubject(ctx, (await loadCase(ctx, id)).subjectId)
    const one = await holdCase(ctx, id)
    const verdict = mayJudgeAppeal(ctx.actor, one, judgement.step)
    if (!verdict.ok) return verdict
    const as = actsAs(ctx.actor, one)
    const moved = { settlement: judgement.settlement, settled_as: as }
    if (!(await moveCase(ctx, id, one.state, reviewing.steps[judgement.step].to, moved))) return no('wrong-state')
    if (judgement.step === 'reverse') await removeHiding(ctx, one.subjectId)
    if (judgement.step === 'reverse') await record(ctx, 'moderation.reversed', one.subjectId, { case: id, as })
    else await record(ctx, 'moderation.upheld', one.subjectId, { case: id, as })
    await tell(ctx, one.authorIds, judgedNews(await loadCase(ctx, id)))
    return yes
  })
}
