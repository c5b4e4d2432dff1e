import { expect, test } from 'vitest'
import { nobody } from '#kit/actor.ts'
import {
  concerns,
  type Followed,
  type Happening,
  type Known,
  mayFollow,
  ofPlace,
  ofRole,
  ofSearch,
  ofTheme,
  ofThing,
} from '#modules/following/follows.rules.ts'
import { lemmasOf } from '#platform/words.ts'
import { somebody } from '#web/testing.ts'

const known: Known = {
  areasOf: id => new Set(id === 'district_13' ? ['district_13', 'zablocie'] : [id]),
  holders: target => new Set(target === 'ambassador@district_13' ? ['bartek'] : []),
  lemmas: lemmasOf,
}
const happening = (words: string, more: Partial<Happening> = {}): Happening => ({
  seq: 6,
  subject: 'need_1',
  actorId: 'marta',
  isNew: true,
  territoryId: 'zablocie',
  words: new Set(lemmasOf(words)),
  ...more,
})
const search = (words: string, where: string | null = null) => ofSearch(words, lemmasOf(words), where)

test.each<[string, Followed, Happening, boolean]>([
  ['the thing itself', ofThing('need_1'), happening(''), true],
  ['what was before the follow', ofThing('need_1'), happening('', { seq: 5 }), false],
  ['another thing', ofThing('need_2'), happening(''), false],
  ['an area inside the district', ofPlace('district_13'), happening(''), true],
  ['another district', ofPlace('district_18'), happening(''), false],
  ['something without a place', ofPlace('district_13'), happening('', { territoryId: undefined }), false],
  ['the ambassador of the district acts in it', ofRole('ambassador', 'district_13'), happening('', { actorId: 'bartek' }), true],
  ['somebody else acts in it', ofRole('ambassador', 'district_13'), happening(''), false],
  ['the ambassador acts elsewhere', ofRole('ambassador', 'district_13'), happening('', { actorId: 'bartek', territoryId: 'district_18' }), false],
  ['one word of the theme, inflected', ofTheme('zielen'), happening('Nowe drzewa na placu'), true],
  ['no word of the theme', ofTheme('zielen'), happening('Remont chodnika'), false],
  ['a move of what is not new', ofTheme('zielen'), happening('Nowe drzewa', { isNew: false }), false],
  ['every word of the search, in any form', search('ławki przystanek'), happening('Ławka przy przystankach'), true],
  ['only one word of the search', search('ławki przystanek'), happening('Ławka w parku'), false],
  ['the search, but in another place', search('ławki', 'district_18'), happening('Ławka w parku'), false],
  ['the search in its place', search('ławki', 'district_13'), happening('Ławka w parku'), true],
  ['a search of nothing but idle words', search('na w i'), happening('na w i'), false],
])('a follow and what happens: %s', (_, followed, what, expected) => {
  expect(concerns({ ...followed, sinceSeq: 5 }, what, known)).toBe(expected)
})

test('the same words in another order or form are the same search', () => {
  expect(search('ławki przystanek').target).toBe(search('przystanki ławka').target)
  expect(search('ławki', 'district_13').target).not.toBe(search('ławki').target)
})
test('who may follow, and how much', () => {
  expect([mayFollow(nobody, 0), mayFollow(somebody('Olga'), 199), mayFollow(somebody('Olga'), 200)]).toEqual([
    { ok: false, why: 'sign-in' },
    { ok: true },
    { ok: false, why: 'too-many' },
  ])
})
