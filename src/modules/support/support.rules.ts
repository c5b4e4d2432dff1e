import { type Actor, has, isSomebody } from '#kit/actor.ts'
import { addDays, type Day, dayOf, endOfDay } from '#kit/dates.ts'
import type { FactRules } from '#kit/facts.ts'
import { procedure } from '#kit/procedure.ts'
import { no, type Verdict, yes } from '#kit/verdict.ts'
import { type Openness, opennessOf } from '#modules/programme/calendar.rules.ts'
import { type Edition, hasPart } from '#modules/programme/programme.rules.ts'
import { isAuthor, type Project } from '#modules/proposals/proposals.rules.ts'

declare module '#kit/facts.ts' {
  interface Facts {
    'support.keyed': { title: string; line: number }
    'support.rejected': { title: string; line: number; why: LineFault }
    'support.restored': { title: string; line: number }
    'support.withdrawn': { title: string }
    'support.endorsed': { title: string }
    'support.scanned': { title: string }
    'support.extended': { title: string; until: string; reason: string }
  }
}

/** No payload says who: whose endorsement it was stands in the list alone, and goes with it. */
export const supportFacts = {
  'support.keyed': { keep: { years: 10 } },
  'support.rejected': { keep: { years: 10 } },
  'support.restored': { keep: { years: 10 } },
  'support.withdrawn': { keep: { years: 10 } },
  'support.endorsed': { keep: { days: 180 } },
  'support.scanned': { keep: { years: 10 } },
  'support.extended': { keep: { years: 10 } },
} satisfies FactRules

export type LineState = 'valid' | 'invalid' | 'withdrawn'
/** Why a line does not count. What was mistyped frees its number, so that the line can be keyed again. */
export const lineFaults = ['duplicate', 'elsewhere', 'incomplete', 'illegible', 'unsigned', 'late', 'mistyped'] as const
export type LineFault = (typeof lineFaults)[number]

/** A line of a list, as a clerk sees it. Name and address go after the period; the line stays in the count. */
export type SupportLine = {
  readonly id: string
  /** Number on the paper; null for an electronic endorsement. */
  readonly number: number | null
  readonly name: string
  readonly address: string
  readonly state: LineState
  readonly why: LineFault | null
  /** When the page came to the office; null for an electronic endorsement. */
  readonly receivedOn: Day | null
}

/** What a clerk types from one line of the paper. Without a fault it counts. */
export type TypedLine = {
  readonly number: number
  readonly name: string
  readonly address: string
  readonly receivedOn: Day
  readonly fault?: LineFault | undefined
}

export type SupportCase = Pick<Project, 'territoryId' | 'state' | 'submittedAt' | 'authorIds'>
type LineCase = { readonly state: LineState; readonly why: LineFault | null; readonly territoryId: string }
const isClerk = (actor: Actor, { territoryId }: { readonly territoryId: string }) => has(actor, 'clerk', { territoryId })

export const supporting = procedure<LineState, Actor, LineCase>('valid')({
  reject: { from: ['valid'], to: 'invalid', allows: isClerk },
  // a mistyped line has given its number away
  restore: { from: ['invalid'], to: 'valid', allows: (actor, line) => isClerk(actor, line) && line.why !== 'mistyped' },
  withdraw: { from: ['valid', 'invalid'], to: 'withdrawn', allows: isClerk },
})

export const usesSupport = (edition: Edition): boolean => hasPart(edition, 'support-lists') && edition.rules.support.count > 0
const isOnline = (edition: Edition): boolean => edition.rules.support.channels.includes('online')

/** Until when signatures count: days from submission where the edition says so, else the phase of the calendar; an extension moves the end. */
export function windowOf(edition: Edition, project: SupportCase, extendedTo: Day | undefined, now: Date): Openness {
  const { days } = edition.rules.support
  const [since, ends] =
    days === null ? [undefined, undefined] : [project.submittedAt, project.submittedAt && addDays(dayOf(project.submittedAt), days)]
  if (days !== null && !since) return { state: 'unplanned' }
  const planned: Openness = since && ends ? spanned(since, ends, now) : opennessOf(edition.phases, 'support-lists', now)
  if (extendedTo === undefined || planned.state === 'unplanned' || planned.state === 'not-yet') return planned
  return spanned(planned.since, extendedTo, now)
}
function spanned(since: Date, lastDay: Day, now: Date): Openness {
  const until = new Date(endOfDay(lastDay).getTime() - 1)
  return now <= until ? { state: 'open', since, until } : { state: 'over', since: until }
}

