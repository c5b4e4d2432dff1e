import { notFound } from '#kit/refusal.ts'
import { paths } from '#paths'
import { findFile, maySeeFile } from '#platform/files.ts'
import { sendFile } from '#web/files.ts'
import { get } from '#web/http.ts'

/** What is refused looks the same as what is missing. */
export const filesRoutes = [
  get(paths.file, 'everyone', async c => {
    const file = await findFile(c.var.ctx, c.req.param('id') ?? '')
    if (!file || !maySeeFile(c.var.ctx.actor, file)) return notFound('file')
    return sendFile(c, file, c.req.query('rozmiar') === '640' ? 'small' : 'full')
  }),
]
