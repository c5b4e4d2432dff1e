import { type Actor, has, house } from '#kit/actor.ts'
import { type Day, dayOf, isDay, warsaw } from '#kit/dates.ts'
import type { FactRules } from '#kit/facts.ts'
import { procedure } from '#kit/procedure.ts'
import { no, type Verdict, yes } from '#kit/verdict.ts'
import { type Edition, hasPart } from '#modules/programme/programme.rules.ts'
import type { Territory } from '#modules/programme/territories/territories.rules.ts'

declare module '#kit/facts.ts' {
  interface Facts {
    'meeting.planned': { title: string }
    'meeting.announced': { title: string }
    'meeting.changed': { title: string }
    'meeting.moved': { title: string; reason: string }
    'meeting.cancelled': { title: string; reason: string }
    'meeting.held': { title: string }
  }
}
export const meetingsFacts = {
  'meeting.planned': { keep: { years: 6 } },
  'meeting.announced': { keep: { years: 6 } },
  'meeting.changed': { keep: { years: 6 } },
  'meeting.moved': { keep: { years: 6 } },
  'meeting.cancelled': { keep: { years: 6 } },
  'meeting.held': { keep: { years: 6 } },
} satisfies FactRules

export const meetingPaths = ['district', 'city'] as const
export type MeetingPath = (typeof meetingPaths)[number]
/** What people meet for, and how they take part: a writing marathon may be in a hall, office hours on the telephone. */
export const meetingKinds = ['talk', 'office-hours', 'marathon', 'workshop'] as const
export type MeetingKind = (typeof meetingKinds)[number]
export const ways = ['hall', 'online', 'phone', 'async', 'mixed'] as const
export type Way = (typeof ways)[number]
export const meetingStates = ['draft', 'announced', 'held', 'closed', 'cancelled'] as const
export type MeetingState = (typeof meetingStates)[number]
export const accessSteps = ['step-free', 'ramp', 'steps', 'unknown'] as const
export type AccessSteps = (typeof accessSteps)[number]

/** What somebody must know before setting out. */
export type Access = {
  readonly steps: AccessSteps
  readonly loop: boolean
  readonly sign: boolean
  readonly transport: string | null
  readonly other: string | null
}
/** What a host writes; all else follows from it. */
export type MeetingPlan = {
  readonly kind: MeetingKind
  readonly way: Way
  readonly territoryId: string
  readonly title: string
  readonly about: string
  readonly agenda: readonly string[]
  readonly questions: readonly string[]
  readonly startsAt: Date
  readonly endsAt: Date
  readonly place: string | null
  readonly address: string | null
  /** There are several rooms at this address: another meeting there at the same time is no clash. */
  readonly roomShared: boolean
  readonly link: string | null
  readonly phone: string | null
  readonly access: Access
  readonly capacity: number | null
}
export type Meeting = MeetingPlan & {
  readonly id: string
  /** Public and short, for papers and the telephone. */
  readonly number: number
  readonly editionId: string
  readonly path: MeetingPath
  readonly state: MeetingState
  readonly hostIds: readonly string[]
  /** The meeting's territory and those it lies in: whose ambassador may lead it. */
  readonly areaIds: readonly string[]
  readonly reason: string | null
  /** Shown in the hall only: who knows it is there. */
  readonly code: string
  /** Grows whenever time, place or way change, so that people are asked again. */
  readonly revision: number
  readonly version: number
  readonly createdBy: string
}

export const meetingLimits = {
  titleMin: 5,
  titleMax: 120,
  aboutMax: 3000,
  placeMax: 200,
  lineMax: 200,
  lines: 15,
  capacityMax: 5000,
  longestHours: 14,
  asyncHours: 72,
  reasonMin: 10,
  reasonMax: 500,
} as const

type Where = Pick<Meeting, 'areaIds' | 'editionId' | 'path'>
type Led = Where & Pick<Meeting, 'hostIds'>

export const isCoordinatorOf = (actor: Actor, { editionId }: Pick<Meeting, 'editionId'>): boolean =>
  actor.id === house.id || has(actor, 'coordinator', { editionId })
const isStaffHost = (actor: Actor, { editionId, areaIds }: Where) =>
  isCoordinatorOf(actor, { editionId }) || areaIds.some(territoryId => has(actor, 'moderator', { editionId, territoryId }))
/** An ambassador by a grant that runs now: whoever has been recalled has none, whatever page is still open. */
const isAmbassadorOf = (actor: Actor, { editionId, areaIds, path }: Where) =>
  path === 'district' && areaIds.some(territoryId => has(actor, 'ambassador', { editionId, territoryId }))

/** Who may call a meeting here: the office everywhere, an ambassador in their own area on the district path. */
export const mayCall = (actor: Actor, where: Where): Verdict<'not-host'> =>
  isStaffHost(actor, where) || isAmbassadorOf(actor, where) ? yes : no('not-host')

/** Who leads this meeting: the office, and those ambassadors of the area who are named as its hosts. */
export const mayHost = (actor: Actor, meeting: Led): Verdict<'not-host'> =>
  isStaffHost(actor, meeting) || (isAmbassadorOf(actor, meeting) && meeting.hostIds.includes(actor.id)) ? yes : no('not-host')

/** Who writes down people without e-mail here: hosts and clerks. */
export const mayWriteDown = (actor: Actor, meeting: Led): Verdict<'not-host'> =>
  mayHost(actor, meeting).ok || has(actor, 'clerk', { editionId: meeting.editionId }) ? yes : no('not-host')

