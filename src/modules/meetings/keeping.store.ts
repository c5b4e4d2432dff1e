import type { Ctx } from '#platform/context.ts'

const countOf = (result: { numDeletedRows: bigint }): number => Number(result.numDeletedRows)

/** What meetings keep of people goes by the end of the meeting, not by when it was written. */
const endedBefore = ({ db }: Ctx, before: Date) => db.selectFrom('meetings').select('id').where('ends_at', '<', before)

export const sweepAccessNeeds = async (ctx: Ctx, before: Date): Promise<number> =>
  countOf(await ctx.db.deleteFrom('meeting_access_needs').where('meeting_id', 'in', endedBefore(ctx, before)).executeTakeFirstOrThrow())
export const sweepRegistrations = async (ctx: Ctx, before: Date): Promise<number> =>
  countOf(await ctx.db.deleteFrom('meeting_registrations').where('meeting_id', 'in', endedBefore(ctx, before)).executeTakeFirstOrThrow())
export const sweepNotices = async ({ db }: Ctx, before: Date): Promise<number> =>
  countOf(await db.deleteFrom('meeting_notices').where('at', '<', before).executeTakeFirstOrThrow())
/** That somebody was there goes; how many were there stays. */
export async function sweepAttendance(ctx: Ctx, before: Date): Promise<number> {
  const done = await ctx.db
    .updateTable('meeting_attendance')
    .set({ person_id: null, entered_by: null, how: 'count' })
    .where('person_id', 'is not', null)
    .where('meeting_id', 'in', endedBefore(ctx, before))
    .executeTakeFirstOrThrow()
  return Number(done.numUpdatedRows)
}

/** Everything that meetings keep of a person. */
export async function ownMeetings({ db }: Ctx, personId: string) {
  const registrations = await db
    .selectFrom('meeting_registrations as r')
    .innerJoin('meetings as m', 'm.id', 'r.meeting_id')
    .leftJoin('meeting_access_needs as n', 'n.registration_id', 'r.id')
    .select(['m.title', 'm.starts_at', 'r.state', 'r.guests', 'r.channel', 'r.at', 'n.needs'])
    .where('r.person_id', '=', personId)
    .orderBy('m.starts_at')
    .execute()
  const attended = await db
    .selectFrom('meeting_attendance as a')
    .innerJoin('meetings as m', 'm.id', 'a.meeting_id')
    .select(['m.title', 'm.starts_at', 'a.how', 'a.at'])
    .where('a.person_id', '=', personId)
    .orderBy('m.starts_at')
    .execute()
  const led = await db
    .selectFrom('meeting_hosts as h')
    .innerJoin('meetings as m', 'm.id', 'h.meeting_id')
    .select(['m.title', 'm.starts_at'])
    .where('h.person_id', '=', personId)
    .orderBy('m.starts_at')
    .execute()
  return { registrations, attended, led }
}
export async function removeFromMeetings({ db }: Ctx, personId: string): Promise<void> {
  await db.deleteFrom('meeting_registrations').where('person_id', '=', personId).execute()
  await db.deleteFrom('meeting_notices').where('person_id', '=', personId).execute()
  await db.updateTable('meeting_attendance').set({ person_id: null, entered_by: null, how: 'count' }).where('person_id', '=', personId).execute()
}
