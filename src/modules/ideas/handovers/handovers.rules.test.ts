import { expect, test } from 'vitest'
import { house, nobody } from '#kit/actor.ts'
import {
  dayOfRecord,
  dueOf,
  type Handover,
  type HandoverState,
  handing,
  handoverStates,
  isOverdue,
  mayHandOver,
} from '#modules/ideas/handovers/handovers.rules.ts'
import { somebody } from '#web/testing.ts'

const said = { id: 'idea_1', territoryId: 'd13', editionId: 'e', authorId: 'marta', state: 'proposed', hidden: false } as Parameters<
  typeof mayHandOver
>[1]
const coordinator = somebody('Kornelia', 'coordinator')
const ambassador = somebody('Bartek', { role: 'ambassador', territoryId: 'd13' })

test.each([
  ['the coordinator', coordinator, said, true],
  ['the ambassador of the district', ambassador, said, true],
  ['the ambassador of another district', somebody('Ala', { role: 'ambassador', territoryId: 'd14' }), said, 'not-yours'],
  ['a resident', somebody('Olga'), said, 'not-yours'],
  ['a clerk', somebody('Celina', 'clerk'), said, 'not-yours'],
  ['a moderator', somebody('Monika', 'moderator'), said, 'not-yours'],
  ['a stranger', nobody, said, 'not-yours'],
  ['whoever said it, even with a role', ambassador, { ...said, authorId: ambassador.id }, 'own'],
  ['what is hidden', coordinator, { ...said, hidden: true }, 'ended'],
  ['an open need', coordinator, { ...said, state: 'open' }, true],
  ...['in-idea', 'drafting', 'redirected', 'dropped', 'closed'].map(state => [state, coordinator, { ...said, state }, 'wrong-state'] as const),
] as const)('may hand over: %s', (_, actor, what, expected) => {
  const verdict = mayHandOver(actor, what)
  expect(verdict.ok || verdict.why).toBe(expected)
})

const handover = (state: HandoverState) => ({ state, territoryId: 'd13', editionId: 'e', dueOn: '2026-04-11' }) as Handover
test.each(handoverStates.flatMap(state => (['receive', 'answer'] as const).map(step => [step, state] as const)))('%s from %s', (step, state) => {
  const allowed = step === 'receive' ? state === 'handed' : state !== 'answered'
  expect(handing.may(coordinator, step, handover(state)).ok).toBe(allowed)
  for (const other of [ambassador, somebody('Celina', 'clerk'), somebody('Olga'), nobody, house])
    expect(handing.may(other, step, handover(state))).toEqual({ ok: false, why: 'not-yours' })
})

test('an answer is due in thirty days, by the days of Warsaw', () => {
  expect(dueOf(new Date('2026-03-12T23:30:00Z'))).toBe('2026-04-12')
  expect([
    isOverdue(handover('handed'), new Date('2026-04-11T20:00:00Z')),
    isOverdue(handover('received'), new Date('2026-04-11T22:30:00Z')),
    isOverdue(handover('answered'), new Date('2027-01-01T00:00:00Z')),
  ]).toEqual([false, true, false])
})

test.each([
  ['2026-03-12', true],
  ['2026-03-20', true],
  ['2026-03-21', 'day-ahead'],
  ['2026-03-11', 'day-before'],
  ['2026-02-30', 'day-wrong'],
  ['jutro', 'day-wrong'],
  ['', 'day-wrong'],
])('the day of a record: %s', (day, expected) => {
  const verdict = dayOfRecord(day, new Date('2026-03-12T10:00:00Z'), new Date('2026-03-20T10:00:00Z'))
  expect(verdict.ok || verdict.why).toBe(expected)
})
