import { expect, test } from 'vitest'
import { type Actor, nobody } from '#kit/actor.ts'
import { fateKindOf, mayKeyIn, maySpeak, type VoicesCase } from '#modules/meetings/voices/voices.rules.ts'

const me: Actor = { id: 'person_me', name: 'Ja', level: 0, grants: [] }
const base: VoicesCase = { helps: false, window: 'open', frozen: false, cancelled: false }
const why = (verdict: { ok: boolean; why?: string }) => (verdict.ok ? 'yes' : verdict.why)

test.each<[string, Actor, Partial<VoicesCase>, string]>([
  ['somebody, while it lasts', me, {}, 'yes'],
  ['a stranger, while it lasts', nobody, {}, 'sign-in'],
  ['before it begins', me, { window: 'not-yet' }, 'not-yet'],
  ['a stranger learns first that it is over', nobody, { window: 'over' }, 'over'],
  ['the host, after it, speaks no more for themselves', me, { window: 'over', helps: true }, 'over'],
  ['a cancelled one', me, { cancelled: true }, 'cancelled'],
  ['frozen minutes', me, { frozen: true }, 'frozen'],
])('online: %s', (_, actor, some, expected) => {
  expect(why(maySpeak(actor, { ...base, ...some }))).toBe(expected)
})

test.each<[string, Actor, Partial<VoicesCase>, string]>([
  ['a resident', me, {}, 'not-helper'],
  ['nobody', nobody, { helps: true }, 'not-helper'],
  ['the office, days later', me, { helps: true, window: 'over' }, 'yes'],
  ['the office, before it, on the phone', me, { helps: true, window: 'not-yet' }, 'yes'],
  ['the office, once frozen', me, { helps: true, frozen: true }, 'frozen'],
  ['the office, when it was cancelled', me, { helps: true, cancelled: true }, 'cancelled'],
])('written down: %s', (_, actor, some, expected) => {
  expect(why(mayKeyIn(actor, { ...base, ...some }))).toBe(expected)
})

test('a fate is a need, an idea, a project, a question or a task; what lies between is none', () => {
  expect(['need_1', 'idea_1', 'project_1', 'advice_1', 'task_1', 'line_1', 'card_1'].map(fateKindOf)).toEqual([
    'need',
    'idea',
    'project',
    'advice',
    'task',
    undefined,
    undefined,
  ])
})
