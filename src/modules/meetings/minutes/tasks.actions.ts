import type { Day } from '#kit/dates.ts'
import { type Verdict, yes } from '#kit/verdict.ts'
import { mayEndTask, maySetTask, type TaskWhy } from '#modules/meetings/minutes/minutes.rules.ts'
import { loadLine } from '#modules/meetings/minutes/minutes.store.ts'
import { endTask as end, insertTask, loadTask } from '#modules/meetings/minutes/tasks.store.ts'
import { minutesCase } from '#modules/meetings/standing.actions.ts'
import { type Ctx, inTransaction } from '#platform/context.ts'
import { record } from '#platform/ledger.ts'
import { addOrigin } from '#platform/origins.ts'

export type NewTask = { readonly key: string; readonly lineId?: string | undefined; readonly what: string; readonly who: string; readonly dueOn: Day }

/** Who does what until when. Whoever writes it down keeps an eye on it, until it is done. */
export async function setTask(ctx: Ctx, meetingId: string, task: NewTask): Promise<Verdict<TaskWhy>> {
  return inTransaction(ctx, async ctx => {
    const { meeting, minutes } = await minutesCase(ctx, meetingId)
    const verdict = maySetTask(ctx.actor, minutes)
    if (!verdict.ok) return verdict
    const line = task.lineId === undefined ? undefined : await loadLine(ctx, task.lineId)
    const lineId = line?.meetingId === meetingId ? line.id : null
    const { key, what, who, dueOn } = task
    const id = key.replace(/^key/, 'task')
    if (!(await insertTask(ctx, { id, key, meetingId, lineId, what, who, dueOn, keeperId: ctx.actor.id }))) return yes
    if (lineId) await addOrigin(ctx, lineId, id)
    await record(ctx, 'task.set', meetingId, { title: meeting.title, what })
    return yes
  })
}

export async function endTask(ctx: Ctx, id: string): Promise<Verdict<TaskWhy>> {
  return inTransaction(ctx, async ctx => {
    const task = await loadTask(ctx, id)
    const { meeting, minutes } = await minutesCase(ctx, task.meetingId)
    const verdict = mayEndTask(ctx.actor, task, minutes)
    if (!verdict.ok) return verdict
    if (await end(ctx, id)) await record(ctx, 'task.done', task.meetingId, { title: meeting.title, what: task.what })
    return yes
  })
}
