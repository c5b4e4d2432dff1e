import { expect, test } from 'vitest'
import type { Actor } from '#kit/actor.ts'
import type { ProjectCase } from '#modules/proposals/proposals.rules.ts'
import { kindsFor, mayDiscuss, maySettleFor, standingFor } from '#modules/proposals/suggestions/changes.rules.ts'

const person = (id: string): Actor => ({ id, grants: [] }) as unknown as Actor
const project = (fields: Partial<ProjectCase> = {}): ProjectCase => ({
  state: 'draft',
  path: 'joint-district',
  visibility: 'shared',
  leadId: 'person_lead',
  territoryId: 'territory_13',
  version: 0,
  authorIds: ['person_lead', 'person_second'],
  invitedIds: [],
  ...fields,
})
const rounds = [
  { kind: 'draft', from: '2026-03-01', to: '2026-03-20' },
  { kind: 'corrections', from: '2026-03-21', to: '2026-03-31' },
  { kind: 'submission', from: '2026-04-01', to: '2026-04-30' },
] as const
const all = ['for', 'against', 'question', 'change', 'experience']
const at = (day: string) => new Date(`${day}T10:00:00Z`)

test.each([
  ['draft', '2026-03-12', all],
  ['agreeing', '2026-03-12', all],
  ['draft', '2026-03-25', ['question', 'change']],
  ['draft', '2026-04-05', ['question']],
  ['submitted', '2026-04-05', ['question']],
  ['submitted', '2026-03-12', []],
  ['withdrawn', '2026-03-12', []],
] as const)('under a project that is %s on %s may be said: %j', (state, day, kinds) => {
  expect(kindsFor(standingFor(project({ state }), rounds, at(day)))).toEqual(kinds)
})

test.each([
  [{}, '2026-03-12', 'change', 'yes'],
  [{}, '2026-04-05', 'change', 'not-this-kind'],
  [{}, '2026-05-05', 'change', 'round-over'],
  [{}, '2026-02-05', 'change', 'round-not-yet'],
  [{ visibility: 'private' }, '2026-03-12', 'change', 'not-shared'],
  [{ state: 'withdrawn' }, '2026-03-12', 'question', 'withdrawn'],
] as const)('%j on %s, a %s: %s', (fields, day, kind, answer) => {
  const verdict = mayDiscuss(person('person_x'), project(fields), standingFor(project(fields), rounds, at(day)), kind)
  expect(verdict.ok ? 'yes' : verdict.why).toBe(answer)
})

test.each([
  ['person_lead', {}, {}, 'yes'],
  ['person_second', { state: 'agreeing' }, {}, 'yes'],
  ['person_x', {}, {}, 'not-author'],
  ['person_lead', {}, { authorId: 'person_lead' }, 'own-words'],
  ['person_lead', {}, { enteredBy: 'person_lead' }, 'own-words'],
  ['person_lead', {}, { text: '' }, 'no-words'],
  ['person_lead', { state: 'submitted' }, {}, 'submitted'],
  ['person_lead', { state: 'withdrawn' }, {}, 'withdrawn'],
] as const)('%s answers a change of %j, %j: %s', (id, fields, said, answer) => {
  const comment = { authorId: 'person_x', enteredBy: null, text: 'Więcej ławek.', ...said }
  const verdict = maySettleFor(person(id), project(fields), comment)
  expect(verdict.ok ? 'yes' : verdict.why).toBe(answer)
})
