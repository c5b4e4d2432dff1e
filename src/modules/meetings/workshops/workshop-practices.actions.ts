import { no, type Verdict, yes } from '#kit/verdict.ts'
import { listPracticesById } from '#modules/ambassadors/workspace/practices.store.ts'
import { putPractice, takePractice } from '#modules/meetings/workshops/workshop-practices.store.ts'
import { standingWorkshop } from '#modules/meetings/workshops/workshops.actions.ts'
import { mayAttachPractice } from '#modules/meetings/workshops/workshops.rules.ts'
import { type Ctx, inTransaction } from '#platform/context.ts'
import { record } from '#platform/ledger.ts'

export type AttachWhy = 'not-yours' | 'no-practice'

/** Puts a good practice before those who come to a workshop, or takes it away again. Doing it twice changes nothing. */
export async function attachPractice(ctx: Ctx, workshopId: string, practiceId: string, attach: boolean): Promise<Verdict<AttachWhy>> {
  return inTransaction(ctx, async ctx => {
    const { series, workshop, asked } = await standingWorkshop(ctx, workshopId)
    const verdict = mayAttachPractice(ctx.actor, asked)
    if (!verdict.ok) return verdict
    const [practice] = await listPracticesById(ctx, [practiceId])
    if (!practice || (attach && !practice.visible)) return no('no-practice')
    const changed = attach ? await putPractice(ctx, workshopId, practiceId) : await takePractice(ctx, workshopId, practiceId)
    const told = { title: series.title, stage: workshop.stage, practice: practiceId }
    if (changed) await record(ctx, attach ? 'workshop.practice-attached' : 'workshop.practice-detached', workshopId, told)
    return yes
  })
}
