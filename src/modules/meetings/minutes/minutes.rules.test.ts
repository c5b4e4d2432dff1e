import { describe, expect, test } from 'vitest'
import { type Actor, nobody } from '#kit/actor.ts'
import {
  changedLines,
  type MinutesCase,
  mayAnswerCorrection,
  mayCorrect,
  mayEndTask,
  mayNote,
  maySetTask,
  mayStep,
  minuting,
} from '#modules/meetings/minutes/minutes.rules.ts'

const now = new Date('2026-03-12T12:00:00Z')
const me: Actor = { id: 'person_me', name: 'Ja', level: 0, grants: [] }
const base: MinutesCase = {
  state: 'live',
  leads: false,
  helps: false,
  tookPart: false,
  openNotes: false,
  correctionsUntil: null,
  unanswered: 0,
  lines: 3,
}
const why = (verdict: { ok: boolean; why?: string }) => (verdict.ok ? 'yes' : verdict.why)
const host = { leads: true, helps: true }

describe('who takes notes', () => {
  test.each<[string, Actor, Partial<MinutesCase>, string]>([
    ['a stranger', nobody, {}, 'sign-in'],
    ['somebody who was not there', me, {}, 'not-noting'],
    ['somebody who was there, not asked', me, { tookPart: true }, 'not-noting'],
    ['somebody who was there, let by the host', me, { tookPart: true, openNotes: true }, 'yes'],
    ['somebody elsewhere, though everybody here may', me, { openNotes: true }, 'not-noting'],
    ['the host', me, host, 'yes'],
    ['the office', me, { helps: true }, 'yes'],
    ['the host, in the draft', me, { ...host, state: 'draft' }, 'yes'],
    ['the office, in the draft', me, { helps: true, state: 'draft' }, 'not-host'],
    ['the host, among corrections', me, { ...host, state: 'corrections' }, 'corrections-only'],
    ['the host, once frozen', me, { ...host, state: 'frozen' }, 'frozen'],
    ['the host of very long minutes', me, { ...host, lines: 600 }, 'too-many-lines'],
  ])('%s', (_, actor, some, expected) => {
    expect(why(mayNote(actor, { ...base, ...some }))).toBe(expected)
  })
})

describe('who corrects', () => {
  test.each<[string, Actor, Partial<MinutesCase>, string]>([
    ['a stranger', nobody, { state: 'corrections', tookPart: true }, 'sign-in'],
    ['while notes are live', me, { tookPart: true }, 'not-open'],
    ['somebody who was not there', me, { state: 'corrections' }, 'not-there'],
    ['on the last day', me, { state: 'corrections', tookPart: true, correctionsUntil: '2026-03-12' }, 'yes'],
    ['a day later', me, { state: 'corrections', tookPart: true, correctionsUntil: '2026-03-11' }, 'term-over'],
    ['once frozen', me, { state: 'frozen', tookPart: true }, 'not-open'],
  ])('%s', (_, actor, some, expected) => {
    expect(why(mayCorrect(actor, { ...base, ...some }, now))).toBe(expected)
  })
})

describe('the four stages', () => {
  test.each<[(typeof minuting.names)[number], Partial<MinutesCase>, string]>([
    ['tidy', host, 'yes'],
    ['tidy', { helps: true }, 'not-yours'],
    ['tidy', { ...host, lines: 0 }, 'no-lines'],
    ['open', host, 'wrong-state'],
    ['open', { ...host, state: 'draft' }, 'yes'],
    ['resume', { ...host, state: 'draft', lines: 0 }, 'yes'],
    ['freeze', { ...host, state: 'draft' }, 'wrong-state'],
    ['freeze', { ...host, state: 'corrections', correctionsUntil: '2026-03-11' }, 'yes'],
    ['freeze', { ...host, state: 'corrections', correctionsUntil: '2026-03-12' }, 'term-runs'],
    ['freeze', { ...host, state: 'corrections', correctionsUntil: '2026-03-11', unanswered: 1 }, 'unanswered'],
    ['freeze', { ...host, state: 'frozen' }, 'wrong-state'],
  ])('%s %o', (step, some, expected) => {
    expect(why(mayStep(me, step, { ...base, ...some }, now))).toBe(expected)
  })
  test('nobody who is not signed in takes a step, whoever they claim to be', () => {
    for (const step of minuting.names) expect(mayStep(nobody, step, { ...base, ...host }, now).ok).toBe(false)
  })
})

test('a correction is answered once, by the host, while corrections are open', () => {
  const open = { ...base, state: 'corrections' as const }
  expect(why(mayAnswerCorrection(me, { ...open, ...host }, { outcome: null, personId: 'x' }))).toBe('yes')
  expect(why(mayAnswerCorrection(me, { ...open, ...host }, { outcome: 'not', personId: 'x' }))).toBe('answered')
  expect(why(mayAnswerCorrection(me, open, { outcome: null, personId: 'x' }))).toBe('not-yours')
})

test('a task is set by those who write down, and ended by its keeper too', () => {
  expect(why(maySetTask(me, { helps: false }))).toBe('not-noting')
  expect(why(maySetTask(nobody, { helps: true }))).toBe('sign-in')
  expect(why(mayEndTask(me, { keeperId: me.id, doneAt: null }, { helps: false }))).toBe('yes')
  expect(why(mayEndTask(me, { keeperId: me.id, doneAt: now }, { helps: true }))).toBe('done')
  expect(why(mayEndTask(me, { keeperId: 'other', doneAt: null }, { helps: false }))).toBe('not-noting')
})

test('changed, missing and added lines are found by their numbers', () => {
  expect(changedLines(['a', 'b', 'c'], ['a', 'b', 'c'])).toEqual([])
  expect(changedLines(['a', 'b', 'c'], ['a', 'x', 'c'])).toEqual([2])
  expect(changedLines(['a', 'b'], ['a'])).toEqual([2])
  expect(changedLines(['a'], ['a', 'b'])).toEqual([2])
})
