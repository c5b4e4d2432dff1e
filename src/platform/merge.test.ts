import { expect, test } from 'vitest'
import { mergeTexts, piecesOf } from '#platform/merge.ts'

/** A small generator with a seed, so that a failure can be repeated. */
function dice(seed: number) {
  let state = seed
  return (n: number) => {
    state = (state * 1664525 + 1013904223) >>> 0
    return Math.floor((state / 2 ** 32) * n)
  }
}
const alphabet = 'ąbcć deęfg hijłm nńo óprsś tuwyzźż12, 5-zł „”'
const sentence = (roll: (n: number) => number) =>
  `Z${Array.from({ length: 4 + roll(30) }, () => alphabet[roll(alphabet.length)]).join('')}${['.', '?', '!', '…', '.”'][roll(5)]}`
const gap = (roll: (n: number) => number) => [' ', ' ', '\n', '\n\n', '  '][roll(5)] ?? ' '

const whole = (text: string) =>
  piecesOf(text)
    .map(piece => piece.text + piece.gap)
    .join('')

test('cutting into sentences loses no character', () => {
  for (const text of [
    '',
    'A',
    ' . ',
    '...!',
    'Ala. Ma kota!\n\nOd 12.30 do 2,5 m. ',
    'bez kropki\r\ni dalej',
    '\n\n.\t. ',
    'np. 3.5 m², ul. Łąkowa 7',
  ]) {
    expect(whole(text)).toBe(text)
  }
  for (let seed = 1; seed < 300; seed += 1) {
    const roll = dice(seed)
    const noise = Array.from({ length: 60 }, () => 'ab.!? \n\t…,'[roll(10)]).join('')
    expect(whole(noise)).toBe(noise)
  }
})

test('sentences are the unit', () => {
  expect(piecesOf('Sześć ławek. Dziewięć drzew!\nKoszt 2.5 m².').map(piece => piece.text)).toEqual([
    'Sześć ławek.',
    'Dziewięć drzew!',
    'Koszt 2.5 m².',
  ])
})

test('corrections of different sentences are all kept, whatever they are', () => {
  for (let seed = 1; seed <= 400; seed += 1) {
    const roll = dice(seed)
    const sentences = Array.from({ length: 2 + roll(9) }, () => sentence(roll))
    const gaps = sentences.map(() => gap(roll))
    const owner = sentences.map(() => roll(3))
    const changed = sentences.map((text, i) => (owner[i] === 0 ? text : `${i}x${sentence(roll)}`))
    const join = (pick: (i: number) => boolean) => sentences.map((text, i) => (pick(i) ? changed[i] : text) + (gaps[i] ?? '')).join('')
    const merged = mergeTexts(
      join(() => false),
      join(i => owner[i] === 1),
      join(i => owner[i] === 2),
    )
    expect(merged.conflicts, `seed ${seed}`).toEqual([])
    expect(merged.text, `seed ${seed}`).toBe(join(() => true))
  }
})

test('whatever two people do, every sentence either of them wrote is in the merged text', () => {
  for (let seed = 1; seed <= 400; seed += 1) {
    const roll = dice(seed)
    const base = Array.from({ length: 1 + roll(8) }, () => sentence(roll))
    const edit = (who: string) =>
      base.flatMap((text, i) => [[text], [`${who}${i} ${sentence(roll)}`], [], [text, `${who}${i} ${sentence(roll)}`]][roll(4)] ?? [])
    const [mine, theirs] = [edit('m'), edit('t')]
    const merged = mergeTexts(base.join(' '), mine.join(' '), theirs.join(' '))
    for (const text of [...mine, ...theirs]) {
      if (!base.includes(text)) expect(merged.text, `seed ${seed}`).toContain(text)
    }
  }
})

test('the same sentence changed by both is a conflict that keeps both', () => {
  const merged = mergeTexts('Park. Sześć ławek. Koniec.', 'Park. Osiem ławek. Koniec.', 'Park. Sześć ławek z oparciem. Koniec.')
  expect(merged.conflicts).toEqual([{ base: 'Sześć ławek. ', mine: 'Osiem ławek. ', theirs: 'Sześć ławek z oparciem. ' }])
  expect(merged.text).toBe('Park. Osiem ławek. Sześć ławek z oparciem. Koniec.')
})

test('the same change by both is no conflict', () => {
  expect(mergeTexts('A. B.', 'A. C.', 'A. C.').conflicts).toEqual([])
})

test('both add a sentence at the end: both stay, and nobody is asked', () => {
  const merged = mergeTexts('Park. Ławki.', 'Park. Ławki. Moje poidełko.', 'Park. Ławki. Ich drzewa.')
  expect(merged).toMatchObject({ text: 'Park. Ławki. Ich drzewa. Moje poidełko.', conflicts: [] })
})

test('both write the first words of an empty section: both are shown', () => {
  expect(mergeTexts('', 'Moje słowa.', 'Ich słowa.')).toMatchObject({ text: 'Moje słowa. Ich słowa.', conflicts: [{ base: '' }] })
})

test('a paragraph made by one and a word changed by the other', () => {
  expect(mergeTexts('A. B. C.', 'A.\n\nB. C.', 'A. B. D.').text).toBe('A.\n\nB. D.')
})

test('a text of very many pieces is not searched for minutes: both are kept whole', () => {
  const long = 'a. '.repeat(2000)
  const merged = mergeTexts(long, `${long}mine.`, `theirs. ${long}`)
  expect(merged.text).toContain('mine.')
  expect(merged.text).toContain('theirs.')
  const capped = mergeTexts('a. '.repeat(500), `${'a. '.repeat(500)}b.`, `b. ${'a. '.repeat(500)}`)
  expect(capped.text).toContain('b.')
})
