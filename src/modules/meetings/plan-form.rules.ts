import { dayOf } from '#kit/dates.ts'
import type { FormState } from '#kit/form.ts'
import { type Meeting, type MeetingPlan, meetingLimits, momentOf } from '#modules/meetings/meetings.rules.ts'

/** What the form of a meeting sends, checked field by field by its schema. */
export type PlanTyped = {
  readonly kind: MeetingPlan['kind']
  readonly way: MeetingPlan['way']
  readonly territory: string
  readonly title: string
  readonly about: string
  readonly agenda?: string | undefined
  readonly questions?: string | undefined
  readonly day: string
  readonly starts: string
  readonly ends?: string | undefined
  readonly place?: string | undefined
  readonly address?: string | undefined
  readonly roomShared?: string | undefined
  readonly link?: string | undefined
  readonly phone?: string | undefined
  readonly capacity?: string | undefined
  readonly steps: MeetingPlan['access']['steps']
  readonly loop?: string | undefined
  readonly sign?: string | undefined
  readonly transport?: string | undefined
  readonly other?: string | undefined
}

export const linesOf = (text: string | undefined): string[] =>
  (text ?? '')
    .split('\n')
    .map(line => line.trim())
    .filter(line => line !== '')
export const areFewLines = (text: string): boolean => {
  const lines = linesOf(text)
  return lines.length <= meetingLimits.lines && lines.every(line => line.length <= meetingLimits.lineMax)
}
export const isCapacity = (typed: string): boolean => /^\d{1,4}$/.test(typed) && Number(typed) >= 1 && Number(typed) <= meetingLimits.capacityMax

/** The plan that was typed; a wrong day or time is named by its field. A meeting in writing lasts its 72 hours whatever was typed. */
export function planOf(typed: PlanTyped): { ok: true; plan: MeetingPlan } | { ok: false; field: 'day' | 'starts' | 'ends' } {
  const startsAt = momentOf(typed.day, typed.starts)
  if (!startsAt) return { ok: false, field: momentOf(typed.day, '12:00') ? 'starts' : 'day' }
  const endsAt = typed.way === 'async' ? new Date(startsAt.getTime() + meetingLimits.asyncHours * 3_600_000) : momentOf(typed.day, typed.ends ?? '')
  if (!endsAt) return { ok: false, field: 'ends' }
  const { kind, way, title, about } = typed
  const plan: MeetingPlan = {
    kind,
    way,
    title,
    about,
    territoryId: typed.territory,
    agenda: linesOf(typed.agenda),
    questions: linesOf(typed.questions),
    startsAt,
    endsAt,
    place: typed.place ?? null,
    address: typed.address ?? null,
    roomShared: typed.roomShared !== undefined,
    link: typed.link ?? null,
    phone: typed.phone ?? null,
    capacity: typed.capacity === undefined ? null : Number(typed.capacity),
    access: {
      steps: typed.steps,
      loop: typed.loop !== undefined,
      sign: typed.sign !== undefined,
      transport: typed.transport ?? null,
      other: typed.other ?? null,
    },
  }
  return { ok: true, plan }
}

/** A meeting as its form shows it. `time` writes the time of day. */
export function typePlan(meeting: Meeting, time: (moment: Date) => string): FormState['typed'] {
  const { access } = meeting
  const yes = (is: boolean) => (is ? 'tak' : undefined)
  return {
    kind: meeting.kind,
    way: meeting.way,
    territory: meeting.territoryId,
    title: meeting.title,
    about: meeting.about,
    agenda: meeting.agenda.join('\n'),
    questions: meeting.questions.join('\n'),
    day: dayOf(meeting.startsAt),
    starts: time(meeting.startsAt),
    ends: time(meeting.endsAt),
    place: meeting.place ?? undefined,
    address: meeting.address ?? undefined,
    roomShared: yes(meeting.roomShared),
    link: meeting.link ?? undefined,
    phone: meeting.phone ?? undefined,
    capacity: meeting.capacity === null ? undefined : String(meeting.capacity),
    steps: access.steps,
    loop: yes(access.loop),
    sign: yes(access.sign),
    transport: access.transport ?? undefined,
    other: access.other ?? undefined,
    hosts: meeting.hostIds,
    version: String(meeting.version),
  }
}
