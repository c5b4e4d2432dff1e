import { expect, test } from 'vitest'
import type { Actor, Grant } from '#kit/actor.ts'
import { nobody } from '#kit/actor.ts'
import { no, yes } from '#kit/verdict.ts'
import {
  type AdviceCase,
  adviceStates,
  advising,
  costDiffers,
  dueAfterReply,
  dueDay,
  isInside,
  mayAnswerAdvice,
  mayAsk,
  mayAssign,
  mayJoin,
  mayNote,
  mayPass,
  mayReadAdvice,
  mayReadQueries,
  mayWithdraw,
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
  askedBy: 'asker',
  deputies: [],
  releases: false,
  partUnitIds: [],
  partsOpen: 0,
  ...more,
})

const tableOf = (more: Partial<AdviceCase> = {}) =>
  Object.entries(people).map(
    ([name, actor]) =>
      `${name}: ${adviceStates.map(state => advising.names.filter(step => advising.may(actor, step, advice(state, more)).ok).join(' ') || '-').join(' | ')}`,
  )

test('who may do what: queued | asked | assigned | asked-back | drafted | contributed | dropped | withdrawn | answered', () => {
  expect(tableOf()).toEqual([
    'head: admit pass | assign pass | assign pass | - | release reject | - | - | - | -',
    'expert: pass | - | pass askBack answer | answer | - | - | - | - | -',
    'colleague: - | - | - | - | - | - | - | - | -',
    'otherHead: - | - | - | - | - | - | - | - | -',
    'headOfNothing: - | - | - | - | - | - | - | - | -',
    'author: withdraw | withdraw | withdraw | reply withdraw | withdraw | - | - | - | -',
    'coordinator: - | - | - | - | - | - | - | - | -',
  ])
})
test('where the head releases, an expert drafts and never publishes; a head who answers needs nobody', () => {
  const [head, expert] = tableOf({ releases: true })
  expect(expert).toBe('expert: pass | - | pass askBack draft | draft | - | - | - | - | -')
  expect(head).toBe('head: admit pass | assign pass | assign pass | - | release reject | - | - | - | -')
  expect(advising.may(people.head, 'answer', advice('assigned', { releases: true, expertId: 'head' }))).toEqual(yes)
})
test('a part of a joint opinion is finished by its own unit and published or dropped by the one that leads', () => {
  const leading = { unitId: 'zdmk', expertId: undefined, deputies: [] }
  const rows = tableOf({ leading })
  expect(rows[1]).toBe('expert: pass | - | pass askBack contribute | contribute | - | - | - | - | -')
  expect(rows[3]).toBe('otherHead: - | drop | drop | drop | - | drop publish | - | - | -')
  expect(mayJoin(people.head, advice('assigned', { leading }))).toEqual(no('not-yours'))
  expect(mayJoin(people.head, advice('assigned', { partUnitIds: ['ztp'] }), 'ztp')).toEqual(no('contributes'))
  expect(mayJoin(people.expert, advice('assigned'), 'zzm')).toEqual(no('same-unit'))
  expect(mayAnswerAdvice(people.expert, advice('assigned', { partsOpen: 1 }))).toEqual(no('parts-open'))
  expect(mayPass(people.head, advice('asked', { leading }), 'zdmk')).toEqual(no('contributes'))
})
test('a question is taken back by whoever asked until it is answered; a part of a joint opinion is not theirs', () => {
  const asker = who('asker')
  expect(mayWithdraw(asker, advice('drafted'))).toEqual(yes)
  expect(mayWithdraw(people.author, advice('queued'))).toEqual(yes)
  expect(mayWithdraw(asker, advice('answered'))).toEqual(no('answered'))
  expect(mayWithdraw(asker, advice('withdrawn'))).toEqual(no('withdrawn'))
  expect(mayWithdraw(who('anybody'), advice('asked'))).toEqual(no('not-yours'))
  expect(mayWithdraw(asker, advice('asked', { leading: { unitId: 'zdmk', expertId: undefined, deputies: [] } }))).toEqual(no('not-yours'))
})
test('to people of the unit a refusal says what the question waits for', () => {
  const why = (state: AdviceCase['state'], actor: Actor) => {
    const verdict = mayAnswerAdvice(actor, advice(state))
    return verdict.ok ? 'yes' : verdict.why
  }
  expect(adviceStates.map(state => why(state, people.colleague))).toEqual([
    'queued',
    'not-assigned',
    'with-expert',
    'with-authors',
    'with-head',
    'part-ready',
    'withdrawn',
    'withdrawn',
    'answered',
  ])
  expect(why('drafted', people.otherHead)).toBe('not-yours')
})
test('a deputy may what the absent person may, within the unit, and only the deputy of a head may what a head may', () => {
  const forExpert = [{ personId: 'expert', deputyId: 'colleague', head: false }]
  const forHead = [{ personId: 'head', deputyId: 'colleague', head: true }]
  const may = (deputies: AdviceCase['deputies'], actor = people.colleague) =>
    (['asked', 'assigned', 'drafted'] as const).map(state => advising.names.filter(step => advising.may(actor, step, advice(state, { deputies })).ok))
  expect(may(forExpert)).toEqual([[], ['pass', 'askBack', 'answer'], []])
  expect(may(forHead)).toEqual([
    ['assign', 'pass'],
    ['assign', 'pass'],
    ['release', 'reject'],
  ])
  const outsider = who('colleague', { role: 'unit-expert', unitId: 'zdmk' })
  expect([may(forExpert, outsider), may(forHead, outsider)].flat(2)).toEqual([])
})
test('notes are for people of the unit, what was asked back for those it is about', () => {
  const drafted = advice('drafted')
  const read = (actor: Actor) => [isInside(actor, drafted), mayNote(actor, drafted).ok, mayReadQueries(actor, drafted), mayReadAdvice(actor, drafted)]
  expect(Object.entries(people).map(([name, actor]) => [name, ...read(actor)])).toEqual([
    ['head', true, true, true, true],
    ['expert', true, true, true, true],
    ['colleague', true, true, true, true],
    ['otherHead', false, false, false, false],
    ['headOfNothing', false, false, false, false],
    ['author', false, false, true, true],
    ['coordinator', false, false, true, true],
  ])
  expect(read(nobody)).toEqual([false, false, false, false])
  expect(mayNote(people.expert, advice('assigned', { ownerIds: ['expert'] }))).toEqual(no('own-matter'))
})
test('the due date stands still while the authors are asked', () => {
  const at = (day: string) => new Date(`${day}T10:00:00Z`)
  expect(dueAfterReply({ dueOn: '2026-03-20', stoppedOn: '2026-03-12' }, at('2026-03-17'))).toBe('2026-03-25')
  expect(dueAfterReply({ dueOn: '2026-03-20', stoppedOn: '2026-03-12' }, at('2026-03-12'))).toBe('2026-03-20')
  expect(dueAfterReply({ dueOn: '2026-03-20' }, at('2026-03-30'))).toBe('2026-03-20')
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
