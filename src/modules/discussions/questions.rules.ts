import { type Actor, has } from '#kit/actor.ts'
import { addDays, type Day, dayOf } from '#kit/dates.ts'
import type { FactRules } from '#kit/facts.ts'
import { procedure } from '#kit/procedure.ts'
import { no, type Verdict, yes } from '#kit/verdict.ts'

declare module '#kit/facts.ts' {
  interface Facts {
    'question.passed': { comment: string; unit: string; dueOn: Day }
    'question.answered': { comment: string; unit: string }
  }
}
export const questionsFacts = {
  'question.passed': { keep: { years: 6 } },
  'question.answered': { keep: { years: 6 } },
} satisfies FactRules

/** The units that this person answers for. */
export const unitsOf = (actor: Actor): string[] =>
  actor.grants.flatMap(({ role, unitId }) => ((role === 'unit-expert' || role === 'unit-head') && unitId ? [unitId] : []))

export const questionStates = ['asked', 'passed', 'answered'] as const
export type QuestionState = (typeof questionStates)[number]
/** A question asked in a talk: neighbours may answer it; a city unit that it was passed to must. */
export type Question = {
  readonly state: QuestionState
  readonly unitId: string | null
  readonly unitCode: string | null
  readonly unitName: string | null
  readonly dueOn: Day | null
  readonly answer: string | null
  readonly answeredAt: Date | null
}

/** Where it was asked and whose it is: nobody speeds up what they co-author. */
export type QuestionCase = {
  readonly state: QuestionState
  readonly unitId: string | null
  readonly territoryIds: readonly string[]
  readonly authorIds: readonly string[]
}

const keepsOrder = (actor: Actor, { territoryIds }: QuestionCase) =>
  territoryIds.some(
    territoryId => has(actor, 'moderator', { territoryId }) || has(actor, 'clerk', { territoryId }) || has(actor, 'ambassador', { territoryId }),
  )
const answersFor = (actor: Actor, { unitId }: QuestionCase) => has(actor, 'coordinator') || (unitId !== null && has(actor, 'unit-expert', { unitId }))

export const asking = procedure<QuestionState, Actor, QuestionCase>('asked')({
  pass: { from: ['asked', 'passed'], to: 'passed', allows: keepsOrder },
  answer: { from: ['asked', 'passed'], to: 'answered', allows: answersFor },
})

/** What stood there before an edit is for those who keep order in that place, unless the matter is theirs. */
export const maySeeEarlier = (actor: Actor, { territoryIds, authorIds }: QuestionCase): boolean =>
  !authorIds.includes(actor.id) && territoryIds.some(territoryId => has(actor, 'moderator', { territoryId }))

export function mayPassQuestion(actor: Actor, question: QuestionCase): Verdict<'not-yours' | 'wrong-state' | 'co-author'> {
  const verdict = asking.may(actor, 'pass', question)
  if (!verdict.ok) return verdict
  return question.authorIds.includes(actor.id) ? no('co-author') : yes
}
export function mayAnswerQuestion(actor: Actor, question: QuestionCase): Verdict<'not-yours' | 'wrong-state' | 'co-author'> {
  const verdict = asking.may(actor, 'answer', question)
  if (!verdict.ok) return verdict
  return question.authorIds.includes(actor.id) ? no('co-author') : yes
}

/** The unit's own time to answer, in whole days; the last of them counts. */
export const questionDue = (now: Date, slaDays: number): Day => addDays(dayOf(now), slaDays)
export const isQuestionOverdue = ({ state, dueOn }: Pick<Question, 'state' | 'dueOn'>, now: Date): boolean =>
  state === 'passed' && dueOn !== null && dueOn < dayOf(now)

export const answerLimits = { min: 10, max: 3000 } as const
