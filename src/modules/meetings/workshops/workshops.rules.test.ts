import { expect, test } from 'vitest'
import { type Actor, nobody } from '#kit/actor.ts'
import {
  fitsHall,
  mayAdd,
  mayArrange,
  mayPlanSeries,
  mayStepWorkshop,
  mayWriteCard,
  rankGroups,
  type WorkshopCase,
} from '#modules/meetings/workshops/workshops.rules.ts'

const now = new Date('2026-03-12T12:00:00Z')
const me: Actor = { id: 'person_me', name: 'Ja', level: 0, grants: [] }
const base: WorkshopCase = { state: 'open', stage: 1, openUntil: new Date('2026-03-14T12:00:00Z'), leads: false, before: undefined }
const why = (verdict: { ok: boolean; why?: string }) => (verdict.ok ? 'yes' : verdict.why)

test.each<[string, Actor, Partial<WorkshopCase>, string]>([
  ['a stranger', nobody, {}, 'sign-in'],
  ['somebody, in the window', me, {}, 'yes'],
  ['before it is opened', me, { state: 'planned' }, 'planned'],
  ['once settled', me, { state: 'settled', leads: true }, 'settled'],
  ['after the window', me, { openUntil: new Date('2026-03-11T12:00:00Z') }, 'window-over'],
  ['the host, after the window', me, { openUntil: new Date('2026-03-11T12:00:00Z'), leads: true }, 'yes'],
])('adding: %s', (_, actor, some, expected) => {
  expect(why(mayAdd(actor, { ...base, ...some }, now))).toBe(expected)
})

test.each<['open' | 'settle', Partial<WorkshopCase>, string]>([
  ['open', { state: 'planned', leads: true }, 'yes'],
  ['open', { state: 'planned' }, 'not-yours'],
  ['open', { state: 'planned', leads: true, stage: 2, before: 'open' }, 'before-unsettled'],
  ['open', { state: 'planned', leads: true, stage: 2, before: 'settled' }, 'yes'],
  ['open', { state: 'settled', leads: true }, 'wrong-state'],
  ['settle', { leads: true }, 'yes'],
  ['settle', { leads: true, state: 'planned' }, 'wrong-state'],
])('%s %o', (step, some, expected) => {
  expect(why(mayStepWorkshop(me, step, { ...base, ...some }))).toBe(expected)
})

test('only the host arranges, only a table writes its cards, only the coordinator plans', () => {
  expect(why(mayArrange(me, base))).toBe('not-yours')
  expect(why(mayArrange(me, { ...base, leads: true }))).toBe('yes')
  expect(why(mayWriteCard(me, base, { memberIds: [] }, now))).toBe('not-at-table')
  expect(why(mayWriteCard(me, base, { memberIds: [me.id] }, now))).toBe('yes')
  expect(why(mayPlanSeries(me))).toBe('not-coordinator')
  expect(why(mayPlanSeries({ ...me, grants: [{ role: 'coordinator' }] }))).toBe('yes')
})

test.each<[readonly number[], number, number, boolean]>([
  [[5, 5, 5], 5, 3, true],
  [[6, 0, 0], 5, 3, false],
  [[5, 5, 5, 1], 5, 3, false],
  [[], 0, 3, true],
  [[1], 0, 3, false],
])('dots %o of %i people with %i marks: %s', (dots, voters, marks, fits) => {
  expect(fitsHall(dots, voters, marks)).toBe(fits)
})

const group = (title: string, marks: number, hallMarks = 0) => ({ id: title, title, marks, hallMarks })
test('a tie is shown as a tie and broken by nothing', () => {
  const ranked = rankGroups([group('Żuraw', 2), group('Cień', 3, 1), group('Ławki', 4), group('Woda', 1), group('Kosze', 0)])
  expect(ranked.map(({ title, from, to, tied }) => [title, from, to, tied])).toEqual([
    ['Cień', 1, 2, true],
    ['Ławki', 1, 2, true],
    ['Żuraw', 3, 3, false],
    ['Woda', 4, 4, false],
    ['Kosze', 5, 5, false],
  ])
  // whatever order they come in
  expect(rankGroups([...ranked].reverse()).map(one => one.title)).toEqual(ranked.map(one => one.title))
  expect(rankGroups([])).toEqual([])
})
