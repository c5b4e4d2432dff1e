import { getConnInfo } from '@hono/node-server/conninfo'
import type { MiddlewareHandler } from 'hono'
import { refuse } from '#kit/refusal.ts'
import type { Config } from '#platform/config.ts'
import type { Env, Visit } from '#web/http.ts'

/** Many residents share one address (a library, a school), so reading is almost free and writing generous; codes have limits of their own. */
const pace = { get: 1200, post: 240 }
const minute = 60_000

/** The visitor's address, for limits only: it is never stored or logged. */
export function addressOf(c: Visit): string {
  const forwarded = c.get('config').trustProxy ? c.req.header('x-forwarded-for')?.split(',').at(-1)?.trim() : undefined
  if (forwarded) return forwarded
  try {
    return getConnInfo(c).remote.address ?? 'unknown'
  } catch {
    // a request made inside the process (a test) has no connection
    return 'inside'
  }
}

/** Counts by address within a minute. All are forgotten together: nothing is kept of a visitor for longer, and no visitor costs a timer. */
function openCount(most: number): (address: string) => boolean {
  const counts = new Map<string, number>()
  let until = 0
  return address => {
    const now = performance.now()
    if (now >= until) {
      counts.clear()
      until = now + minute
    }
    const count = (counts.get(address) ?? 0) + 1
    counts.set(address, count)
    return count <= most
  }
}

/** So many requests a minute from one address. Each instance counts for itself: the limit protects the machine, not a right. */
export function keepPace(config: Config): MiddlewareHandler<Env> {
  const [mayRead, mayWrite] = [openCount(pace.get), openCount(pace.post)]
  return async (c, next) => {
    const address = addressOf(c)
    c.set('address', address)
    const may = c.req.method === 'GET' || c.req.method === 'HEAD' ? mayRead : mayWrite
    if (address !== 'inside' && !(config.demo && isLoopback(address)) && !may(address)) {
      c.header('Retry-After', '60')
      refuse(429, 'too many requests')
    }
    await next()
  }
}

const isLoopback = (address: string) => address === '127.0.0.1' || address === '::1' || address === '::ffff:127.0.0.1'
