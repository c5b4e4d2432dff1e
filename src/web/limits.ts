import { getConnInfo } from '@hono/node-server/conninfo'
import type { MiddlewareHandler } from 'hono'
import { RateLimiterMemory } from 'rate-limiter-flexible'
import { refuse } from '#kit/refusal.ts'
import type { Config } from '#platform/config.ts'
import type { Env, Visit } from '#web/http.ts'

/** Many residents share one address (a library, a school), so reading is almost free and writing generous; codes have limits of their own. */
const pace = { get: 1200, post: 240 }

/** The visitor's address, for limits only: it is never stored or logged. */
export function addressOf(c: Visit): string {
  const forwarded = c.var.config.trustProxy ? c.req.header('x-forwarded-for')?.split(',').at(-1)?.trim() : undefined
  if (forwarded) return forwarded
  try {
    return getConnInfo(c).remote.address ?? 'unknown'
  } catch {
    // a request made inside the process (a test) has no connection
    return 'inside'
  }
}

/** So many requests a minute from one address. Each instance counts for itself: the limit protects the machine, not a right. */
export function keepPace(config: Config): MiddlewareHandler<Env> {
  const reading = new RateLimiterMemory({ points: pace.get, duration: 60 })
  const writing = new RateLimiterMemory({ points: pace.post, duration: 60 })
  return async (c, next) => {
    const address = addressOf(c)
    c.set('address', address)
    if (address !== 'inside' && !(config.demo && isLoopback(address))) {
      const limiter = c.req.method === 'GET' || c.req.method === 'HEAD' ? reading : writing
      await limiter.consume(address).catch(() => {
        c.header('Retry-After', '60')
        refuse(429, 'too many requests')
      })
    }
    await next()
  }
}

const isLoopback = (address: string) => address === '127.0.0.1' || address === '::1' || address === '::ffff:127.0.0.1'
