import { expect, test } from 'vitest'
import { isHash, plainHash, plainNumber } from '#modules/submission/prints/receipts.rules.ts'

test('a number and a hash are read as people copy them from paper', () => {
  expect(plainNumber(' bo.d13. 7/26 ')).toBe('BO.D13.7/26')
  expect(plainHash(' 1A2B 3c4d\n')).toBe('1a2b3c4d')
})

test.each([
  ['1a2b 3c4d 5e6f 7a8b', true],
  ['1a2b 3c4d 5e6f 7a8', false],
  ['1a2b 3c4d 5e6f 7a8g', false],
  ['a'.repeat(64), true],
  ['a'.repeat(65), false],
])('%s may be a hash: %s', (typed, is) => {
  expect(isHash(typed)).toBe(is)
})
