import { type Actor, has, house } from '#kit/actor.ts'
import { addDays, type Day } from '#kit/dates.ts'
import type { FactRules } from '#kit/facts.ts'
import { procedure } from '#kit/procedure.ts'
import { no, type Verdict, yes } from '#kit/verdict.ts'
import type { RuleSet } from '#modules/programme/programme.rules.ts'
import { type CostLine, type SectionName, sectionNames } from '#modules/proposals/drafting/drafting.rules.ts'
import { isAuthor, isLead, type ProjectCase } from '#modules/proposals/proposals.rules.ts'

declare module '#kit/facts.ts' {
  interface Facts {
    'completion.called': { title: string; parts: readonly string[]; until: string }
    'completion.written': { title: string }
    'completion.frozen': { title: string; version: number; hash: string }
    'completion.answered': { title: string; version: number }
    'completion.extended': { title: string; until: string }
    'completion.withdrawn': { title: string }
    'completion.lapsed': { title: string }
    'completion.complied': { title: string }
    'completion.not-complied': { title: string; next: NextStep }
    'completion.reminded': { title: string }
  }
}
/** What is wanted and until when is public; the office's words to the authors are not. */
export const completionFacts = {
  'completion.called': { keep: { years: 10 } },
  'completion.written': { keep: { years: 1 } },
  'completion.frozen': { keep: { years: 10 } },
  'completion.answered': { keep: { years: 10 } },
  'completion.extended': { keep: { years: 10 } },
  'completion.withdrawn': { keep: { years: 10 } },
  'completion.lapsed': { keep: { years: 10 } },
  'completion.complied': { keep: { years: 10 } },
  'completion.not-complied': { keep: { years: 10 } },
  'completion.reminded': { keep: { years: 1 } },
} satisfies FactRules

/** What may be called for; nothing else of the project can be changed in the answer. */
export const callable = [...sectionNames, 'costs'] as const
export type CallablePart = SectionName | 'costs'
export type CallState = 'open' | 'agreeing' | 'answered' | 'lapsed' | 'withdrawn' | 'complied' | 'not-complied'
/** What the rules of the edition make of a project that was not completed. */
export type NextStep = RuleSet['formal']['notCompleted']

export type Call = {
  readonly id: string
  readonly projectId: string
  readonly state: CallState
  readonly parts: readonly CallablePart[]
  /** What is missing and why, as the office says it. */
  readonly words: string
  readonly dueOn: Day
  readonly calledBy: string
  readonly calledAt: Date
  /** The version that answers it, from the moment it is frozen. */
  readonly version: number | undefined
  readonly reason: string
  readonly settledAt: Date | undefined
}
/** One part as the authors write it, until it is handed in. */
export type PartWritten = {
  readonly part: CallablePart
  readonly content: string | readonly CostLine[]
  readonly revision: number
  readonly personId: string
}

export type CallCase = { readonly state: CallState; readonly project: ProjectCase }
const isClerk = (actor: Actor, { project }: CallCase) => has(actor, 'clerk', { territoryId: project.territoryId }) && !isAuthor(actor, project)
const leads = (actor: Actor, { project }: CallCase) => isLead(actor, project)

/** From the office's call to the authors' answer and the office's word on it; a correction takes back what was frozen, as with a draft. */
export const completing = procedure<CallState, Actor, CallCase>('open')({
  freeze: { from: ['open'], to: 'agreeing', allows: leads },
  reopen: { from: ['agreeing'], to: 'open', allows: (actor, { project }) => isAuthor(actor, project) },
  answer: { from: ['agreeing'], to: 'answered', allows: leads },
  withdraw: { from: ['open', 'agreeing'], to: 'withdrawn', allows: isClerk },
  lapse: { from: ['open', 'agreeing'], to: 'lapsed', allows: actor => actor === house },
  comply: { from: ['answered'], to: 'complied', allows: isClerk },
  fail: { from: ['open', 'agreeing', 'answered', 'lapsed'], to: 'not-complied', allows: isClerk },
})
export const isUnderWay = ({ state }: Pick<Call, 'state'>): boolean => state === 'open' || state === 'agreeing'
/** The authors have answered, or their time is over: the office says whether the project is complete. */
export const waitsForOffice = ({ state, dueOn }: Pick<Call, 'state' | 'dueOn'>, today: Day): boolean =>
  state === 'answered' || state === 'lapsed' || (isUnderWay({ state }) && dueOn < today)

