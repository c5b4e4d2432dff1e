import { expect, test } from 'vitest'
import type { Actor } from '#kit/actor.ts'
import { agreementOf, asksAgain, currentMet, type Degree, type Met, mayMark, type Voice } from '#modules/proposals/suggestions/suggestions.rules.ts'

const person = (id: string): Actor => ({ id, name: '', level: 0, grants: [] })
const voices = (...said: readonly (readonly [Degree, Met | undefined])[]): Voice[] =>
  said.map(([degree, met], n) => ({ authorId: `person_${n}`, degree, met }))

test.each([
  [voices(), 'nobody', undefined],
  [voices(['wish', 'yes']), 'all', undefined],
  [voices(['wish', undefined]), 'little', undefined],
  // 4 of 5: the one who would withdraw weighs four wishes
  [voices(['would-withdraw', 'yes'], ['wish', 'no']), 'most', undefined],
  [voices(['would-withdraw', 'no'], ['wish', 'yes']), 'little', undefined],
  [voices(['must', 'partly']), 'part', undefined],
  // 2 of 3 is still most, 1 of 3 still part
  [voices(['wish', 'yes'], ['wish', 'yes'], ['rather-not', 'no']), 'most', undefined],
  [voices(['wish', 'yes'], ['wish', 'no'], ['rather-not', 'no']), 'part', undefined],
  [voices(['must', 'yes'], ['wish', 'yes'], ['wish', 'yes'], ['wish', 'yes'], ['wish', undefined]), 'most', 85],
  [voices(['wish', 'yes'], ['wish', 'yes'], ['wish', 'yes'], ['wish', 'yes'], ['wish', 'yes']), 'all', 100],
] as const)('the agreement of %j is %s, %s', (said, word, percent) => {
  expect(agreementOf(said)).toMatchObject({ word, percent })
})

test('one person who suggests five times is one person, and no percentage', () => {
  const said = Array.from({ length: 5 }, (): Voice => ({ authorId: 'person_a', degree: 'wish', met: 'yes' }))
  expect(agreementOf(said)).toMatchObject({ people: 1, suggestions: 5, met: 5, percent: undefined })
})

test('a mark speaks of its own text: a changed section asks again', () => {
  const mark = { met: 'yes', revision: 2, at: new Date('2026-03-12T10:00:00Z') } as const
  expect([currentMet({ mark, revision: 2 }), asksAgain({ mark, revision: 2 })]).toEqual(['yes', false])
  expect([currentMet({ mark, revision: 3 }), asksAgain({ mark, revision: 3 })]).toEqual([undefined, true])
  expect([currentMet({ mark: null, revision: 3 }), asksAgain({ mark: null, revision: 3 })]).toEqual([undefined, false])
})

const settlement = { outcome: 'partly', why: 'Zmieści się.', byId: 'person_lead', at: new Date('2026-03-12T10:00:00Z') } as const
test.each([
  ['person_x', {}, { settlement }, 1, 'yes'],
  ['person_x', {}, {}, 2, 'yes'],
  ['person_x', {}, {}, 1, 'nothing-yet'],
  ['person_x', { state: 'submitted' }, { settlement }, 1, 'yes'],
  ['person_helper', {}, { settlement, enteredBy: 'person_helper' }, 1, 'yes'],
  ['person_lead', {}, { settlement }, 1, 'not-suggester'],
  ['', {}, { settlement }, 1, 'sign-in'],
  ['person_x', { state: 'withdrawn' }, { settlement }, 1, 'withdrawn'],
  ['person_x', {}, { settlement, text: '' }, 1, 'no-words'],
] as const)('%j marks a suggestion, %j, %j, text %d: %s', (id, project, said, revision, answer) => {
  const comment = { authorId: 'person_x', enteredBy: null, text: 'Więcej ławek.', settlement: null, ...said }
  const verdict = mayMark(person(id), { state: 'draft', ...project }, comment, { saidAt: 1, revision })
  expect(verdict.ok ? 'yes' : verdict.why).toBe(answer)
})
