import { expect, test } from 'vitest'
import { wordDiff } from '#platform/diff.ts'

test('changes are shown word by word', () => {
  expect(wordDiff('Sąsiad zaprasza do rozmowy.', 'Sąsiadka zaprasza do rozmowy.')).toEqual([
    { text: 'Sąsiad', kind: 'removed' },
    { text: 'Sąsiadka', kind: 'added' },
    { text: ' zaprasza do rozmowy.', kind: 'same' },
  ])
})
test('what did not change for long is cut short, what changed never', () => {
  const long = 'słowo '.repeat(200)
  const parts = wordDiff(`${long}kot ${long}`, `${long}pies ${long}`)
  expect(parts.map(part => part.kind)).toEqual(['same', 'removed', 'added', 'same'])
  expect(parts.every(part => part.text.length < 400)).toBe(true)
})
test('texts that have nothing in common are answered', () => {
  const text = (seed: number) => Array.from({ length: 6000 }, (_, n) => `w${(n * seed) % 7919}`).join(' ')
  expect(wordDiff(text(31), text(57)).length).toBeGreaterThan(0)
})
