import { expect, test } from 'vitest'
import { no, yes } from '#kit/verdict.ts'
import { hasRoom, mayKeepDesk, mayNameDeputy, reminderDue } from '#modules/consultation/desk/desk.rules.ts'
import { readLinks, typeLinks } from '#modules/consultation/links.rules.ts'
import { medianDays } from '#modules/consultation/times.rules.ts'

test.each([
  [-3, 0, undefined],
  [-2, 0, 'expert'],
  [-2, 1, undefined],
  [0, 1, undefined],
  [1, 1, 'head'],
  [5, 1, 'coordinator'],
  [9, 2, 'coordinator'],
  [9, 3, undefined],
])('%i days after the due date, told up to step %i: %s', (days, told, to) => {
  expect(reminderDue(days, told)?.to).toBe(to)
})
test.each([
  [null, 1000, true],
  [40, 39, true],
  [40, 40, false],
])('with a cap of %s and %i taken there is room: %s', (cap, taken, room) => {
  expect(hasRoom({ cap }, taken)).toBe(room)
})
test.each([
  [[1, 2, 3, 4], undefined],
  [[9, 1, 5, 3, 7], 5],
  [[1, 2, 3, 4, 5, 6], 3.5],
])('the median of %j is %s', (days, median) => {
  expect(medianDays(days)).toBe(median)
})
test('a head settles for the unit, an expert for themselves, nobody for another unit', () => {
  const person = (role: 'unit-head' | 'unit-expert', unitId: string) => ({ id: 'p', name: '', level: 0 as const, grants: [{ role, unitId }] })
  expect([mayKeepDesk(person('unit-head', 'a'), 'a'), mayKeepDesk(person('unit-expert', 'a'), 'a')]).toEqual([yes, no('not-yours')])
  const deputy = (role: 'unit-head' | 'unit-expert', unitId: string, personId: string) =>
    mayNameDeputy(person(role, unitId), { unitId: 'a', personId }).ok
  expect([deputy('unit-head', 'a', 'x'), deputy('unit-expert', 'a', 'p'), deputy('unit-expert', 'a', 'x'), deputy('unit-head', 'b', 'p')]).toEqual([
    true,
    true,
    false,
    false,
  ])
})
test.each([
  ['https://example.pl/park Park w Gdyni\n/dobre-praktyki/practice_1', ['https://example.pl/park', '/dobre-praktyki/practice_1']],
  ['', []],
  ['javascript:alert(1)', undefined],
  ['//example.pl/x', undefined],
  ['http://example.pl/x', undefined],
  ['zobacz https://example.pl', undefined],
  ['/a\n'.repeat(6), undefined],
])('links of %j', (typed, urls) => {
  expect(readLinks(typed)?.map(({ url }) => url)).toEqual(urls)
})
test('links stay as they were typed', () => {
  const typed = 'https://example.pl/park Park w Gdyni\n/dobre-praktyki/x'
  expect(typeLinks(readLinks(typed) ?? [])).toBe(typed)
})
