import { createHash, randomBytes } from 'node:crypto'
import { getCookie, setCookie } from 'hono/cookie'
import type { Generated } from 'kysely'
import { newId } from '#kit/ids.ts'
import { paths, url } from '#paths'
import type { Ctx } from '#platform/context.ts'
import type { Retention } from '#platform/retention.ts'
import type { Visit } from '#web/http.ts'

declare module '#platform/schema.ts' {
  interface Tables {
    parked_forms: { id: string; key_hash: string; action: string; page: string | null; fields: unknown; created_at: Generated<Date> }
  }
}

const cookie = 'odlozone'
const most = 200_000
const hashOf = (key: string) => createHash('sha256').update(key).digest('hex')

/** Keeps what a visitor whose session has ended was about to send, for this browser only; answers where it waits. */
export async function parkForm(c: Visit): Promise<string> {
  const entries = Object.entries(await c.req.parseBody({ all: true }))
  const fields = entries.flatMap(([name, value]) =>
    (Array.isArray(value) ? value : [value]).filter(one => typeof one === 'string').map(one => [name, one]),
  )
  const size = JSON.stringify(fields).length
  if (fields.length === 0 || size > most) return paths.home
  const key = getCookie(c, cookie) ?? randomBytes(24).toString('base64url')
  setCookie(c, cookie, key, { httpOnly: true, sameSite: 'Lax', path: '/', maxAge: 3600, secure: c.var.config.publicUrl.startsWith('https') })
  const id = newId('parked')
  await c.var.ctx.db
    .insertInto('parked_forms')
    .values({ id, key_hash: hashOf(key), action: new URL(c.req.url).pathname, page: pageOf(c), fields: JSON.stringify(fields) })
    .execute()
  return url(paths.parked, { id })
}

/** Where the form stood, as the browser says: one of our own pages, since forms from elsewhere are refused. */
function pageOf(c: Visit): string | null {
  const from = c.req.header('referer') ?? ''
  if (!URL.canParse(from)) return null
  const { pathname, search } = new URL(from)
  return pathname + search
}

export type ParkedForm = { readonly action: string; readonly page: string | null; readonly fields: readonly (readonly [string, string])[] }

/** Hands the form out once, and only to the browser that left it. */
export async function takeParked(c: Visit, id: string): Promise<ParkedForm | undefined> {
  const key = getCookie(c, cookie)
  if (!key) return undefined
  const row = await c.var.ctx.db
    .selectFrom('parked_forms')
    .select(['action', 'page', 'fields'])
    .where('id', '=', id)
    .where('key_hash', '=', hashOf(key))
    .executeTakeFirst()
  return row && { ...row, fields: row.fields as [string, string][] }
}

export const parkedRetention: Retention = {
  what: 'parked-forms',
  keep: { days: 1 },
  async sweep({ db }: Ctx, before) {
    const gone = await db.deleteFrom('parked_forms').where('created_at', '<', before).executeTakeFirst()
    return Number(gone.numDeletedRows)
  },
}