/** A year that was mistyped would leave the call open for ever. */
const dueWithin = 365

export type CallWhy = 'not-clerk' | 'own-matter' | 'not-submitted' | 'already-called' | 'not-settled' | 'stopped' | 'too-early' | 'too-far'
/** A clerk calls once at a time, after settling the call before, and gives at least the days that the rules give. */
export function mayCall(
  actor: Actor,
  project: ProjectCase,
  asked: { newest: Pick<Call, 'state'> | undefined; dueOn?: Day; today: Day } & Pick<RuleSet['formal'], 'completeDays' | 'notCompleted'>,
): Verdict<CallWhy> {
  if (!has(actor, 'clerk', { territoryId: project.territoryId })) return no('not-clerk')
  if (isAuthor(actor, project)) return no('own-matter')
  if (project.state !== 'submitted') return no('not-submitted')
  const { newest } = asked
  if (newest && isUnderWay(newest)) return no('already-called')
  if (newest?.state === 'answered' || newest?.state === 'lapsed') return no('not-settled')
  if (newest?.state === 'not-complied' && asked.notCompleted === 'stops') return no('stopped')
  if (asked.dueOn === undefined) return yes
  if (asked.dueOn < addDays(asked.today, asked.completeDays)) return no('too-early')
  return asked.dueOn <= addDays(asked.today, dueWithin) ? yes : no('too-far')
}

type Asked = { readonly call: Call; readonly project: ProjectCase; readonly today: Day }
export type WriteWhy = 'not-author' | 'not-open' | 'too-late' | 'not-submitted'
/** Only the authors, only while the call waits, only until its day is over. */
export function mayWriteCompletion(actor: Actor, { call, project, today }: Asked): Verdict<WriteWhy> {
  if (!isAuthor(actor, project)) return no('not-author')
  if (project.state !== 'submitted') return no('not-submitted')
  if (!isUnderWay(call)) return no('not-open')
  return today <= call.dueOn ? yes : no('too-late')
}

export type SendWhy = WriteWhy | 'not-lead' | 'incomplete' | 'unchanged' | 'waiting-for-others' | 'wrong-state'
/** The lead freezes what was written, once all is there and something has changed. */
export function mayFreezeCompletion(actor: Actor, asked: Asked & { readonly problems: number; readonly changed: boolean }): Verdict<SendWhy> {
  const writing = mayWriteCompletion(actor, asked)
  if (!writing.ok) return writing
  if (!isLead(actor, asked.project)) return no('not-lead')
  if (asked.call.state !== 'open') return no('wrong-state')
  if (asked.problems > 0) return no('incomplete')
  return asked.changed ? yes : no('unchanged')
}

/** It is handed in when everybody who must agree has; where the rules leave it to the lead, at once. */
export function maySendCompletion(
  actor: Actor,
  asked: Asked & { readonly acceptedIds: readonly string[]; readonly allAgree: boolean },
): Verdict<SendWhy> {
  const writing = mayWriteCompletion(actor, asked)
  if (!writing.ok) return writing
  if (!isLead(actor, asked.project)) return no('not-lead')
  if (asked.call.state !== 'agreeing') return no('wrong-state')
  return !asked.allAgree || asked.project.authorIds.every(id => asked.acceptedIds.includes(id)) ? yes : no('waiting-for-others')
}

export type OfficeWhy = 'not-yours' | 'wrong-state' | 'not-later' | 'too-far'
export function mayExtendCall(actor: Actor, subject: CallCase & { readonly dueOn: Day }, dueOn: Day): Verdict<OfficeWhy> {
  const verdict = completing.may(actor, 'withdraw', subject)
  if (!verdict.ok) return verdict
  if (dueOn <= subject.dueOn) return no('not-later')
  return dueOn <= addDays(subject.dueOn, dueWithin) ? yes : no('too-far')
}

export type SettleWhy = 'not-yours' | 'wrong-state' | 'still-open'
/** The office settles a call when it is answered; without an answer, once its day is over. */
export function maySettle(actor: Actor, asked: Asked, step: 'comply' | 'fail'): Verdict<SettleWhy> {
  const verdict = completing.may(actor, step, { state: asked.call.state, project: asked.project })
  if (!verdict.ok) return verdict
  return waitsForOffice(asked.call, asked.today) ? yes : no('still-open')
}

/** So long what the office said stays among the matters of the authors. */
export const settledDays = 14
/** Two days before the end, once. */
export const reminderDays = 2
