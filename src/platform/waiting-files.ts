import type { Verdict } from '#kit/verdict.ts'
import { no, yes } from '#kit/verdict.ts'
import type { Ctx } from '#platform/context.ts'
import { eraseFile, filesOf, type KeptFile, keepFile, type Visibility } from '#platform/files.ts'
import type { Retention } from '#platform/retention.ts'
import type { FileRefusal } from '#platform/uploads.ts'

/** What the files of a form that is not finished belong to: nobody but whoever sent them sees them. */
export const waiting = 'waiting'
const waitingOf = (personId: string) => `${waiting} ${personId}`

/** A picture as a form brings it: chosen just now, or waiting since the form was shown again. */
export type Picture = File | { readonly waiting: string }

/** Keeps a picture while its form is shown again; its words come with the form. */
export const keepWaiting = (ctx: Ctx, file: File) =>
  keepFile(ctx, { file, owner: ctx.actor.id, subject: waitingOf(ctx.actor.id), visibility: 'private', alt: '–', only: 'image' })

/** One's own waiting picture, never anybody else's. */
export const findWaiting = async (ctx: Ctx, id: string): Promise<KeptFile | undefined> =>
  (await filesOf(ctx, waitingOf(ctx.actor.id))).find(file => file.id === id)

export async function dropWaiting(ctx: Ctx, id: string): Promise<void> {
  if (await findWaiting(ctx, id)) await eraseFile(ctx, id)
}

type Place = { readonly owner: string; readonly subject: string; readonly visibility: Visibility; readonly key: string }
/** Keeps the picture of a form with what it shows, wherever it comes from. The form's key makes it one. */
export async function keepPicture(
  ctx: Ctx,
  picture: Picture,
  { alt, caption = '', ...place }: Place & { readonly alt: string; readonly caption?: string },
): Promise<Verdict<FileRefusal> & { readonly id?: string }> {
  if (picture instanceof File) return keepFile(ctx, { file: picture, alt, caption, ...place, only: 'image' })
  if (alt.trim() === '') return no('alt-missing')
  const { owner, ...kept } = place
  const taken = await ctx.db
    .updateTable('files')
    .set({ ...kept, owner_id: owner, alt: alt.trim(), caption: caption.trim() })
    .where('id', '=', picture.waiting)
    .where('subject', '=', waitingOf(ctx.actor.id))
    .executeTakeFirst()
  if (taken.numUpdatedRows === 1n) return { ...yes, id: picture.waiting }
  const known = await ctx.db.selectFrom('files').select('id').where('key', '=', place.key).executeTakeFirst()
  return known ? { ...yes, id: known.id } : no('file-missing')
}

export const waitingRetention: Retention = {
  what: 'waiting-files',
  keep: { days: 1 },
  async sweep(ctx, before) {
    const old = await ctx.db.selectFrom('files').select('id').where('subject', 'like', `${waiting} %`).where('created_at', '<', before).execute()
    for (const { id } of old) await eraseFile(ctx, id)
    return old.length
  },
}
