import { expect, test } from 'vitest'
import { withReserve } from '#modules/proposals/cost/estimate.rules.ts'
import {
  compare,
  needsReason,
  priceOfOne,
  standingOf,
  takeOver,
  tenths,
  type UnitEstimate,
  type UnitPrice,
  unitTotal,
} from '#modules/proposals/cost/unit-prices.rules.ts'
import { readUnitPrices, typeUnitPrices } from '#modules/proposals/cost/unit-prices-form.rules.ts'
import { type CostLine, costTotal } from '#modules/proposals/drafting/drafting.rules.ts'

const bench: CostLine = { id: 'line_bench00000', name: 'Ławka', quantity: 6000, unit: 'szt.', price: 280_000, item: 'LAWKA-OP' }
const path: CostLine = { id: 'line_path000000', name: 'Alejka', quantity: 2500, unit: 'm²', price: 34_010 }
const costs = withReserve([bench, path], 10)
const row = (line: CostLine, price: number, more: Partial<UnitPrice> = {}): UnitPrice => {
  const { id: lineId, name, quantity, unit, price: ours } = line
  return { lineId, lacking: false, name, quantity, unit, ours, price, total: Math.floor((quantity * price + 500) / 1000), words: '', ...more }
}
const bin: UnitPrice = {
  lineId: 'line_bin0000000',
  lacking: true,
  name: 'Kosz',
  quantity: 2000,
  unit: 'szt.',
  total: 290_000,
  reason: 'missing',
  words: '',
}
const estimate = (prices: readonly UnitPrice[], more: Partial<UnitEstimate> = {}): UnitEstimate => ({
  adviceId: 'advice_a',
  projectId: 'project_a',
  unitId: 'unit_a',
  unitName: 'Zieleń',
  unitCode: 'ZZM',
  revision: 1,
  costs,
  prices,
  ...more,
})

test.each([
  [100, 110, false],
  [100, 111, true],
  [100, 90, false],
  [100, 89, true],
  [0, 0, false],
  [0, 1, true],
  [99_999_999_999, 109_999_999_998, false],
])('ours %i, the unit %i: a reason is needed %s', (ours, unit, needed) => {
  expect(needsReason(ours, unit)).toBe(needed)
})

test.each([
  [1, 3, 333],
  [2, 3, 667],
  [-1, 2000, -1],
  [1, 2000, 1],
  [5, 0, undefined],
])('%i of %i is %s tenths of a percent', (part, whole, expected) => {
  expect(tenths(part, whole)).toBe(expected)
})

test('the price of one is as given, or the nearest to the sum of the row, halves upwards', () => {
  expect(priceOfOne({ price: 7, total: 100, quantity: 3000 })).toBe(7)
  expect(priceOfOne({ total: 100_000, quantity: 6000 })).toBe(16_667)
  expect(priceOfOne({ total: 5, quantity: 2000 })).toBe(3)
})

test('the unit in all: its own sums, the rest at the price of the authors, what is lacking, and the reserve counted anew', () => {
  expect(unitTotal(estimate([]))).toBe(costTotal(costs))
  const own = 6 * 310_000 + 85_025 + 290_000
  expect(unitTotal(estimate([row(bench, 310_000), bin]))).toBe(own + Math.floor((own + 5) / 10))
  expect(unitTotal(estimate([], { lump: 5_000_000 }))).toBe(5_000_000)
})

test('beside each other: the difference in money and percent, and whether the table is another one by now', () => {
  const { rows, changed } = compare(estimate([row(bench, 310_000), bin]), costs)
  expect(rows.map(({ oursTotal, difference, share, now }) => [oursTotal, difference, share, now])).toEqual([
    [1_680_000, 180_000, 107, 'as-was'],
    [undefined, undefined, undefined, 'as-was'],
  ])
  expect(changed).toBe(false)
  expect(compare(estimate([]), withReserve([bench], 10)).changed).toBe(true)
  expect(compare(estimate([]), [...withReserve([bench, { ...path, name: 'Ścieżka' }], 10)]).changed).toBe(true)
})

test.each([
  [[bench, path], 'as-was'],
  [[{ ...bench, price: 310_000 }, path], 'taken'],
  [[{ ...bench, price: 290_000 }, path], 'changed'],
  [[{ ...bench, quantity: 7000 }, path], 'changed'],
  [[path], 'gone'],
] as const)('the row of the bench in %j is %s', (now, expected) => {
  expect(standingOf(row(bench, 310_000), now)).toBe(expected)
})

