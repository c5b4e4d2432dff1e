import { expect, test } from 'vitest'
import { isReminderDue, sameMark } from '#modules/submission/agreeing/agreeing.rules.ts'

test.each([
  ['the day it was frozen', '2026-04-01', '2026-04-01', undefined, false],
  ['two days later', '2026-04-01', '2026-04-03', undefined, false],
  ['the third day', '2026-04-01', '2026-04-04', undefined, true],
  ['far from the end', '2026-04-01', '2026-04-02', '2026-04-30', false],
  ['the third day before the end', '2026-04-27', '2026-04-28', '2026-04-30', true],
  ['the last day', '2026-04-29', '2026-04-30', '2026-04-30', true],
  ['twice on the last day', '2026-04-30', '2026-04-30', '2026-04-30', false],
] as const)('a reminder on %s', (_, since, today, lastDay, due) => {
  expect(isReminderDue({ since, today, lastDay })).toBe(due)
})

test.each([
  ['beginning', '1a2b3c4d', true],
  ['in groups, in capitals', '1A2B 3C4D', true],
  ['the whole', '1a2b3c4d5e', true],
  ['too short', '1a2b3c4', false],
  ['of another version', '1a2b3c4e', false],
  ['nothing', '', false],
])('the mark on the sheet: %s', (_, typed, same) => {
  expect(sameMark(typed, '1a2b3c4d5e')).toBe(same)
})
