import { expect, test } from 'vitest'
import { presetKeys, presets } from '#modules/programme/editions/presets.rules.ts'
import { sentenceOf } from '#modules/programme/editions/sentences.parts.tsx'
import { chaptersOf } from '#modules/programme/editions/sentences.rules.ts'
import type { Edition } from '#modules/programme/programme.rules.ts'

const plain = (text: string) => text.replace(/\u00a0/g, ' ')
const edition = (key: (typeof presetKeys)[number]): Pick<Edition, 'parts' | 'phases' | 'pools' | 'rules'> => {
  const { parts, phases, pools, rules } = presets[key]
  return {
    parts,
    rules,
    phases: phases.map(([kind, from, to]) => ({ id: kind, kind, from, to, note: '' })),
    pools: pools.map(({ place, ...money }) => ({ id: String(place), territoryId: String(place), population: null, ...money })),
  }
}
const said = (key: (typeof presetKeys)[number], locale: 'pl' | 'en' = 'pl') =>
  chaptersOf(edition(key), 'city').flatMap(chapter => chapter.items.map(item => plain(sentenceOf(item, locale))))

test('Kraków 2020 in plain Polish sentences', () => {
  const sentences = said('krakow-2020')
  for (const sentence of [
    'Do wydania jest 32 000 000 zł: 6 400 000 zł na projekty dla całego miasta i 25 600 000 zł na projekty dzielnicowe.',
    'Projekt dla całego miasta może kosztować od 25 000 zł do 1 280 000 zł.',
    'Projekt dzielnicowy kosztuje co najmniej 2 500 zł. Jeden projekt może zająć najwyżej 40% pieniędzy swojej dzielnicy.',
    'Projekt można przygotować razem w dzielnicy, razem dla całego miasta albo na własną rękę.',
    'Składanie projektów: od środy, 1 kwietnia do czwartku, 30 kwietnia 2020.',
    'Wyniki: w poniedziałek, 26 października 2020.',
    'Projekt może złożyć każda osoba, która mieszka w mieście, bez względu na wiek.',
    'Tytuł ma najwyżej 60 znaków, a krótki opis od 60 do 250 znaków.',
    'Pod projektem musi podpisać się 15 osób. Projekt dzielnicowy popierają tylko osoby, które mieszkają w tej dzielnicy.',
    'Ostatni dzień na oddanie listy poparcia: piątek, 24 lipca 2020.',
    'Od negatywnej oceny merytoryczno-prawnej można złożyć protest od piątku, 7 sierpnia do piątku, 14 sierpnia 2020. Rozstrzyga go prezydent miasta.',
    'Każda osoba wybiera dokładnie 3 projekty dla całego miasta i dokładnie 3 projekty w dzielnicy i układa je w kolejności.',
    'Za kolejne miejsca projekt dostaje: 3 punkty, 2 punkty i 1 punkt.',
  ])
    expect(sentences).toContain(sentence)
})

test('what an edition leaves out is not spoken of', () => {
  const sentences = said('krakow-newest').join(' ')
  expect(sentences).not.toMatch(/ambasador|warsztaty/i)
  expect(sentences).toContain('Listę poparcia trzeba oddać w ciągu 10 dni od złożenia projektu.')
  expect(sentences).toContain('nie można złożyć jednocześnie')
})

test('phases of what is switched off are not in the calendar', () => {
  const whole = edition('krakow-2020')
  const dates = chaptersOf({ ...whole, parts: ['individual'] }, 'city').find(chapter => chapter.section === 'dates')
  const kinds = dates?.items.flatMap(item => (item.says === 'dates.phase' ? [item.with.kind] : [])) ?? []
  expect(kinds).toEqual(expect.arrayContaining(['submission', 'voting']))
  for (const kind of ['ambassador-call', 'training', 'workshops', 'support-lists'] as const) expect(kinds).not.toContain(kind)
})

test.each(presetKeys)('%s: every sentence of both languages ends as a sentence', key => {
  for (const locale of ['pl', 'en'] as const) for (const sentence of said(key, locale)) expect(sentence).toMatch(/^\p{Lu}.*\.$/u)
  expect(said(key, 'en')).toHaveLength(said(key).length)
})
