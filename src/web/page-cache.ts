import { createHash } from 'node:crypto'
import type { IncomingMessage, ServerResponse } from 'node:http'
import { gzipSync } from 'node:zlib'
import type { MiddlewareHandler } from 'hono'
import type { Env } from '#web/http.ts'
import { languageCookie, sessionCookie } from '#web/session.ts'

/** A page as it left for an anonymous visitor, ready to be sent again. */
type Kept = {
  readonly until: number
  readonly etag: string
  readonly plain: Buffer
  readonly packed: Buffer
  readonly plainHead: string[]
  readonly packedHead: string[]
}

export type PageCache = {
  /** Answers from memory if it can. Stands before everything else, so that reading stays cheap when a whole city reads. */
  readonly answer: (request: IncomingMessage, response: ServerResponse) => boolean
  /** Keeps what the house has just answered to an anonymous visitor. */
  readonly remember: MiddlewareHandler<Env>
  /** A fact was placed: everything kept may be old. */
  readonly forget: () => void
}

// the calendar moves without a fact, so no page is kept long
const longest = 20_000
const mostPages = 2_000
const kinds = /^(text\/html|text\/calendar|application\/(json|geo\+json|atom\+xml)|image\/svg)/
const personal = new RegExp(`(^|; )(${sessionCookie}|flash)=`)
const language = new RegExp(`(?:^|; )${languageCookie}=(\\w+)`)

export function openPageCache(): PageCache {
  const pages = new Map<string, Kept>()
  let generation = 0
  return {
    forget() {
      generation += 1
      pages.clear()
    },
    answer(request, response) {
      if (request.method !== 'GET') return false
      const cookies = request.headers.cookie
      if (cookies !== undefined && personal.test(cookies)) return false
      const kept = pages.get(keyOf(request.url ?? '', cookies))
      if (!kept || kept.until < Date.now()) return false
      if (request.headers['if-none-match']?.includes(kept.etag)) response.writeHead(304, { ETag: kept.etag, Vary: 'Cookie, Accept-Encoding' }).end()
      else if (/\bgzip\b/.test(request.headers['accept-encoding'] ?? '')) response.writeHead(200, kept.packedHead).end(kept.packed)
      else response.writeHead(200, kept.plainHead).end(kept.plain)
      return true
    },
    async remember(c, next) {
      const cookies = c.req.header('cookie')
      if (c.req.method !== 'GET' || (cookies !== undefined && personal.test(cookies))) return next()
      const asked = generation
      await next()
      const type = c.res.headers.get('content-type') ?? ''
      if (c.res.status !== 200 || !kinds.test(type) || c.res.headers.has('set-cookie') || c.res.headers.has('cache-control')) return
      const body = c.var.drawn === undefined ? Buffer.from(await c.res.clone().arrayBuffer()) : Buffer.from(c.var.drawn)
      const etag = `"${createHash('sha256').update(body).digest('base64url').slice(0, 22)}"`
      const { pathname, search } = new URL(c.req.url)
      c.header('ETag', etag)
      c.header('Cache-Control', 'no-cache')
      c.header('Vary', 'Cookie, Accept-Encoding')
      if (asked !== generation) return
      if (pages.size >= mostPages) pages.delete(pages.keys().next().value ?? '')
      const head = [...c.res.headers].filter(([name]) => name !== 'content-length').flat()
      const packed = gzipSync(body, { level: 6 })
      pages.set(keyOf(pathname + search, cookies), {
        until: Date.now() + longest,
        etag,
        plain: body,
        packed,
        plainHead: [...head, 'content-length', String(body.length)],
        packedHead: [...head, 'content-encoding', 'gzip', 'content-length', String(packed.length)],
      })
    },
  }
}

const keyOf = (address: string, cookies: string | undefined) => `${cookies === undefined ? 'pl' : (language.exec(cookies)?.[1] ?? 'pl')} ${address}`