/** Signatures stand under a text that no longer changes. */
export const isListed = ({ state }: SupportCase) => state === 'agreeing' || state === 'submitted'

export type KeyWhy = 'not-clerk' | 'own-matter' | 'support-off' | 'not-ready'
/** Keying in, scanning and judging are the clerk's, never an author's, once the text no longer changes under the signatures. */
export function mayKey(actor: Actor, edition: Edition, project: SupportCase): Verdict<KeyWhy> {
  if (!isClerk(actor, project)) return no('not-clerk')
  if (isAuthor(actor, project)) return no('own-matter')
  if (!usesSupport(edition)) return no('support-off')
  return isListed(project) ? yes : no('not-ready')
}

export type ReceivedWhy = 'received-ahead' | 'received-before'
/** A list comes in after the draft was begun, and not tomorrow; another day is a slip of the hand. */
export function mayHaveCome(receivedOn: Day, { createdAt }: Pick<Project, 'createdAt'>, today: Day): Verdict<ReceivedWhy> {
  if (receivedOn > today) return no('received-ahead')
  return receivedOn < dayOf(createdAt) ? no('received-before') : yes
}

export type EndorseWhy = 'sign-in' | 'support-off' | 'online-off' | 'not-ready' | 'not-open' | 'no-address' | 'elsewhere'
/** Endorsing by account: where the edition takes it, within its days, by a resident with an address, of the district where the rules ask. */
export function mayEndorse(
  actor: Actor,
  asked: { edition: Edition; project: SupportCase; window: Openness; districtId: string | undefined; cityWide: boolean },
): Verdict<EndorseWhy> {
  const { edition, project, window, districtId, cityWide } = asked
  if (!usesSupport(edition)) return no('support-off')
  if (!isOnline(edition)) return no('online-off')
  if (!isSomebody(actor)) return no('sign-in')
  if (!isListed(project)) return no('not-ready')
  if (window.state !== 'open') return no('not-open')
  if (districtId === undefined) return no('no-address')
  return !edition.rules.support.districtResidentsOnly || cityWide || districtId === project.territoryId ? yes : no('elsewhere')
}

export type ExtendWhy = KeyWhy | 'not-later' | 'too-far' | 'unplanned'
/** A later end for one project, with a reason, by the office; never an earlier one, and within a year. */
export function mayExtend(actor: Actor, edition: Edition, project: SupportCase, asked: { until: Day; window: Openness }): Verdict<ExtendWhy> {
  const keying = mayKey(actor, edition, project)
  if (!keying.ok) return keying
  const { window, until } = asked
  if (window.state === 'unplanned' || window.state === 'not-yet') return no('unplanned')
  const end = dayOf(window.state === 'open' ? window.until : window.since)
  if (until <= end) return no('not-later')
  return until <= addDays(end, 365) ? yes : no('too-far')
}

const folded = (text: string) =>
  text
    .toLowerCase()
    .replaceAll('ł', 'l')
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .replace(/\b\d{2}-\d{3}\b/g, ' ')
    .split(/[^a-z0-9]+/)
    .filter(word => word !== '')
const unsaid = new Set(['ul', 'ulica', 'os', 'osiedle', 'al', 'aleja', 'aleje', 'pl', 'plac', 'm', 'mieszkanie', 'lok', 'lokal', 'nr', 'krakow'])

/** The same person however they are written: "Anna Żak, ul. Łąkowa 5/3" and "ŻAK ANNA; Łąkowa 5 m. 3, 30-001 Kraków". Kept only as a keyed digest. */
export const samePerson = (name: string, address: string): string =>
  `${folded(name).sort().join(' ')}|${folded(address)
    .filter(word => !unsaid.has(word))
    .join(' ')}`
