import { newId } from '#kit/ids.ts'
import { no, type Verdict, yes } from '#kit/verdict.ts'
import { askedNews, assignedNews } from '#modules/consultation/advice.mail.tsx'
import {
  type AdviceSubject,
  type Asking,
  advising,
  caseOf,
  dueDay,
  mayAdmit,
  mayAsk,
  mayAssign,
  mayPass,
  type NamedAdvice,
} from '#modules/consultation/advice.rules.ts'
import { holdAdvice, loadAdvice } from '#modules/consultation/advice.store.ts'
import { hasRoom } from '#modules/consultation/desk/desk.rules.ts'
import { countTaken, findDesk, holdDesk, listWaitingList } from '#modules/consultation/desk/desk.store.ts'
import { findAdviceByKey, insertAdvice, insertReturn, isWaiting, moveAdvice } from '#modules/consultation/desk/moves.store.ts'
import { loadSubject } from '#modules/consultation/registers/subjects.store.ts'
import { peopleWithRole } from '#modules/people/people.store.ts'
import { tell } from '#modules/people/telling.actions.ts'
import { mayNow, opennessOf } from '#modules/programme/calendar.rules.ts'
import { loadEdition } from '#modules/programme/editions/editions.store.ts'
import { findUnit } from '#modules/programme/registers/units.store.ts'
import { type Ctx, inTransaction } from '#platform/context.ts'
import { record } from '#platform/ledger.ts'
import { addOrigin } from '#platform/origins.ts'

export type WhyOf<V> = V extends { readonly ok: false; readonly why: infer W } ? W : never
export type Question = { readonly key: string; readonly subjectId: string; readonly unitId: string; readonly question: string }

/** May this person ask about this thing now, and when may anybody? `unitId` also asks whether that unit has the question already. */
export async function mayAskAbout(ctx: Ctx, subjectId: string, unitId?: string): Promise<Asking> {
  const subject = await loadSubject(ctx, subjectId)
  const { phases } = await loadEdition(ctx, subject.editionId)
  const waiting = unitId !== undefined && (await isWaiting(ctx, subjectId, unitId))
  const verdict = mayAsk(ctx.actor, { ...subject, waiting, phase: mayNow(phases, 'advice', ctx.now) })
  return { verdict, openness: opennessOf(phases, 'advice', ctx.now) }
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
    const { verdict } = await mayAskAbout(ctx, asked.subjectId, unit.id)
    if (!verdict.ok) return verdict.why === 'already-asked' ? firstOf(ctx, asked.key) : verdict
    const id = newId('advice')
    await holdDesk(ctx, unit.id)
    const room = hasRoom(await findDesk(ctx, unit.id), await countTaken(ctx, unit.id, subject.editionId))
    const state = room ? advising.first : advising.steps.queue.to
    const { editionId, territoryId } = subject
    const made = await insertAdvice(ctx, { ...asked, id, state, editionId, territoryId, dueOn: dueDay(ctx.now, unit.slaDays) })
    if (!made) return firstOf(ctx, asked.key)
    if (subject.kind === 'line') await addOrigin(ctx, subject.id, id)
    await record(ctx, room ? 'advice.asked' : 'advice.queued', subject.id, { title: subject.title, unit: unit.code, adviceId: id })
    if (room) await tellHeads(ctx, await loadAdvice(ctx, id), subject)
    return { ...yes, id }
  })
}

/** The unit has a question about this: the very one of this form, sent a moment ago, or another. */
async function firstOf(ctx: Ctx, key: string): Promise<Verdict<'already-asked'> & { readonly id?: string }> {
  const first = await findAdviceByKey(ctx, key)
  return first ? { ...yes, id: first } : no('already-asked')
}

/** What comes to a unit comes to its head, and to whoever stands in for the head. */
export async function tellHeads(ctx: Ctx, advice: NamedAdvice, subject: AdviceSubject, news = askedNews(advice, subject)): Promise<void> {
  await tell(ctx, withDeputies(advice, await headsOf(ctx, advice.unitId)), news)
}
export const withDeputies = ({ deputies }: NamedAdvice, ids: readonly string[]): string[] => [
  ...ids,
  ...deputies.filter(({ personId }) => ids.includes(personId)).map(({ deputyId }) => deputyId),
]

/** When a unit has room again, whoever has waited the longest comes in, with the whole time to answer. Part of the caller's transaction. */
export async function admitWaiting(ctx: Ctx, unitId: string): Promise<void> {
  await holdDesk(ctx, unitId)
  const [unit, desk] = [await findUnit(ctx, unitId), await findDesk(ctx, unitId)]
  for (const { id, editionId } of await listWaitingList(ctx, unitId))
    if (unit && hasRoom(desk, await countTaken(ctx, unitId, editionId))) await admit(ctx, await holdAdvice(ctx, id), unit.slaDays)
}
async function admit(ctx: Ctx, advice: NamedAdvice, slaDays: number): Promise<void> {
  const subject = await loadSubject(ctx, advice.subjectId)
  if (!(await moveAdvice(ctx, advice.id, 'queued', advising.steps.admit.to, { dueOn: dueDay(ctx.now, slaDays) }))) return
  await record(ctx, 'advice.admitted', subject.id, { title: subject.title, unit: advice.unitCode, adviceId: advice.id })
  await tellHeads(ctx, await loadAdvice(ctx, advice.id), subject)
}
/** The head lets one question in beyond the cap. */
export async function admitAdvice(ctx: Ctx, id: string): Promise<Verdict<WhyOf<ReturnType<typeof mayAdmit>>>> {
  return inTransaction(ctx, async ctx => {
    const advice = await holdAdvice(ctx, id)
    const verdict = mayAdmit(ctx.actor, caseOf(advice, await loadSubject(ctx, advice.subjectId)))
    if (verdict.ok) await admit(ctx, advice, (await findUnit(ctx, advice.unitId))?.slaDays ?? 0)
    return verdict
  })
}

export const headsOf = async (ctx: Ctx, unitId: string) => (await peopleWithRole(ctx, 'unit-head', { unitId })).map(person => person.id)

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
    if (expertId !== ctx.actor.id) await tell(ctx, withDeputies(advice, [expertId]), assignedNews(advice, subject))
    return yes
  })
}

/** "Not ours": the head or the expert passes the question to another unit, which gets its own time to answer. */
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
    if (!advice.leadingId && (await isWaiting(ctx, advice.subjectId, toUnitId))) return no('already-asked')
    const moved = { unitId: unit.id, dueOn: dueDay(ctx.now, unit.slaDays), expertId: null }
    if (!(await moveAdvice(ctx, id, advice.state, advising.steps.pass.to, moved))) return no('answered')
    await insertReturn(ctx, id, advice.unitId, unit.id, remark)
    await record(ctx, 'advice.returned', subject.id, { title: subject.title, from: advice.unitCode, to: unit.code, adviceId: id })
    await tellHeads(ctx, await loadAdvice(ctx, id), subject)
    await admitWaiting(ctx, advice.unitId)
    return yes
  })
}
