import { type Actor, has, isSomebody } from '#kit/actor.ts'
import { addDays, dayOf, endOfDay } from '#kit/dates.ts'
import type { FactRules } from '#kit/facts.ts'
import { procedure } from '#kit/procedure.ts'
import type { Thing } from '#kit/things.ts'
import { no, type Verdict, yes } from '#kit/verdict.ts'
import type { TalkRule } from '#modules/moderation/talk-rules.rules.ts'

/** As whom somebody acted: the public log names this, never the person. */
export type ActingAs = 'house' | 'host' | 'moderator' | 'coordinator'

declare module '#kit/facts.ts' {
  interface Facts {
    'moderation.reported': { case: string }
    'moderation.hidden-until-review': { case: string; as: ActingAs }
    'moderation.kept': { case: string; as: ActingAs }
    'moderation.hidden': { case: string; as: ActingAs; rule: TalkRule }
    'moderation.warned': { case: string; as: ActingAs; rule: TalkRule }
    'moderation.appealed': { case: string }
    'moderation.upheld': { case: string; as: ActingAs }
    'moderation.reversed': { case: string; as: ActingAs }
  }
}
export const casesFacts = {
  'moderation.reported': { keep: { years: 2 } },
  'moderation.hidden-until-review': { keep: { years: 6 } },
  'moderation.kept': { keep: { years: 6 } },
  'moderation.hidden': { keep: { years: 6 } },
  'moderation.warned': { keep: { years: 6 } },
  'moderation.appealed': { keep: { years: 6 } },
  'moderation.upheld': { keep: { years: 6 } },
  'moderation.reversed': { keep: { years: 6 } },
} satisfies FactRules

export const caseStates = ['open', 'kept', 'hidden', 'warned', 'appealed', 'upheld', 'reversed'] as const
export type CaseState = (typeof caseStates)[number]
export const caseLimits = { statementMin: 20, statementMax: 2000, appealMin: 20, appealMax: 2000, appealDays: 14 } as const

/** What the rules must know of a case. A report is never judged by who made it, nor a thing by who wrote it. */
export type CaseFacts = {
  readonly state: CaseState
  readonly territoryId: string | undefined
  readonly authorIds: readonly string[]
  /** Authors of what it is about: whoever writes a draft does not judge what is said under it. */
  readonly aboutAuthorIds: readonly string[]
  readonly reporterIds: readonly string[]
  readonly decidedBy: string | undefined
  readonly decidedAt: Date | undefined
  /** Other moderators who could judge an appeal: where there are none, the coordinator does. */
  readonly peers: number
}

type Hosted = Pick<Thing, 'authorIds' | 'territoryId' | 'aboutAuthorIds'>
const scopeOf = (territoryId: string | undefined) => (territoryId === undefined ? {} : { territoryId })
const isIn = (ids: readonly string[], actor: Actor) => ids.includes(actor.id)
export const isReviewer = (actor: Actor, territoryId: string | undefined): boolean => has(actor, 'moderator', scopeOf(territoryId))
const isConcerned = (actor: Actor, { authorIds, aboutAuthorIds = [] }: Hosted) => isIn(authorIds, actor) || isIn(aboutAuthorIds, actor)
const isOutside = (actor: Actor, one: CaseFacts) => !isConcerned(actor, one) && !isIn(one.reporterIds, actor)
const mayReview = (actor: Actor, one: CaseFacts) => isReviewer(actor, one.territoryId) && isOutside(actor, one)
const mayJudge = (actor: Actor, one: CaseFacts) => mayReview(actor, one) && actor.id !== one.decidedBy && (isModeratorOnly(actor) || one.peers === 0)
/** A coordinator is a moderator too, but judges appeals only where there is no other. */
const isModeratorOnly = (actor: Actor) => actor.grants.some(({ role }) => role === 'moderator')
const isItsAuthor = (actor: Actor, one: CaseFacts) => isSomebody(actor) && isIn(one.authorIds, actor)

