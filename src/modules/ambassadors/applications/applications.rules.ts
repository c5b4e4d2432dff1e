import { type Actor, has, house, isSomebody } from '#kit/actor.ts'
import type { Channel } from '#kit/channels.ts'
import { type Day, dayOf } from '#kit/dates.ts'
import type { FactRules } from '#kit/facts.ts'
import type { Area } from '#kit/geo.ts'
import { procedure } from '#kit/procedure.ts'
import { no, type Verdict, yes } from '#kit/verdict.ts'
import { type Call, callOpenness } from '#modules/ambassadors/applications/calls.rules.ts'
import type { ParticipationForm } from '#modules/ambassadors/tenure/terms.rules.ts'

declare module '#kit/facts.ts' {
  interface Facts {
    'application.started': { title: string }
    'application.submitted': { title: string }
    'application.withdrawn': { title: string }
    'application.called': { title: string; number: string; dueOn: Day }
    'application.accepted': { title: string; number: string }
    'application.rejected': { title: string; number: string }
    'application.put-on-list': { title: string; number: string }
    'application.moved-up': { title: string }
    'applications.imported': { rows: number }
  }
}
/** Who applied and how it ended is kept as long as the longest-kept application. */
export const applicationsFacts = {
  'application.started': { keep: { days: 60 } },
  'application.submitted': { keep: { years: 3 } },
  'application.withdrawn': { keep: { years: 1 } },
  'application.called': { keep: { years: 1 } },
  'application.accepted': { keep: { years: 6 } },
  'application.rejected': { keep: { years: 1 } },
  'application.put-on-list': { keep: { years: 1 } },
  'application.moved-up': { keep: { years: 1 } },
  'applications.imported': { keep: { years: 3 } },
} satisfies FactRules

export const applicationStates = ['draft', 'submitted', 'to-complete', 'waiting', 'accepted', 'rejected', 'withdrawn'] as const
export type ApplicationState = (typeof applicationStates)[number]
export const statements = ['true', 'statute', 'unpaid', 'public'] as const
export type Statement = (typeof statements)[number]

/** What the applicant says. Everything may be missing while it is a draft. */
export type Content = {
  readonly name: string
  readonly phone: string
  /** Whether of age; a date of birth is never asked. Null until answered. */
  readonly ofAge: boolean | null
  readonly guardian: string
  readonly areaWords: string
  readonly streets: readonly string[]
  readonly forms: readonly ParticipationForm[]
  readonly experience: string
  readonly motivation: string
  readonly availability: string
  /** By the id of the call's question. */
  readonly answers: Readonly<Record<string, string>>
  readonly statements: readonly Statement[]
}
export const emptyContent: Content = {
  name: '',
  phone: '',
  ofAge: null,
  guardian: '',
  areaWords: '',
  streets: [],
  forms: [],
  experience: '',
  motivation: '',
  availability: '',
  answers: {},
  statements: [],
}
export const contentLimits = { name: 80, phone: 30, words: 500, street: 80, streets: 30, long: 3000, short: 200 } as const

export type Application = {
  readonly id: string
  readonly callId: string
  readonly editionId: string
  readonly personId: string
  readonly state: ApplicationState
  readonly version: number
  readonly channel: Channel
  readonly enteredBy: string | null
  readonly content: Content
  readonly area: Area | null
  readonly districtIds: readonly string[]
  /** The day on which paper came; the day of submission otherwise. */
  readonly receivedOn: Day | null
  readonly submittedAt: Date | null
  readonly missing: string | null
  readonly dueOn: Day | null
  readonly waitingNo: number | null
  readonly changedAt: Date
}
type Case = Pick<Application, 'state' | 'personId' | 'editionId' | 'enteredBy'>

export const isApplicant = (actor: Actor, { personId }: Pick<Application, 'personId'>): boolean => isSomebody(actor) && actor.id === personId
const isClerk = (actor: Actor, { editionId }: Case) => has(actor, 'clerk', { editionId })
/** Whoever applies, or the office where the person came with paper. */
const isWriter = (actor: Actor, one: Case) => isApplicant(actor, one) || (one.enteredBy !== null && isClerk(actor, one))
const isCoordinator = (actor: Actor, { editionId }: Pick<Case, 'editionId'>) => actor === house || has(actor, 'coordinator', { editionId })
/** Nobody decides on their own application, nor on one of nobody's. */
const isDecider = (actor: Actor, one: Case) => isCoordinator(actor, one) && !isApplicant(actor, one)

/** Zgłoszenie ambasadora (process model 6.3). */
export const applying = procedure<ApplicationState, Actor, Case>('draft')({
  submit: { from: ['draft', 'to-complete'], to: 'submitted', allows: isWriter },
  withdraw: { from: ['draft', 'submitted', 'to-complete', 'waiting'], to: 'withdrawn', allows: isWriter },
  complete: { from: ['submitted', 'to-complete'], to: 'to-complete', allows: isDecider },
  wait: { from: ['submitted'], to: 'waiting', allows: isDecider },
  accept: { from: ['submitted', 'waiting'], to: 'accepted', allows: isDecider },
  reject: { from: ['submitted', 'to-complete', 'waiting'], to: 'rejected', allows: isDecider },
})

/** The page of an application: its person, coordinators, and the clerk who wrote it down. */
export const maySee = (actor: Actor, one: Case): boolean =>
  isApplicant(actor, one) || isCoordinator(actor, one) || (one.enteredBy !== null && one.enteredBy === actor.id && isClerk(actor, one))

export type WriteWhy = 'not-yours' | 'wrong-state' | 'due-passed' | 'phase-not-yet' | 'phase-over' | 'phase-unplanned'
const whys = { 'not-yet': 'phase-not-yet', over: 'phase-over', unplanned: 'phase-unplanned' } as const
const isOpen = (call: Call, now: Date): Verdict<WriteWhy> => {
  const { state } = callOpenness(call, now)
  return state === 'open' ? yes : no(whys[state])
}

/** A draft may be written while the call is open; one that was called to complete until its own day. */
export function mayWrite(actor: Actor, one: Case & Pick<Application, 'dueOn'>, call: Call, now: Date): Verdict<WriteWhy> {
  const verdict = applying.may(actor, 'submit', one)
  if (!verdict.ok) return verdict
  if (one.state === 'draft') return isOpen(call, now)
  return one.dueOn !== null && one.dueOn < dayOf(now) ? no('due-passed') : yes
}

export function mayStart(actor: Actor, call: Call, now: Date): Verdict<WriteWhy | 'sign-in'> {
  return isSomebody(actor) ? isOpen(call, now) : no('sign-in')
}
