import { expect, test } from 'vitest'
import { stateOf, stripOf, todayOf } from '#modules/city/phases.rules.ts'
import type { Phase, PhaseKind } from '#modules/programme/calendar.rules.ts'
import { type Part, partsOfProgramme } from '#modules/programme/programme.rules.ts'

const phase = (kind: PhaseKind, from: string, to: string): Phase => ({ id: `phase_${kind}`, kind, from, to, note: '' })
const phases = [
  phase('ambassador-call', '2026-02-10', '2026-02-25'),
  phase('needs', '2026-02-10', '2026-03-22'),
  phase('ideas', '2026-02-10', '2026-03-22'),
  phase('drafts', '2026-02-17', '2026-04-30'),
  phase('submission', '2026-04-01', '2026-04-30'),
]
const at = (day: string) => new Date(`${day}T12:00:00Z`)
const kinds = (list: readonly Phase[]) => list.map(({ kind }) => kind)
const edition = { parts: [...partsOfProgramme] as Part[], phases }

test.each([
  ['2026-01-01', [], [], ['ambassador-call', 'needs', 'ideas']],
  ['2026-03-12', ['needs', 'ideas'], ['drafts'], ['submission']],
  ['2026-04-10', ['submission'], ['drafts'], []],
  ['2026-06-01', [], [], []],
])('what the day is about on %s', (day, main, also, next) => {
  const today = todayOf(edition, at(day))
  expect([kinds(today.main), kinds(today.also), kinds(today.next)]).toEqual([main, also, next])
})

test('a part that the edition does not use leaves no trace in the calendar', () => {
  expect(kinds(stripOf({ ...edition, parts: ['individual'] }))).toEqual(['submission'])
  expect(kinds(stripOf({ ...edition, parts: ['district-path'] }))).toEqual(['needs', 'drafts', 'submission'])
})

test('needs and ideas that share their days are one step of the strip', () => {
  expect(stripOf(edition).find(({ kind }) => kind === 'needs')?.withIdeas).toBe(true)
  const apart = { ...edition, phases: [phase('needs', '2026-02-10', '2026-03-01'), phase('ideas', '2026-03-02', '2026-03-22')] }
  expect(stripOf(apart).map(({ kind, withIdeas }) => [kind, withIdeas])).toEqual([
    ['needs', false],
    ['ideas', false],
  ])
})

test('the last day counts whole, in Warsaw', () => {
  const needs = phase('needs', '2026-02-10', '2026-03-22')
  expect(stateOf(needs, new Date('2026-03-22T22:59:00Z'))).toBe('now')
  expect(stateOf(needs, new Date('2026-03-22T23:00:00Z'))).toBe('done')
  expect(stateOf(needs, new Date('2026-02-09T22:59:00Z'))).toBe('ahead')
})
