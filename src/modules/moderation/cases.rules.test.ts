import { expect, test } from 'vitest'
import { type Actor, type Grant, house, nobody } from '#kit/actor.ts'
import {
  actsAs,
  appealUntil,
  type CaseFacts,
  caseStates,
  isHost,
  mayAppeal,
  mayDecide,
  mayHost,
  mayJudgeAppeal,
  reviewing,
} from '#modules/moderation/cases.rules.ts'

const actor = (id: string, ...grants: Grant[]): Actor => ({ id, name: id, level: 1, grants })
const monika = actor('monika', { role: 'moderator' })
const other = actor('other', { role: 'moderator' })
const nowaHuta = actor('huta', { role: 'moderator', territoryId: 'd18' })
const kornelia = actor('kornelia', { role: 'coordinator' })
const bartek = actor('bartek', { role: 'ambassador', territoryId: 'd13' })
const everywhere = actor('everywhere', { role: 'ambassador' })
const marta = actor('marta')
const decidedAt = new Date('2026-03-12T10:00:00Z')
const one = (more: Partial<CaseFacts> = {}): CaseFacts => ({
  state: 'open',
  territoryId: 'd13',
  authorIds: ['marta'],
  aboutAuthorIds: [],
  reporterIds: [],
  decidedBy: undefined,
  decidedAt: undefined,
  peers: 1,
  ...more,
})

test.each([
  ['a moderator', monika, {}, undefined],
  ['the coordinator', kornelia, {}, undefined],
  ['a moderator of another district', nowaHuta, {}, 'not-yours'],
  ['a host', bartek, {}, 'not-yours'],
  ['a resident', marta, {}, 'not-yours'],
  ['nobody', nobody, {}, 'not-yours'],
  ['a moderator who wrote it', monika, { authorIds: ['monika'] }, 'own-matter'],
  ['a moderator who writes the draft it is about', monika, { aboutAuthorIds: ['monika'] }, 'own-matter'],
  ['a moderator who reported it', monika, { reporterIds: ['monika'] }, 'reporter'],
  ['a moderator, too late', monika, { state: 'kept' }, 'wrong-state'],
] as const)('%s decides', (_, who, more, why) => {
  expect(mayDecide(who, one(more as Partial<CaseFacts>))).toEqual(why ? { ok: false, why } : { ok: true })
})

const appealed = { state: 'appealed', decidedBy: 'monika', decidedAt } as const
test.each([
  ['another moderator', other, {}, undefined],
  ['the one who decided', monika, {}, 'same-moderator'],
  ['the coordinator, while there is another moderator', kornelia, {}, 'other-moderator'],
  ['the coordinator, where there is none', kornelia, { peers: 0 }, undefined],
  ['the coordinator who decided it first', kornelia, { peers: 0, decidedBy: 'kornelia' }, 'same-moderator'],
  ['a host', bartek, { peers: 0 }, 'not-yours'],
  ['a moderator who reported it', other, { reporterIds: ['other'] }, 'reporter'],
  ['its author, though a moderator', other, { authorIds: ['other'] }, 'own-matter'],
] as const)('%s judges an appeal', (_, who, more, why) => {
  expect(mayJudgeAppeal(who, one({ ...appealed, ...(more as Partial<CaseFacts>) }))).toEqual(why ? { ok: false, why } : { ok: true })
})

test('planted: a decider who judges the appeal is found by the table', () => {
  const careless = (who: Actor) => who.grants.some(({ role }) => role === 'moderator')
  expect(careless(monika)).not.toBe(mayJudgeAppeal(monika, one(appealed)).ok)
})

test.each(['2026-03-12T10:00:01Z', '2026-03-26T22:59:59Z'])('the author appeals at %s', at => {
  expect(mayAppeal(marta, one({ state: 'hidden', decidedAt }), new Date(at))).toEqual({ ok: true })
})
test('not after fourteen whole days, not by another, not from what was kept, not twice', () => {
  expect(appealUntil(decidedAt)).toEqual(new Date('2026-03-26T23:00:00Z'))
  const hidden = one({ state: 'hidden', decidedAt })
  expect(mayAppeal(marta, hidden, appealUntil(decidedAt))).toEqual({ ok: false, why: 'too-late' })
  expect(mayAppeal(bartek, hidden, decidedAt)).toEqual({ ok: false, why: 'not-yours' })
  for (const state of caseStates.filter(state => state !== 'hidden' && state !== 'warned'))
    expect(mayAppeal(marta, one({ state, decidedAt }), decidedAt)).toEqual({ ok: false, why: 'wrong-state' })
})

const thing = { territoryId: 'd13', authorIds: ['marta'] }
test.each([
  ['the ambassador of the district', bartek, thing, undefined],
  ['the ambassador in another district', bartek, { ...thing, territoryId: 'd18' }, 'not-yours'],
  ['the ambassador where no place is known', bartek, { ...thing, territoryId: undefined }, 'not-yours'],
  ['an ambassador without an area', everywhere, thing, 'not-yours'],
  ['the ambassador who co-authors it', bartek, { ...thing, authorIds: ['marta', 'bartek'] }, 'own-matter'],
  ['the ambassador who co-authors what it is about', bartek, { ...thing, aboutAuthorIds: ['bartek'] }, 'own-matter'],
  ['a moderator who co-authors it', monika, { ...thing, authorIds: ['monika'] }, 'own-matter'],
  ['a moderator', monika, thing, undefined],
  ['a neighbour', marta, { ...thing, authorIds: [] }, 'not-yours'],
] as const)('%s hosts', (_, who, about, why) => {
  expect(mayHost(who, about)).toEqual(why ? { ok: false, why } : { ok: true })
})
test('an ambassador never takes a step of a review, whatever the state', () => {
  for (const step of reviewing.names.filter(name => name !== 'appeal'))
    for (const state of caseStates) expect(reviewing.may(bartek, step, one({ state, peers: 0 })).ok).toBe(false)
  expect(isHost(bartek, thing)).toBe(true)
})
test('as whom somebody acts', () => {
  expect([house, monika, kornelia, bartek].map(who => actsAs(who, thing))).toEqual(['house', 'moderator', 'coordinator', 'host'])
})