type Case = Led & { readonly state: MeetingState }
/** Posters of what nobody else sees, or of what is called off, mislead. */
export function mayPrintKit(actor: Actor, meeting: Case): Verdict<'not-host' | 'wrong-state'> {
  const verdict = mayHost(actor, meeting)
  if (!verdict.ok) return verdict
  return meeting.state === 'draft' || meeting.state === 'cancelled' ? no('wrong-state') : yes
}
const leads = (actor: Actor, meeting: Case) => mayHost(actor, meeting).ok

/** Spotkanie. That it is under way is a matter of the clock, not a state. */
export const meeting = procedure<MeetingState, Actor, Case>('draft')({
  announce: { from: ['draft'], to: 'announced', allows: leads },
  cancel: { from: ['draft', 'announced'], to: 'cancelled', allows: leads },
  hold: { from: ['announced'], to: 'held', allows: leads },
  close: { from: ['held'], to: 'closed', allows: leads },
})

export const isComing = ({ state, endsAt }: Pick<Meeting, 'state' | 'endsAt'>, now: Date): boolean => state === 'announced' && now < endsAt
export const isUnderWay = ({ state, startsAt, endsAt }: Pick<Meeting, 'state' | 'startsAt' | 'endsAt'>, now: Date): boolean =>
  state === 'announced' && startsAt <= now && now < endsAt
/** People come to a place. */
export const hasHall = ({ way }: Pick<Meeting, 'way'>): boolean => way === 'hall' || way === 'mixed'
/** What everybody may read; a draft belongs to those who lead it. */
export const isPublicMeeting = ({ state }: Pick<Meeting, 'state'>): boolean => state !== 'draft'
export const maySeeMeeting = (actor: Actor, meeting: Case): boolean => isPublicMeeting(meeting) || mayHost(actor, meeting).ok

/** A meeting may be changed until it has been held; held before it began is a mistake. */
export const mayChange = (actor: Actor, { state, ...led }: Case): Verdict<'not-host' | 'wrong-state'> => {
  const verdict = mayHost(actor, led)
  if (!verdict.ok) return verdict
  return state === 'draft' || state === 'announced' ? yes : no('wrong-state')
}
export const mayHold = (actor: Actor, subject: Case & Pick<Meeting, 'startsAt'>, now: Date) => {
  const verdict = meeting.may(actor, 'hold', subject)
  if (!verdict.ok) return verdict
  return subject.startsAt <= now ? yes : no('not-begun')
}

export type PlanWhy = 'place-missing' | 'link-missing' | 'phone-missing' | 'ends-before' | 'too-long' | 'in-the-past'
/** Whatever is announced must be reachable: a hall has an address, an online meeting a link. */
export function checkPlan(plan: Pick<MeetingPlan, 'way' | 'place' | 'link' | 'phone' | 'startsAt' | 'endsAt'>, now: Date): Verdict<PlanWhy> {
  const { way, place, link, phone, startsAt, endsAt } = plan
  if (endsAt <= startsAt) return no('ends-before')
  const hours = (endsAt.getTime() - startsAt.getTime()) / 3_600_000
  if (hours > (way === 'async' ? 24 * 14 : meetingLimits.longestHours)) return no('too-long')
  if (startsAt <= now) return no('in-the-past')
  if (hasHall({ way }) && !place) return no('place-missing')
  if ((way === 'online' || way === 'mixed') && !link) return no('link-missing')
  return way === 'phone' && !phone ? no('phone-missing') : yes
}

/** What people set out by: when this changes, everybody who registered is told and asked again. */
export const isMove = (before: MeetingPlan, after: MeetingPlan): boolean =>
  before.startsAt.getTime() !== after.startsAt.getTime() ||
  before.endsAt.getTime() !== after.endsAt.getTime() ||
  (['way', 'place', 'address', 'link', 'phone'] as const).some(part => before[part] !== after[part])

/** The district path belongs to districts and their areas, the city path to the whole city. */
export const pathOf = (territory: Pick<Territory, 'kind'>): MeetingPath => (territory.kind === 'city' ? 'city' : 'district')

/** Pilot mode: meetings of a path that the edition has switched off leave no trace, and neither do workshops. */
export const hasMeetings = (edition: Pick<Edition, 'parts'>, path?: MeetingPath): boolean =>
  path ? hasPart(edition, path === 'city' ? 'city-path' : 'district-path') : hasPart(edition, 'city-path') || hasPart(edition, 'district-path')
export const isInEdition = (edition: Pick<Edition, 'parts'>, { path, kind }: Pick<Meeting, 'path' | 'kind'>): boolean =>
  hasMeetings(edition, path) && (kind !== 'workshop' || hasPart(edition, 'workshops'))

/** Two meetings at the same time. */
export const overlap = (one: Pick<Meeting, 'startsAt' | 'endsAt'>, other: Pick<Meeting, 'startsAt' | 'endsAt'>): boolean =>
  one.startsAt < other.endsAt && other.startsAt < one.endsAt

/** A day and a time as typed; undefined when they are not one. Hours are written `18:00`, `8.30` or `18`. */
export function momentOf(day: Day, time: string): Date | undefined {
  const read = /^([01]?\d|2[0-3])(?:[:.]([0-5]\d))?$/.exec(time.trim())
  if (!isDay(day) || !read) return undefined
  const moment = warsaw(day, `${(read[1] ?? '').padStart(2, '0')}:${read[2] ?? '00'}`)
  return dayOf(moment) === day ? moment : undefined
}
