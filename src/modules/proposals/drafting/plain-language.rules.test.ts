import { expect, test } from 'vitest'
import { readabilityOf, sentencesOf, syllables } from '#modules/proposals/drafting/plain-language.rules.ts'

test.each([
  ['dom', 1],
  ['siano', 2],
  ['ławka', 2],
  ['biblioteka', 4],
  ['ogólnodostępny', 6],
  ['auto', 2],
  ['Europa', 3],
  ['zieleń', 2],
  ['pięć', 1],
  ['i', 1],
  ['w', 0],
])('%s has %i syllables', (word, count) => {
  expect(syllables(word)).toBe(count)
})

test.each([
  ['Ławki stoją w cieniu. Drzewa rosną!', 2],
  ['Plac przy ul. Łąkowej nr 5 jest pusty.', 1],
  ['Spotkanie o godz. 18. Przyjdź.', 2],
  ['Dnia 3. maja gramy. Potem sprzątamy.', 2],
  ['Koszt to 500 zł. Potem liczymy ok. 20 drzew itd. i krzewy.', 2],
  ['Projekt im. J. Dietla, tj. park itp.', 1],
  ['- ławki\n- kosze\n\n- drzewa', 3],
  ['Czy to zmieści się w 12 m? Tak…', 2],
])('%s: %i sentences', (text, count) => {
  expect(sentencesOf(text)).toHaveLength(count)
})

const plain =
  'Sześć ławek z oparciem w cieniu i dziewięć drzew. Wejście bez progu z dwóch stron. Trawę w środku zostawiamy do zabawy. Dzieci bawią się dziś między autami.'
const hard =
  'Przedmiotem zadania jest realizacja ogólnodostępnej infrastruktury rekreacyjno-wypoczynkowej w ramach zagospodarowania terenu w celu umożliwienia użytkownikom przestrzeni bezkolizyjnego funkcjonowania w wskazanej lokalizacji.'

test('a plain text is plain, an official one is hard, and the words say why', () => {
  expect(readabilityOf(plain)).toMatchObject({ level: 'plain', longSentences: [], officialese: [] })
  const found = readabilityOf(hard)
  expect(found?.level).toBe('hard')
  expect(found?.longSentences).toHaveLength(1)
  expect(found?.officialese.map(one => one.found)).toEqual([
    'Przedmiotem zadania',
    'realizacja',
    'w ramach',
    'w celu',
    'użytkownikom przestrzeni',
    'funkcjonowania',
    'wskazanej lokalizacji',
    'lokalizacji',
  ])
})
test('a phrase inside another word is no phrase', () => {
  expect(readabilityOf(`${plain} Dozorca w ramachach nie siedzi, a kwcelu nie ma.`)?.officialese).toEqual([])
})
test('the index is the one of the formula', () => {
  // 20 words of one syllable in two sentences, none long: half the average length of a sentence
  expect(readabilityOf('To jest nasz dom i tu jest pies. Kot śpi na nim, a my mamy też park i las tu.')?.index).toBe(5)
})
test('a few words are not judged', () => {
  expect(readabilityOf('Ławki przy szkole.')).toBeUndefined()
  expect(readabilityOf('')).toBeUndefined()
})
