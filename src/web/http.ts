import type { Context } from 'hono'
import type { JSX } from 'hono/jsx/jsx-runtime'
import type { Role } from '#kit/actor.ts'
import type { FactName } from '#kit/facts.ts'
import type { Locale } from '#kit/texts.ts'
import type { Path } from '#paths'
import type { Config } from '#platform/config.ts'
import type { Ctx } from '#platform/context.ts'
import type { RecordedFact } from '#platform/ledger.ts'
import type { ThingKind } from '#platform/things.ts'
import type { Frame } from '#ui/frame.ts'

/** One sentence about a fact, without its actor: "dodano potrzebę „Cień na placu”". Comes from the module that records it. */
export type Sentence = (fact: Pick<RecordedFact, 'fact' | 'payload'>, locale: Locale) => string

/** What goes along with every visit; the modules join it where they are described. */
export interface Carried {
  /** The text of the page, for whoever packs or keeps it: reading it back out of the answer is dearer. */
  drawn?: string
  ctx: Ctx
  frame: Frame
  sentence: Sentence
  things: readonly ThingKind[]
  config: Config
  /** Another page of ours, as this visitor sees it. */
  look: (path: string) => Promise<string>
  sessionId: string
  address: string
}
export type Env = { Variables: Carried }
export type Visit = Context<Env>

/** Who may come to a door at all; what they may do there is asked again by the action. `everyone` doors stand on a written list. */
export type Access = 'everyone' | 'signed-in' | 'staff' | readonly Role[]
export type Handler = (c: Visit) => Response | Promise<Response>
/** A POST names the fact it records; one that only touches this visitor's own session or drafts says so. */
export type Changes = FactName | { readonly noFact: string }
export type Route =
  | { readonly method: 'get'; readonly path: Path; readonly access: Access; readonly handler: Handler }
  | { readonly method: 'post'; readonly path: Path; readonly access: Access; readonly changes: Changes; readonly handler: Handler }

export const get = (path: Path, access: Access, handler: Handler): Route => ({ method: 'get', path, access, handler })
export const post = (path: Path, access: Access, changes: Changes, handler: Handler): Route => ({ method: 'post', path, access, changes, handler })

/** Where this visit is, with its query. */
export const hereOf = ({ req }: Visit): string => {
  const query = req.url.indexOf('?')
  return query < 0 ? req.path : req.path + req.url.slice(query)
}

/** Answers a whole page. */
export const page = (c: Visit, content: JSX.Element, status: 200 | 403 | 404 | 409 | 422 | 429 = 200): Response | Promise<Response> => {
  c.status(status)
  const html = `<!doctype html>${content}`
  c.set('drawn', html)
  return c.html(html)
}

/** Answers a printed document, named as it will lie in a folder: "upowaznienie-LP-1-2026.pdf". */
export const printed = (c: Visit, document: Buffer, name: string): Response =>
  c.body(new Uint8Array(document), 200, {
    'Content-Type': 'application/pdf',
    'Content-Disposition': `inline; filename="${name.replace(/[^\w.-]+/g, '-')}"`,
    'Cache-Control': 'private, no-store',
  })

/** 303 to the page that shows what was done; the sentence waits there in a cookie and is shown once. */
export function done(c: Visit, to: string, sentence?: string): Response {
  if (sentence) c.header('Set-Cookie', `flash=${encodeURIComponent(sentence)}; Path=/; HttpOnly; SameSite=Lax; Max-Age=60`, { append: true })
  return c.redirect(to, 303)
}
