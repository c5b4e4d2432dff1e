import type { Grosze } from '#kit/money.ts'
import { type Count, type CountSettings, countElection, type RuleName } from '#modules/counting/engine/count.rules.ts'
import type { Election } from '#modules/counting/engine/election.rules.ts'
import { tieCompare } from '#modules/counting/engine/ties.rules.ts'

export const leftoverPolicies = ['stays', 'next', 'pool', 'edition'] as const
/** What becomes of money that a pool did not spend: it stays, buys the next on the list that fit, goes to another pool, or to the next edition. */
export type Leftover = { readonly policy: Exclude<(typeof leftoverPolicies)[number], 'pool'> } | { readonly policy: 'pool'; readonly to: string }

export type Pool = {
  readonly id: string
  readonly election: Election
  readonly rule: RuleName
  readonly settings: CountSettings
  /** So many projects win here even below the threshold, as long as they fit. */
  readonly minimum: number
}
export type PoolCount = {
  readonly id: string
  readonly count: Count
  /** Who won beyond the rule: for the minimum of the pool, then for what was left. */
  readonly byMinimum: readonly string[]
  readonly byLeftover: readonly string[]
  readonly budget: Grosze
  readonly spent: Grosze
}
export type PoolsCount = { readonly pools: readonly PoolCount[]; readonly toNextEdition: Grosze }

/** Counts pools of one vote. The pool that gets the money of the others is counted last, with it. */
export function countPools(pools: readonly Pool[], leftover: Leftover): PoolsCount {
  const last = leftover.policy === 'pool' ? leftover.to : undefined
  const first = pools.filter(({ id }) => id !== last).map(pool => countPool(pool, leftover.policy === 'next'))
  const left = first.reduce((sum, { budget, spent }) => sum + budget - spent, 0)
  const fed = pools
    .filter(({ id }) => id === last)
    .map(pool => countPool({ ...pool, election: { ...pool.election, budget: pool.election.budget + left } }, false))
  const counted = [...first, ...fed]
  return { pools: pools.flatMap(({ id }) => counted.filter(one => one.id === id)), toNextEdition: leftover.policy === 'edition' ? left : 0 }
}

export const countPool = (pool: Pool, buysNext: boolean): PoolCount =>
  beyondRule(pool, countElection(pool.election, pool.rule, pool.settings), buysNext)

/** Who wins beyond what the rule gave. */
export function beyondRule({ id, election: e, settings, minimum }: Omit<Pool, 'rule'>, count: Count, buysNext: boolean): PoolCount {
  const lacking = Math.max(0, minimum - count.winners.length)
  const byMinimum = nextThatFit(e, settings, count.winners, -Number.MAX_VALUE).slice(0, lacking)
  const byLeftover = buysNext ? nextThatFit(e, settings, [...count.winners, ...byMinimum], settings.threshold) : []
  return { id, count, byMinimum, byLeftover, budget: e.budget, spent: costOf(e, [...count.winners, ...byMinimum, ...byLeftover]) }
}
const costOf = (e: Election, ids: readonly string[]): Grosze => {
  const costs = new Map(e.ids.map((id, p) => [id, e.costs[p] ?? 0]))
  return ids.reduce((sum, id) => sum + (costs.get(id) ?? 0), 0)
}

/** Down the list of points, those that have not won and fit one after another; a group that excludes one another still gives one winner at most. */
function nextThatFit(e: Election, { ties, exclusive = [] }: CountSettings, winners: readonly string[], threshold: number): string[] {
  const before = tieCompare(e, ties)
  const won = new Set(winners)
  let left = e.budget - costOf(e, winners)
  return e.ids
    .map((_, p) => p)
    .sort((a, b) => (e.points[b] ?? 0) - (e.points[a] ?? 0) || before(a, b))
    .flatMap(p => {
      const [id, cost] = [e.ids[p] ?? '', e.costs[p] ?? 0]
      const barred = exclusive.some(group => group.includes(id) && group.some(other => won.has(other)))
      if (won.has(id) || barred || cost > left || (e.points[p] ?? 0) < threshold) return []
      won.add(id)
      left -= cost
      return [id]
    })
}
