import type { Grosze } from '#kit/money.ts'
import { compareOutcomes, finish, replay, type Step, sharesSteps } from '#modules/counting/engine/completion.rules.ts'
import type { Election } from '#modules/counting/engine/election.rules.ts'
import { runShares, type SharesRule, type Utility } from '#modules/counting/engine/equal-shares.rules.ts'
import type { Fraction } from '#modules/counting/engine/exact.rules.ts'
import { countGreedy, type DecisiveTie, fillUp, type GreedyCount, type TurnOutcome } from '#modules/counting/engine/greedy.rules.ts'
import { runPhragmen } from '#modules/counting/engine/phragmen.rules.ts'
import { settledBy, type Tie, type TieOrder, type TieStep, tieCompare } from '#modules/counting/engine/ties.rules.ts'

const greedyRules = ['greedy', 'greedy-no-skip', 'greedy-threshold', 'greedy-exclusive', 'greedy-custom'] as const
const shares = ['equalshares', 'equalshares-cardinality'] as const
export const ruleNames = [
  ...greedyRules,
  ...shares.flatMap(name => [name, `${name}/greedy`, `${name}/add1`, `${name}/add1u`, `${name}/add1-comparison`] as const),
  'phragmen',
] as const
export type RuleName = (typeof ruleNames)[number]
export const isRuleName = (name: string): name is RuleName => (ruleNames as readonly string[]).includes(name)
export const isShares = (rule: RuleName): boolean => rule.startsWith('equalshares')

/** Greedy counts points; only where ballots give none are points and votes the same. */
export const defaultTies = (rule: RuleName): readonly TieStep[] =>
  isShares(rule) || rule === 'phragmen' ? ['cost', 'votes', 'id'] : ['points', 'firsts', 'votes', 'cost', 'id']

export type CountSettings = {
  readonly ties: TieOrder
  readonly threshold: number
  readonly increment: Grosze
  readonly stopExhaustive: boolean
  /** Of each of these groups at most one project wins; told by greedy rules only. */
  readonly exclusive?: readonly (readonly string[])[]
}
/** As the rule is counted unless somebody says otherwise. */
export const usual = (rule: RuleName): CountSettings => ({ ties: { steps: defaultTies(rule) }, threshold: 0, increment: 100, stopExhaustive: false })
/**
 * What Add1 gives each ballot more in a step: one of most currencies, and more where one buys next to nothing, or the count would take
 * as many times more steps for the same outcome.
 */
const scales: Readonly<Record<string, number>> = { CZK: 10, UAH: 10, DKK: 10, NOK: 10, SEK: 10, HUF: 100, JPY: 100, ISK: 100, KRW: 1000, COP: 1000 }
export const usualIncrement = (currency: string | undefined): Grosze => 100 * (scales[currency ?? ''] ?? 1)

/** Poznań pays for the project at which its count ends when at least so many percent of its cost are left; the rest comes from a reserve. */
export const reservePercent = 80

export type Count = {
  readonly winners: readonly string[]
  readonly spent: Grosze
  readonly ties: readonly Tie[]
  /** Ties whose order changed nothing. */
  readonly harmlessTies: number
  readonly certificate: Certificate
}
/** All that is needed to check an outcome from the ballots in exact arithmetic. */
export type Certificate = SharesCertificate | PhragmenCertificate | GreedyCertificate
/** Each project at its turn: its points, and the grosze left before it. */
type GreedyCertificate = {
  readonly turns: readonly { readonly project: string; readonly points: number; readonly left: Grosze; readonly outcome: TurnOutcome }[]
  /** `greedy-custom`: who is paid for with the help of a reserve. */
  readonly fromReserve?: readonly string[]
}
/** The load of each supporter after a purchase, as a fraction of grosze, and the project at which the count ended. */
type PhragmenCertificate = {
  readonly rounds: readonly { readonly project: string; readonly cost: Grosze; readonly load: string }[]
  readonly refused: string | null
}
type SharesCertificate = {
  readonly purse: string
  readonly runs: number
  /** There only where Add1 was ended by the limit of its steps. */
  readonly capped?: true
  readonly rounds: readonly {
    readonly project: string
    readonly cost: Grosze
    readonly price: string
    readonly payInFull: number
    readonly payAllTheyHave: number
  }[]
  readonly refusedNext: { readonly purse: string; readonly spent: Grosze; readonly winners: readonly string[] } | null
  readonly completedBy: readonly string[]
  readonly comparison: { readonly preferShares: number; readonly preferGreedy: number; readonly taken: 'shares' | 'greedy' } | null
}

export const countElection = (e: Election, rule: RuleName, settings: CountSettings): Count => finish(countSteps(e, rule, settings))

/** The same step by step, for whoever shows progress or must not hold up others meanwhile. */
export function* countSteps(e: Election, rule: RuleName, settings: CountSettings): Generator<Step, Count> {
  if (rule === 'phragmen') return phragmenCount(e, settings)
  return isShares(rule) ? yield* sharesCount(e, rule, settings) : greedyCount(e, rule, settings)
}

