import { no } from '#kit/verdict.ts'
import type { Ctx } from '#platform/context.ts'
import { eraseFile, type FileKept, filesOf, type KeptFile, keepFile, waiting, waitingOf } from '#platform/files.ts'
import type { Retention } from '#platform/retention.ts'

/** Keeps a file while its form is shown again; its words come with the form. Whoever has no account has no place where it could wait unseen. */
export const keepWaiting = async (ctx: Ctx, file: File, only?: 'image'): Promise<FileKept> =>
  ctx.actor.id === ''
    ? no('file-missing')
    : keepFile(ctx, { file, owner: ctx.actor.id, subject: waitingOf(ctx.actor.id), visibility: 'private', alt: '–', ...(only && { only }) })

/** One's own waiting file, never anybody else's. */
export const findWaiting = async (ctx: Ctx, id: string): Promise<KeptFile | undefined> =>
  (await filesOf(ctx, waitingOf(ctx.actor.id))).find(file => file.id === id)

export async function dropWaiting(ctx: Ctx, id: string): Promise<void> {
  if (await findWaiting(ctx, id)) await eraseFile(ctx, id)
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
