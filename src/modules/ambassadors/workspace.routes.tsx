import { isLive } from '#modules/ambassadors/terms.rules.ts'
import { termsOf } from '#modules/ambassadors/terms.store.ts'
import { NoTermPage, WorkspacePage } from '#modules/ambassadors/workspace.pages.tsx'
import { paths } from '#paths'
import { get, page, type Route } from '#web/http.ts'

export const workspaceRoutes: readonly Route[] = [
  get(paths.workspace, 'signed-in', async c => {
    const { ctx, frame } = c.var
    const terms = await termsOf(ctx, ctx.actor.id)
    const term = terms.find(isLive) ?? terms[0]
    return page(c, term ? <WorkspacePage frame={frame} term={term} /> : <NoTermPage frame={frame} />)
  }),
]
