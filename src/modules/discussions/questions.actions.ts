import { assert } from '#kit/refusal.ts'
import { no, type Verdict, yes } from '#kit/verdict.ts'
import type { Comment } from '#modules/discussions/discussions.rules.ts'
import { loadComment } from '#modules/discussions/discussions.store.ts'
import { answeredNews, passedNews } from '#modules/discussions/questions.mail.tsx'
import { mayAnswerQuestion, mayPassQuestion, type QuestionCase, questionDue } from '#modules/discussions/questions.rules.ts'
import { answerQuestionRow, passQuestionRow } from '#modules/discussions/questions.store.ts'
import { peopleWithRole } from '#modules/people/people.store.ts'
import { tell } from '#modules/people/telling.actions.ts'
import { findUnit } from '#modules/programme/registers/units.store.ts'
import { type Ctx, inTransaction } from '#platform/context.ts'
import { record } from '#platform/ledger.ts'

/** What the question is about, where that lies and whose it is: found by the caller, who alone knows all kinds of things. */
export type AskedAbout = {
  readonly id: string
  readonly title: string
  readonly path: string
  readonly territoryIds: readonly string[]
  readonly authorIds: readonly string[]
}
type QuestionWhy = 'not-yours' | 'wrong-state' | 'co-author'

const caseOf = (comment: Comment, about: AskedAbout): QuestionCase => ({
  state: comment.question?.state ?? 'answered',
  unitId: comment.question?.unitId ?? null,
  territoryIds: about.territoryIds,
  authorIds: [...about.authorIds, comment.authorId],
})

/** The host gives a question to a city unit, which gets its own time to answer; passed again, it goes to another one. */
export async function passQuestion(ctx: Ctx, commentId: string, unitId: string, about: AskedAbout): Promise<Verdict<QuestionWhy | 'unit-missing'>> {
  return inTransaction(ctx, async ctx => {
    const comment = await loadComment(ctx, commentId)
    assert(comment.subjectId === about.id, 'the question is about something else')
    const verdict = mayPassQuestion(ctx.actor, caseOf(comment, about))
    if (!verdict.ok) return verdict
    const unit = await findUnit(ctx, unitId)
    if (!unit) return no('unit-missing')
    const dueOn = questionDue(ctx.now, unit.slaDays)
    if (!(await passQuestionRow(ctx, commentId, comment.question?.state ?? 'asked', unit.id, dueOn))) return no('wrong-state')
    await record(ctx, 'question.passed', comment.subjectId, { comment: commentId, unit: unit.code, dueOn })
    const people = [...(await peopleWithRole(ctx, 'unit-head', { unitId })), ...(await peopleWithRole(ctx, 'unit-expert', { unitId }))]
    await tell(
      ctx,
      people.map(({ id }) => id),
      passedNews(comment, about, unit, dueOn),
    )
    return yes
  })
}

/** The unit's expert, or the coordinator, answers once, in public, right under the question. */
export async function answerQuestion(ctx: Ctx, commentId: string, answer: string, about: AskedAbout): Promise<Verdict<QuestionWhy>> {
  return inTransaction(ctx, async ctx => {
    const comment = await loadComment(ctx, commentId)
    assert(comment.subjectId === about.id, 'the question is about something else')
    const verdict = mayAnswerQuestion(ctx.actor, caseOf(comment, about))
    if (!verdict.ok) return verdict
    if (!(await answerQuestionRow(ctx, commentId, comment.question?.state ?? 'asked', answer))) return no('wrong-state')
    await record(ctx, 'question.answered', comment.subjectId, { comment: commentId, unit: comment.question?.unitCode ?? '' })
    await tell(ctx, [comment.authorId], answeredNews(comment, about, comment.question?.unitName ?? '', answer))
    return yes
  })
}
