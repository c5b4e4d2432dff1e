import { expect, test } from 'vitest'
import { type Actor, type Grant, nobody } from '#kit/actor.ts'
import type { ProjectCase } from '#modules/proposals/proposals.rules.ts'
import { checklistOf, maySeeConsents, questions } from '#modules/readiness/readiness.rules.ts'

const who = (id: string, ...grants: Grant[]): Actor => ({ id, name: id, level: 0, grants })
const project: ProjectCase = {
  state: 'draft',
  path: 'joint-district',
  visibility: 'shared',
  leadId: 'lead',
  territoryId: 'd13',
  version: 0,
  authorIds: ['lead', 'coauthor'],
  invitedIds: ['invited'],
  helperIds: ['helper'],
}

test.each([
  [who('lead'), [], true],
  [who('coauthor'), [], true],
  [who('helper'), [], false],
  [who('invited'), [], false],
  [who('resident'), [], false],
  [nobody, [], false],
  [who('clerk', { role: 'clerk' }), [], true],
  [who('clerk', { role: 'clerk', territoryId: 'd13' }), [], true],
  [who('clerk', { role: 'clerk', territoryId: 'd5' }), [], false],
  [who('moderator', { role: 'moderator' }), [], false],
  [who('expert', { role: 'unit-expert', unitId: 'zzm' }), ['zzm'], true],
  [who('expert', { role: 'unit-expert', unitId: 'zdmk' }), ['zdmk'], false],
])('who sees the consents of land managers: %j', (actor, own, sees) => {
  expect(maySeeConsents(actor, project, { asked: ['zzm'], own })).toBe(sees)
})

test('what is missing, what is only good to have, and who can add it', () => {
  const empty = { sectionProblems: 3, costProblems: 1, costOptional: false, costLines: 0, answered: 0, consents: 0, advice: 0, agreed: false }
  const said = (standing: typeof empty) =>
    checklistOf(standing).map(({ check, done, required, who }) => `${check} ${done ? 'done' : required ? 'missing' : 'advised'} ${who}`)
  expect(said(empty)).toEqual([
    'sections missing writers',
    'costs missing writers',
    'questions advised writers',
    'consent advised authors',
    'advice advised authors',
    'agreement missing everyone',
  ])
  const whole = {
    sectionProblems: 0,
    costProblems: 0,
    costOptional: true,
    costLines: 1,
    answered: questions.length,
    consents: 1,
    advice: 1,
    agreed: true,
  }
  expect(checklistOf(whole).every(({ done }) => done)).toBe(true)
  expect(said({ ...whole, costLines: 0 })[1]).toBe('costs advised writers')
})
