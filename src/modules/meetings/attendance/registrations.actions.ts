import { newId } from '#kit/ids.ts'
import { no, type Verdict, yes } from '#kit/verdict.ts'
import {
  capacityOf,
  fits,
  mayRegister,
  promotedOf,
  type RegisterWhy,
  type Registration,
  registrationLimits,
  seatsOf,
} from '#modules/meetings/attendance/registrations.rules.ts'
import {
  confirmRevision,
  countSeats,
  findRegistration,
  findRegistrationByKey,
  listRegistrations,
  putNeeds,
  putRegistration,
  registrationsOf,
  seatThem,
  setGuests,
  withdraw,
} from '#modules/meetings/attendance/registrations.store.ts'
import { type Meeting, mayWriteDown } from '#modules/meetings/meetings.rules.ts'
import { holdMeeting, listMeetingsById } from '#modules/meetings/meetings.store.ts'
import { addNotice, addNotices } from '#modules/meetings/notices.store.ts'
import { voiceOf } from '#modules/people/office/behalf.actions.ts'
import type { Behalf, BehalfWhy } from '#modules/people/office/behalf.rules.ts'
import { type Ctx, inTransaction } from '#platform/context.ts'
import { record } from '#platform/ledger.ts'

export type NewRegistration = {
  readonly key: string
  readonly guests: number
  /** What somebody needs to take part; kept apart and deleted the day after the meeting. */
  readonly needs?: string | undefined
  readonly behalf?: Behalf | undefined
}
export type SignUpWhy = RegisterWhy | BehalfWhy | 'not-host' | 'no-room-for-guests' | 'too-many-guests'
export type SignedUp =
  | { readonly ok: true; readonly state: 'registered' | 'waiting'; readonly personId: string }
  | { readonly ok: false; readonly why: SignUpWhy }

/** Takes a seat, or a place on the waiting list. Seats of one meeting are given one after another. Registering again changes the guests and needs. */
export async function register(ctx: Ctx, meetingId: string, asked: NewRegistration): Promise<SignedUp> {
  return inTransaction(ctx, async ctx => {
    const meeting = await holdMeeting(ctx, meetingId)
    const verdict = mayRegister(ctx.actor, meeting, ctx.now)
    if (!verdict.ok) return verdict
    if (asked.guests > registrationLimits.guests) return no('too-many-guests')
    const sent = await findRegistrationByKey(ctx, asked.key)
    if (sent && sent.state !== 'withdrawn') return { ok: true, state: sent.state, personId: sent.personId }
    const spoken = await voiceOf(ctx, asked.behalf, mayWriteDown(ctx.actor, meeting), asked.key)
    if (!spoken.ok) return spoken
    const before = await findRegistration(ctx, meetingId, spoken.voice.authorId)
    if (before && before.state !== 'withdrawn') return changeGuests(ctx, meeting, before, asked)
    const { taken } = await countSeats(ctx, meetingId)
    const state = fits(capacityOf(meeting), taken, seatsOf(asked)) ? ('registered' as const) : ('waiting' as const)
    const id = before?.id ?? newId('registration')
    const { authorId: personId, enteredBy, channel } = spoken.voice
    await putRegistration(ctx, {
      personId,
      enteredBy,
      channel,
      id,
      meetingId,
      key: asked.key,
      guests: asked.guests,
      state,
      revision: meeting.revision,
    })
    await putNeeds(ctx, id, meetingId, asked.needs)
    await record(ctx, state === 'registered' ? 'meeting.registered' : 'meeting.queued', meetingId, { title: meeting.title })
    await addNotice(ctx, meetingId, spoken.voice.authorId, state)
    return { ok: true, state, personId: spoken.voice.authorId }
  })
}

async function changeGuests(ctx: Ctx, meeting: Meeting, before: Registration, asked: NewRegistration): Promise<SignedUp> {
  const { taken } = await countSeats(ctx, meeting.id)
  const seated = before.state === 'registered'
  if (seated && asked.guests > before.guests && !fits(capacityOf(meeting), taken - seatsOf(before), seatsOf(asked))) return no('no-room-for-guests')
  await setGuests(ctx, before.id, asked.guests)
  await putNeeds(ctx, before.id, meeting.id, asked.needs)
  await record(ctx, 'meeting.registration-changed', meeting.id, { title: meeting.title })
  await promoteWaiting(ctx, meeting)
  return { ok: true, state: seated ? 'registered' : 'waiting', personId: before.personId }
}

/** Whoever fits now moves up from the waiting list and is told. Part of the caller's transaction, which holds the meeting. */
export async function promoteWaiting(ctx: Ctx, meeting: Meeting): Promise<void> {
  const waiting = (await listRegistrations(ctx, meeting.id)).filter(({ state }) => state === 'waiting')
  if (waiting.length === 0) return
  const { taken } = await countSeats(ctx, meeting.id)
  const promoted = new Set(promotedOf(capacityOf(meeting), taken, waiting))
  if (promoted.size === 0) return
  await seatThem(ctx, [...promoted])
  await record(ctx, 'meeting.promoted', meeting.id, { title: meeting.title, people: promoted.size })
  await addNotices(
    ctx,
    meeting.id,
    waiting.filter(({ id }) => promoted.has(id)).map(({ personId }) => personId),
    'promoted',
  )
}

type EndWhy = 'not-registered' | 'not-yours' | 'over'
/** Oneself, or somebody whom this helper wrote down. The seat goes to the first who waits and fits. */
export async function withdrawRegistration(ctx: Ctx, meetingId: string, personId = ctx.actor.id): Promise<Verdict<EndWhy>> {
  return inTransaction(ctx, async ctx => {
    const meeting = await holdMeeting(ctx, meetingId)
    const mine = await findRegistration(ctx, meetingId, personId)
    if (!mine || mine.state === 'withdrawn') return no('not-registered')
    if (personId !== ctx.actor.id && mine.enteredBy !== ctx.actor.id) return no('not-yours')
    if (ctx.now >= meeting.endsAt) return no('over')
    if (await withdraw(ctx, mine.id)) await record(ctx, 'meeting.registration-withdrawn', meetingId, { title: meeting.title })
    if (meeting.state === 'announced') await promoteWaiting(ctx, meeting)
    return yes
  })
}

/** "I shall come all the same": after a meeting has moved. */
export async function confirmRegistration(ctx: Ctx, meetingId: string): Promise<Verdict<'not-registered'>> {
  return inTransaction(ctx, async ctx => {
    const meeting = await holdMeeting(ctx, meetingId)
    const mine = await findRegistration(ctx, meetingId, ctx.actor.id)
    if (!mine || mine.state === 'withdrawn') return no('not-registered')
    if (await confirmRevision(ctx, mine.id, meeting.revision))
      await record(ctx, 'meeting.registration-confirmed', meetingId, { title: meeting.title })
    return yes
  })
}

/** Somebody leaves for good: their seats at coming meetings go to whoever waits. */
export async function freeSeatsOf(ctx: Ctx, personId: string): Promise<void> {
  const mine = await registrationsOf(ctx, personId)
  const coming = await listMeetingsById(
    ctx,
    mine.map(one => one.meetingId),
  )
  for (const { id, state, endsAt } of coming) {
    if (state !== 'announced' || endsAt <= ctx.now) continue
    const meeting = await holdMeeting(ctx, id)
    const one = mine.find(registration => registration.meetingId === id)
    if (one) await withdraw(ctx, one.id)
    await promoteWaiting(ctx, meeting)
  }
}
