import { type Actor, has } from '#kit/actor.ts'
import type { Day } from '#kit/dates.ts'
import type { FactRules } from '#kit/facts.ts'
import { no, type Verdict, yes } from '#kit/verdict.ts'
import type { MeetingPath } from '#modules/meetings/meetings.rules.ts'

declare module '#kit/facts.ts' {
  interface Facts {
    'meetings.switched': { path: MeetingPath; how: SwitchHow; from: Day; reason: string; meetings: number; people: number }
    'meeting.went-online': { title: string; reason?: string }
    'meeting.returned-to-hall': { title: string }
  }
}
export const switchesFacts = {
  'meetings.switched': { keep: { years: 6 } },
  'meeting.went-online': { keep: { years: 6 } },
  'meeting.returned-to-hall': { keep: { years: 6 } },
} satisfies FactRules

/** Formula online: what coming hall meetings of a path turn into. */
export const switchHows = ['online', 'phone', 'async'] as const
export type SwitchHow = (typeof switchHows)[number]
export const numberMark = '{numer}'

export type SwitchPlan = {
  readonly path: MeetingPath
  readonly fromDay: Day
  readonly how: SwitchHow
  readonly reason: string
  /** With `{numer}` in it each meeting gets an address of its own; any of them can be changed later. */
  readonly linkPattern: string | null
  readonly phonePattern: string | null
}
export type Switch = SwitchPlan & { readonly id: string; readonly at: Date; readonly people: number }
/** A meeting that a switch turned, and whether it is back in its hall. */
export type Switched = { readonly meetingId: string; readonly backAt: Date | null }

export const maySwitch = (actor: Actor, editionId: string): Verdict<'not-coordinator'> =>
  has(actor, 'coordinator', { editionId }) ? yes : no('not-coordinator')

/** Nobody may be left without a way in: an online meeting has a link, one on the telephone a number. */
export function checkSwitch({ how, linkPattern, phonePattern }: SwitchPlan): Verdict<'link-missing' | 'phone-missing' | 'bad-link'> {
  if (how === 'online' && !linkPattern) return no('link-missing')
  if (linkPattern && !/^https:\/\/\S+$/.test(linkPattern)) return no('bad-link')
  return how === 'phone' && !phonePattern ? no('phone-missing') : yes
}
