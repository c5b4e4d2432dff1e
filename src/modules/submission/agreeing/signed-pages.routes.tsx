import type { JSX } from 'hono/jsx/jsx-runtime'
import { notFound } from '#kit/refusal.ts'
import { mayFind } from '#modules/proposals/proposals.rules.ts'
import { authorsOf, findProject, versionsOf } from '#modules/proposals/proposals.store.ts'
import { shownNames } from '#modules/proposals/shown-names.store.ts'
import { projectHere } from '#modules/submission/agreeing/agreeing.routes.tsx'
import { isAuthorOfVersion } from '#modules/submission/agreeing/agreeing.rules.ts'
import { type SignedPageKept, signedPagesOf } from '#modules/submission/agreeing/agreeing.store.ts'
import { SignedPages } from '#modules/submission/agreeing/signed-pages.parts.tsx'
import { paths } from '#paths'
import type { Ctx } from '#platform/context.ts'
import { maySeeFile } from '#platform/files.ts'
import { sendFile } from '#web/files.ts'
import { get, type Route, type Visit } from '#web/http.ts'

/** The pages that this visitor may open: of versions they wrote, or attached by them, or as a coordinator. */
async function pagesFor(ctx: Ctx, projectId: string): Promise<SignedPageKept[]> {
  const pages = ctx.actor.id === '' ? [] : await signedPagesOf(ctx, projectId)
  if (pages.length === 0) return []
  const [authors, versions] = await Promise.all([authorsOf(ctx, projectId), versionsOf(ctx, projectId)])
  const madeAt = (number: number) => versions.find(version => version.number === number)?.createdAt
  return pages.filter(({ file, version }) => maySeeFile(ctx.actor, file) || isAuthorOfVersion(ctx.actor, authors, madeAt(version + 1)))
}

/** On the project's page, for those who may open them. */
export async function signedPagesBeside({ var: { ctx, frame } }: Visit, id: string): Promise<JSX.Element | undefined> {
  const project = id.startsWith('project_') && ctx.actor.id !== '' ? await findProject(ctx, id) : undefined
  if (!project || !mayFind(ctx.actor, project)) return undefined
  const pages = await pagesFor(ctx, id)
  if (pages.length === 0) return undefined
  const names = await shownNames(
    ctx,
    project,
    pages.map(({ personId }) => personId),
  )
  return (
    <SignedPages
      frame={frame}
      id={id}
      pages={pages.map(({ version, personId, file }) => ({ version, fileId: file.id, name: names.get(personId) ?? '' }))}
    />
  )
}

export const signedPagesRoutes: readonly Route[] = [
  get(paths.projectSignedPage, 'signed-in', async c => {
    const { id } = await projectHere(c)
    const { file } = (await pagesFor(c.var.ctx, id)).find(one => one.file.id === c.req.param('file')) ?? notFound('signed page')
    return sendFile(c, file)
  }),
]
