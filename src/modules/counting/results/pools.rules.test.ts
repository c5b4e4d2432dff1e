import { expect, test } from 'vitest'
import { ballotFaults, noLimits } from '#modules/counting/engine/ballots.rules.ts'
import { type CountSettings, usual } from '#modules/counting/engine/count.rules.ts'
import { inventedElection } from '#modules/counting/engine/testing-elections.ts'
import { countPools, type Leftover, type Pool } from '#modules/counting/results/pools.rules.ts'

const pool = (
  id: string,
  budget: number,
  projects: Readonly<Record<string, readonly [number, number]>>,
  set: Partial<Pool & CountSettings> = {},
): Pool => ({
  id,
  election: inventedElection(budget, projects),
  rule: 'greedy-no-skip',
  settings: { ...usual('greedy'), ...set },
  minimum: set.minimum ?? 0,
})
const two = (set: Partial<Pool & CountSettings> = {}) => [
  pool('north', 100, { a: [60, 9], b: [50, 8], c: [30, 7], d: [40, 6] }, set),
  pool('south', 50, { e: [70, 5], f: [20, 4] }, set),
]
const told = (pools: readonly Pool[], leftover: Leftover) => {
  const counted = countPools(pools, leftover)
  return [
    ...counted.pools.map(({ id, count, byMinimum, byLeftover, budget, spent }) => [id, count.winners, byMinimum, byLeftover, budget - spent]),
    counted.toNextEdition,
  ]
}

test.each([
  [{ policy: 'stays' }, [['north', ['a'], [], [], 40], ['south', [], [], [], 50], 0]],
  [{ policy: 'next' }, [['north', ['a'], [], ['c'], 10], ['south', [], [], ['f'], 30], 0]],
  [{ policy: 'edition' }, [['north', ['a'], [], [], 40], ['south', [], [], [], 50], 90]],
  [{ policy: 'pool', to: 'south' }, [['north', ['a'], [], [], 40], ['south', ['e', 'f'], [], [], 0], 0]],
] as const)('what was left: %j', (leftover, expected) => expect(told(two(), leftover)).toEqual(expected))

test('a minimum of a pool lets projects below the threshold win, while they fit', () => {
  const counted = told(two({ threshold: 8, minimum: 2 }), { policy: 'stays' })
  expect(counted).toEqual([['north', ['a'], ['c'], [], 10], ['south', [], ['f'], [], 30], 0])
  // what is left never goes below the threshold
  expect(told(two({ threshold: 8 }), { policy: 'next' })).toEqual([['north', ['a'], [], [], 40], ['south', [], [], [], 50], 0])
})
test('what is left never buys two projects that exclude one another', () => {
  expect(told(two({ exclusive: [['a', 'c']] }), { policy: 'next' })[0]).toEqual(['north', ['a'], [], ['d'], 0])
})

test.each([
  ['a knapsack ballot that fits', { maxSumCost: 100 }, { marked: 2, cost: 100 }, []],
  ['a knapsack ballot that does not', { maxSumCost: 100 }, { marked: 2, cost: 101 }, ['costs-above']],
  ['exactly three', { minLength: 3, maxLength: 3 }, { marked: 2, cost: 0 }, ['ballot-too-short']],
  ['one choice only', { maxLength: 1 }, { marked: 2, cost: 0 }, ['ballot-too-long']],
  ['points to share', { maxSumPoints: 5, minPoints: 1 }, { marked: 2, cost: 0, points: [6, 0] }, ['points-below', 'sum-above']],
  ['points against their order', {}, { marked: 2, cost: 0, points: [1, 2] }, ['points-unsorted']],
] as const)('%s', (_, limits, ballot, faults) => expect(ballotFaults({ ...noLimits, ...limits }, ballot)).toEqual(faults))
