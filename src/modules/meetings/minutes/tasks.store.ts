import { sql } from 'kysely'
import type { Day } from '#kit/dates.ts'
import { notFound } from '#kit/refusal.ts'
import type { Task } from '#modules/meetings/minutes/minutes.rules.ts'
import type { Ctx } from '#platform/context.ts'

declare module '#platform/schema.ts' {
  interface Tables {
    minute_tasks: {
      id: string
      key: string
      meeting_id: string
      line_id: string | null
      what: string
      who: string
      keeper_id: string
      due_on: Day
      made_at: Date
      done_at: Date | null
      done_by: string | null
    }
  }
}
const rows = ({ db }: Ctx) =>
  db
    .selectFrom('minute_tasks')
    .select([
      'id',
      'meeting_id as meetingId',
      'line_id as lineId',
      'what',
      'who',
      'keeper_id as keeperId',
      sql<Day>`due_on::text`.as('dueOn'),
      'done_at as doneAt',
    ])
    .orderBy('due_on')
    .orderBy('id')

export const listTasks = (ctx: Ctx, meetingId: string): Promise<Task[]> => rows(ctx).where('meeting_id', '=', meetingId).execute()
export const listTasksById = async (ctx: Ctx, ids: readonly string[]): Promise<Task[]> =>
  ids.length === 0 ? [] : rows(ctx).where('id', 'in', ids).execute()
export const loadTask = async (ctx: Ctx, id: string): Promise<Task> => (await listTasksById(ctx, [id]))[0] ?? notFound('no such task')
export const tasksOf = (ctx: Ctx, keeperId: string): Promise<Task[]> =>
  rows(ctx).where('keeper_id', '=', keeperId).where('done_at', 'is', null).limit(50).execute()

export async function insertTask({ db, now }: Ctx, task: Omit<Task, 'doneAt'> & { readonly key: string }): Promise<boolean> {
  const { id, key, meetingId, lineId, what, who, keeperId, dueOn } = task
  const row = { id, key, meeting_id: meetingId, line_id: lineId, what, who, keeper_id: keeperId, due_on: dueOn, made_at: now }
  const added = await db
    .insertInto('minute_tasks')
    .values({ ...row, done_at: null, done_by: null })
    .onConflict(clash => clash.doNothing())
    .executeTakeFirst()
  return added.numInsertedOrUpdatedRows === 1n
}
export async function endTask({ db, now, actor }: Ctx, id: string): Promise<boolean> {
  const done = await db
    .updateTable('minute_tasks')
    .set({ done_at: now, done_by: actor.id })
    .where('id', '=', id)
    .where('done_at', 'is', null)
    .executeTakeFirst()
  return done.numUpdatedRows === 1n
}

export async function blankTasksBefore({ db }: Ctx, before: Date): Promise<number> {
  const done = await db
    .updateTable('minute_tasks')
    .set({ who: '', keeper_id: '', done_by: null })
    .where('made_at', '<', before)
    .where('keeper_id', '<>', '')
    .executeTakeFirst()
  return Number(done.numUpdatedRows)
}
export async function blankTasksOf({ db }: Ctx, personId: string): Promise<void> {
  await db.updateTable('minute_tasks').set({ keeper_id: '' }).where('keeper_id', '=', personId).execute()
  await db.updateTable('minute_tasks').set({ done_by: null }).where('done_by', '=', personId).execute()
}
