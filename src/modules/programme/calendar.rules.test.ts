import { describe, expect, test } from 'vitest'
import { currentPhases, inOrder, mayNow, nextPhases, opennessOf, type Span } from '#modules/programme/calendar.rules.ts'

const submission: Span = { kind: 'submission', from: '2026-04-01', to: '2026-04-30' }
const at = (iso: string) => new Date(iso)

describe('a phase is open from midnight to midnight in Warsaw', () => {
  test.each([
    ['a second before the first day', '2026-03-31T21:59:59Z', 'not-yet'],
    ['the first midnight (summer time, UTC+2)', '2026-03-31T22:00:00Z', 'open'],
    ['in the middle', '2026-04-15T12:00:00Z', 'open'],
    ['the last millisecond', '2026-04-30T21:59:59.999Z', 'open'],
    ['the midnight after the last day', '2026-04-30T22:00:00Z', 'over'],
  ])('%s: %s is %s', (_, now, state) => {
    expect(opennessOf([submission], 'submission', at(now)).state).toBe(state)
  })

  const winter: Span = { kind: 'voting', from: '2026-01-10', to: '2026-01-10' }
  test.each([
    ['2026-01-09T22:59:59.999Z', 'not-yet'],
    ['2026-01-09T23:00:00Z', 'open'],
    ['2026-01-10T22:59:59.999Z', 'open'],
    ['2026-01-10T23:00:00Z', 'over'],
  ])('a single winter day, UTC+1: %s is %s', (now, state) => {
    expect(opennessOf([winter], 'voting', at(now)).state).toBe(state)
  })

  // 29 March 2026 has 23 hours (clock moves at 02:00), 25 October 2026 has 25
  test.each([
    ['spring', '2026-03-29', '2026-03-28T22:59:59Z', 'not-yet'],
    ['spring', '2026-03-29', '2026-03-28T23:00:00Z', 'open'],
    ['spring', '2026-03-29', '2026-03-29T21:59:59Z', 'open'],
    ['spring', '2026-03-29', '2026-03-29T22:00:00Z', 'over'],
    ['autumn', '2026-10-25', '2026-10-24T21:59:59Z', 'not-yet'],
    ['autumn', '2026-10-25', '2026-10-24T22:00:00Z', 'open'],
    ['autumn', '2026-10-25', '2026-10-25T22:59:59Z', 'open'],
    ['autumn', '2026-10-25', '2026-10-25T23:00:00Z', 'over'],
  ])('the night the clock moves in %s: on %s, %s is %s', (_, day, now, state) => {
    expect(opennessOf([{ kind: 'voting', from: day, to: day }], 'voting', at(now)).state).toBe(state)
  })
})

test('it says since when and until when, as days people read in the calendar', () => {
  expect(opennessOf([submission], 'submission', at('2026-04-10T10:00:00Z'))).toEqual({
    state: 'open',
    since: at('2026-03-31T22:00:00Z'),
    until: at('2026-04-30T21:59:59.999Z'),
  })
  expect(opennessOf([submission], 'submission', at('2026-01-01T00:00:00Z'))).toEqual({ state: 'not-yet', from: at('2026-03-31T22:00:00Z') })
  expect(opennessOf([submission], 'submission', at('2027-01-01T00:00:00Z'))).toEqual({ state: 'over', since: at('2026-04-30T21:59:59.999Z') })
  expect(opennessOf([submission], 'voting', at('2026-04-10T10:00:00Z'))).toEqual({ state: 'unplanned' })
  expect(opennessOf([], 'submission', at('2026-04-10T10:00:00Z'))).toEqual({ state: 'unplanned' })
})

describe('several rounds of one kind, in any order', () => {
  const rounds: Span[] = [
    { kind: 'needs', from: '2026-05-10', to: '2026-05-12' },
    { kind: 'needs', from: '2026-05-01', to: '2026-05-03' },
  ]
  test.each([
    ['2026-04-20T10:00:00Z', { state: 'not-yet', from: at('2026-04-30T22:00:00Z') }],
    ['2026-05-02T10:00:00Z', { state: 'open', since: at('2026-04-30T22:00:00Z'), until: at('2026-05-03T21:59:59.999Z') }],
    ['2026-05-05T10:00:00Z', { state: 'not-yet', from: at('2026-05-09T22:00:00Z') }],
    ['2026-05-11T10:00:00Z', { state: 'open', since: at('2026-05-09T22:00:00Z'), until: at('2026-05-12T21:59:59.999Z') }],
    ['2026-06-01T10:00:00Z', { state: 'over', since: at('2026-05-12T21:59:59.999Z') }],
  ])('at %s', (now, expected) => {
    expect(opennessOf(rounds, 'needs', at(now))).toEqual(expected)
  })
})

test.each([
  ['2026-03-01T10:00:00Z', { ok: false, why: 'phase-not-yet' }],
  ['2026-04-01T10:00:00Z', { ok: true }],
  ['2026-05-01T10:00:00Z', { ok: false, why: 'phase-over' }],
])('may a proposal be submitted at %s', (now, verdict) => {
  expect(mayNow([submission], 'submission', at(now))).toEqual(verdict)
  expect(mayNow([submission], 'voting', at(now))).toEqual({ ok: false, why: 'phase-unplanned' })
})

test('what runs now and what comes next, in the order of the programme', () => {
  const phases: Span[] = [
    { kind: 'voting', from: '2026-09-26', to: '2026-10-05' },
    submission,
    { kind: 'advice', from: '2026-03-01', to: '2026-04-20' },
    { kind: 'support-lists', from: '2026-04-01', to: '2026-07-24' },
  ]
  const kinds = (found: Span[]) => found.map(phase => phase.kind)
  expect(kinds(currentPhases(phases, at('2026-03-10T10:00:00Z')))).toEqual(['advice'])
  expect(kinds(nextPhases(phases, at('2026-03-10T10:00:00Z')))).toEqual(['submission', 'support-lists'])
  expect(kinds(currentPhases(phases, at('2026-04-10T10:00:00Z')))).toEqual(['advice', 'submission', 'support-lists'])
  expect(kinds(nextPhases(phases, at('2026-11-10T10:00:00Z')))).toEqual([])
  expect(kinds(inOrder(phases))).toEqual(['advice', 'submission', 'support-lists', 'voting'])
})
