import { z } from 'zod'
import { type FormState, typedOne } from '#kit/form.ts'
import { dropWaiting, findWaiting, keepWaiting, type Picture } from '#platform/waiting-files.ts'
import type { Visit } from '#web/http.ts'
import { uploadOf } from '#web/uploads.ts'

/** The button of `PictureField` that takes the picture away was pressed: the form is shown again without it. */
export const isTakenAway = (form: FormState, name = 'photo'): boolean => typedOne(form, `${name}-away`) !== ''

/** The field of a form in which a waiting picture comes back. */
export const waitingId = z.string().max(60).optional()

/** The picture that came with a form. */
export const pictureOf = async (c: Visit, waiting: string | undefined, name = 'photo'): Promise<Picture | undefined> =>
  (await uploadOf(c, name)) ?? (waiting === undefined ? undefined : { waiting })

/**
 * Before a form is shown again: a browser does not let a page fill in a chosen file, so the picture waits here, for whoever sent it, until the form is
 * finished or a day has passed. `why` says what is wrong with it.
 */
export async function holdPicture(c: Visit, form: FormState, why: Readonly<Record<string, string>>, name = 'photo'): Promise<FormState> {
  const { ctx } = c.var
  const { [`${name}-waiting`]: before, [`${name}-name`]: _, [`${name}-away`]: away, ...typed } = form.typed
  const id = typeof before === 'string' ? before : ''
  const file = away === undefined ? await uploadOf(c, name) : undefined
  if (away !== undefined || file) await dropWaiting(ctx, id)
  if (away !== undefined) return { ...form, typed }
  const kept = file && (await keepWaiting(ctx, file))
  if (kept?.ok === false) return { typed, errors: { [name]: why[kept.why] ?? kept.why, ...form.errors } }
  const waiting = await findWaiting(ctx, kept ? kept.id : id)
  return waiting ? { ...form, typed: { ...typed, [`${name}-waiting`]: waiting.id, [`${name}-name`]: waiting.name } } : { ...form, typed }
}
