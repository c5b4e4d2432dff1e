import { expect, test } from 'vitest'
import { middleOf, pickNumbers, splitAddress } from '#modules/programme/territories/addresses.rules.ts'

test.each([
  ['Łąkowa 12', 'Łąkowa', '12'],
  ['przy ul. Łąkowej 12/4, Kraków', 'przy ul. Łąkowej', '12/4'],
  ['Łąkowa 12A m. 3', 'Łąkowa 12A m.', '3'],
  ['3 Maja', '3 Maja', ''],
  ['3 Maja 5', '3 Maja', '5'],
  ['al. 12 Kasztanów 7', 'al. 12 Kasztanów', '7'],
  ['Dzwonników', 'Dzwonników', ''],
  ['', '', ''],
])('"%s" asks for "%s" and the number "%s"', (typed, street, number) => {
  expect(splitAddress(typed)).toEqual({ street, number })
})

const houses = ['1', '2', '12', '12A', '20'].map(number => ({ number }))
test.each([
  ['12', ['12']],
  ['12a', ['12A']],
  ['12/4', ['12']],
  ['14', ['12', '12A']],
  ['3', ['2', '1']],
])('the houses for %s', (typed, found) => {
  expect(pickNumbers(houses, typed).picked.map(({ number }) => number)).toEqual(found)
})
test('a street as a whole is its middle house', () => {
  expect([middleOf(houses)?.number, middleOf([])]).toEqual(['12', undefined])
})
