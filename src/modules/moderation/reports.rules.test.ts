import { expect, test } from 'vitest'
import { nobody } from '#kit/actor.ts'
import { hidesByItself, mayReport, type Reporter, weightOf } from '#modules/moderation/reports.rules.ts'

const at = new Date('2026-03-12T10:00:00Z')
const daysAgo = (days: number, hour = 8) => new Date(Date.UTC(2026, 2, 12 - days, hour))
const reporter = (id: string, days: number, broughtBy?: string): Reporter => ({ id, joinedAt: daysAgo(days), broughtBy, at })

test.each([
  ['nobody', [], 0],
  ['one', [reporter('a', 100)], 1],
  ['three who have nothing in common', [reporter('a', 100), reporter('b', 200), reporter('c', 50)], 3],
  ['three who came on one day long ago', [reporter('a', 100), reporter('b', 100), reporter('c', 100)], 3],
  ['a brigade of new accounts', [reporter('a', 0), reporter('b', 3), reporter('c', 6)], 1],
  ['new accounts and two old ones', [reporter('a', 0), reporter('b', 1), reporter('c', 60), reporter('d', 90)], 3],
  ['seven days old is not new any more', [reporter('a', 8), reporter('b', 9), reporter('c', 10)], 3],
  ['three of one day this month', [reporter('a', 20), reporter('b', 20), reporter('c', 20)], 1],
  ['three whom one person brought', [reporter('a', 100, 'x'), reporter('b', 200, 'x'), reporter('c', 300, 'x')], 1],
  ['whom different people brought', [reporter('a', 100, 'x'), reporter('b', 200, 'y'), reporter('c', 300)], 3],
  ['a chain: brought by one, and of one day with another', [reporter('a', 100, 'x'), reporter('b', 20, 'x'), reporter('c', 20)], 1],
  ['whoever brought them counts with them', [reporter('x', 400), reporter('a', 100, 'x'), reporter('b', 200, 'x')], 1],
] as const)('%s weigh %#', (_, reporters, weight) => {
  expect(weightOf(reporters)).toBe(weight)
  expect(weightOf([...reporters].reverse())).toBe(weight)
})

test.each([
  [2, false, false],
  [3, false, true],
  [7, false, true],
  [3, true, false],
])('weight %s, kept before %s: hides by itself %s', (weight, kept, hides) => {
  expect(hidesByItself(weight, kept)).toBe(hides)
})

test('who may report', () => {
  const marta = { id: 'marta', name: 'Marta', level: 1 as const, grants: [] }
  const thing = { authorIds: ['jurij'], isPublic: true }
  expect(mayReport(nobody, thing, false)).toEqual({ ok: false, why: 'sign-in' })
  expect(mayReport(marta, thing, false)).toEqual({ ok: true })
  expect(mayReport(marta, thing, true)).toEqual({ ok: false, why: 'already-reported' })
  expect(mayReport(marta, { ...thing, authorIds: ['marta'] }, false)).toEqual({ ok: false, why: 'own' })
  expect(mayReport(marta, { ...thing, isPublic: false }, false)).toEqual({ ok: false, why: 'not-public' })
})
