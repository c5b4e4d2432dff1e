import { expect, test } from 'vitest'
import { aheadOf, isNamed, isTold, type LifeFact, milestonesOf, saidOnce } from '#modules/city/project/life.rules.ts'

let seq = 0
const fact = (name: string, day: number, more: Partial<LifeFact> = {}): LifeFact => {
  seq += 1
  return { seq, at: new Date(Date.UTC(2026, 2, day)), fact: name, subject: 'project_1', actorId: 'marta', payload: {}, ...more }
}

test('the line starts with the first need and runs by time, whatever the order of the ledger', () => {
  const facts = [fact('project.started', 5), fact('idea.proposed', 3, { subject: 'idea_1' }), fact('need.added', 1, { subject: 'need_1' })]
  expect(milestonesOf(facts).map(({ kind }) => kind)).toEqual(['need', 'idea', 'started'])
})

test('a question that was answered is told by its answer, one that waits by itself', () => {
  const facts = [
    fact('advice.asked', 1, { payload: { adviceId: 'a' } }),
    fact('advice.answered', 2, { payload: { adviceId: 'a' } }),
    fact('advice.asked', 3, { payload: { adviceId: 'b' } }),
  ]
  expect(milestonesOf(facts).map(({ kind, payload }) => [kind, payload.adviceId])).toEqual([
    ['answered', 'a'],
    ['asked', 'b'],
  ])
})

test('the submitted version tells who accepted it, by signature too; one that waits or waited tells nobody', () => {
  const facts = [
    fact('project.frozen', 1, { payload: { version: 1 } }),
    fact('version.accepted', 2, { actorId: 'jurij', payload: { version: 1 } }),
    fact('project.frozen', 3, { payload: { version: 2 } }),
    fact('version.accepted', 4, { actorId: 'bartek', payload: { version: 2 } }),
    fact('version.signed', 5, { actorId: 'celina', payload: { version: 2, personId: 'halina' } }),
  ]
  const accepted = () => milestonesOf(facts).map(({ peopleIds }) => peopleIds)
  expect(accepted()).toEqual([[], []])
  facts.push(fact('project.submitted', 6, { payload: { version: 2 } }))
  expect(accepted()).toEqual([[], ['bartek', 'halina'], []])
  expect(isNamed('version.accepted')).toBe(false)
})

test('people who joined one after another are one step', () => {
  const facts = [
    fact('author.accepted', 1, { actorId: 'jurij' }),
    fact('author.accepted', 2, { actorId: 'bartek' }),
    fact('project.shared', 3),
    fact('author.accepted', 4, { actorId: 'olga' }),
  ]
  expect(milestonesOf(facts).map(({ kind, peopleIds }) => [kind, peopleIds])).toEqual([
    ['joined', ['jurij', 'bartek']],
    ['shared', []],
    ['joined', ['olga']],
  ])
})

test('who said no is not named, and single backings are not told', () => {
  expect(isNamed('author.declined')).toBe(false)
  expect(isTold('author.declined')).toBe(false)
  expect(isTold('need.backed')).toBe(false)
  expect(isNamed('project.submitted')).toBe(true)
})

test.each([
  ['draft', ['submission', 'review', 'voting', 'implementation']],
  ['submitted', ['review', 'voting', 'implementation']],
  ['withdrawn', []],
] as const)('what is ahead of a project that is %s', (state, kinds) => {
  expect(aheadOf(state, []).map(({ kind }) => kind)).toEqual(kinds)
})

test('a line and the voice behind it are told once, by the line; what differs stays', () => {
  const sources = ['voice_1 cień', 'line_1 cień', 'comment_1 woda', 'voice_2 ławka'].map(one => ({
    id: one.split(' ')[0] ?? '',
    title: one.split(' ')[1] ?? '',
  }))
  expect(saidOnce(sources).map(({ id }) => id)).toEqual(['line_1', 'comment_1', 'voice_2'])
})
