import { newId } from '#kit/ids.ts'
import { assert, notFound } from '#kit/refusal.ts'
import { no, type Verdict, yes } from '#kit/verdict.ts'
import { tellHeads, type WhyOf } from '#modules/consultation/advice.actions.ts'
import { advising, type Criterion, caseOf, dueDay, mayDrop, mayJoin } from '#modules/consultation/advice.rules.ts'
import { holdAdvice, loadAdvice } from '#modules/consultation/advice.store.ts'
import { findAdviceByKey, insertAdvice, moveAdvice } from '#modules/consultation/desk/moves.store.ts'
import { loadSubject } from '#modules/consultation/registers/subjects.store.ts'
import { findUnit } from '#modules/programme/registers/units.store.ts'
import { type Ctx, inTransaction } from '#platform/context.ts'
import { record } from '#platform/ledger.ts'

export type Contribution = { readonly key: string; readonly unitId: string; readonly question: string; readonly criteria: readonly Criterion[] }

/** The unit that leads asks another one for its part. The answer goes out as one, under the name of the first. */
export async function joinUnit(
  ctx: Ctx,
  id: string,
  { key, unitId, question, criteria }: Contribution,
): Promise<Verdict<WhyOf<ReturnType<typeof mayJoin>> | 'unit-missing'>> {
  return inTransaction(ctx, async ctx => {
    const leader = await holdAdvice(ctx, id)
    const subject = await loadSubject(ctx, leader.subjectId)
    if (await findAdviceByKey(ctx, key)) return yes
    const verdict = mayJoin(ctx.actor, caseOf(leader, subject), unitId)
    if (!verdict.ok) return verdict
    const unit = await findUnit(ctx, unitId)
    if (!unit) return no('unit-missing')
    const part = newId('advice')
    const { subjectId, editionId, territoryId } = leader
    const dueOn = dueDay(ctx.now, unit.slaDays)
    const row = { id: part, key, state: advising.first, subjectId, editionId, territoryId, unitId, question, dueOn, leadingId: id, criteria }
    if (!(await insertAdvice(ctx, row))) return no('contributes')
    await record(ctx, 'advice.joined', subject.id, { title: subject.title, unit: unit.code, adviceId: id })
    await tellHeads(ctx, await loadAdvice(ctx, part), subject)
    return yes
  })
}

/** The unit that leads goes on without this part. */
export async function dropPart(ctx: Ctx, partId: string): Promise<Verdict<WhyOf<ReturnType<typeof mayDrop>>> & { readonly leadingId: string }> {
  return inTransaction(ctx, async ctx => {
    const { leadingId } = await loadAdvice(ctx, partId)
    if (leadingId === undefined) return notFound('a part')
    // in the order in which an answer takes them
    await holdAdvice(ctx, leadingId)
    const part = await holdAdvice(ctx, partId)
    const subject = await loadSubject(ctx, part.subjectId)
    const verdict = mayDrop(ctx.actor, caseOf(part, subject))
    if (!verdict.ok) return { ...verdict, leadingId }
    assert(await moveAdvice(ctx, partId, part.state, advising.steps.drop.to, {}), 'a held part was moved by somebody else')
    await record(ctx, 'advice.dropped', subject.id, { title: subject.title, unit: part.unitCode, adviceId: leadingId })
    return { ...yes, leadingId }
  })
}
