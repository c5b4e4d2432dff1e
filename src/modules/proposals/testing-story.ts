import { setTimeout as pause } from 'node:timers/promises'
import { until, type Writer } from '#modules/proposals/testing-writers.ts'

/** Numbers that look like chance and are the same for a seed (mulberry32). */
export function chance(seed: number): (below: number) => number {
  let state = seed
  return below => {
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) % below
  }
}

type Story = {
  readonly seed: number
  readonly writers: number
  readonly steps: number
  /** Milliseconds between two steps. */
  readonly pace: number
  /** A tab of the `n`th writer. */
  readonly enter: (n: number) => Writer
  /** The server dies at once and comes back on the same address. */
  readonly crash: () => Promise<void>
  readonly crashes: number
}
export type Ending = { readonly lost: string[]; readonly kept: number; readonly words: string; readonly converged: boolean }

/**
 * People type, take dots out, lose the line, close a tab once all is said to be kept, and come back, while the server dies now and then.
 * Each letter is of its own kind, so that each can be asked after; only dots are ever taken out.
 */
export async function writeStory({ seed, writers: many, steps, pace, enter, crash, crashes }: Story): Promise<Ending> {
  const any = chance(seed)
  const writers = Array.from({ length: many }, (_, n) => enter(n))
  const mine: string[][] = writers.map(() => [])
  const kept = new Set<string>()
  const letters = Array.from({ length: 6_000 }, (_, i) => String.fromCharCode(0xe000 + i))
  await Promise.all(writers.map(writer => writer.opened))
  const blows = new Set(Array.from({ length: crashes }, (_, i) => Math.floor(((i + 0.5 + any(30) / 100) * steps) / crashes)))
  for (let step = 0; step < steps; step++) {
    const n = any(many)
    const writer = writers[n]
    if (!writer) continue
    await act(writer, n)
    for (const [i, one] of writers.entries())
      if (one.state() === 'kept' && one.unsent() === undefined) for (const letter of mine[i] ?? []) kept.add(letter)
    if (blows.has(step)) await crash()
    await pause(pace)
  }
  for (const writer of writers) writer.online()
  await until('all is kept', () => writers.every(writer => writer.state() === 'kept'), 2_400)
  const converged = await until('one text', () => new Set(writers.map(writer => writer.words())).size === 1, 400).then(
    () => true,
    () => false,
  )
  for (const letters of mine) for (const letter of letters) kept.add(letter)
  for (const writer of writers) writer.close()
  // not what a browser still remembers: what a newcomer is given
  const late = enter(0)
  await late.opened
  const words = late.words()
  late.close()
  return { lost: [...kept].filter(letter => !words.includes(letter)), kept: kept.size, words, converged: converged && words === writers[0]?.words() }

  async function act(writer: Writer, n: number): Promise<void> {
    const what = any(20)
    const length = writer.text.length
    if (what < 12) {
      const letter = letters.pop() ?? '.'
      writer.text.insert(any(length + 1), `.${letter}.`)
      mine[n]?.push(letter)
    } else if (what < 15) {
      const at = writer.words().indexOf('.', any(length + 1))
      if (at >= 0) writer.text.delete(at, 1)
    } else if (what === 15) writer.cut()
    else if (what === 16) writer.cut(true)
    else if (what === 17) writer.online()
    else if (writer.state() === 'kept' && writer.unsent() === undefined) {
      for (const letter of mine[n] ?? []) kept.add(letter)
      writer.close()
      writers[n] = enter(n)
      mine[n] = []
    }
  }
}
