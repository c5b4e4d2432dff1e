import { type Actor, has, house } from '#kit/actor.ts'
import type { FactRules } from '#kit/facts.ts'
import type { Area } from '#kit/geo.ts'
import { procedure } from '#kit/procedure.ts'
import { no, type Verdict } from '#kit/verdict.ts'
import type { RuleSet } from '#modules/programme/programme.rules.ts'

declare module '#kit/facts.ts' {
  interface Facts {
    'term.started': { districts: readonly string[] }
    'term.authorised': { number: string }
    'term.activated': { districts: readonly string[] }
    'term.suspended': { districts: readonly string[] }
    'term.resumed': { districts: readonly string[] }
    'term.recalled': { districts: readonly string[] }
    'term.resigned': { districts: readonly string[] }
    'term.finished': { districts: readonly string[] }
    'residents.counted': { residents: number }
  }
}
export const termsFacts = {
  'term.started': { keep: { years: 6 } },
  'term.authorised': { keep: { years: 6 } },
  'term.activated': { keep: { years: 6 } },
  'term.suspended': { keep: { years: 6 } },
  'term.resumed': { keep: { years: 6 } },
  'term.recalled': { keep: { years: 6 } },
  'term.resigned': { keep: { years: 6 } },
  'term.finished': { keep: { years: 6 } },
  'residents.counted': { keep: { years: 6 } },
} satisfies FactRules

export const termStates = ['accepted', 'active', 'suspended', 'recalled', 'resigned', 'finished'] as const
export type TermState = (typeof termStates)[number]
export type ParticipationForm = RuleSet['ambassador']['forms'][number]

/** The written authorisation to handle personal data at meetings. */
export type Authorisation = { readonly number: string; readonly at: Date; readonly by: string }

/** The time in which somebody is an ambassador of an area, from the acceptance of the application to its end. */
export type Term = {
  readonly id: string
  readonly state: TermState
  readonly personId: string
  readonly applicationId: string | undefined
  readonly editionId: string
  readonly districtIds: readonly string[]
  /** Drawn on the map; in words always. */
  readonly area: Area | undefined
  readonly areaWords: string
  readonly forms: readonly ParticipationForm[]
  /** How many people live there, as far as the coordinator has said. */
  readonly residents: number | undefined
  readonly authorisation: Authorisation | undefined
  readonly reason: string | undefined
  readonly startedAt: Date
  readonly activatedAt: Date | undefined
  readonly endedAt: Date | undefined
  readonly version: number
}
type Case = Pick<Term, 'state' | 'personId' | 'editionId'>

const isOwn = (actor: Actor, term: Case) => actor.id !== '' && actor.id === term.personId
/** Nobody leads their own matter, whatever their role. */
const isCoordinator = (actor: Actor, term: Case) =>
  !isOwn(actor, term) && (actor === house || has(actor, 'coordinator', { editionId: term.editionId }))

/** Kadencja ambasadora. Public and with powers only while it is active. */
export const terming = procedure<TermState, Actor, Case>('accepted')({
  activate: { from: ['accepted'], to: 'active', allows: isCoordinator },
  suspend: { from: ['active'], to: 'suspended', allows: isCoordinator },
  resume: { from: ['suspended'], to: 'active', allows: isCoordinator },
  recall: { from: ['accepted', 'active', 'suspended'], to: 'recalled', allows: isCoordinator },
  resign: { from: ['accepted', 'active', 'suspended'], to: 'resigned', allows: isOwn },
  finish: { from: ['active', 'suspended'], to: 'finished', allows: isCoordinator },
})
export type TermStep = (typeof terming.names)[number]
export type TermWhy = 'not-yours' | 'wrong-state' | 'untrained' | 'unauthorised' | 'reason-missing'

export const isLive = ({ state }: Pick<Term, 'state'>): boolean => state === 'accepted' || state === 'active' || state === 'suspended'
export const needsReason = (step: TermStep): boolean => step === 'suspend' || step === 'recall'

/** Becoming active needs training done and a written authorisation; taking powers away needs a reason. */
export function mayTake(
  actor: Actor,
  step: TermStep,
  term: Case & Pick<Term, 'authorisation'>,
  { trained, reason = '' }: { readonly trained: boolean; readonly reason?: string | undefined },
): Verdict<TermWhy> {
  const verdict = terming.may(actor, step, term)
  if (!verdict.ok) return verdict
  if (step === 'activate' && !trained) return no('untrained')
  if (step === 'activate' && !term.authorisation) return no('unauthorised')
  return needsReason(step) && reason.trim() === '' ? no('reason-missing') : { ok: true }
}

/** The coordinator authorises in writing whoever has been trained, once. */
export function mayAuthorise(actor: Actor, term: Case & Pick<Term, 'authorisation'>, trained: boolean): Verdict<TermWhy> {
  if (!isCoordinator(actor, term)) return no('not-yours')
  if (!isLive(term) || term.authorisation) return no('wrong-state')
  return trained ? { ok: true } : no('untrained')
}

/** The span of which a report and a certificate tell. */
export const spanOf = (term: Pick<Term, 'startedAt' | 'activatedAt' | 'endedAt'>, now: Date): readonly [from: Date, to: Date] => [
  term.activatedAt ?? term.startedAt,
  term.endedAt ?? now,
]

/** Oneself, and the coordinators of the edition. */
export const mayReadTerm = (actor: Actor, term: Case): Verdict<'not-yours'> =>
  isOwn(actor, term) || has(actor, 'coordinator', { editionId: term.editionId }) ? { ok: true } : no('not-yours')
export const mayCountResidents = (actor: Actor, term: Case): Verdict<'not-yours'> => (isCoordinator(actor, term) ? { ok: true } : no('not-yours'))

/** What only the ambassador of a running term may do in the workspace. */
export function mayWork(actor: Actor, term: Pick<Term, 'state' | 'personId'> | undefined): Verdict<'not-yours' | 'not-active'> {
  if (!term || actor.id === '' || actor.id !== term.personId) return no('not-yours')
  return term.state === 'active' ? { ok: true } : no('not-active')
}

/** LP/12/2026 */
export const authorisationNo = (ordinal: number, year: number): string => `LP/${ordinal}/${year}`
