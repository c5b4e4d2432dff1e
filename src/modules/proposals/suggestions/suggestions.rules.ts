import { type Actor, isSomebody } from '#kit/actor.ts'
import type { FactRules } from '#kit/facts.ts'
import { no, type Verdict, yes } from '#kit/verdict.ts'
import type { Comment } from '#modules/discussions/discussions.rules.ts'
import type { CostChange } from '#modules/proposals/cost/cost-changes.rules.ts'
import type { SectionName } from '#modules/proposals/drafting/drafting.rules.ts'
import { closedAs, type ProjectCase } from '#modules/proposals/proposals.rules.ts'

declare module '#kit/facts.ts' {
  interface Facts {
    'suggestion.marked': { comment: string; met: Met }
  }
}
export const suggestionsFacts = { 'suggestion.marked': { keep: { years: 6 } } } satisfies FactRules

/** How much it matters, from the mildest: what weighs more in the agreement stands later. */
export const degrees = ['wish', 'rather-not', 'must', 'would-withdraw'] as const
export type Degree = (typeof degrees)[number]
export const marks = ['yes', 'partly', 'no'] as const
export type Met = (typeof marks)[number]

/** What a change may be suggested to. */
export type SuggestedPart = SectionName | 'costs'

/** What hangs on a proposed change: which section, how much it matters, whether it is met. Revisions count the section's texts, from 0. */
export type Suggestion = {
  readonly commentId: string
  readonly section: SuggestedPart
  /** To the costs: the very row. */
  readonly change?: CostChange
  readonly degree: Degree
  /** The text that stood there when it was said. */
  readonly saidAt: number
  /** The text that stands there now. */
  readonly revision: number
  readonly mark: { readonly met: Met; readonly revision: number; readonly at: Date } | null
}

/** A mark speaks of the text it was given to; a changed section asks again. */
export const currentMet = ({ mark, revision }: Pick<Suggestion, 'mark' | 'revision'>): Met | undefined =>
  mark && mark.revision === revision ? mark.met : undefined
export const asksAgain = (suggestion: Pick<Suggestion, 'mark' | 'revision'>): boolean =>
  suggestion.mark !== null && currentMet(suggestion) === undefined

/** Whoever suggested says whether it is met (or whoever wrote their words down), once the authors have answered or the text has changed. */
export function mayMark(
  actor: Actor,
  project: Pick<ProjectCase, 'state'>,
  comment: Pick<Comment, 'authorId' | 'enteredBy' | 'text' | 'settlement'>,
  suggestion: Pick<Suggestion, 'saidAt' | 'revision'>,
): Verdict<'sign-in' | 'not-suggester' | 'withdrawn' | 'no-words' | 'nothing-yet'> {
  if (!isSomebody(actor)) return no('sign-in')
  if (actor.id !== comment.authorId && actor.id !== comment.enteredBy) return no('not-suggester')
  if (closedAs(project) === 'withdrawn') return no('withdrawn')
  if (comment.text === '') return no('no-words')
  return comment.settlement || suggestion.revision > suggestion.saidAt ? yes : no('nothing-yet')
}

const weights: Readonly<Record<Degree, number>> = { wish: 1, 'rather-not': 1, must: 3, 'would-withdraw': 4 }
const shares: Readonly<Record<Met, number>> = { yes: 1, partly: 0.5, no: 0 }
/** Below this many people a percentage would say more than is known. */
const figureFrom = 5

type AgreementWord = 'nobody' | 'all' | 'most' | 'part' | 'little'
type Agreement = {
  readonly people: number
  /** Suggestions met, wholly, by the text that stands now. */
  readonly met: number
  readonly suggestions: number
  readonly word: AgreementWord
  /** Whole percents, rounded down so that 100 means all; undefined where too few people spoke. */
  readonly percent: number | undefined
}
export type Voice = { readonly authorId: string; readonly degree: Degree; readonly met: Met | undefined }

/**
 * How far a section meets what was suggested to it. Each suggestion weighs 1 (a wish, rather not), 3 (must be met for my support) or 4 (would withdraw my
 * support) and counts whole when its author marked it met, half when partly, not at all otherwise: agreement = sum of weight x share / sum of weights. A mark
 * given to an earlier text does not count. In words: all = 1, most from 2/3, part from 1/3, little below.
 */
export function agreementOf(voices: readonly Voice[]): Agreement {
  const people = new Set(voices.map(({ authorId }) => authorId)).size
  const whole = voices.reduce((sum, { degree }) => sum + weights[degree], 0)
  const reached = voices.reduce((sum, { degree, met }) => sum + (met ? weights[degree] * shares[met] : 0), 0)
  const counted = { people, suggestions: voices.length, met: voices.filter(({ met }) => met === 'yes').length }
  return { ...counted, word: wordOf(reached, whole), percent: people >= figureFrom ? Math.floor((reached * 100) / whole) : undefined }
}

function wordOf(reached: number, whole: number): AgreementWord {
  if (whole === 0) return 'nobody'
  if (reached === whole) return 'all'
  return reached * 3 >= whole * 2 ? 'most' : reached * 3 >= whole ? 'part' : 'little'
}

/** What was said to one section and may still be read. */
export const voicesFor = (section: SuggestedPart, suggestions: ReadonlyMap<string, Suggestion>, comments: readonly Comment[]): Voice[] =>
  comments.flatMap(({ id, authorId, text }) => {
    const one = suggestions.get(id)
    return one?.section === section && text !== '' ? [{ authorId, degree: one.degree, met: currentMet(one) }] : []
  })
