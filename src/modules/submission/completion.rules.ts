import { type Actor, has, house } from '#kit/actor.ts'
import { addDays, type Day } from '#kit/dates.ts'
import type { FactRules } from '#kit/facts.ts'
import { procedure } from '#kit/procedure.ts'
import { no, type Verdict, yes } from '#kit/verdict.ts'
import { type CostLine, type SectionName, sectionNames } from '#modules/proposals/drafting.rules.ts'
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
  'completion.reminded': { keep: { years: 1 } },
} satisfies FactRules

/** What may be called for; nothing else of the project can be changed in the answer. */
export const callable = [...sectionNames, 'costs'] as const
export type CallablePart = SectionName | 'costs'
export type CallState = 'open' | 'agreeing' | 'answered' | 'lapsed' | 'withdrawn'

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
}
/** One part as the authors write it, until it is handed in. */
export type PartWritten = { readonly part: CallablePart; readonly content: string | readonly CostLine[]; readonly revision: number }

export type CallCase = { readonly state: CallState; readonly project: ProjectCase }
const isClerk = (actor: Actor, { project }: CallCase) => has(actor, 'clerk', { territoryId: project.territoryId }) && !isAuthor(actor, project)
const leads = (actor: Actor, { project }: CallCase) => isLead(actor, project)

/** From the office's call to the authors' answer; a correction takes back what was frozen, as with a draft. */
export const completing = procedure<CallState, Actor, CallCase>('open')({
  freeze: { from: ['open'], to: 'agreeing', allows: leads },
  reopen: { from: ['agreeing'], to: 'open', allows: (actor, { project }) => isAuthor(actor, project) },
  answer: { from: ['agreeing'], to: 'answered', allows: leads },
  withdraw: { from: ['open', 'agreeing'], to: 'withdrawn', allows: isClerk },
  lapse: { from: ['open', 'agreeing'], to: 'lapsed', allows: actor => actor === house },
})
export const isUnderWay = ({ state }: Pick<Call, 'state'>): boolean => state === 'open' || state === 'agreeing'

export type CallWhy = 'not-clerk' | 'own-matter' | 'not-submitted' | 'already-called' | 'too-early'
/** A clerk calls once at a time, and gives at least the days that the rules give. */
export function mayCall(actor: Actor, project: ProjectCase, asked: { underWay: boolean; dueOn?: Day; today: Day; days: number }): Verdict<CallWhy> {
  if (!has(actor, 'clerk', { territoryId: project.territoryId })) return no('not-clerk')
  if (isAuthor(actor, project)) return no('own-matter')
  if (project.state !== 'submitted') return no('not-submitted')
  if (asked.underWay) return no('already-called')
  return asked.dueOn === undefined || asked.dueOn >= addDays(asked.today, asked.days) ? yes : no('too-early')
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

export type OfficeWhy = 'not-yours' | 'wrong-state' | 'not-later'
export function mayExtendCall(actor: Actor, subject: CallCase & { readonly dueOn: Day }, dueOn: Day): Verdict<OfficeWhy> {
  const verdict = completing.may(actor, 'withdraw', subject)
  if (!verdict.ok) return verdict
  return dueOn > subject.dueOn ? yes : no('not-later')
}

/** Two days before the end, once. */
export const reminderDays = 2
