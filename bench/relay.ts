import { type ChildProcess, spawn } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { setTimeout as pause } from 'node:timers/promises'
import { fileURLToPath } from 'node:url'
import { WebSocket } from 'ws'
import { openWriter } from '#modules/proposals/testing-writers.ts'
import { openDatabase } from '#platform/db.ts'
import { ownerUrlOf, type Product } from '../journeys/product.ts'
import type { BenchCity } from './city.ts'
import { fillDrafts } from './drafts.ts'
import { most } from './words.ts'

const [drafts, inEach, rounds, breath] = [50, 10, 10, 2_000]
const editors = drafts * inEach
const sentence = 'Ławki z oparciem i drzewa. '

/** Five hundred tabs write in fifty sections, a few words every two seconds: what one costs in memory, and how long until it is told that all is kept. */
export async function measureRelay(product: Product, city: BenchCity, dataDir: string): Promise<readonly string[]> {
  const bare = await measureBare()
  const database = openDatabase(ownerUrlOf(dataDir))
  const places = await fillDrafts(database, city.residents, drafts, inEach)
  await database.close()
  const before = memoryOf(product.child)
  const writers = places.flatMap(({ id, authors }) =>
    authors.map(({ token }) => openWriter(() => product.address, `sesja=${token}`, { id, section: 'opis' })),
  )
  await Promise.all(writers.map(writer => writer.opened))
  const resting = memoryOf(product.child)
  const waits: number[] = []
  for (let round = 0; round < rounds; round++) {
    const start = performance.now()
    await Promise.all(
      writers.map(async (writer, i) => {
        await pause((i / editors) * breath)
        const typed = performance.now()
        writer.text.insert(writer.text.length, sentence.slice(0, 8))
        while (writer.unsent() !== undefined) await pause(5)
        waits.push(performance.now() - typed)
      }),
    )
    await pause(Math.max(0, breath - (performance.now() - start)))
  }
  const after = memoryOf(product.child)
  const open = writers.filter(writer => writer.state() === 'kept').length
  for (const writer of writers) writer.close()
  waits.sort((a, b) => a - b)
  const [middle = 0, late = 0] = [waits[Math.floor(waits.length / 2)], waits[Math.floor(waits.length * 0.99)]]
  const each = (kilobytes: number) => ((kilobytes - before) / editors).toFixed(1)
  return [
    `${open === editors ? 'ok    ' : 'MISSED'} ${open} of ${editors} open editors in ${drafts} sections on one instance, each writing every ${breath / 1000} seconds`,
    most(
      `memory of an open editor after the run (at rest ${each(resting)}; a bare ws line ${bare.each.toFixed(1)})`,
      (after - before) / editors,
      200,
      'KiB',
    ),
    `       told that it is kept after ${Math.round(middle)} ms, 99 of 100 within ${Math.round(late)} ms, 20 of them gathered; a bare ws echo takes ${bare.echo.toFixed(1)} ms`,
  ]
}

/** The same number of lines to a server that only echoes, in the same run. */
async function measureBare(): Promise<{ each: number; echo: number }> {
  const child = spawn(process.execPath, [fileURLToPath(new URL('./bench-bare-line.mjs', import.meta.url))], { stdio: ['ignore', 'pipe', 'inherit'] })
  const port = await new Promise<number>(resolve => child.stdout.once('data', said => resolve(Number(said))))
  const before = memoryOf(child)
  const lines = await Promise.all(
    Array.from({ length: editors }, () => {
      const line = new WebSocket(`ws://127.0.0.1:${port}`)
      return new Promise<WebSocket>((resolve, reject) => line.on('open', () => resolve(line)).on('error', reject))
    }),
  )
  const echoes: number[] = []
  for (const line of lines) {
    const start = performance.now()
    const back = new Promise(resolve => line.once('message', resolve))
    line.send(sentence)
    await back
    echoes.push(performance.now() - start)
  }
  const each = (memoryOf(child) - before) / editors
  child.kill()
  for (const line of lines) line.terminate()
  return { each, echo: echoes.sort((a, b) => a - b)[Math.floor(editors / 2)] ?? 0 }
}

/** In KiB, as the system counts it. */
const memoryOf = ({ pid }: ChildProcess): number => Number(/VmRSS:\s+(\d+)/.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1] ?? 0)
