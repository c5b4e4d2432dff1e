import { type Actor, has } from '#kit/actor.ts'
import type { FactRules } from '#kit/facts.ts'
import { isAuthor, type ProjectCase } from '#modules/proposals/proposals.rules.ts'

declare module '#kit/facts.ts' {
  interface Facts {
    'readiness.answered': { title: string }
    'consent.added': { title: string }
    'consent.removed': { title: string }
  }
}
export const readinessFacts = {
  'readiness.answered': { keep: { years: 10 } },
  'consent.added': { keep: { years: 10 } },
  'consent.removed': { keep: { years: 10 } },
} satisfies FactRules

/** What a unit asks about every project: who can get there and use it, and whether everybody may. */
export const questions = ['wheels', 'senses', 'rest', 'everybody', 'hours', 'free'] as const
export type Question = (typeof questions)[number]
export const answers = ['yes', 'partly', 'no'] as const
export type Answer = (typeof answers)[number]
export type Answered = { readonly question: Question; readonly answer: Answer; readonly note: string }
export const noteMax = 300

/** A consent may name its giver and carry a signature: it is for the authors, the office of that place, and the units that were asked. */
export const maySeeConsents = (actor: Actor, project: ProjectCase, units: { asked: readonly string[]; own: readonly string[] }): boolean =>
  isAuthor(actor, project) || has(actor, 'clerk', { territoryId: project.territoryId }) || units.own.some(id => units.asked.includes(id))

export const checks = ['sections', 'costs', 'questions', 'consent', 'advice', 'agreement'] as const
export type Check = (typeof checks)[number]
/** `required` by the rules of the edition, or only good to have. `who` may add it. */
export type CheckRow = { readonly check: Check; readonly done: boolean; readonly required: boolean; readonly who: 'writers' | 'authors' | 'everyone' }

export type Standing = {
  readonly sectionProblems: number
  readonly costProblems: number
  readonly costOptional: boolean
  readonly costLines: number
  readonly answered: number
  readonly consents: number
  readonly advice: number
  readonly agreed: boolean
}

/** Everything that a project needs before it is submitted, in the order in which people do it. */
export const checklistOf = (standing: Standing): CheckRow[] => [
  { check: 'sections', done: standing.sectionProblems === 0, required: true, who: 'writers' },
  // nothing reckoned yet is no reckoning within the rules
  {
    check: 'costs',
    done: standing.costProblems === 0 && standing.costLines > 0,
    required: !standing.costOptional || standing.costProblems > 0,
    who: 'writers',
  },
  { check: 'questions', done: standing.answered === questions.length, required: false, who: 'writers' },
  { check: 'consent', done: standing.consents > 0, required: false, who: 'authors' },
  { check: 'advice', done: standing.advice > 0, required: false, who: 'authors' },
  { check: 'agreement', done: standing.agreed, required: true, who: 'everyone' },
]
