import { z } from 'zod'
import { takeUnitPrices } from '#modules/proposals/cost/unit-prices.actions.ts'
import { UnitPricesPage } from '#modules/proposals/cost/unit-prices.pages.tsx'
import { unitPricesWords } from '#modules/proposals/cost/unit-prices.parts.tsx'
import { compare } from '#modules/proposals/cost/unit-prices.rules.ts'
import { unitEstimatesOf } from '#modules/proposals/cost/unit-prices.store.ts'
import { projectHere } from '#modules/proposals/projects.routes.tsx'
import { mayEdit } from '#modules/proposals/proposals.rules.ts'
import { costsOf } from '#modules/proposals/proposals.store.ts'
import { proposalsTextsEn } from '#modules/proposals/proposals.texts.en.ts'
import { proposalsTexts } from '#modules/proposals/proposals.texts.ts'
import { paths, url } from '#paths'
import { readForm } from '#web/forms.ts'
import { done, get, page, post, type Route, type Visit } from '#web/http.ts'

const texts = { pl: proposalsTexts, en: proposalsTextsEn }

async function show(c: Visit, why?: string) {
  const { ctx, frame } = c.var
  const project = await projectHere(c)
  const [costs, estimates] = [await costsOf(ctx, project.id), await unitEstimatesOf(ctx, project.id)]
  const compared = estimates.map(one => compare(one, costs))
  return page(c, <UnitPricesPage {...{ frame, project, costs, compared, why }} takes={mayEdit(ctx.actor, project)} />, why ? 409 : 200)
}

async function take(c: Visit) {
  const { ctx, frame } = c.var
  const project = await projectHere(c)
  const adviceId = c.req.param('advice') ?? ''
  const read = await readForm(c, z.object({ pozycja: z.string('required').max(60) }), texts[ctx.locale].errors)
  const taken = await takeUnitPrices(ctx, project.id, adviceId, read.ok ? read.value.pozycja : 'none')
  const { page: t } = unitPricesWords(frame)
  if (taken.ok) return done(c, `${url(paths.projectUnitPrices, { id: project.id })}#${adviceId}`, t.taken(taken))
  const said: Readonly<Record<string, string>> = { ...texts[ctx.locale].why, ...t.why }
  return show(c, said[taken.why] ?? t.why['row-changed'])
}

export const unitPricesRoutes: readonly Route[] = [
  get(paths.projectUnitPrices, 'everyone', c => show(c)),
  post(paths.projectUnitPricesTaken, 'signed-in', 'unit-price.taken', take),
]
