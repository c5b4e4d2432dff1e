import { promisify } from 'node:util'
import { gzip } from 'node:zlib'
import type { MiddlewareHandler } from 'hono'
import type { Env } from '#web/http.ts'

const pack = promisify(gzip)
const worthwhile = /^(text\/|application\/(json|geo\+json|javascript)|image\/svg)/
const least = 1_200

export const wantsPacked = (accepted: string | undefined): boolean => /\bgzip\b/.test(accepted ?? '')

/** Sends text packed to whoever can read it so, in one piece with its length: a page is never so long that a stream would pay. */
export const packed: MiddlewareHandler<Env> = async (c, next) => {
  await next()
  if (!wantsPacked(c.req.header('accept-encoding')) || c.req.method === 'HEAD') return
  const { headers, status } = c.res
  if (!worthwhile.test(headers.get('content-type') ?? '') || headers.has('content-encoding')) return
  const plain = c.var.drawn ?? new Uint8Array(await c.res.arrayBuffer())
  const known = new Headers(headers)
  const long = plain.length >= least
  if (long) known.set('Content-Encoding', 'gzip')
  if (long && !/accept-encoding/i.test(known.get('vary') ?? '')) known.append('Vary', 'Accept-Encoding')
  known.delete('content-length')
  c.res = undefined
  c.res = new Response(long ? await pack(plain, { level: 5 }) : plain, { status, headers: known })
}