test('taking over changes what is as it was, adds what is lacking, leaves what the authors changed since, and twice is once', () => {
  const said = estimate([row(bench, 310_000), row(path, 40_000), bin])
  const first = takeOver(costs, said, 'all')
  expect([first.taken, first.left]).toEqual([3, 0])
  expect(first.lines.map(({ name, price }) => [name, price])).toEqual([
    ['Ławka', 310_000],
    ['Alejka', 40_000],
    ['Kosz', 145_000],
    ['Rezerwa 10%', 225_000],
  ])
  expect(takeOver(first.lines, said, 'all')).toEqual({ lines: first.lines, taken: 0, left: 0 })
  expect(takeOver(costs, said, path.id).lines.map(({ price }) => price)).toEqual([280_000, 40_000, 178_000])
  const changed = withReserve([{ ...bench, price: 300_000 }, path], 10)
  const second = takeOver(changed, said, 'all')
  expect([second.taken, second.left, second.lines[0]?.price]).toEqual([2, 1, 300_000])
  expect(takeOver(changed, said, bench.id)).toMatchObject({ taken: 0, left: 1 })
  expect(takeOver(costs, said, 'line_nobody0000')).toMatchObject({ taken: 0, left: 0 })
})

const read = (typed: Record<string, string>) =>
  readUnitPrices(typed, { costs, listed: new Map([['LAWKA-OP', 275_000]]), adviceId: 'advice_0123456789abcdefghjk' })

test('what the expert types is read row by row, and goes back into the form as it was', () => {
  const typed = {
    'cena-line_bench00000': '3 100',
    'powod-line_bench00000': 'tender',
    'suma-line_path000000': '900',
    'co-brak-0': 'Kosz',
    'ile-brak-0': '2',
    'jednostka-brak-0': 'szt.',
    'cena-brak-0': '1450',
    'slowa-brak-0': 'Bez kosza nie odbierzemy.',
  }
  const { prices, faults } = read(typed)
  expect(faults).toEqual({})
  expect(prices).toMatchObject([
    { lineId: bench.id, ours: 280_000, item: 'LAWKA-OP', listed: 275_000, price: 310_000, total: 1_860_000, reason: 'tender' },
    { lineId: path.id, ours: 34_010, total: 90_000 },
    { lacking: true, name: 'Kosz', quantity: 2000, price: 145_000, total: 290_000, reason: 'missing', words: 'Bez kosza nie odbierzemy.' },
  ])
  expect(prices[1]).not.toHaveProperty('price')
  expect(read(typeUnitPrices({ revision: 1, costs, prices }) as Record<string, string>).prices).toEqual(prices)
})

test('an untouched row says nothing, unless the expert says that the rest is right', () => {
  expect(read({}).prices).toEqual([])
  expect(read({ zgodne: 'tak', 'cena-line_bench00000': '2900' }).prices.map(({ price }) => price)).toEqual([290_000, 34_010])
})

test.each([
  [{ 'cena-line_bench00000': 'drogo' }, { 'cena-line_bench00000': 'price' }],
  [{ 'cena-line_bench00000': '3100' }, { 'powod-line_bench00000': 'reason' }],
  [{ 'cena-line_bench00000': '3080' }, {}],
  [{ 'cena-line_bench00000': '3100', 'powod-line_bench00000': 'other' }, { 'slowa-line_bench00000': 'reason-words' }],
  [{ 'cena-line_bench00000': '2800', 'suma-line_bench00000': '17000' }, { 'suma-line_bench00000': 'sums-differ' }],
  [{ 'cena-line_bench00000': '2800', 'suma-line_bench00000': '16800' }, {}],
  [{ 'slowa-line_bench00000': 'Za drogo.' }, { 'cena-line_bench00000': 'price' }],
  [{ 'slowa-line_bench00000': 'a'.repeat(501), 'cena-line_bench00000': '2800' }, { 'slowa-line_bench00000': 'long' }],
  [{ 'co-brak-0': 'Kosz' }, { 'ile-brak-0': 'quantity', 'jednostka-brak-0': 'measure', 'cena-brak-0': 'price' }],
  [{ 'cena-brak-0': '5' }, { 'co-brak-0': 'name', 'ile-brak-0': 'quantity', 'jednostka-brak-0': 'measure' }],
])('%j has the faults %j', (typed, faults) => {
  expect(read(typed as Record<string, string>).faults).toEqual(faults)
})
