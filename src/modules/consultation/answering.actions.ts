import type { Grosze } from '#kit/money.ts'
import { assert, notFound } from '#kit/refusal.ts'
import { no, type Verdict, yes } from '#kit/verdict.ts'
import { headsOf, tellHeads, type WhyOf, withDeputies } from '#modules/consultation/advice.actions.ts'
import { answeredNews, deskNews } from '#modules/consultation/advice.mail.tsx'
import {
  type AdviceLink,
  type AdviceSubject,
  type AdviceVerdict,
  advising,
  type CriterionAnswer,
  caseOf,
  finishOf,
  mayAnswerAdvice,
  mayReject,
  mayRelease,
  type NamedAdvice,
} from '#modules/consultation/advice.rules.ts'
import { holdAdvice, holdAdvices, listAdviceById, loadAdvice } from '#modules/consultation/advice.store.ts'
import { moveAdvice, putAnswers } from '#modules/consultation/desk/moves.store.ts'
import type { LandStatement } from '#modules/consultation/registers/land.rules.ts'
import { loadSubject, loadSubjects } from '#modules/consultation/registers/subjects.store.ts'
import { tell } from '#modules/people/telling.actions.ts'
import { publishUnitPrices, type StatedPrices, stateUnitPrices } from '#modules/proposals/cost/unit-prices.actions.ts'
import { type Ctx, inTransaction } from '#platform/context.ts'
import { record } from '#platform/ledger.ts'

export type Answer = {
  readonly answers: readonly CriterionAnswer[]
  readonly overall: AdviceVerdict
  readonly remark: string
  readonly estimate?: Grosze
  readonly links?: readonly AdviceLink[]
  /** What the unit says of the rows of the authors' costs. */
  readonly prices?: StatedPrices
  readonly land?: LandStatement
}
/** Where an answer went: out, to the head, or to the unit that leads. */
export type Finish = ReturnType<typeof finishOf>

/** A sum and a piece of land belong to one thing: an answer given to several carries them only for the question it was written under. */
const alsoFor = ({ estimate: _, prices: __, land: ___, ...answer }: Answer): Answer => answer

/**
 * The expert answers one question or several alike with the same words: all of them or none. The authors' sum of this moment is kept
 * beside the unit's. A second click changes nothing.
 */
export async function answerAdvice(
  ctx: Ctx,
  id: string,
  answer: Answer,
  together: readonly string[] = [],
): Promise<Verdict<WhyOf<ReturnType<typeof mayAnswerAdvice>> | 'together-changed'> & { readonly finish?: Finish }> {
  return inTransaction(ctx, async ctx => {
    const ids = [...new Set([id, ...together])]
    const held = await holdAdvices(ctx, ids)
    const subjects = await loadSubjects(
      ctx,
      held.map(one => one.subjectId),
    )
    const matters = held.map(advice => ({ advice, subject: subjects.get(advice.subjectId) ?? notFound('what advice is about') }))
    const main = matters.find(({ advice }) => advice.id === id) ?? notFound('advice')
    const verdict = mayAnswerAdvice(ctx.actor, caseOf(main.advice, main.subject))
    if (!verdict.ok) return verdict
    const all = matters.filter(({ advice, subject }) => mayAnswerAdvice(ctx.actor, caseOf(advice, subject)).ok)
    if (all.length < ids.length) return no('together-changed')
    for (const one of all) await finish(ctx, one.advice, one.subject, one === main ? answer : alsoFor(answer))
    return { ...yes, finish: finishOf(ctx.actor, caseOf(main.advice, main.subject)) }
  })
}

