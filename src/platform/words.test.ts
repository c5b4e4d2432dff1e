import { expect, test } from 'vitest'
import { lemmasOf, plainText } from '#platform/words.ts'

test('text without Polish marks', () => {
  expect(plainText('Zażółć gęślą JAŹŃ przy Łąkowej')).toBe('zazolc gesla jazn przy lakowej')
})

test.each([
  ['Remont ławek na placach', ['remont', 'lawka', 'plac']],
  ['remont lawki na placu', ['remont', 'lawka', 'plac']],
  ['drzewami', ['drzewo']],
  ['dzieciom', ['dziecko']],
  ['dla pieszych', ['pieszy']],
  ['Tetmajera', ['tetmajer']],
  ['w i na', []],
  ['szkoła nr 93', ['szkola', '93']],
])('%s', (text, lemmas) => expect(lemmasOf(text)).toEqual(expect.arrayContaining(lemmas)))

test('forms of one word share a basic form', () => {
  for (const [one, other] of [
    ['ławka', 'ławkach'],
    ['ścieżki rowerowej', 'sciezka rowerowa'],
    ['niepełnosprawnych', 'niepełnosprawni'],
    ['w Podgórzu', 'Podgórze'],
  ] as const)
    expect(lemmasOf(one).some(lemma => lemmasOf(other).includes(lemma))).toBe(true)
})
test.each([
  ['boisk', 'boisko'],
  ['drzew', 'drzewo'],
  ['ławek', 'lawka'],
  ['zabaw', 'zabawa'],
])('%s, which has lost its ending, is %s', (form, lemma) => expect(lemmasOf(form)).toContain(lemma))