/** A review: kept, hidden or warned, with reasons; its author appeals once, and somebody else judges that. */
export const reviewing = procedure<CaseState, Actor, CaseFacts>('open')({
  keep: { from: ['open'], to: 'kept', allows: mayReview },
  hide: { from: ['open'], to: 'hidden', allows: mayReview },
  warn: { from: ['open'], to: 'warned', allows: mayReview },
  appeal: { from: ['hidden', 'warned'], to: 'appealed', allows: isItsAuthor },
  uphold: { from: ['appealed'], to: 'upheld', allows: mayJudge },
  reverse: { from: ['appealed'], to: 'reversed', allows: mayJudge },
})
export type Decision = 'keep' | 'hide' | 'warn'
export type Judgement = 'uphold' | 'reverse'

type StepWhy = 'not-yours' | 'wrong-state' | 'own-matter' | 'reporter' | 'same-moderator' | 'other-moderator'
/** Says which of the bars it is, so that a moderator knows whom to leave it to. */
function mayStep(actor: Actor, step: Decision | Judgement, one: CaseFacts): Verdict<StepWhy> {
  const verdict = reviewing.may(actor, step, one)
  if (verdict.ok || verdict.why === 'wrong-state') return verdict
  if (!isReviewer(actor, one.territoryId)) return verdict
  if (isConcerned(actor, one)) return no('own-matter')
  if (isIn(one.reporterIds, actor)) return no('reporter')
  return no(actor.id === one.decidedBy ? 'same-moderator' : 'other-moderator')
}
export const mayDecide = (actor: Actor, one: CaseFacts, step: Decision = 'keep'): Verdict<StepWhy> => mayStep(actor, step, one)
export const mayJudgeAppeal = (actor: Actor, one: CaseFacts, step: Judgement = 'uphold'): Verdict<StepWhy> => mayStep(actor, step, one)

/** The last day counts whole. */
export const appealUntil = (decidedAt: Date): Date => endOfDay(addDays(dayOf(decidedAt), caseLimits.appealDays))
export function mayAppeal(actor: Actor, one: CaseFacts, now: Date): Verdict<'not-yours' | 'wrong-state' | 'too-late'> {
  const verdict = reviewing.may(actor, 'appeal', one)
  if (!verdict.ok) return verdict
  return one.decidedAt && now < appealUntil(one.decidedAt) ? yes : no('too-late')
}

/** An ambassador is the host of their own area, and of nothing that they co-author. */
export const isHost = (actor: Actor, thing: Hosted): boolean =>
  thing.territoryId !== undefined &&
  !isConcerned(actor, thing) &&
  actor.grants.some(({ role, territoryId }) => role === 'ambassador' && territoryId === thing.territoryId)

export type HostWhy = 'not-yours' | 'own-matter'
/** To hide until review, or to slow down: a moderator or the host, never a co-author. */
export function mayHost(actor: Actor, thing: Hosted): Verdict<HostWhy> {
  if (isSomebody(actor) && isConcerned(actor, thing)) return no('own-matter')
  return isReviewer(actor, thing.territoryId) || isHost(actor, thing) ? yes : no('not-yours')
}
export const actsAs = (actor: Actor, thing: Hosted): ActingAs => {
  if (actor.id === 'house') return 'house'
  if (isReviewer(actor, thing.territoryId)) return isModeratorOnly(actor) ? 'moderator' : 'coordinator'
  return 'host'
}

export type Case = CaseFacts & {
  readonly id: string
  readonly subjectId: string
  readonly title: string
  /** What the thing said when the case was opened. */
  readonly words: string
  readonly path: string
  readonly openedAt: Date
  readonly hiddenAt: Date | undefined
  readonly hiddenAs: ActingAs | undefined
  readonly hiddenWhy: string | undefined
  readonly rule: TalkRule | undefined
  readonly statement: string | undefined
  readonly decidedAs: ActingAs | undefined
  readonly appeal: string | undefined
  readonly appealedAt: Date | undefined
  readonly settlement: string | undefined
  readonly settledAs: ActingAs | undefined
  readonly settledAt: Date | undefined
}
