import { sql } from 'kysely'
import { newId } from '#kit/ids.ts'
import type { AttendanceHow, Paper, PaperHow, Present } from '#modules/meetings/attendance/attendance.rules.ts'
import type { Ctx } from '#platform/context.ts'

declare module '#platform/schema.ts' {
  interface Tables {
    meeting_attendance: {
      id: string
      key: string | null
      meeting_id: string
      person_id: string | null
      how: AttendanceHow
      people: number
      at: Date
      entered_by: string | null
    }
    meeting_papers: { meeting_id: string; how: PaperHow; remark: string | null; noted_by: string; at: Date }
  }
}

/** Somebody is there; true when that is news. */
export async function putPresent({ db, now, actor }: Ctx, meetingId: string, personId: string, how: AttendanceHow): Promise<boolean> {
  const done = await db
    .insertInto('meeting_attendance')
    .values({ id: newId('presence'), key: null, meeting_id: meetingId, person_id: personId, how, people: 1, at: now, entered_by: actor.id })
    .onConflict(clash => clash.doNothing())
    .executeTakeFirst()
  return done.numInsertedOrUpdatedRows === 1n
}
/** One more without a name; the same form twice is one. */
export async function countOne({ db, now }: Ctx, meetingId: string, key: string): Promise<boolean> {
  const done = await db
    .insertInto('meeting_attendance')
    .values({ id: newId('presence'), key, meeting_id: meetingId, person_id: null, how: 'count', people: 1, at: now, entered_by: null })
    .onConflict(clash => clash.doNothing())
    .executeTakeFirst()
  return done.numInsertedOrUpdatedRows === 1n
}
/** Ticked by mistake. What somebody said of themselves is not a host's to take back. */
export async function removeMark({ db }: Ctx, meetingId: string, personId: string): Promise<boolean> {
  const done = await db
    .deleteFrom('meeting_attendance')
    .where('meeting_id', '=', meetingId)
    .where('person_id', '=', personId)
    .where('how', '=', 'marked')
    .executeTakeFirst()
  return done.numDeletedRows === 1n
}
export async function paperCount({ db }: Ctx, meetingId: string): Promise<number> {
  const row = await db
    .selectFrom('meeting_attendance')
    .select('people')
    .where('meeting_id', '=', meetingId)
    .where('how', '=', 'paper')
    .where('person_id', 'is', null)
    .executeTakeFirst()
  return row?.people ?? 0
}
/** How many more the paper sheet holds than the list; nought removes the line. The caller holds the meeting. */
export async function putPaperCount({ db, now, actor }: Ctx, meetingId: string, people: number): Promise<void> {
  await db.deleteFrom('meeting_attendance').where('meeting_id', '=', meetingId).where('how', '=', 'paper').where('person_id', 'is', null).execute()
  if (people > 0)
    await db
      .insertInto('meeting_attendance')
      .values({ id: newId('presence'), key: null, meeting_id: meetingId, person_id: null, how: 'paper', people, at: now, entered_by: actor.id })
      .execute()
}
export async function listPresent({ db }: Ctx, meetingId: string): Promise<Present[]> {
  const rows = await db
    .selectFrom('meeting_attendance')
    .select(['person_id', 'how'])
    .where('meeting_id', '=', meetingId)
    .where('person_id', 'is not', null)
    .orderBy('at')
    .orderBy('id')
    .execute()
  return rows.map(row => ({ personId: row.person_id ?? '', how: row.how }))
}
/** How many people were at these meetings, by meeting; nobody's name. */
export async function countPresent({ db }: Ctx, meetingIds: readonly string[]): Promise<Map<string, number>> {
  if (meetingIds.length === 0) return new Map()
  const rows = await db
    .selectFrom('meeting_attendance')
    .select(['meeting_id', sql<number>`sum(people)::int`.as('n')])
    .where('meeting_id', 'in', meetingIds)
    .groupBy('meeting_id')
    .execute()
  return new Map(rows.map(row => [row.meeting_id, row.n]))
}
export async function isPresent({ db }: Ctx, meetingId: string, personId: string): Promise<boolean> {
  const row = await db
    .selectFrom('meeting_attendance')
    .select('id')
    .where('meeting_id', '=', meetingId)
    .where('person_id', '=', personId)
    .executeTakeFirst()
  return row !== undefined
}

export async function findPaper({ db }: Ctx, meetingId: string): Promise<Paper | undefined> {
  return db.selectFrom('meeting_papers').select(['how', 'remark', 'noted_by as notedBy', 'at']).where('meeting_id', '=', meetingId).executeTakeFirst()
}
export async function putPaper({ db, now, actor }: Ctx, meetingId: string, how: PaperHow, remark: string | null): Promise<void> {
  const values = { how, remark, noted_by: actor.id, at: now }
  await db
    .insertInto('meeting_papers')
    .values({ meeting_id: meetingId, ...values })
    .onConflict(clash => clash.column('meeting_id').doUpdateSet(values))
    .execute()
}
