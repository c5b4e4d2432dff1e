import type { AdviceSubject, NamedAdvice } from '#modules/consultation/advice.rules.ts'
import { headsIt, isMine, unitsOf } from '#modules/consultation/advice.rules.ts'
import { listAskedBack, listQueue } from '#modules/consultation/advice.store.ts'
import { loadSubjects } from '#modules/consultation/registers/subjects.store.ts'
import type { Ctx } from '#platform/context.ts'

/** What waits for this person, for My matters: a question to assign, to answer or to release in a unit, or one of a unit to an author. */
export type AdviceMatter = {
  readonly kind: 'assign' | 'answer' | 'release' | 'explain'
  readonly advice: NamedAdvice
  readonly subject?: AdviceSubject | undefined
}

export async function adviceMatters(ctx: Ctx): Promise<AdviceMatter[]> {
  const open = [...(await listQueue(ctx, unitsOf(ctx.actor), ['asked', 'assigned', 'drafted'])), ...(await listAskedBack(ctx))]
  const subjects = await loadSubjects(
    ctx,
    open.map(one => one.subjectId),
  )
  return open.flatMap(advice => {
    const subject = subjects.get(advice.subjectId)
    const kind = kindOf(ctx, advice, subject)
    return kind ? [{ kind, advice, subject }] : []
  })
}

function kindOf({ actor }: Ctx, advice: NamedAdvice, subject: AdviceSubject | undefined): AdviceMatter['kind'] | undefined {
  if (advice.state === 'asked-back') return subject?.ownerIds.includes(actor.id) || advice.askedBy === actor.id ? 'explain' : undefined
  if (advice.state === 'assigned') return isMine(actor, advice) ? 'answer' : undefined
  if (!headsIt(actor, advice)) return undefined
  return advice.state === 'drafted' ? 'release' : 'assign'
}
