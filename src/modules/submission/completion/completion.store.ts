import type { Day } from '#kit/dates.ts'
import type { Call, CallablePart, CallState, PartWritten } from '#modules/submission/completion/completion.rules.ts'
import type { Ctx } from '#platform/context.ts'

type Row = {
  id: string
  key: string
  project_id: string
  state: CallState
  parts: CallablePart[]
  words: string
  due_on: Day
  called_by: string
  called_at: Date
  version: number | null
  reminded_at: Date | null
  ended_at: Date | null
  reason: string
  settled_at: Date | null
}
declare module '#platform/schema.ts' {
  interface Tables {
    completion_calls: Row
    completion_texts: { call_id: string; part: CallablePart; content: unknown; revision: number; person_id: string; at: Date }
  }
}
const toCall = (row: Row): Call => ({
  id: row.id,
  projectId: row.project_id,
  state: row.state,
  parts: row.parts,
  words: row.words,
  dueOn: row.due_on,
  calledBy: row.called_by,
  calledAt: row.called_at,
  version: row.version ?? undefined,
  reason: row.reason,
  settledAt: row.settled_at ?? undefined,
})

/** False when this very form was posted before, or another call is under way: the indexes say so. */
export async function insertCall(
  { db, now, actor }: Ctx,
  call: Pick<Call, 'id' | 'projectId' | 'parts' | 'words' | 'dueOn'> & { key: string },
): Promise<boolean> {
  const { id, key, projectId, parts, words, dueOn } = call
  const made = await db
    .insertInto('completion_calls')
    .values({
      id,
      key,
      project_id: projectId,
      state: 'open',
      parts: [...parts],
      words,
      due_on: dueOn,
      called_by: actor.id,
      called_at: now,
      version: null,
      reminded_at: null,
      ended_at: null,
      reason: '',
      settled_at: null,
    })
    .onConflict(clash => clash.doNothing())
    .executeTakeFirst()
  return made.numInsertedOrUpdatedRows === 1n
}
export const isKnownCall = async ({ db }: Ctx, key: string): Promise<boolean> =>
  (await db.selectFrom('completion_calls').select('id').where('key', '=', key).executeTakeFirst()) !== undefined

/** All calls of a project, newest first. */
export const callsOf = async ({ db }: Ctx, projectId: string): Promise<Call[]> =>
  (await db.selectFrom('completion_calls').selectAll().where('project_id', '=', projectId).orderBy('called_at', 'desc').execute()).map(toCall)

const underWay = ['open', 'agreeing'] as const

/** Calls under way on which something is due, by the day. */
export const listUnderWay = async ({ db }: Ctx, asked: { dueBefore: Day } | { remindUntil: Day }): Promise<Call[]> => {
  let query = db.selectFrom('completion_calls').selectAll().where('state', 'in', underWay).orderBy('due_on')
  if ('dueBefore' in asked) query = query.where('due_on', '<', asked.dueBefore)
  else query = query.where('due_on', '<=', asked.remindUntil).where('reminded_at', 'is', null)
  return (await query.execute()).map(toCall)
}

/** What waits for the office, the longest overdue first: answers, calls nobody answered, and those whose day is over; or all that ever were. */
export async function listForOffice({ db }: Ctx, asked: { today: Day } | { limit: number }): Promise<Call[]> {
  let query = db.selectFrom('completion_calls').selectAll()
  if ('limit' in asked) query = query.orderBy('called_at', 'desc').limit(asked.limit)
  else
    query = query
      .where(is => is.or([is('state', 'in', ['answered', 'lapsed']), is.and([is('state', 'in', underWay), is('due_on', '<', asked.today)])]))
      .orderBy('due_on')
  return (await query.execute()).map(toCall)
}
/** To an author: their calls under way, the nearest day first, and those that the office has settled since. */
export const listOfAuthor = async ({ db }: Ctx, { authorId, since }: { authorId: string; since: Date }): Promise<Call[]> =>
  (
    await db
      .selectFrom('completion_calls')
      .selectAll()
      .where(is => is.or([is('state', 'in', underWay), is('settled_at', '>=', since)]))
      .where('project_id', 'in', projectsOf(db, authorId))
      .orderBy('settled_at', settled => settled.desc().nullsFirst())
      .orderBy('due_on')
      .execute()
  ).map(toCall)
