import { type Actor, isSomebody } from '#kit/actor.ts'
import { type Day, dayOf, daysBetween } from '#kit/dates.ts'
import type { FactRules } from '#kit/facts.ts'
import { no, type Verdict, yes } from '#kit/verdict.ts'
import type { ProjectAuthor } from '#modules/proposals/authors/authors.rules.ts'
import { isLead, mayAccept, type ProjectCase } from '#modules/proposals/proposals.rules.ts'

declare module '#kit/facts.ts' {
  interface Facts {
    'version.refused': { title: string; version: number }
    'version.reminded': { title: string; version: number }
  }
}
/** Neither says who: who refuses and who is late is known to the authors alone. */
export const agreeingFacts = {
  'version.refused': { keep: { years: 1 } },
  'version.reminded': { keep: { years: 1 } },
} satisfies FactRules

/** A co-author does not accept this version. `withoutMe`: the others may go on and submit it without this person. */
export type Refusal = { readonly personId: string; readonly reason: string; readonly withoutMe: boolean; readonly at: Date }

type Accepting = Extract<ReturnType<typeof mayAccept>, { ok: false }>['why']
/** Refusing is for whoever might accept; the lead, who made the version, takes it back by opening it again. */
export function mayRefuse(actor: Actor, project: ProjectCase, version: number, acceptedIds: readonly string[]): Verdict<Accepting | 'lead-reopens'> {
  if (project.state === 'agreeing' && isLead(actor, project)) return no('lead-reopens')
  return mayAccept(actor, project, version, acceptedIds)
}

export type ReleaseWhy = 'not-lead' | 'not-waiting' | 'not-refused' | 'reason-missing'
/** The lead lets somebody go who refused the version that waits: with the consent they gave, or else with a reason that they will read. */
export function mayRelease(actor: Actor, project: ProjectCase, refusal: Refusal | undefined, reason: string): Verdict<ReleaseWhy> {
  if (!isLead(actor, project)) return no('not-lead')
  if (project.state !== 'agreeing') return no('not-waiting')
  if (!refusal || !project.authorIds.includes(refusal.personId)) return no('not-refused')
  return refusal.withoutMe || reason.trim() !== '' ? yes : no('reason-missing')
}

export type RemindWhy = 'not-lead' | 'not-waiting' | 'nobody-missing' | 'too-soon'
type Reminded = { readonly missing: number; readonly last: Date | undefined; readonly now: Date }
/** Once a day at most, however often somebody presses. */
export function mayRemind(actor: Actor, project: ProjectCase, { missing, last, now }: Reminded): Verdict<RemindWhy> {
  if (!isLead(actor, project)) return no('not-lead')
  if (project.state !== 'agreeing') return no('not-waiting')
  if (missing === 0) return no('nobody-missing')
  return last && dayOf(last) === dayOf(now) ? no('too-soon') : yes
}

const everyDays = 3
/** The house reminds every third day, and each day of the last three on which submitting is open. */
export function isReminderDue({ since, lastDay, today }: { since: Day; lastDay: Day | undefined; today: Day }): boolean {
  const passed = daysBetween(since, today)
  const left = lastDay === undefined ? Number.POSITIVE_INFINITY : daysBetween(today, lastDay)
  return passed >= everyDays || (passed >= 1 && left >= 0 && left < everyDays)
}

/** People compare the beginning of the hash on their sheet, with spaces or without. */
export const markLength = 8
export const sameMark = (typed: string, hash: string): boolean => {
  const mark = typed.toLowerCase().replace(/[^0-9a-f]/g, '')
  return mark.length >= markLength && hash.startsWith(mark)
}

/**
 * The page that somebody signed by hand is for the co-authors of that very version, so that each can see what was signed: authors now, who were there
 * before the next version was made (`until`).
 */
export const isAuthorOfVersion = (
  actor: Actor,
  authors: readonly Pick<ProjectAuthor, 'personId' | 'state' | 'answeredAt'>[],
  until: Date | undefined,
) =>
  isSomebody(actor) &&
  authors.some(
    ({ personId, state, answeredAt }) =>
      personId === actor.id && state === 'accepted' && (until === undefined || answeredAt === undefined || answeredAt <= until),
  )
