import type { AdviceSubject, NamedAdvice } from '#modules/consultation/advice.rules.ts'
import { headsUnit, unitsOf } from '#modules/consultation/advice.rules.ts'
import { listQueue } from '#modules/consultation/advice.store.ts'
import { loadSubjects } from '#modules/consultation/subjects.store.ts'
import type { Ctx } from '#platform/context.ts'

/** What waits for this person in a unit, for My matters: a question to assign, or one to answer. */
export type AdviceMatter = { readonly kind: 'assign' | 'answer'; readonly advice: NamedAdvice; readonly subject?: AdviceSubject }

export async function adviceMatters(ctx: Ctx): Promise<AdviceMatter[]> {
  const open = await listQueue(ctx, unitsOf(ctx.actor), ['asked', 'assigned'])
  const waiting = open.filter(one => one.expertId === ctx.actor.id || (one.state === 'asked' && headsUnit(ctx.actor, one.unitId)))
  const subjects = await loadSubjects(
    ctx,
    waiting.map(one => one.subjectId),
  )
  return waiting.map(advice => ({ kind: advice.expertId === ctx.actor.id ? 'answer' : 'assign', advice, subject: subjects.get(advice.subjectId) }))
}
