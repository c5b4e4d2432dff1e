import type { Grosze } from '#kit/money.ts'
import { type Count, countSteps, isShares } from '#modules/counting/engine/count.rules.ts'
import { byMarks, type Election, withVector } from '#modules/counting/engine/election.rules.ts'
import type { TurnOutcome } from '#modules/counting/engine/greedy.rules.ts'
import { type Question, settingsOf } from '#modules/counting/question.rules.ts'
import { beyondRule } from '#modules/counting/results/pools.rules.ts'
import { votersSide } from '#modules/counting/results/voters.rules.ts'

/** What came of a project at its turn; `partner` won out of the same group, so that this one could not. */
export type LabTurn = {
  readonly place: number
  readonly points: number
  readonly left: Grosze
  readonly outcome: TurnOutcome
  readonly partner?: string
}
export type LabOutcome = {
  readonly winners: readonly string[]
  /** Of them, who won beyond the rule: for the minimum, then for what was left. */
  readonly byMinimum: readonly string[]
  readonly byLeftover: readonly string[]
  readonly spent: Grosze
  readonly budget: Grosze
  readonly voters: number
  readonly withWinner: number
  readonly ties: number
  readonly harmlessTies: number
  /** Ties that only a draw could settle, and its seed is not known yet: the order within each is open. */
  readonly open: readonly (readonly string[])[]
  /** Only where the list is walked from its top. */
  readonly turns?: Readonly<Record<string, LabTurn>>
}
/** How far a count is, from 0 to 1: Add1 ends at the latest when the budget is spent. */
export type LabProgress = number

/** Counts step by step; what is yielded is the progress. The same code runs in a browser's worker and on the server. */
export function* experiment(cast: Election, question: Question): Generator<LabProgress, LabOutcome> {
  const valued = question.vector ? withVector(cast, question.vector) : cast
  const weighed = question.weights === 'points' && isShares(question.rule) ? valued : byMarks(valued)
  const e = question.budget === undefined ? weighed : { ...weighed, budget: question.budget }
  if (!question.rule.startsWith('greedy') && e.voters === 0) return told(e, question, undefined)
  const steps = countSteps(e, question.rule, settingsOf(question, e.ids))
  for (;;) {
    const { done, value } = steps.next()
    if (done) return told(e, question, value)
    yield e.budget > 0 ? Math.min(1, value.spent / e.budget) : 0
  }
}

function told(e: Election, question: Question, count: Count | undefined): LabOutcome {
  const settings = settingsOf(question, e.ids)
  const pool = { id: '', election: e, settings, minimum: question.minimum }
  const beyond = count && beyondRule(pool, count, question.leftover === 'next')
  const { byMinimum, byLeftover, spent } = beyond ?? { byMinimum: [], byLeftover: [], spent: 0 }
  const winners = [...(count?.winners ?? []), ...byMinimum, ...byLeftover]
  const ties = count?.ties ?? []
  const waits = settings.ties.steps.includes('draw') && question.seed === ''
  const turns = count && turnsOf(count, question)
  return {
    winners,
    byMinimum,
    byLeftover,
    spent,
    budget: e.budget,
    voters: e.voters,
    withWinner: votersSide(e, winners).withWinner,
    ties: ties.length,
    harmlessTies: count?.harmlessTies ?? 0,
    // where nothing before the draw told them apart, the number did only so that there is something to show
    open: waits ? ties.filter(({ step }) => step === 'id').map(({ projects }) => projects) : [],
    ...(turns ? { turns } : {}),
  }
}

function turnsOf({ certificate, winners }: Count, { exclusive }: Question): LabOutcome['turns'] {
  if (!('turns' in certificate)) return undefined
  const partnerOf = (id: string) => exclusive.find(group => group.includes(id) && group.some(one => winners.includes(one)))
  return Object.fromEntries(
    certificate.turns.map(({ project, points, left, outcome }, i) => {
      const partner = outcome === 'excluded' ? partnerOf(project)?.find(one => winners.includes(one)) : undefined
      return [project, { place: i + 1, points, left, outcome, ...(partner === undefined ? {} : { partner }) }]
    }),
  )
}
