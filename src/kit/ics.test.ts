import { expect, test } from 'vitest'
import { icsOf } from '#kit/ics.ts'

const now = new Date('2026-03-12T11:00:00Z')

test('a phase is a whole-day entry whose end is the day after its last one', () => {
  const ics = icsOf('Kalendarz', [{ uid: 'phase_1@city', from: '2026-04-01', to: '2026-04-30', title: 'Składanie projektów' }], now)
  expect(ics.split('\r\n')).toEqual(expect.arrayContaining(['DTSTART;VALUE=DATE:20260401', 'DTEND;VALUE=DATE:20260501', 'DTSTAMP:20260312T110000Z']))
  expect(ics.endsWith('END:VCALENDAR\r\n')).toBe(true)
})

test('commas, semicolons and new lines are escaped', () => {
  expect(icsOf('K', [{ uid: 'u', from: '2026-04-01', to: '2026-04-01', title: 'a, b; c\nd' }], now)).toContain('SUMMARY:a\\, b\\; c\\nd')
})

test('long lines are folded at 75 octets and unfold to the same words', () => {
  const title = 'Żółć '.repeat(60).trim()
  const ics = icsOf('K', [{ uid: 'u', from: '2026-04-01', to: '2026-04-01', title }], now)
  for (const line of ics.split('\r\n')) expect(new TextEncoder().encode(line).length).toBeLessThanOrEqual(75)
  expect(ics.replaceAll('\r\n ', '')).toContain(title)
})
