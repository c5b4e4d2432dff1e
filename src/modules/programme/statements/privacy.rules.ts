import { type Actor, has, house } from '#kit/actor.ts'
import type { FactRules, Keep } from '#kit/facts.ts'
import { no, type Verdict, yes } from '#kit/verdict.ts'

/**
 * Each kind of data that is deleted by time, with its period. What the modules really delete must be exactly this list (a house
 * test compares them), so the privacy page, the notes in forms and the nightly sweep cannot say different things.
 */
export const periods = {
  'sign-in-codes': { days: 1 },
  'passkey-challenges': { days: 1 },
  'parked-forms': { days: 1 },
  'posts-counted': { days: 7 },
  'access-needs': { days: 1 },
  sessions: { days: 30 },
  'meeting-notices': { days: 30 },
  'accounts-never-opened': { days: 30 },
  letters: { days: 30 },
  'takeover-codes': { days: 90 },
  'phone-news': { days: 90 },
  'unpublished-files': { years: 1 },
  'waiting-files': { days: 1 },
  'ambassador-messages': { days: 90 },
  'assistance-requests': { years: 2 },
  'training-places': { years: 2 },
  'course-answers': { years: 2 },
  'meeting-registrations': { years: 1 },
  attendance: { years: 1 },
  'refused-invitations': { years: 1 },
  'author-requests': { years: 1 },
  reporters: { years: 2 },
  'slow-modes': { years: 2 },
  'application-drafts': { days: 60 },
  'unaccepted-applications': { years: 1 },
  'accepted-applications': { years: 3 },
  'abandoned-drafts': { years: 3 },
  'version-refusals': { years: 1 },
  'signed-pages': { years: 5 },
  consents: { years: 5 },
  'completion-texts': { years: 5 },
  'unanswered-questions': { years: 3 },
  'advice-notes': { years: 3 },
  'unit-deputies': { years: 1 },
  'revision-authors': { years: 5 },
  'ambassador-terms': { years: 6 },
  'good-practices': { years: 6 },
  comments: { years: 6 },
  'summary-views': { years: 6 },
  'talk-interests': { years: 1 },
  'support-lines': { days: 180 },
  backings: { years: 6 },
  renewals: { years: 1 },
  'needs-and-ideas': { years: 6 },
  follows: { years: 2 },
  'taken-matters': { days: 1 },
  handovers: { years: 6 },
  'moderation-cases': { years: 6 },
  mergings: { years: 6 },
  'sheet-claim-tries': { days: 1 },
  'sheet-photos': { days: 30 },
  'meeting-voices': { years: 6 },
  minutes: { years: 6 },
  'workshop-marks': { years: 1 },
  'workshop-cards': { years: 6 },
} as const satisfies Record<string, Keep>
export type Kind = keyof typeof periods
export const isKind = (what: string): what is Kind => what in periods

/** On what ground the city processes: a task in the public interest (the citizens' budget), or a duty laid down by law. */
export type Ground = 'public-task' | 'legal-duty'
type Processing = { readonly ground: Ground; readonly kinds: readonly Kind[] }

/** The register of processing: what is done with personal data, one row for each purpose. */
export const processings = {
  account: { ground: 'public-task', kinds: ['sign-in-codes', 'passkey-challenges', 'sessions', 'accounts-never-opened'] },
  name: { ground: 'public-task', kinds: [] },
  address: { ground: 'public-task', kinds: [] },
  assisted: { ground: 'public-task', kinds: ['takeover-codes', 'phone-news'] },
  takeover: { ground: 'public-task', kinds: ['takeover-codes'] },
  space: { ground: 'public-task', kinds: ['needs-and-ideas', 'handovers', 'comments', 'backings', 'summary-views', 'mergings'] },
  'talk-interest': { ground: 'public-task', kinds: ['talk-interests'] },
  moderation: { ground: 'public-task', kinds: ['reporters', 'moderation-cases', 'slow-modes', 'posts-counted'] },
  meetings: { ground: 'public-task', kinds: ['meeting-registrations', 'access-needs', 'attendance', 'meeting-notices'] },
  drafts: { ground: 'public-task', kinds: ['consents', 'abandoned-drafts', 'revision-authors', 'version-refusals'] },
  invitations: { ground: 'public-task', kinds: ['refused-invitations', 'author-requests'] },
  support: { ground: 'public-task', kinds: ['support-lines', 'renewals'] },
  submissions: { ground: 'public-task', kinds: ['signed-pages', 'completion-texts'] },
  files: { ground: 'public-task', kinds: ['unpublished-files', 'waiting-files'] },
  follows: { ground: 'public-task', kinds: ['follows'] },
  'meeting-voices': { ground: 'public-task', kinds: ['meeting-voices', 'sheet-photos', 'sheet-claim-tries'] },
  applications: { ground: 'public-task', kinds: ['application-drafts', 'unaccepted-applications', 'accepted-applications'] },
  minutes: { ground: 'public-task', kinds: ['minutes', 'workshop-marks', 'workshop-cards'] },
  advice: { ground: 'public-task', kinds: ['unanswered-questions', 'advice-notes', 'unit-deputies'] },
  ambassadors: { ground: 'public-task', kinds: ['ambassador-terms', 'training-places', 'course-answers', 'assistance-requests', 'good-practices'] },
  'ambassador-messages': { ground: 'public-task', kinds: ['ambassador-messages'] },
  letters: { ground: 'public-task', kinds: ['letters'] },
  office: { ground: 'legal-duty', kinds: ['taken-matters'] },
  register: { ground: 'legal-duty', kinds: [] },
  device: { ground: 'public-task', kinds: ['parked-forms'] },
} as const satisfies Record<string, Processing>
export type ProcessingId = keyof typeof processings

/** Who answers for the data; undefined parts have not been given by the city yet. */
export type Controller = { readonly name: string; readonly address: string; readonly email: string; readonly dpo: string; readonly dpoEmail: string }
export const mayNameController = (actor: Actor): Verdict<'not-coordinator'> =>
  actor.id === house.id || has(actor, 'coordinator') ? yes : no('not-coordinator')

export type LastSweep = { readonly at: Date; readonly removed: Readonly<Record<string, number>>; readonly failed: readonly string[] }

declare module '#kit/facts.ts' {
  interface Facts {
    'controller.named': { name: string }
    'retention.swept': { removed: Readonly<Record<string, number>>; failed: readonly string[] }
  }
}
export const privacyFacts = {
  'controller.named': { keep: { years: 10 } },
  'retention.swept': { keep: { years: 5 } },
} satisfies FactRules
