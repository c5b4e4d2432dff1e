import { newId } from '#kit/ids.ts'
import type { Grosze } from '#kit/money.ts'
import { assert, notFound } from '#kit/refusal.ts'
import { no, type Verdict, yes } from '#kit/verdict.ts'
import { answeredNews, askedNews, assignedNews } from '#modules/consultation/advice.mail.tsx'
import {
  type AdviceSubject,
  type AdviceVerdict,
  advising,
  type CriterionAnswer,
  caseOf,
  dueDay,
  mayAnswerAdvice,
  mayAsk,
  mayAssign,
  mayPass,
  type NamedAdvice,
} from '#modules/consultation/advice.rules.ts'
import {
  findAdviceByKey,
  holdAdvice,
  holdAdvices,
  insertAdvice,
  insertAnswers,
  insertReturn,
  isWaiting,
  loadAdvice,
  moveAdvice,
} from '#modules/consultation/advice.store.ts'
import { loadSubject, loadSubjects } from '#modules/consultation/subjects.store.ts'
import { peopleWithRole } from '#modules/people/people.store.ts'
import { tell } from '#modules/people/telling.actions.ts'
import { mayNow } from '#modules/programme/calendar.rules.ts'
import { loadEdition } from '#modules/programme/editions.store.ts'
import { findUnit } from '#modules/programme/units.store.ts'
import { type Ctx, inTransaction } from '#platform/context.ts'
import { record } from '#platform/ledger.ts'
import { addOrigin } from '#platform/origins.ts'

type WhyOf<V> = V extends { readonly ok: false; readonly why: infer W } ? W : never
export type Question = { readonly key: string; readonly subjectId: string; readonly unitId: string; readonly question: string }

/** May this person ask about this thing now? `unitId` also asks whether that unit has the question already. */
export async function mayAskAbout(ctx: Ctx, subjectId: string, unitId?: string): Promise<ReturnType<typeof mayAsk>> {
  const subject = await loadSubject(ctx, subjectId)
  const edition = await loadEdition(ctx, subject.editionId)
  const waiting = unitId !== undefined && (await isWaiting(ctx, subjectId, unitId))
  return mayAsk(ctx.actor, { ...subject, waiting, phase: mayNow(edition.phases, 'advice', ctx.now) })
}

/** Asks a unit for its preliminary opinion. The same form sent twice asks once. */
export async function askAdvice(
  ctx: Ctx,
  asked: Question,
): Promise<Verdict<WhyOf<ReturnType<typeof mayAsk>> | 'unit-missing'> & { readonly id?: string }> {
  return inTransaction(ctx, async ctx => {
    const known = await findAdviceByKey(ctx, asked.key)
    if (known) return { ...yes, id: known }
    const subject = await loadSubject(ctx, asked.subjectId)
    const unit = await findUnit(ctx, asked.unitId)
    if (!unit) return no('unit-missing')
    const verdict = await mayAskAbout(ctx, asked.subjectId, unit.id)
    if (!verdict.ok) return verdict.why === 'already-asked' ? firstOf(ctx, asked.key) : verdict
    const id = newId('advice')
    const made = await insertAdvice(ctx, { ...asked, id, territoryId: subject.territoryId, dueOn: dueDay(ctx.now, unit.slaDays) })
    if (!made) return firstOf(ctx, asked.key)
    if (subject.kind === 'line') await addOrigin(ctx, subject.id, id)
    await record(ctx, 'advice.asked', subject.id, { title: subject.title, unit: unit.code, adviceId: id })
    await tell(ctx, await headsOf(ctx, unit.id), askedNews(await loadAdvice(ctx, id), subject))
    return { ...yes, id }
  })
}

/** The unit has a question about this: the very one of this form, sent a moment ago, or another. */
async function firstOf(ctx: Ctx, key: string): Promise<Verdict<'already-asked'> & { readonly id?: string }> {
  const first = await findAdviceByKey(ctx, key)
  return first ? { ...yes, id: first } : no('already-asked')
}

const headsOf = async (ctx: Ctx, unitId: string) => (await peopleWithRole(ctx, 'unit-head', { unitId })).map(person => person.id)

/** Experts and heads of a unit who may answer this question: nobody in a matter of their own. */
export async function expertsFor(ctx: Ctx, unitId: string, ownerIds: readonly string[]): Promise<{ id: string; name: string }[]> {
  const found = [...(await peopleWithRole(ctx, 'unit-expert', { unitId })), ...(await peopleWithRole(ctx, 'unit-head', { unitId }))]
  return [...new Map(found.map(person => [person.id, person])).values()].filter(person => !ownerIds.includes(person.id))
}

