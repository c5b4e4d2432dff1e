import { expect, test } from 'vitest'
import { estimate, fitOf, ownLines, reserveIn, shareOf, withReserve } from '#modules/proposals/cost/estimate.rules.ts'
import { type CostLine, costTotal } from '#modules/proposals/drafting/drafting.rules.ts'

const line = (id: string, quantity: number, price: number, item?: string): CostLine => ({
  id,
  name: id,
  unit: 'szt.',
  quantity,
  price,
  ...(item ? { item } : {}),
})
const bench = line('bench', 6_000, 280_000, 'lawka')
const path = line('path', 2_500, 34_010)

test('the reserve is the last line, counted from the others and never from itself', () => {
  const lines = withReserve([bench, path], 10)
  expect(costTotal([bench, path])).toBe(1_765_025)
  expect(lines.at(-1)).toMatchObject({ price: 176_503, item: 'reserve-10' })
  expect(costTotal(lines)).toBe(1_765_025 + 176_503)
  expect([reserveIn(lines), ownLines(lines)]).toEqual([10, [bench, path]])
  expect(withReserve(lines)).toEqual(lines)
  expect(withReserve(lines, 0)).toEqual([bench, path])
  expect(withReserve([], 10)).toEqual([])
})
test('another line changes the reserve with it; a reserve that somebody wrote themselves is put right', () => {
  const lines = withReserve([bench, path], 10)
  const [, , reserve] = lines
  expect(withReserve([bench, { ...reserve, price: 1 } as CostLine]).at(-1)?.price).toBe(shareOf(1_680_000, 10))
})

test('every total can be counted anew from the lines: tax only where the list knows it', () => {
  const listed = new Map([['lawka', { vat: 23, upkeep: 5_000 }]])
  expect(estimate([bench, path], 10, listed)).toEqual({
    own: 1_765_025,
    reserve: 176_503,
    total: 1_941_528,
    vat: 314_146,
    vatKnownOf: 1_680_000,
    upkeep: 30_000,
  })
  expect(estimate([], 20, listed)).toEqual({ own: 0, reserve: 0, total: 0, vat: 0, vatKnownOf: 0, upkeep: 0 })
})

test.each([
  [99, { costMin: 100, costMax: 200 }, { fit: 'cheap', by: 1 }],
  [100, { costMin: 100, costMax: 200 }, { fit: 'fits' }],
  [200, { costMin: 100, costMax: 200 }, { fit: 'fits' }],
  [230, { costMin: 100, costMax: 200 }, { fit: 'dear', by: 30 }],
  [230, {}, { fit: 'unknown' }],
])('%i grosze in %o', (total, limits, fit) => expect(fitOf(total, limits)).toEqual(fit))
