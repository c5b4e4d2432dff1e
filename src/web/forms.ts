import type { z } from 'zod'
import type { FormState } from '#kit/form.ts'
import { cleanText } from '#kit/typed.ts'
import type { Visit } from '#web/http.ts'

export type Read<T> = { readonly ok: true; readonly value: T; readonly form: FormState } | { readonly ok: false; readonly form: FormState }

/**
 * Reads a posted form and checks it. Messages of the schema are keys of `sentences`; the answer keeps what was typed.
 * Text is cleaned (`cleanText`), an empty field is absent; a name ending in `[]` is always a list.
 */
export async function readForm<T>(c: Visit, schema: z.ZodType<T>, sentences: Readonly<Record<string, string>>): Promise<Read<T>> {
  const typed: Record<string, string | string[]> = {}
  for (const [name, value] of await fieldsOf(c)) {
    const texts = (Array.isArray(value) ? value : [value]).filter((one): one is string => typeof one === 'string').map(cleanText)
    if (name.endsWith('[]')) typed[name.slice(0, -2)] = texts.filter(text => text !== '')
    else if (texts.length > 1) typed[name] = texts
    else if (texts[0]) typed[name] = texts[0]
  }
  const parsed = schema.safeParse(typed)
  if (parsed.success) return { ok: true, value: parsed.data, form: { typed, errors: {} } }
  const errors: Record<string, string> = {}
  for (const issue of parsed.error.issues) {
    const field = String(issue.path[0] ?? '')
    errors[field] ??= sentences[issue.message] ?? sentences[issue.code === 'invalid_type' ? 'required' : 'wrong'] ?? issue.message
  }
  return { ok: false, form: { typed, errors } }
}

/** A form without files is plain text: reading it as such is several times cheaper than as a form with files. */
async function fieldsOf(c: Visit): Promise<Iterable<readonly [string, unknown]>> {
  if (!c.req.header('content-type')?.startsWith('application/x-www-form-urlencoded')) return Object.entries(await c.req.parseBody({ all: true }))
  const fields = new Map<string, string[]>()
  for (const [name, value] of new URLSearchParams(await c.req.text())) {
    const before = fields.get(name)
    if (before) before.push(value)
    else fields.set(name, [value])
  }
  return fields
}