/** The head of the unit names who answers: an expert, or a deputy. */
export async function assignAdvice(ctx: Ctx, id: string, expertId: string): Promise<Verdict<WhyOf<ReturnType<typeof mayAssign>> | 'not-in-unit'>> {
  return inTransaction(ctx, async ctx => {
    const advice = await holdAdvice(ctx, id)
    const subject = await loadSubject(ctx, advice.subjectId)
    const verdict = mayAssign(ctx.actor, caseOf(advice, subject), expertId)
    if (!verdict.ok) return verdict
    if (!(await expertsFor(ctx, advice.unitId, subject.ownerIds)).some(person => person.id === expertId)) return no('not-in-unit')
    if (advice.state === 'assigned' && advice.expertId === expertId) return yes
    if (!(await moveAdvice(ctx, id, advice.state, advising.steps.assign.to, { expertId }))) return no('answered')
    await record(ctx, 'advice.assigned', subject.id, { title: subject.title, unit: advice.unitCode, adviceId: id })
    if (expertId !== ctx.actor.id) await tell(ctx, [expertId], assignedNews(advice, subject))
    return yes
  })
}

/** "Not ours": the head passes the question to another unit, which gets its own time to answer. */
export async function passAdvice(
  ctx: Ctx,
  id: string,
  toUnitId: string,
  remark: string,
): Promise<Verdict<WhyOf<ReturnType<typeof mayPass>> | 'unit-missing' | 'already-asked'>> {
  return inTransaction(ctx, async ctx => {
    const advice = await holdAdvice(ctx, id)
    const subject = await loadSubject(ctx, advice.subjectId)
    const verdict = mayPass(ctx.actor, caseOf(advice, subject), toUnitId)
    if (!verdict.ok) return verdict
    const unit = await findUnit(ctx, toUnitId)
    if (!unit) return no('unit-missing')
    if (await isWaiting(ctx, advice.subjectId, toUnitId)) return no('already-asked')
    const moved = { unitId: unit.id, dueOn: dueDay(ctx.now, unit.slaDays), expertId: null }
    if (!(await moveAdvice(ctx, id, advice.state, advising.steps.pass.to, moved))) return no('answered')
    await insertReturn(ctx, id, advice.unitId, unit.id, remark)
    await record(ctx, 'advice.returned', subject.id, { title: subject.title, from: advice.unitCode, to: unit.code, adviceId: id })
    await tell(ctx, await headsOf(ctx, unit.id), askedNews(await loadAdvice(ctx, id), subject))
    return yes
  })
}

export type Answer = {
  readonly answers: readonly CriterionAnswer[]
  readonly overall: AdviceVerdict
  readonly remark: string
  readonly estimate?: Grosze
}

/** A sum is about one thing: an answer given to several carries it only for the question it was written under. */
const withoutSum = ({ estimate: _, ...answer }: Answer): Answer => answer

/**
 * The expert answers, in public, one question or several alike with the same words: all of them or none. The authors' sum of this
 * moment is kept beside the unit's. A second click changes nothing.
 */
export async function answerAdvice(
  ctx: Ctx,
  id: string,
  answer: Answer,
  together: readonly string[] = [],
): Promise<Verdict<WhyOf<ReturnType<typeof mayAnswerAdvice>> | 'together-changed'>> {
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
    for (const one of all) await publish(ctx, one.advice, one.subject, one === main ? answer : withoutSum(answer))
    return yes
  })
}

async function publish(ctx: Ctx, advice: NamedAdvice, subject: AdviceSubject, { overall, remark, estimate, answers }: Answer): Promise<void> {
  const authorsSum = subject.total === undefined || subject.total === 0 ? null : subject.total
  const moved = await moveAdvice(ctx, advice.id, 'assigned', advising.steps.answer.to, { overall, remark, estimate: estimate ?? null, authorsSum })
  assert(moved, 'a held question was moved by somebody else')
  await insertAnswers(ctx, advice.id, answers)
  await record(ctx, 'advice.answered', subject.id, { title: subject.title, unit: advice.unitCode, adviceId: advice.id, overall })
  await tell(ctx, [...subject.ownerIds, advice.askedBy], answeredNews(advice, subject, overall))
}
