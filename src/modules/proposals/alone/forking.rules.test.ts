import { expect, test } from 'vitest'
import type { Actor } from '#kit/actor.ts'
import { mayFork } from '#modules/proposals/alone/forking.rules.ts'
import type { Project } from '#modules/proposals/proposals.rules.ts'

const me: Actor = { id: 'me', name: 'Me', level: 1, grants: [] }
const past = (more: Partial<Project>) =>
  ({
    id: 'p',
    editionId: 'old',
    state: 'submitted',
    visibility: 'shared',
    authorIds: ['me', 'other'],
    leadId: 'other',
    hidden: false,
    ...more,
  }) as Project

test.each([
  ['submitted with others', {}, 'yes'],
  ['withdrawn, but shown to all', { state: 'withdrawn' }, 'yes'],
  ['private, mine alone', { state: 'draft', visibility: 'private', authorIds: ['me'] }, 'yes'],
  ['private, with others', { state: 'draft', visibility: 'private' }, 'not-shown'],
  ['hidden by moderation', { hidden: true }, 'not-shown'],
  ['hidden, mine alone', { hidden: true, authorIds: ['me'] }, 'not-shown'],
  ['of others', { authorIds: ['other'] }, 'not-author'],
  ['of this edition', { editionId: 'new' }, 'same-edition'],
] as const)('beginning anew from a project that is %s', (_, more, said) => {
  const verdict = mayFork(me, past(more as Partial<Project>), 'new')
  expect(verdict.ok ? 'yes' : verdict.why).toBe(said)
})
