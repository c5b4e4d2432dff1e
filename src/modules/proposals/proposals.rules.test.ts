import { expect, test } from 'vitest'
import { type Actor, type Grant, house, nobody } from '#kit/actor.ts'
import { no, yes } from '#kit/verdict.ts'
import {
  type AuthorCase,
  authorStates,
  joining,
  mayAnswer,
  mayBringIn,
  mayEnd,
  mayInvitePerson,
  mayLeave,
} from '#modules/proposals/authors/authors.rules.ts'
import {
  drafting,
  fits,
  mayAccept,
  mayEdit,
  mayFreeze,
  mayRead,
  mayRecordSignature,
  mayReopen,
  maySubmit,
  mayWithdraw,
  type ProjectCase,
  type ProjectState,
  projectStates,
  publicNumber,
  publicTitle,
} from '#modules/proposals/proposals.rules.ts'

const who = (id: string, ...grants: Grant[]): Actor => ({ id, name: id, level: 0, grants })
const people = {
  lead: who('lead'),
  coauthor: who('coauthor'),
  invited: who('invited'),
  stranger: who('stranger'),
  visitor: nobody,
  clerk: who('clerk', { role: 'clerk' }),
  ambassador: who('ambassador', { role: 'ambassador', territoryId: 'd13' }),
  authoringClerk: who('coauthor', { role: 'clerk' }),
  coordinator: who('coordinator', { role: 'coordinator' }),
}
const project = (state: ProjectState, more: Partial<ProjectCase> = {}): ProjectCase => ({
  state,
  path: 'joint-district',
  visibility: 'shared',
  leadId: 'lead',
  territoryId: 'd13',
  version: 3,
  authorIds: ['lead', 'coauthor'],
  invitedIds: ['invited'],
  ...more,
})
const said = (verdict: { ok: boolean; why?: string }) => (verdict.ok ? 'yes' : (verdict.why ?? ''))
const table = (ask: (actor: Actor, state: ProjectState) => { ok: boolean; why?: string }, ...names: (keyof typeof people)[]) =>
  names.map(name => `${name}: ${projectStates.map(state => said(ask(people[name], state))).join(' | ')}`)

test('the steps of a draft, by person and state (draft | agreeing | submitted | withdrawn | continued)', () => {
  const rows = (['lead', 'coauthor', 'invited', 'stranger', 'visitor', 'coordinator'] as const).map(
    name =>
      `${name}: ${projectStates.map(state => drafting.names.filter(step => drafting.may(people[name], step, project(state)).ok).join(' ') || '-').join(' | ')}`,
  )
  expect(rows).toEqual([
    'lead: freeze withdraw | reopen submit withdraw | withdraw | - | -',
    'coauthor: - | reopen | - | - | -',
    'invited: - | - | - | - | -',
    'stranger: - | - | - | - | -',
    'visitor: - | - | - | - | -',
    'coordinator: - | - | - | - | -',
  ])
})

test('editing is for the authors, until it is submitted', () => {
  expect(table((actor, state) => mayEdit(actor, project(state)), 'lead', 'coauthor', 'invited', 'visitor')).toEqual([
    'lead: yes | yes | submitted | withdrawn | withdrawn',
    'coauthor: yes | yes | submitted | withdrawn | withdrawn',
    'invited: not-author | not-author | submitted | withdrawn | withdrawn',
    'visitor: sign-in | sign-in | submitted | withdrawn | withdrawn',
  ])
})

test('freezing, opening again and withdrawing', () => {
  expect(table((actor, state) => mayFreeze(actor, project(state), 0), 'lead', 'coauthor')).toEqual([
    'lead: yes | waits | submitted | withdrawn | withdrawn',
    'coauthor: not-lead | not-lead | submitted | withdrawn | withdrawn',
  ])
  expect(mayFreeze(people.lead, project('draft'), 2)).toEqual(no('incomplete'))
  expect(table((actor, state) => mayReopen(actor, project(state)), 'coauthor', 'stranger')).toEqual([
    'coauthor: not-waiting | yes | submitted | withdrawn | withdrawn',
    'stranger: not-author | not-author | submitted | withdrawn | withdrawn',
  ])
  expect(table((actor, state) => mayWithdraw(actor, project(state)), 'lead', 'coauthor', 'visitor')).toEqual([
    'lead: yes | yes | yes | withdrawn | withdrawn',
    'coauthor: not-lead | not-lead | not-lead | not-lead | not-lead',
    'visitor: sign-in | sign-in | sign-in | sign-in | sign-in',
  ])
})

