import { no, type Verdict, yes } from '#kit/verdict.ts'
import { promoteWaiting } from '#modules/meetings/attendance/registrations.actions.ts'
import { forgetReminders } from '#modules/meetings/attendance/registrations.store.ts'
import { type Clash, clashWith } from '#modules/meetings/bookings.rules.ts'
import { tellExperts } from '#modules/meetings/experts/experts.actions.ts'
import {
  checkPlan,
  isInEdition,
  isMove,
  type Meeting,
  type MeetingPlan,
  mayCall,
  mayChange,
  mayHold,
  mayHost,
  meeting,
  type PlanWhy,
  pathOf,
} from '#modules/meetings/meetings.rules.ts'
import {
  findMeetingByKey,
  holdMeeting,
  insertMeeting,
  listAtTheTime,
  loadMeeting,
  lockBookings,
  moveMeeting,
  putHosts,
  updateMeeting,
} from '#modules/meetings/meetings.store.ts'
import { noticeAll } from '#modules/meetings/notices.store.ts'
import { areaIdsOf } from '#modules/meetings/places.store.ts'
import { actorOf } from '#modules/people/people.store.ts'
import { findCurrentEdition } from '#modules/programme/editions/editions.store.ts'
import { findTerritory } from '#modules/programme/territories/territories.store.ts'
import { newPrintedCode } from '#platform/codes.ts'
import { type Ctx, inTransaction } from '#platform/context.ts'
import { record } from '#platform/ledger.ts'

export type NewMeeting = MeetingPlan & {
  readonly key: string
  /** Without any, whoever calls it leads it. */
  readonly hostIds?: readonly string[]
}
export type PlaceWhy = 'no-edition' | 'no-space' | 'not-host' | 'host-elsewhere'
export type CallWhy = PlanWhy | PlaceWhy
export type Refused<Why extends string> = { readonly ok: false; readonly why: Why; readonly clash?: Clash }

/** Plans a meeting; nobody but its hosts sees it until it is announced. The same form sent twice is one meeting. */
export async function planMeeting(ctx: Ctx, plan: NewMeeting): Promise<{ ok: true; id: string } | Refused<CallWhy | Clash['why']>> {
  return inTransaction(ctx, async ctx => {
    await lockBookings(ctx)
    const known = await findMeetingByKey(ctx, plan.key)
    if (known) return { ok: true, id: known }
    const placed = await settlePlace(ctx, plan)
    if (!placed.ok) return placed
    const hostIds = plan.hostIds?.length ? plan.hostIds : [ctx.actor.id]
    const free = await checkBooking(ctx, { ...plan, hostIds }, placed.where)
    if (!free.ok) return free
    const id = plan.key.replace(/^key/, 'meeting')
    const { editionId, path } = placed.where
    if (await insertMeeting(ctx, { ...plan, id, editionId, path, code: newCode() }, meeting.first)) {
      await putHosts(ctx, id, hostIds)
      await record(ctx, 'meeting.planned', id, { title: plan.title })
    }
    return { ok: true, id }
  })
}

type Where = Pick<Meeting, 'areaIds' | 'editionId' | 'path'>
/** The edition and the path that a meeting in this territory belongs to; refuses where the edition has none, or the actor no area. */
async function settlePlace(ctx: Ctx, plan: MeetingPlan): Promise<{ ok: true; where: Where } | Refused<PlaceWhy>> {
  const [edition, territory] = [await findCurrentEdition(ctx), await findTerritory(ctx, plan.territoryId)]
  if (!edition) return no('no-edition')
  if (!territory || !isInEdition(edition, { path: pathOf(territory), kind: plan.kind })) return no('no-space')
  const path = pathOf(territory)
  const where = { editionId: edition.id, path, areaIds: areaIdsOf(territory) }
  const verdict = mayCall(ctx.actor, where)
  return verdict.ok ? { ok: true, where } : verdict
}

/** Is the plan itself sound, may its hosts lead here, and are they and the room free? Two bookings at once see each other. */
async function checkBooking(
  ctx: Ctx,
  plan: MeetingPlan & Pick<Meeting, 'hostIds'>,
  where: Where,
  { except, from = ctx.now }: { except?: string; from?: Date } = {},
): Promise<{ ok: true } | Refused<PlanWhy | 'host-elsewhere' | Clash['why']>> {
  const sound = checkPlan(plan, from)
  if (!sound.ok) return sound
  for (const hostId of plan.hostIds)
    if (hostId !== ctx.actor.id && !mayHost(await actorOf(ctx, hostId), { ...where, hostIds: plan.hostIds }).ok) return no('host-elsewhere')
  await lockBookings(ctx)
  const clash = clashWith(plan, await listAtTheTime(ctx, plan, except))
  return clash ? { ok: false, why: clash.why, clash } : yes
}
/** Six characters in threes: short enough to be typed from the wall of a hall. */
const newCode = () => newPrintedCode().slice(0, 7)

