import { type FormState, filled } from '#kit/form.ts'
import { refuse } from '#kit/refusal.ts'
import { importPlans, previewPlans } from '#modules/programme/registers/city-plans.actions.ts'
import { CityPlansPage, PlansImportPage, PlansPreviewPage } from '#modules/programme/registers/city-plans.pages.tsx'
import type { PlanFault } from '#modules/programme/registers/city-plans.rules.ts'
import { listCityPlans } from '#modules/programme/registers/city-plans.store.ts'
import { cityPlansTextsEn } from '#modules/programme/registers/city-plans.texts.en.ts'
import { cityPlansTexts } from '#modules/programme/registers/city-plans.texts.ts'
import { territoryOfWhere } from '#modules/programme/territories/territories.store.ts'
import { paths } from '#paths'
import { decodeTable } from '#platform/tables.ts'
import { done, get, page, post, type Route, type Visit } from '#web/http.ts'

const texts = { pl: cityPlansTexts, en: cityPlansTextsEn }
const largest = 5 * 1024 * 1024

async function plans(c: Visit): Promise<Response> {
  const { ctx, frame } = c.var
  const territory = await territoryOfWhere(ctx, c.req.param('number') ?? '')
  return page(c, <CityPlansPage frame={frame} territory={territory} plans={await listCityPlans(ctx, territory.id)} />)
}

async function formPage(c: Visit, form: FormState, faults: readonly PlanFault[] = []): Promise<Response> {
  const { ctx, frame } = c.var
  const wrong = faults.length > 0 || Object.keys(form.errors).length > 0
  return page(c, <PlansImportPage frame={frame} form={form} faults={faults} count={(await listCityPlans(ctx)).length} />, wrong ? 422 : 200)
}

/** First a look at what would change, then the same table once more to be saved. */
async function bring(c: Visit): Promise<Response> {
  const { ctx, frame } = c.var
  const t = texts[frame.locale].import
  const body = await c.req.parseBody()
  const typed = { tabela: String(body.tabela ?? ''), usuwanie: body.usuwanie ? 'tak' : undefined }
  const file = body.plik instanceof File && body.plik.size > 0 ? body.plik : undefined
  if (file && file.size > largest) return formPage(c, { typed, errors: { plik: t.tooBig } })
  const table = file ? decodeTable(new Uint8Array(await file.arrayBuffer())) : typed.tabela
  const form = filled({ ...typed, tabela: table })
  if (table.trim() === '') return formPage(c, { ...form, errors: { tabela: t.noTable } })
  const removing = typed.usuwanie !== undefined
  if (body.krok !== 'zapis') {
    const { faults, changes } = await previewPlans(ctx, table, removing)
    return faults.length > 0
      ? formPage(c, form, faults)
      : page(c, <PlansPreviewPage frame={frame} table={table} removing={removing} changes={changes} />)
  }
  const answer = await importPlans(ctx, table, removing)
  if (answer.faults) return formPage(c, form, answer.faults)
  if (!answer.ok || !answer.changes) return refuse(403, 'not a coordinator')
  const { added, changed, gone } = answer.changes
  return done(c, paths.cityPlansImport, t.done(added.length, changed.length, gone.length))
}

export const cityPlansRoutes: readonly Route[] = [
  get(paths.cityPlans, 'everyone', plans),
  get(paths.cityPlansImport, ['coordinator'], c => formPage(c, filled({}))),
  post(paths.cityPlansImport, ['coordinator'], 'plans.imported', bring),
]
