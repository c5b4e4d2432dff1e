import { addDays, dayOf, daysBetween } from '#kit/dates.ts'
import { headsOf, withDeputies } from '#modules/consultation/advice.actions.ts'
import { deskNews } from '#modules/consultation/advice.mail.tsx'
import type { AdviceState, NamedAdvice } from '#modules/consultation/advice.rules.ts'
import { holdAdvice } from '#modules/consultation/advice.store.ts'
import { reminderDue, steps } from '#modules/consultation/desk/desk.rules.ts'
import { listLate, markReminded } from '#modules/consultation/desk/moves.store.ts'
import { loadSubjects } from '#modules/consultation/registers/subjects.store.ts'
import { peopleWithRole } from '#modules/people/people.store.ts'
import { tell } from '#modules/people/telling.actions.ts'
import { type Ctx, inTransaction } from '#platform/context.ts'
import { record } from '#platform/ledger.ts'

/** Silence is told of step by step: to whoever should answer, then to the head of the unit, then to the coordinator; each once. */
export async function remindUnits(ctx: Ctx): Promise<void> {
  const soonest = addDays(dayOf(ctx.now), -steps[0].after)
  for (const id of await listLate(ctx, soonest)) await inTransaction(ctx, ctx => remind(ctx, id))
}

const waiting: readonly AdviceState[] = ['asked', 'assigned', 'drafted']

async function remind(ctx: Ctx, id: string): Promise<void> {
  const advice = await holdAdvice(ctx, id)
  const subject = (await loadSubjects(ctx, [advice.subjectId])).get(advice.subjectId)
  const step = waiting.includes(advice.state) ? reminderDue(daysBetween(advice.dueOn, dayOf(ctx.now)), advice.reminded) : undefined
  // what it was about may be gone, and then nobody waits for an answer
  if (!step || !subject || !(await markReminded(ctx, id, step.level))) return
  const about = { title: subject.title, unit: advice.unitCode, adviceId: id }
  if (step.to === 'expert') await record(ctx, 'advice.reminded', subject.id, about)
  else await record(ctx, 'advice.escalated', subject.id, { ...about, to: step.to })
  await tell(ctx, await whom(ctx, advice, step.to), deskNews(letters[step.to], advice, subject, [advice.question]))
}
const letters = { expert: 'reminded', head: 'late', coordinator: 'veryLate' } as const

/** A question that nobody has yet, or an answer that waits for the head, is the head's to hurry. */
async function whom(ctx: Ctx, advice: NamedAdvice, to: 'expert' | 'head' | 'coordinator'): Promise<string[]> {
  if (to === 'coordinator') return (await peopleWithRole(ctx, 'coordinator', { editionId: advice.editionId })).map(({ id }) => id)
  const expert = to === 'expert' && advice.state === 'assigned' ? advice.expertId : undefined
  return withDeputies(advice, expert ? [expert] : await headsOf(ctx, advice.unitId))
}
