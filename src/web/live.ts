import type { IncomingMessage, ServerResponse } from 'node:http'
import { setTimeout as pause } from 'node:timers/promises'
import { sql } from 'kysely'
import { paths } from '#paths'
import type { Db } from '#platform/db.ts'

/** Server-sent events over the ledger: which things have changed, by opaque id, and which comments came (`talk_1#comment_2`). Written to the raw response. */
export type Live = {
  readonly accept: (request: IncomingMessage, response: ServerResponse) => boolean
  /** Facts were placed: whoever reads will soon hear of them. */
  readonly news: () => void
  readonly close: () => void
}
type News = { readonly seq: number; readonly frame: Buffer }

const mostReaders = 5_000
const breath = 25_000
const remembered = 60
const batch = 2_000

const head = {
  'Content-Type': 'text/event-stream',
  'Cache-Control': 'no-store',
  'X-Accel-Buffering': 'no',
  'X-Content-Type-Options': 'nosniff',
}
const begin = Buffer.from('retry: 3000\n\n')
const silence = Buffer.from(':\n\n')

/**
 * `pace`: at most one frame in so many milliseconds, the same bytes for everybody. Whoever leaves more than `mostWaiting` bytes unread is let go: the browser
 * comes back by itself, says which frame it saw last, and is given what it missed.
 */
export function openLive(db: Db, onError: (error: unknown) => void = () => {}, { pace = 1_000, mostWaiting = 64 * 1024 } = {}): Live {
  const readers = new Set<ServerResponse>()
  const recent: News[] = []
  let [last, due, stale, busy]: [number | undefined, number, boolean, boolean] = [undefined, 0, false, false]

  const everybody = (frame: Buffer) => {
    for (const reader of readers) {
      if (reader.writableLength <= mostWaiting) reader.write(frame)
      else reader.destroy()
    }
  }
  // proxies close what stays silent
  const beat = setInterval(() => everybody(silence), breath)
  beat.unref()

  async function tell(): Promise<void> {
    await pause(Math.max(0, due - Date.now()), undefined, { ref: false })
    due = Date.now() + pace
    stale = false
    if (last === undefined) last = await headOf(db)
    for (let rows = await factsAfter(db, last); rows.length > 0; rows = rows.length < batch ? [] : await factsAfter(db, last)) {
      last = rows.at(-1)?.seq ?? last
      const things = new Set(rows.flatMap(({ subject, comment }) => (comment ? [subject, `${subject}#${comment}`] : [subject])))
      const seen = [...things].filter(thing => visible.test(thing))
      if (seen.length === 0) continue
      const frame = Buffer.from(`id: ${last}\ndata: ${JSON.stringify(seen)}\n\n`)
      recent.push({ seq: last, frame })
      if (recent.length > remembered) recent.shift()
      everybody(frame)
    }
  }
  function news(): void {
    stale = true
    if (busy) return
    busy = true
    tell()
      .catch(onError)
      .finally(() => {
        busy = false
        if (stale) news()
      })
  }
  return {
    accept(request, response) {
      if (request.url !== paths.live || request.method !== 'GET') return false
      if (readers.size >= mostReaders) {
        response.writeHead(503, { 'Retry-After': '60' }).end()
        return true
      }
      response.writeHead(200, head)
      const seen = Number(request.headers['last-event-id'] ?? Number.NaN)
      response.write(Buffer.concat([begin, ...recent.filter(({ seq }) => seq > seen).map(({ frame }) => frame)]))
      readers.add(response)
      response.on('close', () => readers.delete(response))
      return true
    },
    news,
    close() {
      clearInterval(beat)
      for (const reader of readers) reader.end()
    },
  }
}

/** What people may look at, never a person. */
const visible = /^(need|idea|project|advice|edition|page|talk|meeting|workshop)_/

const headOf = async (db: Db): Promise<number> =>
  Number(
    (
      await db
        .selectFrom('ledger_chain')
        .select(({ fn }) => fn.max('seq').as('seq'))
        .executeTakeFirst()
    )?.seq ?? 0,
  )

const factsAfter = (db: Db, seq: number) =>
  db
    .selectFrom('ledger_chain as c')
    .leftJoin('ledger_payloads as p', join => join.onRef('p.seq', '=', 'c.seq').on('c.fact', '=', 'comment.added'))
    .select(['c.seq', 'c.subject', sql<string | null>`p.payload ->> 'comment'`.as('comment')])
    .where('c.seq', '>', seq)
    .orderBy('c.seq')
    .limit(batch)
    .execute()