function greedyCount(e: Election, rule: RuleName, { ties, threshold, exclusive = [] }: CountSettings): Count {
  const custom = rule === 'greedy-custom'
  const count = countGreedy(e, { skip: rule !== 'greedy-no-skip' && !custom, threshold, ties, exclusive })
  return {
    winners: count.turns.flatMap(({ id, outcome }) => (outcome === 'won' ? [id] : [])),
    spent: count.spent,
    ties: count.decisiveTies.map(tie => toldOf(e, ties, tie)),
    harmlessTies: count.harmlessTies,
    certificate: {
      turns: count.turns.map(({ id, points, left, outcome }) => ({ project: id, points, left, outcome })),
      ...(custom ? { fromReserve: fromReserve(e, count) } : {}),
    },
  }
}
const toldOf = (e: Election, ties: TieOrder, { projects, first, lost }: DecisiveTie): Tie => ({
  projects: projects.map(p => e.ids[p] ?? ''),
  step: settledBy(e, ties, first, lost),
})
function fromReserve(e: Election, { turns }: GreedyCount): string[] {
  const misfit = turns.find(({ outcome }) => outcome === 'no-money')
  const covered = misfit && misfit.left * 100 >= (e.costs[misfit.project] ?? 0) * reservePercent
  return covered && misfit.left > 0 ? [misfit.id] : []
}

function phragmenCount(e: Election, { ties }: CountSettings): Count {
  const before = tieCompare(e, ties)
  const run = runPhragmen(e, { before })
  const won = ({ rounds }: typeof run) => rounds.map(({ project }) => project)
  const id = (project: number) => e.ids[project] ?? ''
  const mattered = run.tied.filter(({ round, projects }) =>
    projects.slice(1).some(project => !sameSet(won(run), won(runPhragmen(e, { before, instead: { round, project } })))),
  )
  return {
    winners: won(run).map(id),
    spent: run.spent,
    ties: mattered.map(({ projects }) => ({ projects: projects.map(id), step: settledBy(e, ties, projects[0] ?? 0, projects[1] ?? 0) })),
    harmlessTies: run.tied.length - mattered.length,
    certificate: {
      rounds: run.rounds.map(({ project, load }) => ({ project: id(project), cost: e.costs[project] ?? 0, load: written(load) })),
      refused: run.refused === undefined ? null : id(run.refused),
    },
  }
}

function* sharesCount(e: Election, name: RuleName, { ties, increment, stopExhaustive }: CountSettings): Generator<Step, Count> {
  const utility: Utility = name.startsWith('equalshares-cardinality') ? 'cardinality' : 'cost'
  const before = tieCompare(e, ties)
  const rule: SharesRule = { utility, before }
  const completion = name.split('/')[1]
  const counted = yield* sharesSteps(e, rule, { add1: completion?.startsWith('add1') ?? false, increment, stopExhaustive })
  const { run, start, refused } = counted
  const fills = completion === 'add1u' || completion === 'greedy'
  const filled = fills ? fillUp(e, run.winners, before) : undefined
  const completedBy = filled?.added ?? []
  const outcome = [...run.winners, ...completedBy]
  const idsOf = (projects: readonly number[]) => projects.map(p => e.ids[p] ?? '')
  const greedy = completion === 'add1-comparison' ? fillUp(e, [], before) : undefined
  const votes = greedy && compareOutcomes(e, outcome, greedy.added, rule)
  const taken = greedy && votes && votes.forOther > votes.forOne ? greedy : undefined
  const winners = taken?.added ?? outcome
  const ifChosen = (round: number, project: number) => {
    const other = runShares(e, start, { ...rule, instead: { round, project } }, e.budget).winners
    return fills ? [...other, ...fillUp(e, other, before).added] : other
  }
  const mattered = taken
    ? []
    : run.tied.filter(({ round, projects }) => projects.slice(1).some(project => !sameSet(outcome, ifChosen(round, project))))
  const byVotes = taken ?? filled ?? { decisiveTies: [], harmlessTies: 0 }
  return {
    winners: idsOf(winners),
    spent: winners.reduce((sum, p) => sum + (e.costs[p] ?? 0), 0),
    ties: [
      ...mattered.map(({ projects: [first = 0, lost = 0, ...more] }) => toldOf(e, ties, { projects: [first, lost, ...more], first, lost })),
      ...byVotes.decisiveTies.map(tie => toldOf(e, ties, tie)),
    ],
    harmlessTies: run.tied.length - mattered.length + byVotes.harmlessTies,
    certificate: {
      purse: written(start),
      runs: counted.runs,
      ...(counted.capped ? { capped: true as const } : {}),
      rounds: replay(e, start, run).map(({ project, cost, price, poor, rich }) => ({
        project,
        cost,
        price: written(price),
        payInFull: rich,
        payAllTheyHave: poor,
      })),
      refusedNext: refused ? { purse: written(refused.start), spent: refused.run.spent, winners: idsOf(refused.run.winners) } : null,
      completedBy: idsOf(completedBy),
      comparison: votes ? { preferShares: votes.forOne, preferGreedy: votes.forOther, taken: taken ? 'greedy' : 'shares' } : null,
    },
  }
}

const sameSet = (a: readonly number[], b: readonly number[]) => a.length === b.length && new Set([...a, ...b]).size === a.length

/** Grosze as a fraction in lowest terms. */
function written({ top, bottom }: Fraction): string {
  const divisor = gcd(top, bottom)
  return `${top / divisor}/${bottom / divisor}`
}
function gcd(a: bigint, b: bigint): bigint {
  let [x, y] = [a, b]
  while (y > 0n) [x, y] = [y, x % y]
  return x || 1n
}
