import { expect, test } from 'vitest'
import { longDate, weekdayDate } from '#kit/dates.ts'
import { genitiveDay, pluralPl } from '#kit/texts.ts'

test('a day after do, od and z stands in the genitive, all seven of them; a date without its weekday stays', () => {
  const days = [9, 10, 11, 12, 13, 14, 15].map(day => new Date(Date.UTC(2026, 2, day, 12)))
  expect(days.map(day => genitiveDay(weekdayDate(day, 'pl')).split(',')[0])).toEqual([
    'poniedziałku',
    'wtorku',
    'środy',
    'czwartku',
    'piątku',
    'soboty',
    'niedzieli',
  ])
  expect(genitiveDay(longDate(new Date('2026-03-11T12:00:00Z'), 'pl'))).toBe('środy, 11 marca 2026')
  expect(genitiveDay('11 marca')).toBe('11 marca')
})

test.each([
  [1, 'pomysł'],
  [2, 'pomysły'],
  [5, 'pomysłów'],
  [12, 'pomysłów'],
  [22, 'pomysły'],
  [112, 'pomysłów'],
])('%i %s', (n, word) => {
  expect(pluralPl(n, 'pomysł', 'pomysły', 'pomysłów')).toBe(word)
})
