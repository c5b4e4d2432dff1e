import { notFound } from '#kit/refusal.ts'
import { paths } from '#paths'
import { findFile, isOwnFile, type KeptFile, maySeeFile } from '#platform/files.ts'
import { sendFile } from '#web/files.ts'
import { get, type Visit } from '#web/http.ts'

/** What hangs on a thing with readers of its own is theirs and its owner's, no more the staff's than anybody's. */
async function maySee(c: Visit, file: KeptFile): Promise<boolean> {
  const { ctx, modules } = c.var
  const [, word = '', id = ''] = /^(.+) (\S+)$/.exec(file.subject) ?? []
  const door = modules.flatMap(({ files }) => files ?? []).find(({ of }) => of === word)
  return door ? isOwnFile(ctx.actor, file) || door.maySee(ctx, id) : maySeeFile(ctx.actor, file)
}

/** What is refused looks the same as what is missing. */
export const filesRoutes = [
  get(paths.file, 'everyone', async c => {
    const file = await findFile(c.var.ctx, c.req.param('id') ?? '')
    if (!file || !(await maySee(c, file))) return notFound('file')
    return sendFile(c, file, c.req.query('rozmiar') === '640' ? 'small' : 'full')
  }),
]