export type ChangeWhy = PlanWhy | PlaceWhy | Clash['why'] | 'wrong-state' | 'changed-meanwhile' | 'reason-missing'
export type Change = MeetingPlan & { readonly version: number; readonly reason: string; readonly hostIds?: readonly string[] }

/** Changes a plan. When an announced meeting moves in time or place a reason is due, and everybody registered is told. */
export async function changeMeeting(ctx: Ctx, id: string, change: Change): Promise<{ ok: true } | Refused<ChangeWhy>> {
  return inTransaction(ctx, async ctx => {
    const before = await holdMeeting(ctx, id)
    const verdict = mayChange(ctx.actor, before)
    if (!verdict.ok) return verdict
    if (before.version !== change.version) return no('changed-meanwhile')
    const moved = before.state === 'announced' && isMove(before, change)
    if (moved && !change.reason) return no('reason-missing')
    const placed = await settlePlace(ctx, change)
    if (!placed.ok) return placed
    if (placed.where.path !== before.path) return no('no-space')
    const hostIds = change.hostIds?.length ? change.hostIds : before.hostIds
    // what has begun may still be put right; it may not be moved into the past
    const from = before.startsAt.getTime() === change.startsAt.getTime() ? new Date(0) : ctx.now
    const free = await checkBooking(ctx, { ...change, hostIds }, placed.where, { except: id, from })
    if (!free.ok) return free
    if (!(await updateMeeting(ctx, before, change, moved))) return no('changed-meanwhile')
    await putHosts(ctx, id, hostIds)
    if (moved) await tellMoved(ctx, id, change)
    else await record(ctx, 'meeting.changed', id, { title: change.title })
    if (before.state === 'announced') await promoteWaiting(ctx, await holdMeeting(ctx, id))
    return yes
  })
}

/** Registrations stay; everybody is told, asked again and reminded anew. */
async function tellMoved(ctx: Ctx, id: string, { title, reason }: Change): Promise<void> {
  await forgetReminders(ctx, [id])
  await noticeAll(ctx, [id], 'moved')
  await tellExperts(ctx, await loadMeeting(ctx, id), 'moved')
  await record(ctx, 'meeting.moved', id, { title, reason })
}

type StepWhy = 'not-yours' | 'wrong-state'
/** From now on everybody sees it and may register. */
export async function announceMeeting(ctx: Ctx, id: string): Promise<{ ok: true } | Refused<StepWhy | PlanWhy | 'host-elsewhere' | Clash['why']>> {
  return inTransaction(ctx, async ctx => {
    const before = await holdMeeting(ctx, id)
    const verdict = meeting.may(ctx.actor, 'announce', before)
    if (!verdict.ok) return verdict
    const free = await checkBooking(ctx, before, before, { except: id })
    if (!free.ok) return free
    if (!(await moveMeeting(ctx, id, before.state, meeting.steps.announce.to))) return no('wrong-state')
    await record(ctx, 'meeting.announced', id, { title: before.title })
    return yes
  })
}

export async function cancelMeeting(ctx: Ctx, id: string, reason: string): Promise<Verdict<StepWhy>> {
  return inTransaction(ctx, async ctx => {
    const before = await holdMeeting(ctx, id)
    const verdict = meeting.may(ctx.actor, 'cancel', before)
    if (!verdict.ok) return verdict
    if (!(await moveMeeting(ctx, id, before.state, meeting.steps.cancel.to, reason))) return no('wrong-state')
    await noticeAll(ctx, [id], 'cancelled')
    await tellExperts(ctx, before, 'cancelled')
    await record(ctx, 'meeting.cancelled', id, { title: before.title, reason })
    return yes
  })
}

export async function markHeld(ctx: Ctx, id: string): Promise<Verdict<StepWhy | 'not-begun'>> {
  return inTransaction(ctx, async ctx => {
    const before = await holdMeeting(ctx, id)
    const verdict = mayHold(ctx.actor, before, ctx.now)
    if (!verdict.ok) return verdict
    if (!(await moveMeeting(ctx, id, before.state, meeting.steps.hold.to))) return no('wrong-state')
    await record(ctx, 'meeting.held', id, { title: before.title })
    return yes
  })
}
