import { notFound } from '#kit/refusal.ts'
import { AmbassadorPage, AmbassadorsPage } from '#modules/ambassadors/ambassadors.pages.tsx'
import { findAmbassador, listActiveAmbassadors } from '#modules/ambassadors/ambassadors.store.ts'
import { findCurrentEdition } from '#modules/programme/editions.store.ts'
import { hasPart } from '#modules/programme/programme.rules.ts'
import { listDistricts } from '#modules/programme/territories.store.ts'
import { paths } from '#paths'
import type { Ctx } from '#platform/context.ts'
import { get, page, type Route } from '#web/http.ts'

/** What an edition has switched off leaves no trace. */
export async function mustHaveAmbassadors(ctx: Ctx): Promise<void> {
  const edition = await findCurrentEdition(ctx)
  if (edition && !hasPart(edition, 'ambassadors')) notFound('no ambassadors in this edition')
}
/** The rules of an edition may do without a public list. */
async function mustBePublic(ctx: Ctx): Promise<void> {
  await mustHaveAmbassadors(ctx)
  if ((await findCurrentEdition(ctx))?.rules.ambassador.publicList === false) notFound('no public list in this edition')
}

export const ambassadorsRoutes: readonly Route[] = [
  get(paths.ambassadors, 'everyone', async c => {
    const { ctx, frame } = c.var
    await mustBePublic(ctx)
    const [ambassadors, districts] = await Promise.all([listActiveAmbassadors(ctx), listDistricts(ctx)])
    return page(c, <AmbassadorsPage frame={frame} view={{ ambassadors, districts }} />)
  }),
  get(paths.ambassador, 'everyone', async c => {
    const { ctx, frame } = c.var
    await mustBePublic(ctx)
    const ambassador = (await findAmbassador(ctx, c.req.param('id') ?? '')) ?? notFound('no such ambassador')
    return page(c, <AmbassadorPage frame={frame} ambassador={ambassador} districts={await listDistricts(ctx)} />)
  }),
]
