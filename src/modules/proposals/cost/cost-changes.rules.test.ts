import { expect, test } from 'vitest'
import { applyChange, putRow, type RowChange, readRow, sameRow, typeRow, withTotals } from '#modules/proposals/cost/cost-changes.rules.ts'
import { withReserve } from '#modules/proposals/cost/estimate.rules.ts'
import type { CostLine } from '#modules/proposals/drafting/drafting.rules.ts'

const bench: CostLine = { id: 'line_bench00000', name: 'Ławka', quantity: 6000, unit: 'szt.', price: 280_000, item: 'LAWKA-OP' }
const path: CostLine = { id: 'line_path000000', name: 'Alejka', quantity: 2500, unit: 'm²', price: 34_010 }
const bin: CostLine = { id: 'line_bin0000000', name: 'Kosz', quantity: 2000, unit: 'szt.', price: 145_000 }
const table = [bench, path]
const more: RowChange = { kind: 'change', was: bench, is: { ...bench, quantity: 8000 } }
const add: RowChange = { kind: 'add', is: bin }
const remove: RowChange = { kind: 'remove', was: path }

test.each([
  ['more benches', table, more, [{ ...bench, quantity: 8000 }, path]],
  [
    'more benches, while the authors changed their price',
    [{ ...bench, price: 300_000 }, path],
    more,
    [{ ...bench, quantity: 8000, price: 300_000 }, path],
  ],
  ['more benches, as the authors have already', [{ ...bench, quantity: 8000 }, path], more, [{ ...bench, quantity: 8000 }, path]],
  ['more benches, while the authors took fewer', [{ ...bench, quantity: 4000 }, path], more, 'row-changed'],
  ['more benches, while the authors took them out', [path], more, 'row-gone'],
  ['a bin', table, add, [bench, path, bin]],
  ['a bin that is there', [...table, bin], add, [...table, bin]],
  ['no path', table, remove, [bench]],
  ['no path, as it is', [bench], remove, [bench]],
  ['no path, while the authors changed it', [bench, { ...path, price: 1 }], remove, 'row-changed'],
] as const)('%s', (_, now, change, expected) => {
  const applied = applyChange(now, change)
  expect(applied.ok ? applied.lines : applied.why).toEqual(expected)
})

test('twice is once, and the reserve is counted anew', () => {
  for (const change of [more, add, remove]) {
    const once = applyChange(withReserve(table, 10), change)
    expect(once.ok && applyChange(once.lines, change)).toEqual(once)
  }
  const [, , reserve] = withReserve([{ ...bench, quantity: 8000 }, path], 10)
  const applied = applyChange(withReserve(table, 10), more)
  expect(applied.ok && applied.lines[2]).toEqual(reserve)
})

test('the totals are those of the whole table, before and after', () => {
  expect(withTotals(table, more).totals).toEqual({ was: 1_680_000 + 85_025, is: 2_240_000 + 85_025 })
  expect(withTotals(withReserve(table, 10), remove).totals).toEqual({ was: 1_765_025 + 176_503, is: 1_680_000 + 168_000 })
})

test('in part: the row as the authors wrote it, in its place or as a new one', () => {
  expect(putRow(table, bench.id, { ...bench, quantity: 7000 })).toEqual([{ ...bench, quantity: 7000 }, path])
  expect(putRow(table, bin.id, bin)).toEqual([bench, path, bin])
})

test('a row goes into the form and comes back as it was; what is wrong is named', () => {
  expect(readRow(typeRow(bench), bench)).toEqual({ row: bench })
  expect(sameRow(bench, { ...bench, item: 'OTHER' })).toBe(true)
  expect(readRow({ typed: { co: '', ile: '0', jednostka: '', cena: 'drogo' }, errors: {} }, { id: 'x' })).toEqual({
    faults: { co: 'name', ile: 'quantity', jednostka: 'unit', cena: 'price' },
  })
})
