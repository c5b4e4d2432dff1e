import { expect, test } from 'vitest'
import { rebased, spliceBetween, spliced } from '#kit/splices.ts'

test.each([
  ['', 'ławka', { at: 0, gone: 0, come: 'ławka' }],
  ['ławka', '', { at: 0, gone: 5, come: '' }],
  ['ławka', 'ławki', { at: 4, gone: 1, come: 'i' }],
  ['aaaa', 'aaa', { at: 3, gone: 1, come: '' }],
  ['🌳', '🌲', { at: 0, gone: 2, come: '🌲' }],
  ['x🌳y', 'x🌲y', { at: 1, gone: 2, come: '🌲' }],
])('what makes %j into %j', (before, after, splice) => {
  expect(spliceBetween(before, after)).toEqual(splice)
})

test('any text becomes any other', () => {
  const words = ['', 'a', 'ab', 'ba', 'aba', '🌳', 'a🌳', '🌳🌲a', 'bbbb', 'abab🌲']
  for (const before of words) for (const after of words) expect(spliced(before, spliceBetween(before, after))).toBe(after)
})

test.each([
  ['to the left', 'jeden dwa trzy', 'Jeden dwa trzy', 'jeden dwa trzy cztery', 'Jeden dwa trzy cztery'],
  ['to the right', 'jeden dwa trzy', 'jeden dwa trzy!', 'zero jeden dwa trzy', 'zero jeden dwa trzy!'],
  ['in the same place, both stay', 'jeden dwa trzy', 'jeden 2 trzy', 'jeden DWA trzy', 'jeden DWA2 trzy'],
  ['over one that is longer', 'abcdef', 'aXf', 'abCDef', 'aXCDef'],
])('a change made beside another: %s', (_, before, mine, theirs, both) => {
  expect(spliced(theirs, rebased(spliceBetween(before, mine), spliceBetween(before, theirs)))).toBe(both)
})
