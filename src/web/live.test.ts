import { createServer, type Server } from 'node:http'
import { connect, type Socket } from 'node:net'
import { setTimeout as pause } from 'node:timers/promises'
import { sql } from 'kysely'
import { afterAll, beforeAll, expect, inject, test } from 'vitest'
import { paths } from '#paths'
import { sequence } from '#platform/sequencer.ts'
import { copyTemplate, type TestDatabase } from '#platform/testing-database.ts'
import { type Live, openLive } from '#web/live.ts'

let database: TestDatabase
let server: Server
let live: Live
const pace = 250

beforeAll(async () => {
  database = await copyTemplate(inject('serverUrl'))
  live = openLive(database.db, undefined, { pace, mostWaiting: 64 * 1024 })
  server = createServer((request, response) => void live.accept(request, response))
  await new Promise<void>(resolve => server.listen(0, '127.0.0.1', resolve))
  live.news()
  await nextFrame()
})
afterAll(async () => {
  live.close()
  server.closeAllConnections()
  await new Promise(resolve => server.close(resolve))
  await database.drop()
})
const nextFrame = () => pause(2 * pace)

type Line = { readonly socket: Socket; text: string; closed: boolean; frames(): readonly string[] }
async function listen(lastSeen?: number): Promise<Line> {
  const address = server.address()
  const socket = connect({ port: typeof address === 'object' && address ? address.port : 0, host: '127.0.0.1' })
  const line = { socket, text: '', closed: false, frames: () => [...line.text.matchAll(/data: (\[.*?\])\n\n/g)].map(([, frame = '']) => frame) }
  socket.on('data', part => {
    line.text += part
  })
  socket.on('close', () => {
    line.closed = true
  })
  socket.on('error', () => {})
  const seen = lastSeen === undefined ? '' : `Last-Event-ID: ${lastSeen}\r\n`
  socket.write(`GET ${paths.live} HTTP/1.1\r\nHost: localhost\r\n${seen}\r\n`)
  await pause(50)
  return line
}
async function place(subjects: readonly string[]): Promise<void> {
  await sql`insert into ledger_inbox (at, fact, subject, actor_id, payload) select now(), 'need.backed', s, '', '{}' from unnest(${subjects}::text[]) s`.execute(
    database.db,
  )
  while ((await sequence(database.db)) > 0);
  live.news()
}

test('facts that come close together travel in one frame, the same for every reader; a person is never named', async () => {
  const [one, other] = [await listen(), await listen()]
  for (const n of [1, 2, 3, 4, 5, 6]) await place([`need_${n}`, `person_${n}`])
  await nextFrame()
  const heard = one.frames().flatMap(frame => JSON.parse(frame) as string[])
  expect(heard).toEqual([1, 2, 3, 4, 5, 6].map(n => `need_${n}`))
  expect(one.frames().length).toBeLessThanOrEqual(3)
  expect(other.frames()).toEqual(one.frames())
  one.socket.destroy()
  other.socket.destroy()
})

test('whoever comes back is given the frames that came meanwhile, once', async () => {
  const first = await listen()
  await place(['need_before'])
  await nextFrame()
  const [seen = ''] = [...first.text.matchAll(/id: (\d+)/g)].map(([, id]) => id).slice(-1)
  first.socket.destroy()
  await place(['idea_missed'])
  await nextFrame()
  const back = await listen(Number(seen))
  expect(back.frames()).toEqual(['["idea_missed"]'])
  expect((await listen()).frames()).toEqual([])
  back.socket.destroy()
})

test('a reader who takes nothing is let go, and costs the others nothing', async () => {
  const [slow, quick] = [await listen(), await listen()]
  slow.socket.pause()
  const long = 'x'.repeat(5_000)
  for (let n = 0; n < 16; n++) {
    await place(Array.from({ length: 200 }, (_, i) => `need_${n}_${i}_${long}`))
    await pause(pace / 2)
  }
  slow.socket.resume()
  await nextFrame()
  expect(slow.closed).toBe(true)
  expect(quick.closed).toBe(false)
  const heard = new Set(quick.frames().flatMap(frame => JSON.parse(frame) as string[]))
  expect(heard.size).toBeGreaterThanOrEqual(200)
  quick.socket.destroy()
})
