import { expect, test } from 'vitest'
import { countElection } from '#modules/counting/engine/count.rules.ts'
import { ballotBox, type Election, electionOf } from '#modules/counting/engine/election.rules.ts'
import type { PabulibElection } from '#modules/counting/pabulib/pabulib-election.rules.ts'
import { auditProportionality, supportersOf, worthOf } from '#modules/counting/results/audit.rules.ts'
import { counterfactualsOf } from '#modules/counting/results/counterfactuals.rules.ts'
import { complaintsTold, moneyEach, votersSide } from '#modules/counting/results/voters.rules.ts'

type Ballots = readonly (readonly [times: number, ...projects: string[]])[]
/** A small election; money in grosze. Each project: its cost. */
function small(budget: number, costs: Readonly<Record<string, number>>, ballots: Ballots): Election {
  const box = ballotBox(false)
  const votes: Record<string, number> = {}
  let voters = 0
  for (const [times, ...projects] of ballots) {
    voters += times
    for (let i = 0; i < times; i += 1) box.put(projects, [])
    for (const id of projects) votes[id] = (votes[id] ?? 0) + times
  }
  const projects = Object.entries(costs).map(([id, cost]) => ({
    id,
    cost,
    votes: votes[id] ?? 0,
    points: votes[id] ?? 0,
    marks: [],
    title: id,
    official: {},
  }))
  return electionOf({ budget, ballots: voters, projects } as unknown as PabulibElection, box)
}
const settings = { ties: { steps: ['points', 'firsts', 'votes', 'cost', 'id'] as const }, threshold: 0, increment: 100, stopExhaustive: false }

/** Two estates: the larger takes all by greedy. */
const estates = small(1000, { school: 500, park: 500, bridge: 400, bench: 100 }, [
  [60, 'school', 'park'],
  [40, 'bridge', 'bench'],
])

test('a group whose share covers its project, and which has won nothing, complains', () => {
  const { winners } = countElection(estates, 'greedy', settings)
  expect(winners).toEqual(['park', 'school'])
  expect(auditProportionality(estates, winners)).toEqual({
    ok: false,
    complaints: [
      { project: 'bench', cost: 100, people: 40, share: 400, wonMost: 0 },
      { project: 'bridge', cost: 400, people: 40, share: 400, wonMost: 0 },
    ],
  })
  expect(auditProportionality(estates, ['school', 'bridge', 'bench'])).toEqual({ ok: true })
})

test('one grosz dearer than the share is no complaint', () => {
  const dearer = small(1000, { school: 500, park: 500, bridge: 401 }, [
    [60, 'school', 'park'],
    [40, 'bridge'],
  ])
  expect(auditProportionality(dearer, ['park', 'school']).ok).toBe(true)
})

test('the audit finds what trying every group finds', () => {
  let [seed, failed] = [7, 0]
  const roll = (sides: number) => {
    seed = (seed * 48271) % 2147483647
    return seed % sides
  }
  for (let round = 0; round < 300; round += 1) {
    const names = ['a', 'b', 'c', 'd']
    const costs = Object.fromEntries(names.map(name => [name, 1 + roll(9)]))
    const ballots = Array.from({ length: 6 }, () => [1, ...names.filter(() => roll(2) === 0)] as [number, ...string[]])
    const e = small(12, costs, ballots)
    const winners = names.filter(() => roll(3) === 0)
    const found = auditProportionality(e, winners)
    if (!found.ok) failed += 1
    expect(found.ok, JSON.stringify({ costs, ballots, winners })).toBe(!anyGroupComplains(e, winners))
  }
  expect(failed).toBeGreaterThan(30)
})

/** The definition word for word: every project that lost, every group of its supporters. */
function anyGroupComplains(e: Election, winners: readonly string[]): boolean {
  const worth = worthOf(e, winners)
  return e.ids.some((id, p) => {
    if (winners.includes(id)) return false
    const people = supportersOf(e, p).flatMap(ballot => Array(e.times[ballot] ?? 0).fill(worth[ballot] ?? 0) as number[])
    for (let group = 1; group < 1 << people.length; group += 1) {
      const members = people.filter((_, i) => group & (1 << i))
      if (members.every(won => (won + (e.costs[p] ?? 0)) * e.voters <= members.length * e.budget)) return true
    }
    return false
  })
}

test('the voters see how many of them won something, and small groups are not told apart', () => {
  const e = small(1000, { a: 300, b: 300, c: 900 }, [[50, 'a', 'b'], [30, 'a', 'c'], [3, 'c'], [17]])
  expect(votersSide(e, ['a', 'b'])).toEqual({
    voters: 100,
    withWinner: 80,
    marks: 163,
    marksWon: 130,
    ballotShare: 0.65,
    byWinners: [20, 30, 50],
    winners: [
      { project: 'a', cost: 300, supporters: 80 },
      { project: 'b', cost: 300, supporters: 50 },
    ],
  })
  const few = small(1000, { a: 300, b: 300 }, [[50, 'a'], [3, 'a', 'b'], [20]])
  expect(votersSide(few, ['a', 'b']).byWinners).toEqual([null, 50, null])
})

test('what would have been enough, project by project', () => {
  const e = small(1000, { first: 700, dear: 600, cheap: 200 }, [
    [30, 'first'],
    [20, 'dear'],
    [10, 'cheap'],
  ])
  const asked = { rule: 'greedy', settings, top: 1 } as const
  expect(counterfactualsOf(e, 'dear', asked)).toEqual({ points: 11, cost: 300, people: 10 })
  const stuck = small(500, { a: 400, whale: 600 }, [
    [5, 'a'],
    [9, 'whale'],
  ])
  expect(counterfactualsOf(stuck, 'whale', asked)).toEqual({ points: undefined, cost: 500, people: undefined })
})

test('what a group smaller than the smallest told would give away is not told: money for each, and its complaint', () => {
  expect([moneyEach(100_000, 4), moneyEach(100_000, 5), moneyEach(100_000, 3000)]).toEqual([undefined, 20_000, 0])
  const complaint = (people: number) => ({ project: 'a', cost: 100, people, share: 100, wonMost: 0 })
  expect(complaintsTold([4, 5, 6].map(complaint)).map(({ people }) => people)).toEqual([5, 6])
})