test('a private draft is for its authors and those asked to join; nothing submitted is private', () => {
  const readers = (state: ProjectState) =>
    Object.entries(people)
      .filter(([, actor]) => mayRead(actor, project(state, { visibility: 'private' })))
      .map(([name]) => name)
  expect(readers('draft')).toEqual(['lead', 'coauthor', 'invited', 'authoringClerk'])
  expect(readers('submitted')).toEqual(Object.keys(people))
  expect(publicTitle({ ...project('draft', { visibility: 'private' }), title: 'Park' })).toBe('')
  expect(publicTitle({ ...project('submitted', { visibility: 'private' }), title: 'Park' })).toBe('Park')
})

test('a version is accepted by its authors, once, while it waits', () => {
  const agreeing = project('agreeing')
  expect(mayAccept(people.coauthor, agreeing, 3, [])).toEqual(yes)
  expect(mayAccept(people.coauthor, agreeing, 3, ['coauthor'])).toEqual(no('already-accepted'))
  expect(mayAccept(people.coauthor, agreeing, 2, [])).toEqual(no('old-version'))
  expect(mayAccept(people.coauthor, project('draft'), 3, [])).toEqual(no('not-waiting'))
  expect(mayAccept(people.invited, agreeing, 3, [])).toEqual(no('not-author'))
})

test('a signature is recorded by the office, and with the signed page by the lead; never in an own matter, without the page never for somebody with e-mail', () => {
  const asked = { personId: 'coauthor', hasEmail: false, scanned: false, version: 3, acceptedIds: [] }
  const by = (actor: Actor, more = {}) => said(mayRecordSignature(actor, project('agreeing'), { ...asked, ...more }))
  expect({
    clerk: by(people.clerk),
    coordinator: by(people.coordinator),
    ambassador: by(people.ambassador),
    elsewhere: by(who('x', { role: 'ambassador', territoryId: 'd1' })),
    own: by(people.authoringClerk),
    resident: by(people.stranger),
    forStranger: by(people.clerk, { personId: 'stranger' }),
    withEmail: by(people.clerk, { hasEmail: true }),
    oldVersion: by(people.clerk, { version: 2 }),
    withPage: by(people.clerk, { hasEmail: true, scanned: true }),
    lead: by(people.lead),
    leadWithPage: by(people.lead, { hasEmail: true, scanned: true }),
    leadOwn: by(people.lead, { personId: 'lead', scanned: true }),
    coauthor: by(people.coauthor, { personId: 'lead', scanned: true }),
  }).toEqual({
    clerk: 'yes',
    coordinator: 'yes',
    ambassador: 'yes',
    elsewhere: 'not-staff',
    own: 'own-matter',
    resident: 'not-staff',
    forStranger: 'not-author',
    withEmail: 'has-email',
    oldVersion: 'old-version',
    withPage: 'yes',
    lead: 'page-missing',
    leadWithPage: 'yes',
    leadOwn: 'own-matter',
    coauthor: 'not-staff',
  })
})

test('submitting: the lead, all accepted, nothing missing, the phase open', () => {
  const all = { acceptedIds: ['lead', 'coauthor'], problems: 0, phase: yes }
  expect(table((actor, state) => maySubmit(actor, project(state), all), 'lead', 'coauthor', 'visitor')).toEqual([
    'lead: not-agreed | yes | submitted | withdrawn | withdrawn',
    'coauthor: not-lead | not-lead | submitted | withdrawn | withdrawn',
    'visitor: sign-in | sign-in | submitted | withdrawn | withdrawn',
  ])
  const lead = (more: object) => said(maySubmit(people.lead, project('agreeing'), { ...all, ...more }))
  expect(lead({ acceptedIds: ['lead'] })).toBe('waiting-for-others')
  expect(lead({ problems: 1 })).toBe('incomplete')
  expect(lead({ barred: true })).toBe('twin')
  expect(lead({ full: true })).toBe('enough')
  expect(lead({ phase: no('phase-not-yet') })).toBe('phase-not-yet')
  expect(said(maySubmit(people.lead, project('agreeing', { path: 'individual', authorIds: ['lead'] }), { ...all, acceptedIds: ['lead'] }))).toBe(
    'yes',
  )
})

