import type { Grosze } from '#kit/money.ts'
import { compareOutcomes, fillUp, finish, replay, type Step, sharesSteps } from '#modules/counting/completion.rules.ts'
import type { Election } from '#modules/counting/election.rules.ts'
import { runShares, type SharesRule, type Utility } from '#modules/counting/equal-shares.rules.ts'
import type { Fraction } from '#modules/counting/exact.rules.ts'
import { countGreedy, type Turn, type TurnOutcome } from '#modules/counting/greedy.rules.ts'
import { runPhragmen } from '#modules/counting/phragmen.rules.ts'
import { settledBy, type Tie, type TieOrder, type TieStep, tieCompare } from '#modules/counting/ties.rules.ts'

const greedyRules = ['greedy', 'greedy-no-skip', 'greedy-threshold', 'greedy-exclusive', 'greedy-custom'] as const
const shares = ['equalshares', 'equalshares-cardinality'] as const
export const ruleNames = [
  ...greedyRules,
  ...shares.flatMap(name => [name, `${name}/add1`, `${name}/add1u`, `${name}/add1-comparison`] as const),
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
}
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
}
/** The load of each supporter after a purchase, as a fraction of grosze, and the project at which the count ended. */
type PhragmenCertificate = {
  readonly rounds: readonly { readonly project: string; readonly cost: Grosze; readonly load: string }[]
  readonly refused: string | null
}
type SharesCertificate = {
  readonly purse: string
  readonly runs: number
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

function greedyCount(e: Election, rule: RuleName, { ties, threshold }: CountSettings): Count {
  const before = tieCompare(e, ties)
  const order = e.ids.map((_, p) => p).sort(before)
  const cost = (p: number) => (e.costs[p] === Number.POSITIVE_INFINITY ? undefined : (e.costs[p] ?? 0))
  const candidates = order.map(p => ({ id: e.ids[p] ?? '', cost: cost(p), points: e.points[p] ?? 0, marks: [] }))
  const skip = rule !== 'greedy-no-skip' && rule !== 'greedy-custom'
  const count = countGreedy(candidates, e.budget, { skip, threshold, ties: [] })
  const winners = count.turns.filter(({ outcome }) => outcome === 'won').map(({ id }) => id)
  const numbers = new Map(e.ids.map((id, p) => [id, p]))
  const tied = count.decisiveTies.map(projects => {
    const isWon = (id: string) => winners.includes(id)
    const lost = projects.findIndex(id => !isWon(id))
    const won = projects.findLastIndex((id, i) => isWon(id) && (lost < 0 || i < lost))
    const pair = [projects[Math.max(0, won)], projects[lost < 0 ? 1 : lost]].map(id => numbers.get(id ?? '') ?? 0)
    return { projects, step: settledBy(e, ties, pair[0] ?? 0, pair[1] ?? 0) }
  })
  const groups = count.turns.filter(({ points }, i) => count.turns[i + 1]?.points === points && count.turns[i - 1]?.points !== points)
  return { winners, spent: count.spent, ties: tied, harmlessTies: groups.length - tied.length, certificate: greedyCertificate(count.turns) }
}
const greedyCertificate = (turns: readonly Turn[]): GreedyCertificate => ({
  turns: turns.map(({ id, points, left, outcome }) => ({ project: id, points, left, outcome })),
})

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
  const counted = yield* sharesSteps(e, rule, { add1: completion !== undefined, increment, stopExhaustive })
  const { run, start, refused } = counted
  const completedBy = completion === 'add1u' ? fillUp(e, run.winners, before) : []
  const outcome = [...run.winners, ...completedBy]
  const idsOf = (projects: readonly number[]) => projects.map(p => e.ids[p] ?? '')
  const greedy = completion === 'add1-comparison' ? fillUp(e, [], before) : undefined
  const votes = greedy && compareOutcomes(e, outcome, greedy, rule)
  const winners = greedy && votes && votes.forOther > votes.forOne ? greedy : outcome
  const mattered = run.tied.filter(({ round, projects }) =>
    projects.slice(1).some(project => !sameSet(run.winners, runShares(e, start, { ...rule, instead: { round, project } }, e.budget).winners)),
  )
  return {
    winners: idsOf(winners),
    spent: winners.reduce((sum, p) => sum + (e.costs[p] ?? 0), 0),
    ties: mattered.map(({ projects }) => ({ projects: idsOf(projects), step: settledBy(e, ties, projects[0] ?? 0, projects[1] ?? 0) })),
    harmlessTies: run.tied.length - mattered.length,
    certificate: {
      purse: written(start),
      runs: counted.runs,
      rounds: replay(e, start, run).map(({ project, cost, price, poor, rich }) => ({
        project,
        cost,
        price: written(price),
        payInFull: rich,
        payAllTheyHave: poor,
      })),
      refusedNext: refused ? { purse: written(refused.start), spent: refused.run.spent, winners: idsOf(refused.run.winners) } : null,
      completedBy: idsOf(completedBy),
      comparison: votes ? { preferShares: votes.forOne, preferGreedy: votes.forOther, taken: winners === greedy ? 'greedy' : 'shares' } : null,
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
