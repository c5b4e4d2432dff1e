import { dayOf } from '#kit/dates.ts'
import { newId } from '#kit/ids.ts'
import { assert } from '#kit/refusal.ts'
import { type Verdict, yes } from '#kit/verdict.ts'
import { headsOf, type WhyOf, withDeputies } from '#modules/consultation/advice.actions.ts'
import { deskNews } from '#modules/consultation/advice.mail.tsx'
import { advising, caseOf, dueAfterReply, mayAskBack, mayNote, mayReply } from '#modules/consultation/advice.rules.ts'
import { holdAdvice } from '#modules/consultation/advice.store.ts'
import { moveAdvice } from '#modules/consultation/desk/moves.store.ts'
import { answerQuery, insertNote, insertQuery, isKnownQuery } from '#modules/consultation/queries.store.ts'
import { loadSubject } from '#modules/consultation/registers/subjects.store.ts'
import { tell } from '#modules/people/telling.actions.ts'
import { type Ctx, inTransaction } from '#platform/context.ts'
import { record } from '#platform/ledger.ts'

/** The expert asks the authors for what is missing; meanwhile the unit's time stands still. */
export async function askBack(ctx: Ctx, id: string, key: string, question: string): Promise<Verdict<WhyOf<ReturnType<typeof mayAskBack>>>> {
  return inTransaction(ctx, async ctx => {
    const advice = await holdAdvice(ctx, id)
    const subject = await loadSubject(ctx, advice.subjectId)
    if (await isKnownQuery(ctx, key)) return yes
    const verdict = mayAskBack(ctx.actor, caseOf(advice, subject))
    if (!verdict.ok) return verdict
    await insertQuery(ctx, { id: newId('query'), key, adviceId: id, question })
    const moved = await moveAdvice(ctx, id, 'assigned', advising.steps.askBack.to, { stoppedOn: dayOf(ctx.now) })
    assert(moved, 'a held question was moved by somebody else')
    await record(ctx, 'advice.asked-back', subject.id, { title: subject.title, unit: advice.unitCode, adviceId: id })
    await tell(ctx, [...subject.ownerIds, advice.askedBy], deskNews('askedBack', advice, subject, [question]))
    return yes
  })
}

/** The authors answer; the unit has as many days left as it had. */
export async function replyToUnit(ctx: Ctx, id: string, reply: string): Promise<Verdict<WhyOf<ReturnType<typeof mayReply>>>> {
  return inTransaction(ctx, async ctx => {
    const advice = await holdAdvice(ctx, id)
    const subject = await loadSubject(ctx, advice.subjectId)
    const verdict = mayReply(ctx.actor, caseOf(advice, subject))
    if (!verdict.ok) return verdict
    await answerQuery(ctx, id, reply)
    const moved = await moveAdvice(ctx, id, 'asked-back', advising.steps.reply.to, { dueOn: dueAfterReply(advice, ctx.now) })
    assert(moved, 'a held question was moved by somebody else')
    await record(ctx, 'advice.replied', subject.id, { title: subject.title, unit: advice.unitCode, adviceId: id })
    const whom = advice.expertId ? [advice.expertId] : await headsOf(ctx, advice.unitId)
    await tell(ctx, withDeputies(advice, whom), deskNews('replied', advice, subject, [reply]))
    return yes
  })
}

/** A note for colleagues. The fact says only that there is one, and hangs on the question, not on the project. */
export async function addNote(ctx: Ctx, id: string, key: string, text: string): Promise<Verdict<WhyOf<ReturnType<typeof mayNote>>>> {
  return inTransaction(ctx, async ctx => {
    const advice = await holdAdvice(ctx, id)
    const verdict = mayNote(ctx.actor, caseOf(advice, await loadSubject(ctx, advice.subjectId)))
    if (!verdict.ok) return verdict
    if (await insertNote(ctx, { id: newId('note'), key, adviceId: id, unitId: advice.unitId, text }))
      await record(ctx, 'advice.noted', id, { unit: advice.unitCode })
    return yes
  })
}
