import { expect, test } from 'vitest'
import { type Actor, house, nobody } from '#kit/actor.ts'
import { no, yes } from '#kit/verdict.ts'
import { authorsMax, joining } from '#modules/proposals/authors/authors.rules.ts'
import { asking, type JoinRequest, mayAnswerRequest, mayAsk, requestStates, requestsMax } from '#modules/proposals/authors/requests.rules.ts'
import { mayEdit, mayRead, mayWrite, mayWriteAlong, type ProjectCase, projectStates } from '#modules/proposals/proposals.rules.ts'

const who = (id: string): Actor => ({ id, name: id, level: 0, grants: [] })
const people = { lead: who('lead'), coauthor: who('coauthor'), helper: who('helper'), invited: who('invited'), asker: who('asker'), visitor: nobody }
const project = (more: Partial<ProjectCase> = {}): ProjectCase => ({
  state: 'draft',
  path: 'joint-district',
  visibility: 'shared',
  leadId: 'lead',
  territoryId: 'd13',
  version: 1,
  authorIds: ['lead', 'coauthor'],
  invitedIds: ['invited'],
  helperIds: ['helper'],
  ...more,
})
const now = new Date('2026-03-12T10:00:00Z')
const before = { waitsHere: false, waitsElsewhere: 0, refusedAt: undefined, now }
const request = (more: Partial<JoinRequest> = {}): JoinRequest => ({
  id: 'request_1',
  projectId: 'project_1',
  personId: 'asker',
  role: 'author',
  sentence: 'Mieszkam obok.',
  state: 'waiting',
  askedAt: now,
  expiresAt: new Date('2026-03-27T00:00:00Z'),
  ...more,
})
const said = (verdict: { ok: boolean; why?: string }) => (verdict.ok ? 'yes' : verdict.why)

test('who may ask to join, as an author and as a helper', () => {
  const rows = Object.entries(people).map(([name, actor]) =>
    [name, ...(['author', 'helper'] as const).map(role => said(mayAsk(actor, project(), role, before)))].join(' | '),
  )
  expect(rows).toEqual([
    'lead | already-author | already-author',
    'coauthor | already-author | already-author',
    'helper | yes | already-helper',
    'invited | already-invited | already-invited',
    'asker | yes | yes',
    'visitor | sign-in | sign-in',
  ])
})

test.each([
  [{ waitsHere: true }, {}, 'already-asked'],
  [{ waitsElsewhere: requestsMax }, {}, 'too-many'],
  [{ refusedAt: new Date('2026-03-01T10:00:00Z') }, {}, 'asked-lately'],
  [{ refusedAt: new Date('2026-02-01T10:00:00Z') }, {}, 'yes'],
  [{}, { path: 'individual' }, 'individual'],
  [{}, { visibility: 'private' }, 'not-shared'],
  [{}, { hidden: true }, 'not-shared'],
  [{}, { state: 'submitted' }, 'submitted'],
  [{}, { state: 'continued' }, 'withdrawn'],
  [{}, { authorIds: Array.from({ length: authorsMax }, (_, i) => `a${i}`), invitedIds: [] }, 'full'],
] as const)('asking as an author with %j of %j: %s', (asked, more, why) => {
  expect(said(mayAsk(people.asker, project(more as Partial<ProjectCase>), 'author', { ...before, ...asked }))).toBe(why)
})

test('the steps of a request, by person and state', () => {
  const actors = { ...people, house }
  const rows = Object.entries(actors).map(([name, actor]) => {
    const may = (state: JoinRequest['state']) =>
      asking.names.filter(step => asking.may(actor, step, { state, personId: 'asker', authorIds: ['lead', 'coauthor'] }).ok).join(' ') || '-'
    return `${name}: ${requestStates.map(may).join(' | ')}`
  })
  expect(rows).toEqual([
    'lead: accept refuse | - | - | - | -',
    'coauthor: accept refuse | - | - | - | -',
    'helper: - | - | - | - | -',
    'invited: - | - | - | - | -',
    'asker: withdraw | - | - | - | -',
    'visitor: - | - | - | - | -',
    'house: lapse | - | - | - | -',
  ])
})

test('letting in needs an open draft, room and time; refusing is possible at any time', () => {
  const late = new Date('2026-03-27T00:00:00Z')
  expect(mayAnswerRequest(people.coauthor, request(), project(), 'accept', now)).toEqual(yes)
  expect(mayAnswerRequest(people.asker, request(), project(), 'accept', now)).toEqual(no('not-yours'))
  expect(mayAnswerRequest(people.lead, request(), project(), 'accept', late)).toEqual(no('too-late'))
  expect(mayAnswerRequest(people.lead, request(), project(), 'refuse', late)).toEqual(yes)
  expect(mayAnswerRequest(people.lead, request(), project({ state: 'submitted' }), 'accept', now)).toEqual(no('submitted'))
  expect(mayAnswerRequest(people.lead, request({ personId: 'coauthor' }), project(), 'accept', now)).toEqual(no('already-author'))
  const full = project({ authorIds: ['lead', ...Array.from({ length: authorsMax - 1 }, (_, i) => `a${i}`)], invitedIds: [] })
  expect(mayAnswerRequest(people.lead, request(), full, 'accept', now)).toEqual(no('full'))
  expect(mayAnswerRequest(people.lead, request({ role: 'helper' }), full, 'accept', now)).toEqual(yes)
})

test('a helper reads and writes an open draft, and neither what the authors agree on nor what authors do', () => {
  const asked = (ask: (one: ProjectCase) => { ok: boolean; why?: string }) => projectStates.map(state => said(ask(project({ state }))))
  expect(asked(one => mayWrite(people.helper, one))).toEqual(['yes', 'waits', 'submitted', 'withdrawn', 'withdrawn'])
  expect(asked(one => mayWriteAlong(people.helper, one))).toEqual(['yes', 'waits', 'submitted', 'withdrawn', 'withdrawn'])
  expect(asked(one => mayEdit(people.helper, one))).toEqual(['not-author', 'not-author', 'submitted', 'withdrawn', 'withdrawn'])
  expect(mayWrite(people.asker, project())).toEqual(no('not-author'))
  expect([people.helper, people.asker].map(actor => mayRead(actor, project({ visibility: 'private' })))).toEqual([true, false])
})

test('whoever was invited to help becomes a helper and nothing more', () => {
  const invited = (role: 'author' | 'helper') => ({ state: 'invited' as const, personId: 'invited', leadId: 'lead', expiresAt: null, role })
  const may = (role: 'author' | 'helper') => joining.names.filter(step => joining.may(people.invited, step, invited(role)).ok)
  expect([may('author'), may('helper')]).toEqual([
    ['accept', 'decline'],
    ['help', 'decline'],
  ])
})
