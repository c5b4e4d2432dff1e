import { expect, test } from 'vitest'
import { endOfDay } from '#kit/dates.ts'
import type { Openness } from '#modules/programme/calendar.rules.ts'
import { type Examination, examinedState, isLate, reminderDue, waitsForExamining } from '#modules/support/examining.rules.ts'

const lastMoment = new Date(endOfDay('2026-04-15').getTime() - 1)
const open: Openness = { state: 'open', since: new Date('2026-04-05T10:00:00Z'), until: lastMoment }
const over: Openness = { state: 'over', since: lastMoment }
const tally = { lines: 20, counted: 15, duplicates: 2, late: 0 }
const examination: Examination = { ...tally, at: new Date(), until: '2026-04-15', needed: 15 }

test.each([
  ['before the first reminder', '2026-04-07', undefined],
  ['a week before', '2026-04-08', 7],
  ['a week was missed by a day', '2026-04-09', 7],
  ['two days before', '2026-04-13', 2],
  ['on the last day', '2026-04-15', 2],
  ['when it is over', '2026-04-16', undefined],
])('a reminder %s', (_, today, days) => expect(reminderDue('2026-04-15', today)).toBe(days))

test.each([
  ['on the last day', '2026-04-15', over, false],
  ['a day after', '2026-04-16', over, true],
  ['while it is open', '2026-04-16', open, true],
  ['before the calendar says anything', '2026-04-16', { state: 'unplanned' } as const, false],
])('a page that came %s', (_, day, window, late) => expect(isLate(day, window)).toBe(late))

test.each([
  ['never examined', undefined, { tally, window: over }, 'not-yet', true],
  ['nothing since', examination, { tally, window: over }, 'standing', false],
  ['one more line', examination, { tally: { ...tally, lines: 21 }, window: over }, 'again', true],
  ['one withdrew', examination, { tally: { ...tally, counted: 14 }, window: over }, 'again', true],
  ['more time', examination, { tally, window: { ...open, until: new Date(endOfDay('2026-04-20').getTime() - 1) } }, 'again', false],
] as const)('a list: %s', (_, before, now, state, waits) => {
  expect(examinedState(before, now)).toBe(state)
  expect(waitsForExamining(state, now.window)).toBe(waits)
})
