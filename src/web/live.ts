import type { IncomingMessage, ServerResponse } from 'node:http'
import { sql } from 'kysely'
import { paths } from '#paths'
import type { Db } from '#platform/db.ts'

/** Server-sent events over the ledger: which things have changed, by opaque id, and which comments came (`talk_1#comment_2`). Written to the raw response: 12 KiB a reader. */
export type Live = {
  readonly accept: (request: IncomingMessage, response: ServerResponse) => boolean
  readonly news: () => Promise<void>
  readonly close: () => void
}

const mostReaders = 5_000
const breath = 25_000

export function openLive(db: Db): Live {
  const readers = new Set<ServerResponse>()
  let last: number | undefined
  const everybody = (text: string) => {
    for (const reader of readers) reader.write(text)
  }
  // proxies close what stays silent
  const beat = setInterval(() => everybody(':\n\n'), breath)
  beat.unref()
  return {
    accept(request, response) {
      if (request.url !== paths.live || request.method !== 'GET') return false
      if (readers.size >= mostReaders) {
        response.writeHead(503, { 'Retry-After': '60' }).end()
        return true
      }
      response.writeHead(200, {
        'Content-Type': 'text/event-stream',
        'Cache-Control': 'no-store',
        'X-Accel-Buffering': 'no',
        'X-Content-Type-Options': 'nosniff',
      })
      response.write('retry: 3000\n\n')
      readers.add(response)
      request.on('close', () => readers.delete(response))
      return true
    },
    async news() {
      const from = last
      const head = await db
        .selectFrom('ledger_chain')
        .select(({ fn }) => fn.max('seq').as('seq'))
        .executeTakeFirst()
      last = Number(head?.seq ?? 0)
      if (from === undefined || readers.size === 0 || last <= from) return
      const rows = await db
        .selectFrom('ledger_chain as c')
        .leftJoin('ledger_payloads as p', join => join.onRef('p.seq', '=', 'c.seq').on('c.fact', '=', 'comment.added'))
        .select(['c.subject', sql<string | null>`p.payload ->> 'comment'`.as('comment')])
        .distinct()
        .where('c.seq', '>', from)
        .where('c.seq', '<=', last)
        // what people may look at, never a person
        .where('c.subject', '~', '^(need|idea|project|advice|edition|page|talk|meeting|workshop)_')
        .limit(200)
        .execute()
      const news = new Set(rows.flatMap(({ subject, comment }) => (comment ? [subject, `${subject}#${comment}`] : [subject])))
      everybody(`data: ${JSON.stringify([...news])}\n\n`)
    },
    close() {
      clearInterval(beat)
      for (const reader of readers) reader.end()
    },
  }
}
