import { expect, test } from 'vitest'
import { isBarredBy, isSameContent, type Told } from '#modules/proposals/twins/twins.rules.ts'
import { notTheSame, readTitles } from '#platform/testing-labels.ts'
import { lemmasOf } from '#platform/words.ts'

const told = (title: string, text: string): Told => ({ title: title.split(' '), text: text.split(' ') })
const park = told('park kieszonkowy lesna', 'lawka drzewo cien pitnik dla dziecko senior alejka trawnik')

test.each([
  ['word for word', park, true],
  ['a word changed here and there', told('park kieszonkowy lesna', 'lawka drzewo cien zdroj dla dziecko senior alejka kwiat'), true],
  ['another title over the same text', told('zielony zakatek', 'lawka drzewo cien pitnik dla dziecko senior alejka trawnik'), true],
  ['the same title over another text', told('park kieszonkowy lesna', 'koncert letni muzyka scena wieczor swiatlo taniec'), false],
  ['another thing in the same place', told('silownia lesna', 'drazek porecz mata cwiczenie dla senior'), false],
  ['the same thing elsewhere, told otherwise', told('park kieszonkowy polna', 'plac koszykowka huśtawka zjezdzalnia rodzina'), false],
])('%s', (_what, other, same) => expect(isSameContent(park, other)).toBe(same))

test('it bars only where the edition says so, and only what has been handed in', () => {
  const twin = { id: 'project_a', title: 'Park', publicNo: 'D1.1', submitted: true }
  expect([isBarredBy(twin, true), isBarredBy(twin, false), isBarredBy({ ...twin, submitted: false }, true), isBarredBy(undefined, true)]).toEqual([
    true,
    false,
    false,
    false,
  ])
})

const titles = readTitles()
const real = (key: string): Told => ({ title: lemmasOf(titles.get(key) ?? ''), text: [] })
test.skipIf(titles.size === 0).each(notTheSame)(
  'real titles that are not the same (skipped where ../shared/data is not): %s',
  (_about, one, other) => {
    expect([titles.has(one), titles.has(other)]).toEqual([true, true])
    expect(isSameContent(real(one), real(other))).toBe(false)
  },
)
