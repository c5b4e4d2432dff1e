import { expect, test } from 'vitest'
import { lotsOf } from '#kit/draw.ts'
import { type CountSettings, countElection, defaultTies, type RuleName } from '#modules/counting/engine/count.rules.ts'
import { ballotBox, type Election, electionOf } from '#modules/counting/engine/election.rules.ts'
import { band } from '#modules/counting/engine/equal-shares.rules.ts'
import { pabulibReader } from '#modules/counting/pabulib/pabulib.rules.ts'

/** An election as a file would bring it: costs in złote by id, ballots as lists of ids. */
function election(budget: string, costs: Readonly<Record<string, string>>, ballots: readonly string[]): Election {
  const meta = {
    unit: 'X',
    instance: '2026',
    num_projects: Object.keys(costs).length,
    num_votes: ballots.length,
    budget,
    vote_type: 'approval',
    rule: 'greedy',
  }
  const box = ballotBox(false)
  const reader = pabulibReader(box.put)
  const projects = Object.entries(costs).map(pair => pair.join(';'))
  const lines = [
    'META',
    'key;value',
    ...Object.entries(meta).map(pair => pair.join(';')),
    'PROJECTS',
    'project_id;cost',
    ...projects,
    'VOTES',
    'voter_id;vote',
  ]
  for (const line of [...lines, ...ballots.map((ballot, i) => `${i};${ballot}`)]) expect(reader.line(line)).toBeUndefined()
  const read = reader.end()
  if (!read.ok) throw new Error(JSON.stringify(read.fault))
  return electionOf(read.election, box)
}
const count = (e: Election, rule: RuleName, set: Partial<CountSettings> = {}) =>
  countElection(e, rule, { ties: { steps: defaultTies(rule) }, threshold: 0, increment: 100, stopExhaustive: false, ...set })

test.each([
  ['greedy', ['a', 'c']],
  ['greedy-no-skip', ['a']],
  ['greedy-custom', ['a']],
  ['equalshares', ['a', 'c']],
  ['equalshares-cardinality', ['c', 'a']],
  ['equalshares/add1u', ['a', 'c']],
] as const)('%s', (rule, winners) => {
  const e = election('100', { a: '60', b: '50', c: '30' }, ['a', 'a', 'a,b', 'a', 'b,c', 'b,c'])
  expect(count(e, rule).winners).toEqual(winners)
  expect(count(e, rule).spent).toBeLessThanOrEqual(e.budget)
})

test('same ballots are merged, whatever their order', () => {
  expect([...election('9', { a: '1', b: '1' }, ['a,b', 'b,a', 'a', '']).times]).toEqual([2, 1])
})

test('a near-tie inside the band of floats is decided exactly', () => {
  // a costs a third of a grosz more per supporter: nearer than the band, yet not equal
  const e = election('40000000.04', { a: '30000000.01', b: '10000000' }, ['a', 'a', 'a', 'b'])
  expect(3_000_000_001 / 3 / 1_000_000_000 - 1).toBeLessThan(band)
  const counted = count(e, 'equalshares-cardinality', { ties: { steps: ['votes'] } })
  // taken for a tie, more votes would have put a first
  expect(counted).toMatchObject({ winners: ['b', 'a'], ties: [], harmlessTies: 0 })
})
test('a purse that is exactly enough is enough; a grosz less is not', () => {
  expect(count(election('0.09', { a: '0.03' }, ['a', '', '']), 'equalshares').winners).toEqual(['a'])
  expect(count(election('0.08', { a: '0.03' }, ['a', '', '']), 'equalshares').winners).toEqual([])
})
test('what is left is enough to the grosz for what is taken at the end, and a grosz less is not', () => {
  expect(count(election('1', { a: '1' }, ['a', '']), 'equalshares/greedy').winners).toEqual(['a'])
  expect(count(election('1', { a: '1.01' }, ['a', '']), 'equalshares/greedy').winners).toEqual([])
})
test('the common price is found to its end, though a poor supporter changes it by less than a thousandth', () => {
  // whoever pays for z has 49.70 left, a little less than an equal part of a: the nine others pay 50.03, and b costs its ten supporters 50.02
  const ballots = ['z,a', ...Array(9).fill('a'), ...Array(10).fill('b')]
  const e = election('1200', { z: '10.30', a: '500', b: '500.20' }, ballots)
  expect(count(e, 'equalshares-cardinality').winners).toEqual(['z', 'b', 'a'])
})

