import { z } from 'zod'
import { type FormState, filled } from '#kit/form.ts'
import { countDistricts } from '#modules/ambassadors/workspace/residents.actions.ts'
import { ResidentsPage } from '#modules/ambassadors/workspace/residents.pages.tsx'
import { listDistrictResidents } from '#modules/ambassadors/workspace/residents.store.ts'
import { residentsTextsEn } from '#modules/ambassadors/workspace/residents.texts.en.ts'
import { residentsTexts } from '#modules/ambassadors/workspace/residents.texts.ts'
import { listDistricts } from '#modules/programme/territories/territories.store.ts'
import { paths } from '#paths'
import { readForm } from '#web/forms.ts'
import { done, get, page, post, type Route, type Visit } from '#web/http.ts'

const texts = { pl: residentsTexts, en: residentsTextsEn }

async function show(c: Visit, form?: FormState, status: 200 | 403 | 422 = 200): Promise<Response> {
  const { ctx, frame } = c.var
  const [districts, known] = await Promise.all([listDistricts(ctx), listDistrictResidents(ctx)])
  const numbers = districts.map(({ id, number }) => [`d${number}`, String(known.find(one => one.territoryId === id)?.residents ?? '')])
  const typed = { ...Object.fromEntries(numbers), source: known[0]?.source ?? '' }
  return page(c, <ResidentsPage frame={frame} districts={districts} form={form ?? filled(typed)} />, status)
}

async function save(c: Visit): Promise<Response> {
  const { ctx, frame } = c.var
  const t = texts[frame.locale]
  const districts = await listDistricts(ctx)
  const number = z
    .string()
    .regex(/^[1-9]\d{0,6}$/, 'number')
    .transform(Number)
    .optional()
  const read = await readForm(c, z.object({ source: z.string('required').max(200, 'too-long') }).catchall(number), t.errors)
  if (!read.ok) return show(c, read.form, 422)
  const { source } = read.value
  const rows = districts.flatMap(({ id, number }) => {
    const residents = read.value[`d${number}`]
    return typeof residents === 'number' ? [{ territoryId: id, residents, source }] : []
  })
  const verdict = await countDistricts(ctx, rows, source)
  return verdict.ok ? done(c, paths.officeResidents, t.saved) : show(c, read.form, 403)
}

export const residentsRoutes: readonly Route[] = [
  get(paths.officeResidents, ['coordinator'], c => show(c)),
  post(paths.officeResidents, ['coordinator'], 'residents.of-district', save),
]
