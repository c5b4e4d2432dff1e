import { Hono, type MiddlewareHandler } from 'hono'
import { bodyLimit } from 'hono/body-limit'
import { getCookie, setCookie } from 'hono/cookie'
import { csrf } from 'hono/csrf'
import { refuse } from '#kit/refusal.ts'
import { paths } from '#paths'
import type { Config } from '#platform/config.ts'
import type { Ctx } from '#platform/context.ts'
import type { Db } from '#platform/db.ts'
import type { Log } from '#platform/log.ts'
import type { ThingKind } from '#platform/things.ts'
import type { Frame } from '#ui/frame.ts'
import { type Assets, serveAsset } from '#web/assets.ts'
import { answerError } from '#web/errors.tsx'
import { guard } from '#web/guard.ts'
import { type Env, hereOf, type Sentence, type Visit } from '#web/http.ts'
import { keepPace } from '#web/limits.ts'
import type { Module } from '#web/module.ts'
import { packed } from '#web/packed.ts'
import { sameHouse, securityHeaders } from '#web/security.ts'
import { type ReadSession, visit } from '#web/session.ts'

/** What a page's frame takes from the product: menus, the name of the city, what waits for me. */
export type Furnish = (c: Visit) => Promise<Pick<Frame, 'menu' | 'footer' | 'strip' | 'cityName'> & { readonly waiting: number }>

export type AppOptions = {
  readonly config: Config
  readonly db: Db
  readonly log: Log
  readonly modules: readonly Module[]
  readonly readSession: ReadSession
  readonly now: () => Promise<Date>
  readonly furnish: Furnish
  /** Somebody who is signed in has sent a form, whatever came of it. */
  readonly acted?: (ctx: Ctx) => void
  readonly assets: Assets
  /** Keeps what anonymous visitors were answered; absent where nothing is kept. */
  readonly remember?: MiddlewareHandler<Env>
}

const mostBytes = 64 * 1024 * 1024

export function createApp(options: AppOptions): Hono<Env> {
  const { config, db, log, modules, assets } = options
  const sentence = sentenceOf(modules)
  const things = thingsOf(modules)
  const app = new Hono<Env>()
  app.use(securityHeaders(config))
  app.use(diary(log))
  app.use(packed)
  app.get(paths.asset, serveAsset(assets))
  app.use(async (c, next) => {
    c.set('config', config)
    c.set('modules', modules)
    c.set('sentence', sentence)
    c.set('things', things)
    c.set('look', path => look(app, c, path))
    await next()
  })
  if (options.remember) app.use(options.remember)
  app.use(csrf({ origin: origin => sameHouse(origin, config) }))
  app.use(limitBody)
  app.use(visit({ db, readSession: options.readSession, now: options.now }))
  app.use(keepPace(config))
  app.use(furnished(options))
  for (const route of modules.flatMap(module => module.routes)) {
    app.on(route.method.toUpperCase(), route.path, guard(route.access), route.handler)
  }
  app.notFound(c => answerError(c, 404))
  app.onError((error, c) => answerError(c, error, log))
  return app
}

/** Unpacked, and with the cookies of the visit. */
async function look(app: Hono<Env>, c: Visit, path: string): Promise<string> {
  const headers = new Headers(c.req.raw.headers)
  headers.delete('accept-encoding')
  return (await app.request(new URL(path, c.req.url).href, { headers }, c.env)).text()
}

const countedLimit = bodyLimit({ maxSize: mostBytes, onError: () => refuse(413, 'too large') })
/** Where the length is told beforehand, the body need not be opened to learn it; what comes in chunks is counted. */
const limitBody: MiddlewareHandler<Env> = (c, next) => {
  const told = c.req.header('content-length')
  if (told === undefined || c.req.header('transfer-encoding') !== undefined) return c.req.method === 'GET' ? next() : countedLimit(c, next)
  return Number(told) > mostBytes ? refuse(413, 'too large') : next()
}

/** One line a request: method, the route's pattern (never its address: that may hold an id), status, time. */
function diary(log: Log): MiddlewareHandler<Env> {
  return async (c, next) => {
    const start = performance.now()
    await next()
    log.info({ method: c.req.method, route: c.req.routePath, status: c.res.status, ms: Math.round(performance.now() - start) })
  }
}

function furnished({ assets, furnish, acted }: AppOptions): MiddlewareHandler<Env> {
  return async (c, next) => {
    const { actor, now, locale } = c.var.ctx
    const flash = getCookie(c, 'flash')
    if (flash) setCookie(c, 'flash', '', { path: '/', maxAge: 0 })
    const { waiting, ...parts } = await furnish(c)
    const person = actor.id === '' ? undefined : { id: actor.id, name: actor.name, staff: actor.grants.length > 0, waiting }
    c.set('frame', { locale, path: c.req.path, here: hereOf(c), posted: c.req.method === 'POST', now, person, flash, asset: assets.href, ...parts })
    await next()
    if (person && c.req.method === 'POST') acted?.(c.get('ctx'))
  }
}

export const thingsOf = (modules: readonly Module[]): readonly ThingKind[] => modules.flatMap(module => module.things ?? [])

/** Every module's sentences in one. */
export function sentenceOf(modules: readonly Module[]): Sentence {
  const texts = {
    pl: Object.assign({}, ...modules.map(module => module.factTexts.pl)),
    en: Object.assign({}, ...modules.map(module => module.factTexts.en)),
  }
  return ({ fact, payload }, locale) => texts[locale][fact]?.(payload) ?? fact
}