const tied = (cost: string) => election('1', { a: cost, b: cost }, ['a,b', 'a,b'])
test('a tie that mattered is told with the step that settled it; one that did not is counted', () => {
  expect(count(tied('0.60'), 'equalshares')).toMatchObject({ winners: ['a'], ties: [{ projects: ['a', 'b'], step: 'id' }], harmlessTies: 0 })
  expect(count(tied('0.50'), 'equalshares')).toMatchObject({ winners: ['a', 'b'], ties: [], harmlessTies: 1 })
  expect(count(tied('0.60'), 'greedy')).toMatchObject({ winners: ['a'], ties: [{ projects: ['a', 'b'], step: 'id' }] })
})
test('where a misfit ends the count, a tie between what fits and what does not matters', () => {
  const e = election('1', { a: '1.20', b: '0.50' }, ['a', 'b'])
  expect(count(e, 'greedy-no-skip')).toMatchObject({ winners: ['b'], ties: [{ step: 'cost' }] })
  expect(count(e, 'greedy')).toMatchObject({ winners: ['b'], ties: [], harmlessTies: 1 })
})
test('what settled a tie is what put the last winner before the first that could have won, whatever stands above them', () => {
  // a is too dear whatever happens; of b and c only one fits, and the cheaper is first
  const e = election('5', { a: '9', b: '4', c: '3' }, ['a', 'b', 'c'])
  expect(count(e, 'greedy', { ties: { steps: ['votes', 'id'] } })).toMatchObject({
    winners: ['b'],
    ties: [{ projects: ['a', 'b', 'c'], step: 'id' }],
  })
  const byCost = { ties: { steps: ['draw', 'cost'] as const, lots: new Map(Object.entries({ a: '0', b: '1', c: '1' })) } }
  expect(count(e, 'greedy', byCost)).toMatchObject({ winners: ['c'], ties: [{ projects: ['a', 'c', 'b'], step: 'cost' }] })
  // b alone would fit, and a before it ended the count
  expect(count(election('5', { a: '9', b: '4' }, ['a', 'b']), 'greedy-no-skip', { ties: { steps: ['id'] } })).toMatchObject({
    winners: [],
    ties: [{ projects: ['a', 'b'], step: 'id' }],
  })
})
test('ties among those that are taken at the end, by votes, are told as well', () => {
  const e = election('2', { a: '1.20', b: '1.10' }, ['a', 'b'])
  for (const rule of ['equalshares/greedy', 'equalshares/add1u', 'equalshares-cardinality/add1-comparison'] as const)
    expect([rule, count(e, rule)]).toMatchObject([rule, { ties: [{ projects: ['b', 'a'], step: 'cost' }] }])
  expect(count(election('3', { a: '1.40', b: '1.20' }, ['a', 'b', '']), 'equalshares/greedy')).toMatchObject({ ties: [], harmlessTies: 1 })
})
test('the draw follows the seed, and anybody can repeat it', () => {
  const lots = (seed: string) => lotsOf(seed, ['a', 'b'])
  // printf 'kos\na' | sha256sum
  for (const seed of ['kos', 'wilga', 'sroka', 'dudek']) {
    const first = (lots(seed).get('a') ?? '') < (lots(seed).get('b') ?? '') ? 'a' : 'b'
    expect(count(tied('0.60'), 'equalshares', { ties: { steps: ['draw'], lots: lots(seed) } })).toMatchObject({
      winners: [first],
      ties: [{ step: 'draw' }],
    })
  }
})

test('the certificate says in fractions what was paid, and why the next step was refused', () => {
  const e = election('100', { a: '60', b: '50' }, ['a', 'a', 'b'])
  const { certificate, winners } = count(e, 'equalshares/add1')
  expect(winners).toEqual(['a'])
  expect(certificate).toMatchObject({
    rounds: [{ project: 'a', cost: 6000, price: '3000/1', payInFull: 2, payAllTheyHave: 0 }],
    refusedNext: { spent: 11000, winners: ['a', 'b'] },
  })
})

test('Phragmén: supporters who paid start again from nothing, and the count ends at the first misfit', () => {
  const e = election('100', { a: '60', b: '40', c: '45' }, ['a,b', 'a,b', 'a', 'c'])
  // a after 20, b after 20: the cheaper first; then a waits for (60 + 20 + 20) / 3, and c for 45
  expect(count(e, 'phragmen')).toMatchObject({
    winners: ['b', 'a'],
    certificate: { rounds: [{ load: '2000/1' }, { load: '10000/3' }], refused: 'c' },
  })
})
test('Phragmén: a near-tie inside the band of floats is decided exactly', () => {
  const e = election('40000000.04', { a: '30000000.01', b: '10000000' }, ['a', 'a', 'a', 'b'])
  expect(count(e, 'phragmen', { ties: { steps: ['votes'] } })).toMatchObject({ winners: ['b', 'a'], ties: [], harmlessTies: 0 })
})
