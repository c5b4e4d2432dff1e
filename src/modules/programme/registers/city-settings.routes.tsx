import { z } from 'zod'
import { type FormState, filled } from '#kit/form.ts'
import { describeCity } from '#modules/programme/registers/city-settings.actions.ts'
import { CitySettingsPage } from '#modules/programme/registers/city-settings.pages.tsx'
import { readCitySettings } from '#modules/programme/registers/city-settings.store.ts'
import { citySettingsTextsEn } from '#modules/programme/registers/city-settings.texts.en.ts'
import { citySettingsTexts } from '#modules/programme/registers/city-settings.texts.ts'
import { paths } from '#paths'
import { readForm } from '#web/forms.ts'
import { done, get, page, post, type Route, type Visit } from '#web/http.ts'

const texts = { pl: citySettingsTexts, en: citySettingsTextsEn }
const coordinators = ['coordinator'] as const

const schema = z.object({
  version: z.coerce.number(),
  cityName: z.string('required').max(100, 'wrong'),
  programmeName: z.string('required').max(150, 'wrong'),
  programmeNameEn: z.string().max(150, 'wrong').default(''),
  office: z.string('required').max(200, 'wrong'),
  email: z.email({ error: issue => (issue.input === undefined ? 'required' : 'email') }).max(200, 'wrong'),
  phone: z
    .string()
    .regex(/^\+?[\d\s-]{6,40}$/, 'phone')
    .default(''),
  address: z.string().max(300, 'wrong').default(''),
})

async function show(c: Visit, form?: FormState, status: 200 | 409 | 422 = 200): Promise<Response> {
  const settings = await readCitySettings(c.var.ctx)
  const { version: _, ...typed } = settings
  return page(c, <CitySettingsPage frame={c.var.frame} settings={settings} form={form ?? filled(typed)} conflict={status === 409} />, status)
}

async function save(c: Visit): Promise<Response> {
  const t = texts[c.var.frame.locale]
  const read = await readForm(c, schema, t.errors)
  if (!read.ok) return show(c, read.form, 422)
  const verdict = await describeCity(c.var.ctx, read.value)
  if (verdict.ok) return done(c, paths.citySettings, t.saved)
  if (verdict.why === 'changed-meanwhile') return show(c, filled(read.form.typed), 409)
  return show(c, { typed: read.form.typed, errors: { '': t.why[verdict.why] } }, 422)
}

export const citySettingsRoutes: readonly Route[] = [
  get(paths.citySettings, coordinators, c => show(c)),
  post(paths.citySettings, coordinators, 'city.described', save),
]
