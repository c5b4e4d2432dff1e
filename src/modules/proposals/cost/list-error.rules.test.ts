import { expect, test } from 'vitest'
import { type Comparison, comparisonsOf, listErrorOf, median, relativeError } from '#modules/proposals/cost/list-error.rules.ts'
import type { UnitEstimate, UnitPrice } from '#modules/proposals/cost/unit-prices.rules.ts'

test.each([
  [[], undefined],
  [[7], 7],
  [[9, 1], 5],
  [[2, 1], 2],
  [[3, 1, 100], 3],
  [[4, 1, 3, 100], 4],
  [[10, 10, 0, 20], 10],
])('the median of %j is %s', (values, expected) => {
  expect(median(values)).toBe(expected)
})

test.each([
  [100, 100, 0],
  [90, 100, 1000],
  [110, 100, 1000],
  [2, 3, 3333],
  [1, 3, 6667],
  [1, 20_000, 10_000],
  [99_999_999_999, 1, 999_999_999_980_000],
])('the list says %i, the unit %i: %i hundredths of a percent', (listed, unit, expected) => {
  expect(relativeError({ item: 'A', listed, unit })).toBe(expected)
})

const price = (lineId: string, more: Partial<UnitPrice> = {}): UnitPrice => {
  const row = { lacking: false, name: 'Ławka', quantity: 2000, unit: 'szt.', ours: 100, item: 'A', listed: 90, total: 200, words: '' }
  return { lineId, ...row, ...more }
}
const said = (adviceId: string, prices: readonly UnitPrice[], more: Partial<UnitEstimate> = {}): UnitEstimate => {
  const about = { projectId: 'project_a', unitId: 'unit_a', unitName: '', unitCode: '', revision: 1, costs: [] }
  return { adviceId, ...about, prices, ...more }
}

test('only rows of the list are compared, at the price of the list and not of the authors; a price of nothing says nothing', () => {
  const own = price('own')
  const { item: _, listed: __, ...alone } = own
  expect(comparisonsOf([said('a', [own, { ...alone, lineId: 'other' }, price('free', { total: 0 })])])).toEqual([
    { item: 'A', listed: 180, unit: 200 },
  ])
})
test('a unit counts once for a row, with what it said last; another unit counts on its own', () => {
  const all = [said('new', [price('x', { total: 300 })]), said('old', [price('x')]), said('roads', [price('x')], { unitId: 'unit_b' })]
  expect(comparisonsOf(all).map(({ unit }) => unit)).toEqual([300, 200])
})

const one = (item: string, listed: number): Comparison => ({ item, listed, unit: 100 })
test('too few comparisons give no figure; the furthest off comes first', () => {
  const { all, items } = listErrorOf([
    one('A', 90),
    one('A', 110),
    one('A', 100),
    one('B', 10),
    one('B', 20),
    one('C', 50),
    one('C', 60),
    one('C', 70),
  ])
  expect(all).toEqual({ count: 8, median: 3500, low: 6, high: 1 })
  expect(items).toEqual([
    { code: 'C', count: 3, median: 4000, low: 3, high: 0 },
    { code: 'A', count: 3, median: 1000, low: 1, high: 1 },
    { code: 'B', count: 2, median: undefined, low: 2, high: 0 },
  ])
  expect(listErrorOf([one('A', 90), one('A', 90), one('A', 90), one('A', 90)]).all).toMatchObject({ count: 4, median: undefined })
  expect(listErrorOf([])).toEqual({ all: { count: 0, median: undefined, low: 0, high: 0 }, items: [] })
})
