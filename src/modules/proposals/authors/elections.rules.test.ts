import { expect, test } from 'vitest'
import { type Actor, house, nobody } from '#kit/actor.ts'
import { type Election, electing, electionStates, mayOpenElection, mayVote, winnerOf } from '#modules/proposals/authors/elections.rules.ts'
import { type LeadOffer, mayAnswerOffer, mayOffer, offering, offerStates } from '#modules/proposals/authors/offers.rules.ts'
import type { ProjectCase } from '#modules/proposals/proposals.rules.ts'

const who = (id: string): Actor => ({ id, name: id, level: 0, grants: [] })
const people = { lead: who('lead'), a: who('a'), b: who('b'), stranger: who('stranger'), visitor: nobody, house }
const project = (more: Partial<ProjectCase> = {}): ProjectCase => ({
  state: 'draft',
  path: 'joint-district',
  visibility: 'shared',
  leadId: 'lead',
  territoryId: 'd13',
  version: 0,
  authorIds: ['lead', 'a', 'b'],
  invitedIds: [],
  ...more,
})
const now = new Date('2026-03-30T10:00:00Z')
const election = (votes: readonly (readonly [string, string])[] = [], more: Partial<Election> = {}): Election => ({
  id: 'election_1',
  projectId: 'project_1',
  absentId: 'lead',
  state: 'open',
  openedAt: now,
  endsAt: new Date('2026-04-07T00:00:00Z'),
  votes: votes.map(([personId, candidateId]) => ({ personId, candidateId })),
  ...more,
})
const said = (verdict: { ok: boolean; why?: string }) => (verdict.ok ? 'yes' : verdict.why)

test('only a co-author opens an election, and only after the silence that the rules name', () => {
  const asked = (silent: string, open = false) => ({ silentSince: new Date(silent), days: 21, now, open })
  const may = (silent: string) => Object.entries(people).map(([name, actor]) => `${name}: ${said(mayOpenElection(actor, project(), asked(silent)))}`)
  expect(may('2026-03-09T10:00:00Z')).toEqual([
    'lead: lead-yourself',
    'a: yes',
    'b: yes',
    'stranger: not-author',
    'visitor: sign-in',
    'house: not-author',
  ])
  expect(said(mayOpenElection(people.a, project(), asked('2026-03-09T10:00:01Z')))).toBe('lead-present')
  expect(said(mayOpenElection(people.a, project(), asked('2026-01-01T10:00:00Z', true)))).toBe('open-already')
  expect(said(mayOpenElection(people.a, project({ state: 'submitted' }), asked('2026-01-01T10:00:00Z')))).toBe('submitted')
})

test('co-authors vote for one another, never the silent lead, never for the lead', () => {
  expect(said(mayVote(people.a, project(), election(), 'b', now))).toBe('yes')
  expect(said(mayVote(people.a, project(), election(), 'a', now))).toBe('yes')
  expect(said(mayVote(people.a, project(), election(), 'lead', now))).toBe('no-candidate')
  expect(said(mayVote(people.lead, project(), election(), 'a', now))).toBe('not-author')
  expect(said(mayVote(people.stranger, project(), election(), 'a', now))).toBe('not-author')
  expect(said(mayVote(people.a, project(), election([], { state: 'stopped' }), 'b', now))).toBe('wrong-state')
  expect(said(mayVote(people.a, project(), election(), 'b', election().endsAt))).toBe('too-late')
})

test.each([
  [
    'both for one',
    ['lead', 'a', 'b'],
    [
      ['a', 'b'],
      ['b', 'b'],
    ],
    'b',
  ],
  [
    'half is no majority',
    ['lead', 'a', 'b'],
    [
      ['a', 'a'],
      ['b', 'b'],
    ],
    undefined,
  ],
  ['one vote of two is not enough', ['lead', 'a', 'b'], [['a', 'b']], undefined],
  ['the only co-author decides', ['lead', 'a'], [['a', 'a']], 'a'],
  [
    'who has left neither votes nor leads',
    ['lead', 'a', 'b'],
    [
      ['a', 'c'],
      ['c', 'c'],
      ['b', 'c'],
    ],
    undefined,
  ],
  [
    'two of three',
    ['lead', 'a', 'b', 'c'],
    [
      ['a', 'c'],
      ['b', 'c'],
      ['c', 'a'],
    ],
    'c',
  ],
  ['nobody voted', ['lead', 'a', 'b'], [], undefined],
] as const)('the winner: %s', (_, authorIds, votes, winner) => {
  expect(winnerOf(project({ authorIds }), election(votes as readonly (readonly [string, string])[]))).toBe(winner)
})

test('the steps of an election and of an offer, by person and state', () => {
  const steps = <S extends string>(states: readonly S[], may: (actor: Actor, state: S) => string[]) =>
    Object.entries(people).map(([name, actor]) => `${name}: ${states.map(state => may(actor, state).join(' ') || '-').join(' | ')}`)
  expect(steps(electionStates, (actor, state) => electing.names.filter(step => electing.may(actor, step, { state, absentId: 'lead' }).ok))).toEqual([
    'lead: object | - | - | -',
    'a: - | - | - | -',
    'b: - | - | - | -',
    'stranger: - | - | - | -',
    'visitor: - | - | - | -',
    'house: decide lapse object | - | - | -',
  ])
  const offer = { personId: 'a', offeredBy: 'lead' }
  expect(steps(offerStates, (actor, state) => offering.names.filter(step => offering.may(actor, step, { ...offer, state }).ok))).toEqual([
    'lead: withdraw | - | - | - | -',
    'a: accept decline | - | - | - | -',
    'b: - | - | - | - | -',
    'stranger: - | - | - | - | -',
    'visitor: - | - | - | - | -',
    'house: expire | - | - | - | -',
  ])
})

test('the lead is offered by the lead to an author, once at a time, and taken by whoever was asked', () => {
  const offer: LeadOffer = {
    id: 'offer_1',
    projectId: 'project_1',
    personId: 'a',
    offeredBy: 'lead',
    state: 'offered',
    expiresAt: new Date('2026-04-14T00:00:00Z'),
  }
  expect([mayOffer(people.lead, project(), 'a', false), mayOffer(people.lead, project(), 'a', true)].map(said)).toEqual(['yes', 'offered-already'])
  expect([mayOffer(people.lead, project(), 'lead', false), mayOffer(people.lead, project(), 'stranger', false)].map(said)).toEqual([
    'not-author',
    'not-author',
  ])
  expect(said(mayOffer(people.a, project(), 'b', false))).toBe('not-lead')
  const may = (actor: Actor, more: Partial<ProjectCase> = {}, at = now) =>
    said(mayAnswerOffer(actor, offer, project(more), { answer: 'accept', hasEmail: true, now: at }))
  expect([may(people.a), may(people.b), may(people.lead), may(people.visitor)]).toEqual(['yes', 'not-yours', 'not-yours', 'not-yours'])
  expect([may(people.a, { leadId: 'b' }), may(people.a, { authorIds: ['lead', 'b'] }), may(people.a, {}, offer.expiresAt)]).toEqual([
    'lead-changed',
    'not-author',
    'too-late',
  ])
  const clerk: Actor = { ...who('clerk'), grants: [{ role: 'clerk' }] }
  const written = (hasEmail: boolean) => said(mayAnswerOffer(clerk, offer, project(), { answer: 'accept', hasEmail, now }))
  expect([written(false), written(true)]).toEqual(['yes', 'has-email'])
})
