import { createHash, randomBytes } from 'node:crypto'
import { getCookie, setCookie } from 'hono/cookie'
import type { Generated } from 'kysely'
import { newId } from '#kit/ids.ts'
import { paths, url } from '#paths'
import type { Ctx } from '#platform/context.ts'
import type { Retention } from '#platform/retention.ts'
import type { Visit } from '#web/http.ts'
import { webTextsEn } from '#web/web.texts.en.ts'
import { webTexts } from '#web/web.texts.ts'

declare module '#platform/schema.ts' {
  interface Tables {
    parked_forms: { id: string; key_hash: string; action: string; page: string | null; fields: unknown; created_at: Generated<Date> }
  }
}

const texts = { pl: webTexts, en: webTextsEn }
const cookie = 'odlozone'
/** In letters, of names and values together: more than the longest form takes, whatever script it is written in (`house/forms.test.ts` adds them up). */
export const parkedMost = 500_000
const hashOf = (key: string) => createHash('sha256').update(key).digest('hex')
type Field = readonly [name: string, value: string | { readonly file: string }]

/** Keeps what a visitor whose session has ended was about to send, for this browser only; answers where it waits, and what they must know. */
export async function parkForm(c: Visit): Promise<{ readonly back: string; readonly sentence?: string }> {
  const entries = Object.entries(await c.req.parseBody({ all: true }))
  // of a file only its name waits: it is asked for again
  const fields = entries.flatMap(([name, value]) => [value].flat().flatMap(one => fieldOf(name, one)))
  if (fields.length === 0) return { back: pageOf(c) ?? paths.home }
  const letters = fields.reduce((sum, [name, value]) => sum + name.length + (typeof value === 'string' ? value : value.file).length, 0)
  if (letters > parkedMost) return { back: pageOf(c) ?? paths.home, sentence: texts[c.var.ctx.locale].parked.tooLong }
  const key = getCookie(c, cookie) ?? randomBytes(24).toString('base64url')
  setCookie(c, cookie, key, { httpOnly: true, sameSite: 'Lax', path: '/', maxAge: 3600, secure: c.var.config.publicUrl.startsWith('https') })
  const id = newId('parked')
  await c.var.ctx.db
    .insertInto('parked_forms')
    .values({ id, key_hash: hashOf(key), action: new URL(c.req.url).pathname, page: pageOf(c), fields: JSON.stringify(fields) })
    .execute()
  return { back: url(paths.parked, { id }) }
}

const fieldOf = (name: string, value: string | File): Field[] => {
  if (typeof value === 'string') return [[name, value]]
  return value.size > 0 ? [[name, { file: value.name.slice(0, 120) }]] : []
}

/** Where the form stood, as the browser says: one of our own pages, since forms from elsewhere are refused. */
function pageOf(c: Visit): string | null {
  const from = c.req.header('referer') ?? ''
  if (!URL.canParse(from)) return null
  const { pathname, search } = new URL(from)
  return pathname + search
}

export type ParkedForm = { readonly action: string; readonly page: string | null; readonly fields: readonly Field[] }

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
  return row && { ...row, fields: row.fields as Field[] }
}

export const parkedRetention: Retention = {
  what: 'parked-forms',
  keep: { days: 1 },
  async sweep({ db }: Ctx, before) {
    const gone = await db.deleteFrom('parked_forms').where('created_at', '<', before).executeTakeFirst()
    return Number(gone.numDeletedRows)
  },
}
