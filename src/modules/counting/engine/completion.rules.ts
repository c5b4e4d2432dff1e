import type { Grosze } from '#kit/money.ts'
import type { Election } from '#modules/counting/engine/election.rules.ts'
import { firstPrices, runShares, type SharesRule, type SharesRun } from '#modules/counting/engine/equal-shares.rules.ts'
import { exactPurses, type Fraction } from '#modules/counting/engine/exact.rules.ts'

export type Completion = {
  readonly add1: boolean
  /** What each ballot gets more in each step of Add1. */
  readonly increment: Grosze
  /** Does Add1 stop as soon as no further project fits? Named, since it changes who wins. */
  readonly stopExhaustive: boolean
}
export type SharesCount = {
  readonly run: SharesRun
  readonly start: Fraction
  readonly runs: number
  /** The run that was not taken any more, where Add1 ended because of it. */
  readonly refused: { readonly start: Fraction; readonly run: SharesRun } | undefined
  /** Add1 ended because it had taken `mostSteps`. */
  readonly capped: boolean
}
/** Real elections take up to 1,300 steps. An increment of a grosz could take millions: it ends here, and the certificate says so. */
export const mostSteps = 20_000

/** What a long count has done so far: how many runs, and how much of the budget the last of them spends. */
export type Step = { readonly runs: number; readonly spent: Grosze }

export const countShares = (e: Election, rule: SharesRule, completion: Completion): SharesCount => finish(sharesSteps(e, rule, completion))

/** The same, one run at a time, for whoever shows progress or must not hold up others meanwhile. */
export function* sharesSteps(e: Election, rule: SharesRule, completion: Completion): Generator<Step, SharesCount> {
  const startOf = (step: number): Fraction => ({
    top: BigInt(e.budget) + BigInt(step) * BigInt(completion.increment) * BigInt(e.voters),
    bottom: BigInt(e.voters),
  })
  const first = firstPrices(e, rule)
  let [step, start] = [0, startOf(0)]
  let run = runShares(e, start, rule, e.budget, first)
  while (step < mostSteps && completion.add1 && !(completion.stopExhaustive && isExhaustive(e, run)) && !isComplete(e, run)) {
    step += 1
    yield { runs: step, spent: run.spent }
    const next = runShares(e, startOf(step), rule, e.budget, first)
    if (next.exceeded) return { run, start, runs: step + 1, refused: { start: startOf(step), run: next }, capped: false }
    ;[run, start] = [next, startOf(step)]
  }
  return { run, start, runs: step + 1, refused: undefined, capped: step === mostSteps }
}

/** Goes through all steps at once. */
export function finish<T>(steps: Generator<unknown, T>): T {
  for (;;) {
    const { done, value } = steps.next()
    if (done) return value
  }
}

const isExhaustive = (e: Election, { winners, spent }: SharesRun): boolean => {
  const won = new Set(winners)
  return e.costs.every((cost, project) => won.has(project) || cost > e.budget - spent)
}
/** Everything that anybody chose has won: more money changes nothing. */
const isComplete = (e: Election, { winners }: SharesRun): boolean => {
  const won = new Set(winners)
  return e.ids.every((_, p) => won.has(p) || e.starts[p] === e.starts[p + 1] || e.costs[p] === Number.POSITIVE_INFINITY)
}

/** How many ballots are better off with the one outcome, and how many with the other. Whole numbers without a limit: points times grosze are large. */
export function compareOutcomes(e: Election, one: readonly number[], other: readonly number[], { utility }: SharesRule) {
  const gains: bigint[] = Array(e.times.length).fill(0n)
  const weigh = (winners: readonly number[], sign: bigint) => {
    for (const p of winners) {
      const worth = sign * (utility === 'cost' ? BigInt(e.costs[p] ?? 0) : 1n)
      for (let i = e.starts[p] ?? 0; i < (e.starts[p + 1] ?? 0); i += 1) {
        const ballot = e.by[i] ?? 0
        gains[ballot] = (gains[ballot] ?? 0n) + worth * BigInt(e.weights[i] ?? 0)
      }
    }
  }
  weigh(one, 1n)
  weigh(other, -1n)
  let [forOne, forOther] = [0, 0]
  for (const [ballot, times] of e.times.entries()) {
    if ((gains[ballot] ?? 0n) > 0n) forOne += times
    if ((gains[ballot] ?? 0n) < 0n) forOther += times
  }
  return { forOne, forOther }
}

/** The outcome paid again in exact fractions: what a unit of weight paid for each winner. Throws when somebody would pay what they do not have. */
export function replay(e: Election, start: Fraction, run: SharesRun) {
  const exact = exactPurses(e, start)
  const rounds = run.winners.map(project => {
    const { price, poor, rich } = exact.pay(project)
    return { project: e.ids[project] ?? '', cost: e.costs[project] ?? 0, price, poor, rich }
  })
  const left = run.exceeded
    ? []
    : e.ids.flatMap((id, p) => (!run.winners.includes(p) && e.starts[p] !== e.starts[p + 1] && exact.price(p) ? [id] : []))
  if (left.length > 0) throw new Error(`these could still be paid for: ${left.join(', ')}`)
  return rounds
}
