import { no, type Verdict, yes } from '#kit/verdict.ts'
import { sentBackOf } from '#modules/meetings/attendance/registrations.rules.ts'
import { forgetReminders, listRegistrations, sendBack } from '#modules/meetings/attendance/registrations.store.ts'
import { type Clash, clashWith } from '#modules/meetings/bookings.rules.ts'
import { acceptedOf } from '#modules/meetings/experts/experts.store.ts'
import type { Refused } from '#modules/meetings/meetings.actions.ts'
import { isComing, type Meeting } from '#modules/meetings/meetings.rules.ts'
import { holdMeeting, listAtTheTime, lockBookings } from '#modules/meetings/meetings.store.ts'
import { addNotices, noticeAll, noticeStaff } from '#modules/meetings/notices.store.ts'
import { checkSwitch, maySwitch, type SwitchPlan } from '#modules/meetings/switches/switches.rules.ts'
import { type Before, countTold, findBefore, findSwitchByKey, turnAll, turnBack } from '#modules/meetings/switches/switches.store.ts'
import { findCurrentEdition } from '#modules/programme/editions/editions.store.ts'
import { type Ctx, inTransaction } from '#platform/context.ts'
import { record } from '#platform/ledger.ts'

type WhyOf<V> = V extends { readonly ok: false; readonly why: infer W } ? W : never
export type SwitchWhy = 'no-edition' | 'not-coordinator' | 'nothing-to-switch' | WhyOf<ReturnType<typeof checkSwitch>>

/**
 * Turns all coming hall meetings of a path into online ones, keeps every registration and writes down whom to tell; the letters follow in
 * chunks. Two hundred meetings with five thousand people take a few statements, so nobody waits for it. Sent twice, it is one switch.
 */
export async function switchToOnline(ctx: Ctx, key: string, plan: SwitchPlan): Promise<{ ok: true; id: string } | Refused<SwitchWhy>> {
  return inTransaction(ctx, async ctx => {
    const edition = await findCurrentEdition(ctx)
    if (!edition) return no('no-edition')
    const verdict = maySwitch(ctx.actor, edition.id)
    if (!verdict.ok) return verdict
    const sound = checkSwitch(plan)
    if (!sound.ok) return sound
    await lockBookings(ctx)
    const known = await findSwitchByKey(ctx, key)
    if (known) return { ok: true, id: known }
    const id = key.replace(/^key/, 'switch')
    const turned = await turnAll(ctx, id, edition.id, plan, key)
    if (turned.length === 0) return no('nothing-to-switch')
    const ids = turned.map(meeting => meeting.id)
    await forgetReminders(ctx, ids)
    const people = (await noticeAll(ctx, ids, 'online', id)) + (await noticeStaff(ctx, ids, 'online', id))
    await countTold(ctx, id, people)
    const { path, how, reason, fromDay } = plan
    await record(ctx, 'meetings.switched', id, { path, how, from: fromDay, reason, meetings: ids.length, people })
    for (const meeting of turned) await record(ctx, 'meeting.went-online', meeting.id, { title: meeting.title, reason })
    return { ok: true, id }
  })
}

export type ReturnWhy = 'not-coordinator' | 'not-switched' | 'wrong-state' | Clash['why']
/** One meeting goes back to its hall. Whoever no longer fits waits again, last come first; everybody is told and asked. */
export async function returnToHall(ctx: Ctx, meetingId: string): Promise<{ ok: true } | Refused<ReturnWhy>> {
  return inTransaction(ctx, async ctx => {
    await lockBookings(ctx)
    const meeting = await holdMeeting(ctx, meetingId)
    const verdict: Verdict<'not-coordinator'> = maySwitch(ctx.actor, meeting.editionId)
    if (!verdict.ok) return verdict
    const before = await findBefore(ctx, meetingId)
    if (!before) return no('not-switched')
    if (meeting.state !== 'draft' && !isComing(meeting, ctx.now)) return no('wrong-state')
    const hall: Meeting = { ...meeting, ...before, endsAt: endOf(meeting, before) }
    const clash = clashWith(hall, await listAtTheTime(ctx, hall, meetingId))
    if (clash) return { ok: false, why: clash.why, clash }
    if (!(await turnBack(ctx, meeting, { ...before, endsAt: hall.endsAt }))) return no('wrong-state')
    await forgetReminders(ctx, [meetingId])
    await reseat(ctx, hall)
    await record(ctx, 'meeting.returned-to-hall', meetingId, { title: meeting.title })
    return yes
  })
}
/** A meeting that was moved meanwhile keeps its new time; only one in writing gets its old length back. */
function endOf(meeting: Meeting, before: Before): Date {
  if (meeting.way !== 'async') return meeting.endsAt
  return before.endsAt > meeting.startsAt ? before.endsAt : new Date(meeting.startsAt.getTime() + 7_200_000)
}
async function reseat(ctx: Ctx, { id, capacity, hostIds }: Meeting): Promise<void> {
  const all = await listRegistrations(ctx, id)
  const back = new Set(
    sentBackOf(
      capacity,
      all.filter(({ state }) => state === 'registered'),
    ),
  )
  await sendBack(ctx, [...back])
  const people = (sent: boolean) => all.filter(one => back.has(one.id) === sent).map(({ personId }) => personId)
  await addNotices(ctx, id, [...people(false), ...hostIds, ...(await acceptedOf(ctx, id))], 'back')
  await addNotices(ctx, id, people(true), 'sent-back')
}
