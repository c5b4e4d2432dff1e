import { expect, test } from 'vitest'
import {
  type CostLine,
  costTotal,
  formatQuantity,
  hashInGroups,
  type Limits,
  lengthOf,
  lineTotal,
  mergeCosts,
  noSections,
  parseQuantity,
  problemsOf,
} from '#modules/proposals/drafting/drafting.rules.ts'

const limits: Limits = { titleMax: 60, summaryMin: 60, summaryMax: 250, textMax: 10_000, costOptional: false, costMin: 250_000, costMax: 69_604_000 }
const line = (id: string, quantity: number, price: number, name = id): CostLine => ({ id, name, quantity, unit: 'szt.', price })
const whole = { title: 'Park', summary: 'a'.repeat(60), description: 'opis', place: 'Łąkowa', reasons: 'bo', beneficiaries: 'dzieci' }

test('money stays whole: price times quantity, halves upwards', () => {
  expect(lineTotal({ quantity: 6_000, price: 280_000 })).toBe(1_680_000)
  expect(lineTotal({ quantity: 2_500, price: 1 })).toBe(3)
  expect(lineTotal({ quantity: 999_999_999, price: 9_999_999 })).toBe(9_999_998_990_000)
  expect(costTotal([line('a', 1_000, 100), line('b', 500, 100)])).toBe(150)
})
test('quantities are typed as people write them', () => {
  expect(['6', '2,5', '140.25', '1 200', '0,001', '', 'sześć', '1,2345', '-1'].map(parseQuantity)).toEqual([
    6_000,
    2_500,
    140_250,
    1_200_000,
    1,
    undefined,
    undefined,
    undefined,
    undefined,
  ])
  expect([formatQuantity(6_000), formatQuantity(2_500), formatQuantity(140_250, 'en')]).toEqual(['6', '2,5', '140.25'])
})
test('what must be put right', () => {
  expect(problemsOf(whole, [line('a', 1_000, 300_000)], limits)).toEqual([])
  expect(problemsOf({ ...noSections, title: 'x'.repeat(61), summary: 'krótko' }, [], limits).map(problem => problem.what)).toEqual([
    'too-long',
    'too-short',
    'missing',
    'missing',
    'missing',
    'missing',
    'no-costs',
  ])
  expect(problemsOf(whole, [line('a', 1_000, 249_999)], limits)).toEqual([{ what: 'too-cheap', min: 250_000, is: 249_999 }])
  expect(problemsOf(whole, [line('a', 1_000, 69_604_001)], limits)).toEqual([{ what: 'too-dear', max: 69_604_000, is: 69_604_001 }])
  expect(problemsOf(whole, [], { ...limits, costOptional: true })).toEqual([])
})
test('letters are counted as people count them', () => {
  expect([lengthOf('zażółć'), lengthOf('zaz\u0307o\u0301łc\u0301'), lengthOf('🌳')]).toEqual([6, 6, 1])
})
test('a hash is compared in groups of four', () => {
  expect(hashInGroups('0123456789abcdef')).toBe('0123 4567 89ab cdef')
})
test('two write the cost table at once', () => {
  const base = [line('a', 1_000, 100), line('b', 1_000, 200)]
  const mine = [line('a', 2_000, 100), line('b', 1_000, 200), line('mine', 1_000, 5)]
  const theirs = [line('a', 1_000, 100), line('b', 1_000, 250), line('theirs', 1_000, 7)]
  const { lines, conflicts } = mergeCosts(base, mine, theirs)
  expect(conflicts).toEqual([])
  expect(lines).toEqual([line('a', 2_000, 100), line('b', 1_000, 250), line('theirs', 1_000, 7), line('mine', 1_000, 5)])
  expect(mergeCosts(base, [base[0] as CostLine], base).lines).toEqual([base[0]])
  const clash = mergeCosts(base, [line('a', 2_000, 100)], [line('a', 3_000, 100)])
  expect(clash.conflicts).toHaveLength(1)
  expect(clash.lines).toEqual([line('a', 2_000, 100), line('a', 3_000, 100)])
})
