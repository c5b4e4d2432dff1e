import { expect, test } from 'vitest'
import { type Actor, nobody } from '#kit/actor.ts'
import { no, yes } from '#kit/verdict.ts'
import { mayComment } from '#modules/discussions/discussions.rules.ts'
import { type Idea, ideaStates, mayTie, shaping } from '#modules/ideas/ideas.rules.ts'
import { type Need, needing, needStates } from '#modules/ideas/needs.rules.ts'
import { mayBack, mayJoinIn } from '#modules/ideas/space.rules.ts'
import { mayEnterFor } from '#modules/people/office/behalf.rules.ts'

const actor = (id: string, ...grants: Actor['grants']): Actor => ({ id, name: id, level: 0, grants })
const anna = actor('anna')
const bogdan = actor('bogdan')
const moderator = actor('monika', { role: 'moderator' })
const elsewhere = actor('edek', { role: 'moderator', territoryId: 'd2' })
const ambassador = actor('bartek', { role: 'ambassador', territoryId: 'd1' })
const coordinator = actor('kornelia', { role: 'coordinator' })
const clerk = actor('celina', { role: 'clerk' })
const everybody = { anna, bogdan, moderator, elsewhere, ambassador, coordinator, nobody }

const said = {
  id: 'x1',
  editionId: 'e1',
  territoryId: 'd1',
  title: 'T',
  text: 'T',
  placeWords: null,
  point: null,
  coauthorIds: [],
  authorId: 'anna',
  enteredBy: null,
  channel: 'online' as const,
  createdAt: new Date(0),
  reason: null,
  hidden: false,
  editedAt: null,
}
const need = (state: Need['state']): Need => ({ ...said, state })
const idea = (state: Idea['state']): Idea => ({ ...said, state })

test('who may do what to a need', () => {
  const table = Object.entries(everybody).flatMap(([who, actor]) =>
    needStates.map(state => `${who} ${state}: ${needing.names.filter(step => needing.may(actor, step, need(state)).ok).join(' ') || '-'}`),
  )
  expect(table).toEqual([
    'anna open: join close',
    'anna in-idea: join release',
    'anna redirected: -',
    'anna closed: -',
    'bogdan open: join',
    'bogdan in-idea: join release',
    'bogdan redirected: -',
    'bogdan closed: -',
    'moderator open: join close',
    'moderator in-idea: join release',
    'moderator redirected: -',
    'moderator closed: -',
    'elsewhere open: join',
    'elsewhere in-idea: join release',
    'elsewhere redirected: -',
    'elsewhere closed: -',
    'ambassador open: join redirect',
    'ambassador in-idea: join release',
    'ambassador redirected: -',
    'ambassador closed: -',
    'coordinator open: join close redirect',
    'coordinator in-idea: join release',
    'coordinator redirected: resume',
    'coordinator closed: -',
    'nobody open: -',
    'nobody in-idea: -',
    'nobody redirected: -',
    'nobody closed: -',
  ])
})

test('who may do what to an idea', () => {
  const table = Object.entries(everybody).flatMap(([who, actor]) =>
    ideaStates.map(state => `${who} ${state}: ${shaping.names.filter(step => shaping.may(actor, step, idea(state)).ok).join(' ') || '-'}`),
  )
  expect(table.filter(line => !line.endsWith('-'))).toEqual([
    'anna proposed: draft drop',
    'bogdan proposed: draft',
    'moderator proposed: draft drop',
    'elsewhere proposed: draft',
    'ambassador proposed: draft redirect',
    'coordinator proposed: draft drop redirect',
    'coordinator redirected: resume',
  ])
})

test.each([
  ['the author of the idea', anna, 'bogdan', yes],
  ['the author of the need', bogdan, 'bogdan', yes],
  ['the ambassador of the place', ambassador, 'bogdan', yes],
  ['a moderator', moderator, 'bogdan', yes],
  ['a moderator of another place', elsewhere, 'bogdan', no('not-yours')],
  ['anybody else', actor('zofia'), 'bogdan', no('not-yours')],
])('a need is tied to an idea by %s', (_who, actor, authorId, verdict) => {
  expect(mayTie(actor, idea('proposed'), { authorId, state: 'open' })).toEqual(verdict)
})
test('nothing is tied to what has ended', () => {
  expect(mayTie(anna, idea('dropped'), need('open'))).toEqual(no('wrong-state'))
  expect(mayTie(anna, idea('proposed'), need('closed'))).toEqual(no('ended'))
})

test.each([
  ['a neighbour while it is open', bogdan, true, yes, yes],
  ['a stranger', nobody, true, yes, no('sign-in')],
  ['the author', anna, true, yes, no('own')],
  ['a neighbour too late', bogdan, true, no('phase-over'), no('phase-over')],
  ['a neighbour of what has ended', bogdan, false, yes, no('ended')],
] as const)('backing by %s', (_who, actor, live, open, verdict) => {
  expect(mayBack<string>(actor, { authorId: 'anna', live }, open)).toEqual(verdict)
})

test('the phase is asked before who one is, so that nobody signs in for nothing', () => {
  expect(mayJoinIn<string>(nobody, no('phase-over'))).toEqual(no('phase-over'))
})

test.each([
  ['the office, everywhere', clerk, 'd9', yes],
  ['an ambassador at home', ambassador, 'd1', yes],
  ['an ambassador elsewhere', ambassador, 'd2', no('not-helper')],
  ['a resident', anna, 'd1', no('not-helper')],
])('words of others are written down by %s', (_who, actor, territoryId, verdict) => expect(mayEnterFor(actor, territoryId)).toEqual(verdict))

test('an answer is not answered', () => {
  expect(mayComment(anna, yes, { replyTo: null })).toEqual(yes)
  expect(mayComment(anna, yes, { replyTo: 'comment_1' })).toEqual(no('too-deep'))
  expect(mayComment(nobody, yes)).toEqual(no('sign-in'))
})
