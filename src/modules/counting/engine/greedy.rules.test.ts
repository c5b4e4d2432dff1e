import { expect, test } from 'vitest'
import { countElection, usual } from '#modules/counting/engine/count.rules.ts'
import type { Election } from '#modules/counting/engine/election.rules.ts'
import { countGreedy, type GreedyRule } from '#modules/counting/engine/greedy.rules.ts'

type Candidate = { id: string; points: number; cost: number | undefined; firsts: number }
const candidate = (id: string, points: number, cost: number | undefined, firsts = 0): Candidate => ({ id, points, cost, firsts })
const election = (list: readonly Candidate[], budget: number): Election => ({
  ids: list.map(({ id }) => id),
  costs: list.map(({ cost }) => cost ?? Number.POSITIVE_INFINITY),
  points: list.map(({ points }) => points),
  votes: list.map(({ points }) => points),
  firsts: list.map(({ firsts }) => firsts),
  budget,
  voters: 100,
  times: new Float64Array(0),
  starts: new Int32Array(list.length + 1),
  by: new Int32Array(0),
  weights: new Int32Array(0),
})
const krakowRule: GreedyRule = { skip: true, threshold: 0, ties: { steps: ['points', 'firsts', 'id'] }, exclusive: [] }
const count = (list: readonly Candidate[], budget: number, rule = krakowRule) => countGreedy(election(list, budget), rule)
const winners = (list: readonly Candidate[], budget: number, rule?: GreedyRule) =>
  count(list, budget, rule)
    .turns.filter(turn => turn.outcome === 'won')
    .map(turn => turn.id)

const list = [candidate('a', 90, 60), candidate('b', 80, 50), candidate('c', 70, 30), candidate('d', 60, 10), candidate('e', 50, undefined)]

test.each([
  ['with skipping', krakowRule, ['a', 'c', 'd']],
  ['stopping at the first that does not fit', { ...krakowRule, skip: false }, ['a']],
  ['with a threshold', { ...krakowRule, threshold: 65 }, ['a', 'c']],
] as const)('%s', (_, rule, won) => expect(winners(list, 100, rule)).toEqual(won))

const told = (list: readonly Candidate[], budget: number, rule?: GreedyRule) => {
  const counted = count(list, budget, rule)
  return counted.turns.map(turn => {
    const { project: _, ...said } = turn
    return { ...said, missingPoints: counted.missingPoints(turn) }
  })
}
test('what each turn says: place, what was left, how many points were missing', () => {
  expect(told(list, 100)).toEqual([
    { id: 'a', place: 1, points: 90, outcome: 'won', left: 100, missingPoints: undefined },
    { id: 'b', place: 2, points: 80, outcome: 'no-money', left: 40, missingPoints: 11 },
    { id: 'c', place: 3, points: 70, outcome: 'won', left: 40, missingPoints: undefined },
    { id: 'd', place: 4, points: 60, outcome: 'won', left: 10, missingPoints: undefined },
    { id: 'e', place: 5, points: 50, outcome: 'withdrawn', left: 0, missingPoints: undefined },
  ])
  expect(count(list, 100).spent).toBe(100)
})

test('a project dearer than all the money could not win with any number of points', () => {
  expect(told([candidate('a', 9, 10), candidate('b', 8, 101)], 100)[1]).toMatchObject({ outcome: 'no-money', missingPoints: undefined })
})

test('equal points: more first places win, and a tie that decided is told from one that did not', () => {
  const tied = [candidate('a', 40, 60, 5), candidate('b', 40, 60, 7), candidate('c', 10, 5), candidate('d', 10, 5)]
  expect(winners(tied, 100)).toEqual(['b', 'c', 'd'])
  expect(count(tied, 100).decisiveTies).toEqual([{ projects: [1, 0], first: 1, lost: 0 }])
  expect(count(tied, 120).decisiveTies).toEqual([])
})

test('of a group that excludes one another the first wins, and its partners are told apart from what was too dear', () => {
  const rule = {
    ...krakowRule,
    exclusive: [
      ['a', 'c'],
      ['b', 'd', 'x'],
    ],
  }
  const turns = told(list, 200, rule)
  expect(turns.map(({ id, outcome }) => [id, outcome])).toEqual([
    ['a', 'won'],
    ['b', 'won'],
    ['c', 'excluded'],
    ['d', 'excluded'],
    ['e', 'withdrawn'],
  ])
  // c has to pass a, not merely to fit
  expect(turns[2]?.missingPoints).toBe(21)
  const equals = [candidate('a', 40, 10), candidate('b', 40, 10), candidate('c', 40, 10)]
  expect(count(equals, 100, { ...krakowRule, exclusive: [['a', 'b']] }).decisiveTies).toEqual([{ projects: [0, 1, 2], first: 0, lost: 1 }])
  expect(count(equals, 100, krakowRule).decisiveTies).toEqual([])
})
test('an excluded project does not end a count that ends at the first misfit', () => {
  expect(winners(list, 100, { ...krakowRule, skip: false, exclusive: [['a', 'b']] })).toEqual(['a', 'c', 'd'])
})

test.each([
  [39, []],
  [40, ['b']],
  [50, []],
] as const)('Poznań: with %i left for a project of 50 the reserve pays for %j', (left, paid) => {
  const { certificate, winners: won } = countElection(election(list.slice(0, 3), 60 + left), 'greedy-custom', usual('greedy-custom'))
  const { fromReserve } = certificate as { fromReserve?: readonly string[] }
  expect([won, fromReserve]).toEqual(left === 50 ? [['a', 'b'], []] : [['a'], paid])
})

/** A small repeatable source of numbers for trying many lists. */
function* numbers(seed: number) {
  for (let state = seed; ; ) {
    state = (state * 1_103_515_245 + 12_345) % 2_147_483_648
    yield state / 2_147_483_648
  }
}

const groups = [
  ['p1', 'p2', 'p3'],
  ['p4', 'p9'],
]
test.each([
  krakowRule,
  { ...krakowRule, skip: false },
  { ...krakowRule, threshold: 25 },
  { ...krakowRule, exclusive: groups },
  { ...krakowRule, exclusive: groups, skip: false, threshold: 20 },
])('missing points are exact: one less does not help (%j)', rule => {
  const random = numbers(7)
  const next = (below: number) => Math.floor((random.next().value ?? 0) * below)
  for (let round = 0; round < 200; round += 1) {
    const tried = Array.from({ length: 12 }, (_, i) => candidate(`p${i}`, next(50), 1 + next(40), next(5)))
    for (const turn of told(tried, 100, rule)) {
      const winsWith = (more: number) =>
        winners(
          tried.map(one => (one.id === turn.id ? { ...one, points: one.points + more } : one)),
          100,
          rule,
        ).includes(turn.id)
      if (turn.outcome === 'won') continue
      const { missingPoints } = turn
      if (missingPoints === undefined) expect(winsWith(1000)).toBe(false)
      else expect([winsWith(missingPoints), winsWith(missingPoints - 1)], JSON.stringify({ tried, turn })).toEqual([true, false])
    }
  }
})
