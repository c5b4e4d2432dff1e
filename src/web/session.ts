import type { MiddlewareHandler } from 'hono'
import { getCookie, setCookie } from 'hono/cookie'
import { type Actor, nobody } from '#kit/actor.ts'
import { type Locale, locales } from '#kit/texts.ts'
import type { Db } from '#platform/db.ts'
import type { Env, Visit } from '#web/http.ts'

export const sessionCookie = 'sesja'
export const languageCookie = 'jezyk'

export type Session = { readonly actor: Actor; readonly locale: Locale; readonly sessionId: string }
/** Comes from the people module by way of main: web knows no module. */
export type ReadSession = (db: Db, token: string, wall: Date) => Promise<Session | undefined>

/** Who visits, when and in which language: everything below gets it as `ctx`. */
export function visit(options: { db: Db; readSession: ReadSession; now: () => Promise<Date> }): MiddlewareHandler<Env> {
  return async (c, next) => {
    const token = getCookie(c, sessionCookie)
    const [now, session] = await Promise.all([options.now(), token ? options.readSession(options.db, token, new Date()) : undefined])
    const locale = chosenLocale(c) ?? session?.locale ?? 'pl'
    c.set('ctx', { db: options.db, actor: session?.actor ?? nobody, now, wall: new Date(), locale })
    c.set('sessionId', session?.sessionId ?? '')
    await next()
  }
}

export function chosenLocale(c: Visit): Locale | undefined {
  const chosen = getCookie(c, languageCookie)
  return locales.find(locale => locale === chosen)
}

/** Hands the browser its session for so many seconds. Script cannot read it and other sites cannot use it. */
export function giveSession(c: Visit, token: string, seconds: number): void {
  const secure = c.var.config.publicUrl.startsWith('https')
  setCookie(c, sessionCookie, token, { path: '/', httpOnly: true, sameSite: 'Lax', secure, maxAge: seconds })
}
