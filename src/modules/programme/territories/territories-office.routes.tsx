import { emptyForm, type FormState } from '#kit/form.ts'
import { refuse } from '#kit/refusal.ts'
import type { AreaFault } from '#modules/programme/territories/geojson.rules.ts'
import { importAreas } from '#modules/programme/territories/territories.actions.ts'
import { listWithBoundaries } from '#modules/programme/territories/territories.store.ts'
import { territoriesTextsEn } from '#modules/programme/territories/territories.texts.en.ts'
import { territoriesTexts } from '#modules/programme/territories/territories.texts.ts'
import { TerritoriesPage } from '#modules/programme/territories/territories-office.pages.tsx'
import { paths } from '#paths'
import { done, get, page, post, type Route, type Visit } from '#web/http.ts'
import { uploadOf } from '#web/uploads.ts'

const texts = { pl: territoriesTexts, en: territoriesTextsEn }

async function show(c: Visit, form: FormState = emptyForm, faults: readonly AreaFault[] = []): Promise<Response> {
  const { ctx, frame } = c.var
  const wrong = faults.length > 0 || Object.keys(form.errors).length > 0
  return page(c, <TerritoriesPage frame={frame} form={form} faults={faults} territories={await listWithBoundaries(ctx)} />, wrong ? 422 : 200)
}

async function bring(c: Visit): Promise<Response> {
  const { ctx } = c.var
  const t = texts[ctx.locale].office
  const file = await uploadOf(c, 'plik')
  if (!file) return show(c, { typed: {}, errors: { plik: t.noFile } })
  const json = jsonOf(await file.text())
  if (json === undefined) return show(c, { typed: {}, errors: { plik: t.notJson } })
  const answer = await importAreas(ctx, json, file.name.slice(0, 120))
  if (!answer.ok) return answer.why === 'broken' ? show(c, emptyForm, answer.faults) : refuse(403, answer.why)
  const { added, changed, unchanged } = answer.report
  return done(c, paths.territories, t.done(added, changed, unchanged))
}

function jsonOf(text: string): unknown {
  try {
    return JSON.parse(text.replace(/^\uFEFF/, ''))
  } catch {
    // what a person sends may be anything
    return undefined
  }
}

export const territoriesOfficeRoutes: readonly Route[] = [
  get(paths.territories, ['coordinator'], c => show(c)),
  post(paths.territories, ['coordinator'], 'territories.imported', bring),
]
