import type { FormState, HeldFile } from '#kit/form.ts'
import type { ChosenFile } from '#platform/files.ts'
import { dropWaiting, findWaiting, keepWaiting } from '#platform/waiting-files.ts'
import { filesTextsEn } from '#ui/files.texts.en.ts'
import { filesTexts } from '#ui/files.texts.ts'
import type { Visit } from '#web/http.ts'

const texts = { pl: filesTexts, en: filesTextsEn }
type Body = Awaited<ReturnType<typeof bodyOf>>
const bodyOf = (c: Visit) => c.req.parseBody({ all: true })
const uploadIn = (body: Body, name: string): File | undefined => {
  const given = [body[name]].flat().find(value => value instanceof File)
  return given instanceof File && (given.size > 0 || given.name !== '') ? given : undefined
}
/** The file that waits for its form; what whoever sent it now leaves out is gone at once. */
async function waitingIn(c: Visit, body: Body, name: string): Promise<string | undefined> {
  const id = body[`${name}-waiting`]
  if (typeof id !== 'string') return undefined
  if (body[`${name}-away`] === undefined) return id
  await dropWaiting(c.var.ctx, id)
  return undefined
}

/** The file posted under this name, or undefined when none was chosen. Works beside `readForm`: the body is read once. */
export const uploadOf = async (c: Visit, name: string): Promise<File | undefined> => uploadIn(await bodyOf(c), name)

/** What came with a form: a file chosen just now, or the one that waits since the form was shown again. */
export async function chosenFile(c: Visit, name: string): Promise<ChosenFile | undefined> {
  const body = await bodyOf(c)
  const waiting = await waitingIn(c, body, name)
  return uploadIn(body, name) ?? (waiting === undefined ? undefined : { waiting })
}

/**
 * Before a form is shown again: a browser does not let a page fill in a chosen file, so each file of the form waits here, for whoever sent it, until the
 * form is finished or a day has passed. `FileField` shows what waits and says what is wrong with what cannot.
 */
export async function holdFiles(c: Visit, form: FormState, only?: 'image'): Promise<FormState> {
  const body = await bodyOf(c)
  const names = new Set(Object.keys(body).flatMap(key => (uploadIn(body, key) ? key : (/^(.+)-waiting$/.exec(key)?.[1] ?? []))))
  let { held = {}, errors } = form
  for (const name of names) {
    const { file, why } = await holdOne(c, body, name, only)
    if (file) held = { ...held, [name]: { id: file.id, name: file.name, kind: file.kind } }
    if (why) errors = { [name]: why, ...errors }
  }
  return { ...form, held, errors }
}

async function holdOne(c: Visit, body: Body, name: string, only?: 'image'): Promise<{ file?: HeldFile | undefined; why?: string }> {
  const { ctx } = c.var
  const before = await waitingIn(c, body, name)
  const upload = uploadIn(body, name)
  const kept = upload && (await keepWaiting(ctx, upload, only))
  if (kept?.ok && before) await dropWaiting(ctx, before)
  const file = await findWaiting(ctx, kept?.ok ? kept.id : (before ?? ''))
  return kept?.ok === false ? { file, why: texts[ctx.locale].why[kept.why] } : { file }
}
