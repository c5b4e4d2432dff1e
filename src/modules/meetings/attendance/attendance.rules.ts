import type { Actor } from '#kit/actor.ts'
import type { FactRules } from '#kit/facts.ts'
import { no, type Verdict, yes } from '#kit/verdict.ts'
import { type Meeting, mayHost, mayWriteDown, meeting } from '#modules/meetings/meetings.rules.ts'

declare module '#kit/facts.ts' {
  interface Facts {
    'meeting.checked-in': { title: string }
    'meeting.attendance-kept': { title: string; people: number }
    'meeting.paper-noted': { title: string; how: PaperHow }
    'meeting.photo-added': { title: string }
    'meeting.photo-removed': { title: string }
    'meeting.closed': { title: string }
  }
}
export const attendanceFacts = {
  'meeting.checked-in': { keep: { years: 1 } },
  'meeting.attendance-kept': { keep: { years: 1 } },
  'meeting.paper-noted': { keep: { years: 6 } },
  'meeting.photo-added': { keep: { years: 6 } },
  'meeting.photo-removed': { keep: { years: 6 } },
  'meeting.closed': { keep: { years: 6 } },
} satisfies FactRules

/** Themselves by account, counted without a name, ticked by a host, or from the sheet of paper. */
export const attendanceHows = ['account', 'count', 'marked', 'paper'] as const
export type AttendanceHow = (typeof attendanceHows)[number]
export type Present = { readonly personId: string; readonly how: AttendanceHow }
/** What became of lists and sheets on paper: they hold names, so somebody answers for them. */
export const paperHows = ['returned', 'destroyed', 'none'] as const
export type PaperHow = (typeof paperHows)[number]
export type Paper = { readonly how: PaperHow; readonly remark: string | null; readonly notedBy: string; readonly at: Date }

export const attendanceLimits = { paperMax: 2000, remarkMax: 300, captionMax: 200, altMax: 200, photos: 20 } as const

const minute = 60_000
type Timed = Pick<Meeting, 'state' | 'startsAt' | 'endsAt'>
export type CheckInWhy = 'not-yet' | 'over' | 'cancelled'
/** The code in the hall works from an hour before until two hours after. */
export function mayCheckIn({ state, startsAt, endsAt }: Timed, now: Date): Verdict<CheckInWhy> {
  if (state === 'cancelled') return no('cancelled')
  if (state === 'draft' || now.getTime() < startsAt.getTime() - 60 * minute) return no('not-yet')
  return state === 'closed' || now.getTime() > endsAt.getTime() + 120 * minute ? no('over') : yes
}
/** Hosts and clerks tick who is there, from an hour before until everything is closed: a paper sheet may come a week later. */
export function mayMark(actor: Actor, subject: Meeting, now: Date): Verdict<'not-host' | CheckInWhy> {
  const verdict = mayWriteDown(actor, subject)
  if (!verdict.ok) return verdict
  if (subject.state === 'cancelled') return no('cancelled')
  if (subject.state === 'draft' || now.getTime() < subject.startsAt.getTime() - 60 * minute) return no('not-yet')
  return subject.state === 'closed' ? no('over') : yes
}
export const mayNotePaper = (actor: Actor, subject: Meeting): Verdict<'not-host' | 'wrong-state'> => {
  const verdict = mayHost(actor, subject)
  if (!verdict.ok) return verdict
  return subject.state === 'held' ? yes : no('wrong-state')
}
/** A meeting is closed once somebody has said what became of its paper. */
export const mayClose = (actor: Actor, subject: Meeting, paper: Paper | undefined): Verdict<'not-yours' | 'wrong-state' | 'paper-open'> => {
  const verdict = meeting.may(actor, 'close', subject)
  if (!verdict.ok) return verdict
  return paper ? yes : no('paper-open')
}
/** Photos are the hosts' to show, once there is something to see. */
export const mayShowPhotos = (actor: Actor, subject: Meeting, now: Date): Verdict<'not-host' | 'not-yet'> => {
  const verdict = mayHost(actor, subject)
  if (!verdict.ok) return verdict
  return subject.state !== 'draft' && subject.state !== 'cancelled' && subject.startsAt <= now ? yes : no('not-yet')
}

/** `abc-def`, `ABC DEF` and `abcdef` are the same code. */
export const readCode = (typed: string): string =>
  typed
    .toUpperCase()
    .replace(/[^A-Z0-9]/g, '')
    .replace(/^(.{3})/, '$1-')
