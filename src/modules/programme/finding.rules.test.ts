import { expect, test } from 'vitest'
import { findPlaces } from '#modules/programme/finding.rules.ts'
import { krakow } from '#modules/programme/territories/krakow.rules.ts'
import { krakowPlaces } from '#modules/programme/territories/krakow-places.rules.ts'
import type { Territory } from '#modules/programme/territories/territories.rules.ts'

const territories: Territory[] = [
  { id: 'city', kind: 'city', number: null, name: 'Kraków', parentId: null },
  ...krakow.districts.map(({ number, name }): Territory => ({ id: `d${number}`, kind: 'district', number, name, parentId: 'city' })),
  { id: 'e1', kind: 'estate', number: null, name: 'Cisza pod Lipami', parentId: 'd4' },
]
const first = (typed: string) => findPlaces(typed, territories, krakowPlaces)[0]?.territory.number

test.each([
  ['13', 13],
  ['XIII', 13],
  ['dzielnica XIII', 13],
  ['Podgórze', 13],
  ['podgorze duchackie', 11],
  ['Nowa Huta', 18],
  ['nowej hucie', 18],
  ['Ruczaj', 8],
  ['na Ruczaju', 8],
  ['Azory', 4],
  ['na Azorach', 4],
  ['ul. Łąkowa 12', 13],
  ['Lakowej 3a', 13],
  ['os. Kazimierzowskie', 16],
  ['osiedle przy arce', 16],
  ['Kurdwanow', 11],
  ['Mistzejowice', 15],
  ['Biezanów', 12],
  ['Cisza pod lipami', 4],
  ['Salwatorze', 7],
])('%s lies in district %d', (typed, number) => expect(first(typed)).toBe(number))

test.each(['', '99', 'Gdańsk', 'qwerty', 'osiedle'])('%j is nowhere in particular', typed => {
  const found = findPlaces(typed, territories, krakowPlaces)
  if (typed === 'osiedle') expect(new Set(found.map(({ territory }) => territory.id)).size).toBe(found.length)
  else expect(found).toEqual([])
})
