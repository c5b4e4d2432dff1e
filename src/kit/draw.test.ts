import { createHash } from 'node:crypto'
import { expect, test } from 'vitest'
import { sha256 } from '#kit/draw.ts'

test('a digest made by hand is the one of the library, at every length around a block and far beyond it', () => {
  for (const length of [0, 1, 3, 54, 55, 56, 57, 63, 64, 65, 119, 120, 128, 1000, 70_000]) {
    const text = 'zażółć gęślą jaźń 🦆 '.repeat(length).slice(0, length)
    expect(sha256(text), `${length}`).toBe(createHash('sha256').update(text).digest('hex'))
  }
})
