import { expect, test } from 'vitest'
import type { Actor, Grant } from '#kit/actor.ts'
import { nobody } from '#kit/actor.ts'
import { no, yes } from '#kit/verdict.ts'
import {
  type AdviceCase,
  adviceStates,
  advising,
  costDiffers,
  dueDay,
  mayAnswerAdvice,
  mayAsk,
  mayAssign,
  mayPass,
  mayReadAdvice,
  urgencyOf,
} from '#modules/consultation/advice.rules.ts'

const who = (id: string, ...grants: Grant[]): Actor => ({ id, name: id, level: 0, grants })
const people = {
  head: who('head', { role: 'unit-head', unitId: 'zzm' }),
  expert: who('expert', { role: 'unit-expert', unitId: 'zzm' }),
  colleague: who('colleague', { role: 'unit-expert', unitId: 'zzm' }),
  otherHead: who('other', { role: 'unit-head', unitId: 'zdmk' }),
  headOfNothing: who('nothing', { role: 'unit-head' }),
  author: who('author'),
  coordinator: who('coordinator', { role: 'coordinator' }),
}
const advice = (state: AdviceCase['state'], more: Partial<AdviceCase> = {}): AdviceCase => ({
  state,
  unitId: 'zzm',
  territoryId: 'd13',
  expertId: state === 'asked' ? undefined : 'expert',
  ownerIds: ['author'],
  ...more,
})

test('who may do what: asked | assigned | answered', () => {
  const rows = Object.entries(people).map(
    ([name, actor]) =>
      `${name}: ${adviceStates.map(state => advising.names.filter(step => advising.may(actor, step, advice(state)).ok).join(' ') || '-').join(' | ')}`,
  )
  expect(rows).toEqual([
    'head: assign pass | assign pass | -',
    'expert: - | pass answer | -',
    'colleague: - | - | -',
    'otherHead: - | - | -',
    'headOfNothing: - | - | -',
    'author: - | - | -',
    'coordinator: - | - | -',
  ])
})
test('nobody acts in a matter of their own', () => {
  const own = (id: string) => advice('assigned', { ownerIds: ['author', id] })
  expect(mayAssign(people.head, own('head'))).toEqual(no('own-matter'))
  expect(mayAssign(people.head, own('expert'), 'expert')).toEqual(no('expert-own-matter'))
  expect(mayAnswerAdvice(people.expert, own('expert'))).toEqual(no('own-matter'))
  expect(mayAnswerAdvice(people.expert, advice('assigned'))).toEqual(yes)
  expect(mayPass(people.head, advice('asked'), 'zzm')).toEqual(no('same-unit'))
  expect(mayAnswerAdvice(people.expert, advice('answered'))).toEqual(no('answered'))
})
test('asking is for authors, the ambassador of the place and the coordinator, about what everybody sees', () => {
  const asked = { ownerIds: ['author'], territoryId: 'd13', open: true, shared: true, waiting: false, phase: yes }
  const ask = (actor: Actor, more = {}) => {
    const verdict = mayAsk(actor, { ...asked, ...more })
    return verdict.ok ? 'yes' : verdict.why
  }
  expect([
    ask(people.author),
    ask(people.coordinator),
    ask(who('a', { role: 'ambassador', territoryId: 'd13' })),
    ask(who('b', { role: 'ambassador', territoryId: 'd1' })),
    ask(people.head),
    ask(nobody),
    ask(people.author, { open: false }),
    ask(people.author, { shared: false }),
    ask(people.author, { waiting: true }),
    ask(people.author, { phase: no('phase-over') }),
  ]).toEqual(['yes', 'yes', 'yes', 'not-author', 'not-author', 'sign-in', 'closed', 'private', 'already-asked', 'phase-over'])
})
test('an open question is for those concerned, an answer for everybody', () => {
  const readers = (state: AdviceCase['state']) =>
    Object.entries({ ...people, visitor: nobody })
      .filter(([, actor]) => mayReadAdvice(actor, { ...advice(state), askedBy: 'author' }))
      .map(([name]) => name)
  expect(readers('asked')).toEqual(['head', 'expert', 'colleague', 'author', 'coordinator'])
  expect(readers('answered')).toEqual([...Object.keys(people), 'visitor'])
})
test('days: due by the unit’s own time, overdue only after the day', () => {
  const now = new Date('2020-03-12T22:30:00Z')
  expect(dueDay(now, 14)).toBe('2020-03-26')
  expect(['2020-03-11', '2020-03-12', '2020-03-14', '2020-03-15'].map(day => urgencyOf(day, now))).toEqual(['overdue', 'today', 'soon', 'later'])
})
test('a sum that differs is "otherwise"', () => {
  expect([costDiffers({ estimate: 5, authorsSum: 4 }), costDiffers({ estimate: 4, authorsSum: 4 }), costDiffers({ estimate: 4 })]).toEqual([
    true,
    false,
    false,
  ])
})