const projectsOf = (db: Ctx['db'], authorId: string) =>
  db.selectFrom('project_authors').select('project_id').where('person_id', '=', authorId).where('state', '=', 'accepted')

/** Moves a call only from the state it leaves. */
export async function moveCall(
  { db, now }: Ctx,
  id: string,
  from: CallState,
  to: CallState,
  more: { version?: number; reason?: string } = {},
): Promise<boolean> {
  const ends = to === 'answered' || to === 'lapsed' || to === 'withdrawn'
  const settles = to === 'complied' || to === 'not-complied'
  const moved = await db
    .updateTable('completion_calls')
    .set({ state: to, ...more, ...(ends && { ended_at: now }), ...(settles && { settled_at: now }) })
    .where('id', '=', id)
    .where('state', '=', from)
    .executeTakeFirst()
  return moved.numUpdatedRows === 1n
}
export async function setDue({ db }: Ctx, id: string, from: Day, to: Day): Promise<boolean> {
  const moved = await db
    .updateTable('completion_calls')
    .set({ due_on: to, reminded_at: null })
    .where('id', '=', id)
    .where('due_on', '=', from)
    .executeTakeFirst()
  return moved.numUpdatedRows === 1n
}
export async function markCallReminded({ db, now }: Ctx, id: string): Promise<boolean> {
  const marked = await db
    .updateTable('completion_calls')
    .set({ reminded_at: now })
    .where('id', '=', id)
    .where('reminded_at', 'is', null)
    .executeTakeFirst()
  return marked.numUpdatedRows === 1n
}

/** Each part as it was saved last. */
export async function partsWritten({ db }: Ctx, callId: string): Promise<PartWritten[]> {
  const rows = await db
    .selectFrom('completion_texts')
    .distinctOn('part')
    .select(['part', 'content', 'revision', 'person_id as personId'])
    .where('call_id', '=', callId)
    .orderBy('part')
    .orderBy('revision', 'desc')
    .execute()
  return rows.map(row => ({ ...row, content: row.content as PartWritten['content'] }))
}
/** A part as it stood when somebody began to change it. */
export async function partAt({ db }: Ctx, callId: string, part: CallablePart, revision: number): Promise<PartWritten['content'] | undefined> {
  const row = await db
    .selectFrom('completion_texts')
    .select('content')
    .where('call_id', '=', callId)
    .where('part', '=', part)
    .where('revision', '=', revision)
    .executeTakeFirst()
  return row?.content as PartWritten['content'] | undefined
}

/** Keeps a part as the revision after the one it was made from; false when somebody was faster. */
export async function writePart(
  { db, now, actor }: Ctx,
  callId: string,
  { part, content, revision }: Omit<PartWritten, 'personId'>,
): Promise<boolean> {
  const made = await db
    .insertInto('completion_texts')
    .values({ call_id: callId, part, content: JSON.stringify(content), revision: revision + 1, person_id: actor.id, at: now })
    .onConflict(clash => clash.doNothing())
    .executeTakeFirst()
  return made.numInsertedOrUpdatedRows === 1n
}

/** After the period the answers that were never handed in are gone; calls stay with the project, without who called. */
export async function sweepCompletions({ db }: Ctx, before: Date): Promise<number> {
  const gone = await db.deleteFrom('completion_texts').where('at', '<', before).executeTakeFirst()
  await db.updateTable('completion_calls').set({ called_by: '' }).where('called_at', '<', before).execute()
  return Number(gone.numDeletedRows)
}
export const completionDataOf = ({ db }: Ctx, personId: string) =>
  db.selectFrom('completion_texts').select(['call_id', 'part', 'content', 'at']).where('person_id', '=', personId).orderBy('at').execute()
export async function forgetCompletions({ db }: Ctx, personId: string): Promise<void> {
  await db.updateTable('completion_texts').set({ person_id: '' }).where('person_id', '=', personId).execute()
  await db.updateTable('completion_calls').set({ called_by: '' }).where('called_by', '=', personId).execute()
}
