import type { JSX } from 'hono/jsx/jsx-runtime'
import { projectTitle } from '#modules/proposals/proposals.parts.tsx'
import { mayRead } from '#modules/proposals/proposals.rules.ts'
import { findProject, pastAmong } from '#modules/proposals/proposals.store.ts'
import { agreeingBeside } from '#modules/submission/agreeing/agreeing.routes.tsx'
import { signedPagesBeside } from '#modules/submission/agreeing/signed-pages.routes.tsx'
import { BegunAnew } from '#modules/submission/begun-anew.parts.tsx'
import { completionBeside } from '#modules/submission/completion/completion.routes.tsx'
import { receiptsBeside } from '#modules/submission/prints/receipts.routes.tsx'
import { ancestorsOf } from '#platform/origins.ts'
import type { Visit } from '#web/http.ts'

/** What this module says on a project's page: who is missing, then what the office calls for and the receipt. */
export async function submissionBeside(c: Visit, id: string): Promise<JSX.Element> {
  const [from, agreeing, signed, completion, receipt] = await Promise.all([
    begunFrom(c, id),
    agreeingBeside(c, id),
    signedPagesBeside(c, id),
    completionBeside(c, id),
    receiptsBeside(c, id),
  ])
  return (
    <>
      <BegunAnew frame={c.var.frame} from={from} />
      {agreeing}
      {signed}
      {completion}
      {receipt}
    </>
  )
}

/** Projects of earlier editions among its origins, as far as the visitor may read them. */
async function begunFrom({ var: { ctx } }: Visit, id: string) {
  if (!id.startsWith('project_')) return []
  const origins = (await ancestorsOf(ctx, id)).filter(one => one.startsWith('project_'))
  const past = await Promise.all((await pastAmong(ctx, origins, id)).map(one => findProject(ctx, one)))
  return past
    .filter(one => one !== undefined && mayRead(ctx.actor, one))
    .flatMap(one => (one ? [{ id: one.id, title: projectTitle(ctx.locale, one) }] : []))
}
