import { freeSeatsOf } from '#modules/meetings/attendance/registrations.actions.ts'
import {
  ownMeetings,
  removeFromMeetings,
  sweepAccessNeeds,
  sweepAttendance,
  sweepNotices,
  sweepRegistrations,
} from '#modules/meetings/keeping.store.ts'
import type { Ctx } from '#platform/context.ts'
import type { Retention } from '#platform/retention.ts'

/** Access needs go the day after the meeting, everything else that says who was there within a year. */
export const meetingsRetention: readonly Retention[] = [
  { what: 'access-needs', keep: { days: 1 }, sweep: sweepAccessNeeds },
  { what: 'meeting-notices', keep: { days: 30 }, sweep: sweepNotices },
  { what: 'meeting-registrations', keep: { years: 1 }, sweep: sweepRegistrations },
  { what: 'attendance', keep: { years: 1 }, sweep: sweepAttendance },
]

export const meetingsOwnData = async (ctx: Ctx, personId: string) => ({ meetings: await ownMeetings(ctx, personId) })

/** A seat goes to whoever waits; that somebody was there becomes a number. That they led a meeting stays, signed "[usunięto]". */
export async function eraseFromMeetings(ctx: Ctx, personId: string): Promise<void> {
  await freeSeatsOf(ctx, personId)
  await removeFromMeetings(ctx, personId)
}
