import { expect, test } from 'vitest'
import { nobody } from '#kit/actor.ts'
import { fits, mayRegister, promotedOf, sentBackOf } from '#modules/meetings/attendance/registrations.rules.ts'
import { somebody } from '#web/testing.ts'

test.each([
  [null, 500, 3, true],
  [10, 9, 1, true],
  [10, 9, 2, false],
  [10, 10, 1, false],
])('of %s places %s are taken: %s more fit: %s', (capacity, taken, seats, expected) => {
  expect(fits(capacity, taken, seats)).toBe(expected)
})

const asking = (id: string, guests = 0) => ({ id, guests })
test.each([
  ['nobody waits', 10, 9, [], []],
  ['first come first', 10, 8, [asking('a'), asking('b'), asking('c')], ['a', 'b']],
  ['a family that does not fit does not hold up the next', 10, 8, [asking('a', 3), asking('b'), asking('c')], ['b', 'c']],
  ['no limit seats everybody', null, 50, [asking('a', 9), asking('b')], ['a', 'b']],
])('promotion: %s', (_, capacity, taken, waiting, expected) => {
  expect(promotedOf(capacity, taken, waiting)).toEqual(expected)
})
test('back in a smaller hall those who got their seat last wait again', () => {
  expect(sentBackOf(3, [asking('a', 1), asking('b'), asking('c')])).toEqual(['c'])
  expect(sentBackOf(null, [asking('a', 9)])).toEqual([])
})

const endsAt = new Date('2026-03-20T19:00:00Z')
const [before, after] = [new Date('2026-03-20T18:59:59Z'), endsAt]
test.each([
  ['announced', before, somebody('Ola'), 'yes'],
  ['announced', before, nobody, 'sign-in'],
  ['announced', after, somebody('Ola'), 'over'],
  ['draft', before, somebody('Ola'), 'not-announced'],
  ['cancelled', before, somebody('Ola'), 'cancelled'],
  ['held', before, somebody('Ola'), 'over'],
] as const)('a meeting that is %s: %s', (state, now, actor, expected) => {
  const verdict = mayRegister(actor, { state, endsAt }, now)
  expect(verdict.ok ? 'yes' : verdict.why).toBe(expected)
})
