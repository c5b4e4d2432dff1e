import { notFound } from '#kit/refusal.ts'
import { mustHaveAmbassadors } from '#modules/ambassadors/ambassadors.routes.tsx'
import { KitPage } from '#modules/ambassadors/kit/kit.pages.tsx'
import { kitPaper } from '#modules/ambassadors/kit/kit.parts.tsx'
import { isSheet } from '#modules/ambassadors/kit/kit.rules.ts'
import { mayWork } from '#modules/ambassadors/tenure/terms.rules.ts'
import { termsOf } from '#modules/ambassadors/tenure/terms.store.ts'
import { readCitySettings } from '#modules/programme/registers/city-settings.store.ts'
import { paths, url } from '#paths'
import { renderPdf } from '#platform/documents.ts'
import { get, page, printed, type Route, type Visit } from '#web/http.ts'

async function ownTerm(c: Visit) {
  await mustHaveAmbassadors(c.var.ctx)
  return (await termsOf(c.var.ctx, c.var.ctx.actor.id)).find(term => mayWork(c.var.ctx.actor, term).ok)
}

async function print(c: Visit): Promise<Response> {
  const { ctx, config } = c.var
  const term = await ownTerm(c)
  const sheet = c.req.param('sheet')
  if (!term || !isSheet(sheet)) return notFound('no kit')
  const city = await readCitySettings(ctx)
  const who = {
    name: ctx.actor.name,
    area: term.areaWords,
    city: city.cityName,
    contact: city.phone,
    address: `${config.publicUrl}${url(paths.ambassador, { id: term.id })}`,
    short: `${config.publicUrl}${paths.ambassadors}`,
  }
  const [file, data] = kitPaper(sheet, who, c.req.query('jezyk') === 'en' ? 'en' : 'pl')
  return printed(c, renderPdf(file, data, ctx.now), `${sheet}.pdf`)
}

export const kitRoutes: readonly Route[] = [
  get(paths.kit, 'signed-in', async c => page(c, <KitPage frame={c.var.frame} may={(await ownTerm(c)) !== undefined} />)),
  get(paths.kitPrint, 'signed-in', print),
]
