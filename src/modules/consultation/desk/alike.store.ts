import type { AdviceSubject, NamedAdvice } from '#modules/consultation/advice.rules.ts'
import { caseOf, isMine, mayAnswerAdvice } from '#modules/consultation/advice.rules.ts'
import { listQueue } from '#modules/consultation/advice.store.ts'
import { loadSubjects } from '#modules/consultation/registers/subjects.store.ts'
import type { Ctx } from '#platform/context.ts'
import { lemmasOf } from '#platform/words.ts'

/** A question beside the one being answered; `shared` counts the words, in basic form, that both use. */
type Alike = { readonly advice: NamedAdvice; readonly subject: AdviceSubject; readonly shared: number }

const wordsOf = (advice: NamedAdvice, subject: AdviceSubject) => new Set(lemmasOf(`${subject.title} ${advice.question}`))

/** The most alike first; those that are equally alike stay in the order they came in. */
async function rank(ctx: Ctx, advice: NamedAdvice, subject: AdviceSubject, rows: readonly NamedAdvice[]): Promise<Alike[]> {
  const words = wordsOf(advice, subject)
  const subjects = await loadSubjects(
    ctx,
    rows.map(row => row.subjectId),
  )
  return rows
    .flatMap((row): Alike[] => {
      const about = subjects.get(row.subjectId)
      return about ? [{ advice: row, subject: about, shared: [...wordsOf(row, about)].filter(word => words.has(word)).length }] : []
    })
    .sort((a, b) => b.shared - a.shared)
}

/** Other questions that wait for this very expert in the same unit. */
export async function listAlikeWaiting(ctx: Ctx, advice: NamedAdvice, subject: AdviceSubject, limit = 20): Promise<Alike[]> {
  const waiting = (await listQueue(ctx, [advice.unitId], ['assigned'])).filter(one => one.id !== advice.id && isMine(ctx.actor, one))
  const ranked = await rank(ctx, advice, subject, waiting)
  return ranked.filter(one => mayAnswerAdvice(ctx.actor, caseOf(one.advice, one.subject)).ok).slice(0, limit)
}

/** What this unit has answered to questions that share a word with this one, out of its latest 200 answers. */
export async function listAlikeAnswered(ctx: Ctx, advice: NamedAdvice, subject: AdviceSubject, limit = 3): Promise<Alike[]> {
  const ranked = await rank(ctx, advice, subject, await listQueue(ctx, [advice.unitId], ['answered']))
  return ranked.filter(one => one.shared > 0).slice(0, limit)
}
