import { expect, test } from 'vitest'
import { type Candidate, countGreedy, type GreedyRule, krakowRule } from '#modules/counting/greedy.rules.ts'

const candidate = (id: string, points: number, cost: number | undefined, first = 0): Candidate => ({ id, points, cost, marks: [first, 0, 0] })
const winners = (candidates: readonly Candidate[], budget: number, rule?: GreedyRule) =>
  countGreedy(candidates, budget, rule)
    .turns.filter(turn => turn.outcome === 'won')
    .map(turn => turn.id)

const list = [candidate('a', 90, 60), candidate('b', 80, 50), candidate('c', 70, 30), candidate('d', 60, 10), candidate('e', 50, undefined)]

test.each([
  ['with skipping', krakowRule, ['a', 'c', 'd']],
  ['stopping at the first that does not fit', { ...krakowRule, skip: false }, ['a']],
  ['with a threshold', { ...krakowRule, threshold: 65 }, ['a', 'c']],
] as const)('%s', (_, rule, won) => expect(winners(list, 100, rule)).toEqual(won))

test('what each turn says: place, what was left, how many points were missing', () => {
  expect(countGreedy(list, 100).turns).toEqual([
    { id: 'a', place: 1, points: 90, outcome: 'won', left: 100, missingPoints: undefined },
    { id: 'b', place: 2, points: 80, outcome: 'no-money', left: 40, missingPoints: 11 },
    { id: 'c', place: 3, points: 70, outcome: 'won', left: 40, missingPoints: undefined },
    { id: 'd', place: 4, points: 60, outcome: 'won', left: 10, missingPoints: undefined },
    { id: 'e', place: 5, points: 50, outcome: 'withdrawn', left: 0, missingPoints: undefined },
  ])
  expect(countGreedy(list, 100).spent).toBe(100)
})

test('a project dearer than all the money could not win with any number of points', () => {
  expect(countGreedy([candidate('a', 9, 10), candidate('b', 8, 101)], 100).turns[1]).toMatchObject({ outcome: 'no-money', missingPoints: undefined })
})

test('equal points: more first places win, and a tie that decided is told from one that did not', () => {
  const tied = [candidate('a', 40, 60, 5), candidate('b', 40, 60, 7), candidate('c', 10, 5), candidate('d', 10, 5)]
  expect(winners(tied, 100)).toEqual(['b', 'c', 'd'])
  expect(countGreedy(tied, 100).decisiveTies).toEqual([['b', 'a']])
  expect(countGreedy(tied, 120).decisiveTies).toEqual([])
})

/** A small repeatable source of numbers for trying many lists. */
function* numbers(seed: number) {
  for (let state = seed; ; ) {
    state = (state * 1_103_515_245 + 12_345) % 2_147_483_648
    yield state / 2_147_483_648
  }
}

test.each([krakowRule, { ...krakowRule, skip: false }, { ...krakowRule, threshold: 25 }])(
  'missing points are exact: one less does not help (%j)',
  rule => {
    const random = numbers(7)
    const next = (below: number) => Math.floor((random.next().value ?? 0) * below)
    for (let round = 0; round < 300; round += 1) {
      const tried = Array.from({ length: 12 }, (_, i) => candidate(`p${i}`, next(50), 1 + next(40), next(5)))
      for (const turn of countGreedy(tried, 100, rule).turns) {
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
  },
)
