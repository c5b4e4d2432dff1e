import { type Actor, isSomebody } from '#kit/actor.ts'
import type { Channel } from '#kit/channels.ts'
import type { FactRules } from '#kit/facts.ts'
import { no, type Verdict, yes } from '#kit/verdict.ts'
import { isComing, isCoordinatorOf, type Meeting, mayHost } from '#modules/meetings/meetings.rules.ts'

declare module '#kit/facts.ts' {
  interface Facts {
    'meeting.registered': { title: string }
    'meeting.queued': { title: string }
    'meeting.registration-changed': { title: string }
    'meeting.registration-withdrawn': { title: string }
    'meeting.registration-confirmed': { title: string }
    'meeting.promoted': { title: string; people: number }
    'meeting.reminded': { title: string }
  }
}
/** Who meant to come is nobody's business for long: these go first. */
export const registrationsFacts = {
  'meeting.registered': { keep: { years: 1 } },
  'meeting.queued': { keep: { years: 1 } },
  'meeting.registration-changed': { keep: { years: 1 } },
  'meeting.registration-withdrawn': { keep: { years: 1 } },
  'meeting.registration-confirmed': { keep: { years: 1 } },
  'meeting.promoted': { keep: { years: 1 } },
  'meeting.reminded': { keep: { years: 1 } },
} satisfies FactRules

export type RegistrationState = 'registered' | 'waiting' | 'withdrawn'
export type Registration = {
  readonly id: string
  readonly meetingId: string
  readonly personId: string
  readonly enteredBy: string | null
  readonly channel: Channel
  /** People who come along and need a seat too. */
  readonly guests: number
  readonly state: RegistrationState
  readonly at: Date
  /** The version of time and place that this person has agreed to. */
  readonly revision: number
}
export const registrationLimits = { guests: 9, needsMax: 500 } as const

/** Another meeting that somebody means to come to. */
export type Elsewhere = Pick<Meeting, 'id' | 'title' | 'startsAt' | 'endsAt'>
/** How many seats of a meeting are taken, and how many are asked for by those who wait. */
export type Seats = { readonly taken: number; readonly waiting: number }

export const seatsOf = ({ guests }: Pick<Registration, 'guests'>): number => 1 + guests
/** Is there room for so many? Undefined capacity is room for everybody. */
export const fits = (capacity: number | null, taken: number, seats: number): boolean => capacity === null || taken + seats <= capacity

type Asking = Pick<Registration, 'id' | 'guests'>
/** Those on the waiting list who get a seat now, first come first; a family that does not fit does not hold up whoever does. */
export function promotedOf(capacity: number | null, taken: number, waiting: readonly Asking[]): string[] {
  let sum = taken
  const seated: string[] = []
  for (const one of waiting)
    if (fits(capacity, sum, seatsOf(one))) {
      sum += seatsOf(one)
      seated.push(one.id)
    }
  return seated
}
/** The other way: where fewer fit than are registered, those who got their seat last go back to waiting. */
export function sentBackOf(capacity: number | null, seated: readonly Asking[]): string[] {
  const kept = new Set(promotedOf(capacity, 0, seated))
  return seated.filter(({ id }) => !kept.has(id)).map(({ id }) => id)
}

type Open = Pick<Meeting, 'state' | 'endsAt'>
export type RegisterWhy = 'sign-in' | 'not-announced' | 'cancelled' | 'over'
/** Everybody signed in may register until the meeting ends. */
export function mayRegister(actor: Actor, meeting: Open, now: Date): Verdict<RegisterWhy> {
  if (meeting.state === 'cancelled') return no('cancelled')
  if (meeting.state === 'draft') return no('not-announced')
  if (!isComing(meeting, now)) return no('over')
  return isSomebody(actor) ? yes : no('sign-in')
}
/** Access needs are for those who prepare the room: the named hosts and the coordinator. */
export const mayReadNeeds = (actor: Actor, meeting: Meeting): boolean =>
  isCoordinatorOf(actor, meeting) || (mayHost(actor, meeting).ok && meeting.hostIds.includes(actor.id))
/** They came with the meeting and go the day after it. */
export const keepsNeeds = ({ endsAt }: Pick<Meeting, 'endsAt'>, now: Date): boolean => now.getTime() < endsAt.getTime() + 86_400_000

/** In writing there is room for everybody. */
export const capacityOf = (meeting: Pick<Meeting, 'capacity' | 'way'>): number | null => (meeting.way === 'async' ? null : meeting.capacity)

export const noticeKinds = ['registered', 'waiting', 'promoted', 'moved', 'cancelled', 'online', 'back', 'sent-back', 'days', 'hours'] as const
export type NoticeKind = (typeof noticeKinds)[number]