test('every state but the first can be reached', () => {
  expect([...new Set<string>(['draft', ...drafting.names.map(name => drafting.steps[name].to)])].sort()).toEqual([...projectStates].sort())
  expect([...new Set<string>(['invited', ...joining.names.map(name => joining.steps[name].to)])].sort()).toEqual([...authorStates].sort())
})

test('joining: by person and state of the invitation', () => {
  const author = (state: AuthorCase['state'], personId = 'invited'): AuthorCase => ({
    state,
    personId,
    leadId: 'lead',
    expiresAt: new Date('2020-03-20'),
  })
  const rows = (['lead', 'invited', 'stranger'] as const).map(
    name =>
      `${name}: ${(['invited', 'accepted', 'declined'] as const).map(state => joining.names.filter(step => joining.may(people[name], step, author(state)).ok).join(' ') || '-').join(' | ')}`,
  )
  expect(rows).toEqual(['lead: withdraw | remove | -', 'invited: accept decline | leave | -', 'stranger: - | - | -'])
  expect(joining.may(house, 'expire', author('invited'))).toEqual(yes)
  const now = new Date('2020-03-12')
  expect(mayAnswer(people.invited, author('invited'), project('draft'), 'accept', now)).toEqual(yes)
  expect(mayAnswer(people.invited, author('invited'), project('draft'), 'accept', new Date('2020-03-20'))).toEqual(no('too-late'))
  expect(mayAnswer(people.invited, author('invited'), project('submitted'), 'accept', now)).toEqual(no('submitted'))
  expect(mayAnswer(people.invited, author('invited'), project('submitted'), 'decline', now)).toEqual(yes)
  expect(mayLeave(people.lead, author('accepted', 'lead'), project('draft'))).toEqual(no('lead-stays'))
  expect(mayLeave(people.invited, author('accepted'), project('draft'))).toEqual(yes)
  expect(mayEnd(people.stranger, author('invited'), project('draft'))).toEqual(no('not-yours'))
})

test('inviting: the lead, nobody twice, nobody into the draft of one alone', () => {
  expect(mayInvitePerson(people.lead, project('draft'), 'somebody')).toEqual(yes)
  expect(mayInvitePerson(people.lead, project('draft'), 'coauthor')).toEqual(no('already-author'))
  expect(mayInvitePerson(people.lead, project('draft'), 'invited')).toEqual(no('already-invited'))
  expect(mayInvitePerson(people.lead, project('draft', { path: 'individual' }), 'somebody')).toEqual(no('individual'))
  expect(mayInvitePerson(people.coauthor, project('draft'), 'somebody')).toEqual(no('not-lead'))
  expect(mayBringIn(people.clerk, project('draft'), 'halina')).toEqual(yes)
  expect(mayBringIn(people.clerk, project('draft'), 'clerk')).toEqual(no('own-matter'))
  expect(mayBringIn(people.authoringClerk, project('draft'), 'halina')).toEqual(no('own-matter'))
  expect(mayBringIn(people.lead, project('draft'), 'halina')).toEqual(no('not-staff'))
})

test('public numbers and the space of each path', () => {
  expect(publicNumber(13, 7, 2020)).toBe('BO.D13.7/20')
  expect(publicNumber(null, 3, 2026)).toBe('BO.OM.3/26')
  expect([
    fits('joint-city', 'city'),
    fits('joint-city', 'district'),
    fits('joint-district', 'city'),
    fits('individual', 'district'),
    fits('individual', 'estate'),
  ]).toEqual([true, false, false, true, false])
})