async function finish(ctx: Ctx, advice: NamedAdvice, subject: AdviceSubject, { answers, prices, ...said }: Answer): Promise<void> {
  const how = finishOf(ctx.actor, caseOf(advice, subject))
  const authorsSum = subject.total === undefined || subject.total === 0 ? null : subject.total
  const by = { adviceId: advice.id, projectId: subject.id, unitId: advice.unitId }
  const priced =
    subject.kind === 'project'
      ? await stateUnitPrices(ctx, { ...by, stated: prices, ...(said.estimate !== undefined && { lump: said.estimate }) })
      : undefined
  const written = { ...said, estimate: priced ?? said.estimate ?? null, ...(how === 'answer' && { authorsSum }) }
  assert(await moveAdvice(ctx, advice.id, advice.state, advising.steps[how].to, written), 'a held question was moved by somebody else')
  const only = advice.criteria.length === 0 ? answers : answers.filter(({ criterion }) => advice.criteria.includes(criterion))
  await putAnswers(ctx, advice.id, only)
  if (how === 'answer') return published(ctx, advice, subject, said.overall)
  const about = { title: subject.title, unit: advice.unitCode, adviceId: advice.id }
  await record(ctx, how === 'draft' ? 'advice.drafted' : 'advice.contributed', subject.id, about)
  if (how === 'draft') return tellHeads(ctx, advice, subject, deskNews('drafted', advice, subject, [said.remark]))
  const leader = advice.leadingId ? await loadAdvice(ctx, advice.leadingId) : undefined
  if (!leader) return
  const whom = leader.expertId ? [leader.expertId] : await headsOf(ctx, leader.unitId)
  await tell(ctx, withDeputies(leader, whom), deskNews('contributed', leader, subject, [`${advice.unitName}: ${said.remark}`]))
}

/** The answer is out, and with it what other units contributed. */
async function published(ctx: Ctx, advice: NamedAdvice, subject: AdviceSubject, overall: AdviceVerdict): Promise<void> {
  const parts = advice.parts.filter(({ state }) => state === 'contributed')
  for (const part of parts)
    assert(await moveAdvice(ctx, part.id, 'contributed', advising.steps.publish.to, {}), 'a part of a held question was moved by somebody else')
  await publishUnitPrices(ctx, [advice.id, ...parts.map(({ id }) => id)])
  await record(ctx, 'advice.answered', subject.id, { title: subject.title, unit: advice.unitCode, adviceId: advice.id, overall })
  await tell(ctx, [...subject.ownerIds, advice.askedBy], answeredNews(advice, subject, overall))
}

/** The head lets the expert's answer out. */
export async function releaseAdvice(ctx: Ctx, id: string): Promise<Verdict<WhyOf<ReturnType<typeof mayRelease>>>> {
  return inTransaction(ctx, async ctx => {
    const advice = await holdAdvice(ctx, id)
    const subject = await loadSubject(ctx, advice.subjectId)
    const verdict = mayRelease(ctx.actor, caseOf(advice, subject))
    if (!verdict.ok) return verdict
    const authorsSum = subject.total === undefined || subject.total === 0 ? null : subject.total
    const moved = await moveAdvice(ctx, id, 'drafted', advising.steps.release.to, { released: true, authorsSum })
    assert(moved && advice.overall, 'a held draft was moved by somebody else')
    await published(ctx, advice, subject, advice.overall)
    return yes
  })
}

type ReleaseWhy = WhyOf<ReturnType<typeof mayRelease>>
/** Several at once, each for itself: what may not go out holds nothing back. */
export async function releaseSeveral(
  ctx: Ctx,
  ids: readonly string[],
): Promise<{ readonly id: string; readonly title: string; readonly refusal: ReleaseWhy | undefined }[]> {
  const marked = await listAdviceById(ctx, [...new Set(ids)])
  const subjects = await loadSubjects(
    ctx,
    marked.map(one => one.subjectId),
  )
  const released = []
  for (const { id, subjectId } of marked) {
    const verdict = await releaseAdvice(ctx, id)
    released.push({ id, title: subjects.get(subjectId)?.title ?? '', refusal: verdict.ok ? undefined : verdict.why })
  }
  return released
}

/** The head sends it back to the expert, and says why to the expert alone. */
export async function rejectAdvice(ctx: Ctx, id: string, reason: string): Promise<Verdict<WhyOf<ReturnType<typeof mayReject>>>> {
  return inTransaction(ctx, async ctx => {
    const advice = await holdAdvice(ctx, id)
    const subject = await loadSubject(ctx, advice.subjectId)
    const verdict = mayReject(ctx.actor, caseOf(advice, subject))
    if (!verdict.ok) return verdict
    assert(await moveAdvice(ctx, id, 'drafted', advising.steps.reject.to, {}), 'a held draft was moved by somebody else')
    await record(ctx, 'advice.rejected', subject.id, { title: subject.title, unit: advice.unitCode, adviceId: id })
    if (advice.expertId) await tell(ctx, withDeputies(advice, [advice.expertId]), deskNews('rejected', advice, subject, [reason]))
    return yes
  })
}
