import type { MiddlewareHandler } from 'hono'
import type { Actor } from '#kit/actor.ts'
import { has, isSomebody, isStaff } from '#kit/actor.ts'
import { forbidden } from '#kit/refusal.ts'
import { paths, url } from '#paths'
import { type Access, done, type Env } from '#web/http.ts'
import { parkForm } from '#web/parked.ts'

export const mayEnter = (actor: Actor, access: Access): boolean => {
  if (access === 'everyone') return true
  if (access === 'signed-in') return isSomebody(actor)
  if (access === 'staff') return isStaff(actor)
  return access.some(role => has(actor, role))
}

/** The door: a stranger is led to sign in and comes back to what was meant; whoever is signed in but has no business here is refused. */
export function guard(access: Access): MiddlewareHandler<Env> {
  return async (c, next) => {
    const { actor } = c.var.ctx
    if (mayEnter(actor, access)) return next()
    if (isSomebody(actor)) forbidden()
    const { back, sentence } = c.req.method === 'GET' ? { back: withQuery(c.req.url) } : await parkForm(c)
    return done(c, url(paths.signIn, undefined, { powrot: back }), sentence)
  }
}

const withQuery = (address: string) => {
  const { pathname, search } = new URL(address)
  return pathname + search
}
