import { z } from 'zod'
import { emptyForm, type FormState, filled, typedOne } from '#kit/form.ts'
import { newId } from '#kit/ids.ts'
import { addUnit, changeUnit } from '#modules/programme/registers/units.actions.ts'
import { typedUnit, UnitPage, UnitsPage } from '#modules/programme/registers/units.pages.tsx'
import { listUnits, loadUnit } from '#modules/programme/registers/units.store.ts'
import { unitsTextsEn } from '#modules/programme/registers/units.texts.en.ts'
import { unitsTexts } from '#modules/programme/registers/units.texts.ts'
import { paths, url } from '#paths'
import { readForm } from '#web/forms.ts'
import { done, get, page, post, type Route, type Visit } from '#web/http.ts'

const texts = { pl: unitsTexts, en: unitsTextsEn }
const coordinators = ['coordinator'] as const
const wordsFor = (c: Visit) => texts[c.var.frame.locale]
const idIn = (c: Visit) => c.req.param('id') ?? ''

const fields = {
  code: z.string('required').regex(/^[\p{Lu}\d-]{2,12}$/u, 'code'),
  name: z.string('required').min(3, 'required').max(200, 'wrong'),
  topics: z
    .string()
    .max(500, 'wrong')
    .default('')
    .transform(typed =>
      typed
        .split(',')
        .map(topic => topic.trim())
        .filter(Boolean),
    ),
  slaDays: z
    .string('required')
    .regex(/^([1-9]|[1-8]\d|90)$/, 'days')
    .transform(Number),
}
const newSchema = z.object({ key: z.string().min(1).max(60), ...fields })
const changeSchema = z.object({ version: z.coerce.number(), ...fields })

async function list(c: Visit, form: FormState = emptyForm, status: 200 | 422 = 200): Promise<Response> {
  const units = await listUnits(c.var.ctx)
  return page(c, <UnitsPage frame={c.var.frame} units={units} form={form} formKey={typedOne(form, 'key') || newId('key')} />, status)
}

async function add(c: Visit): Promise<Response> {
  const t = wordsFor(c)
  const read = await readForm(c, newSchema, t.errors)
  if (!read.ok) return list(c, read.form, 422)
  const { key, ...unit } = read.value
  const added = await addUnit(c.var.ctx, key, unit)
  if (added.ok) return done(c, paths.units, t.added({ code: unit.code }))
  const error = added.why === 'code-taken' ? { code: t.errors.taken } : { '': t.why[added.why] }
  return list(c, { typed: read.form.typed, errors: error }, 422)
}

async function show(c: Visit, form?: FormState, status: 200 | 409 | 422 = 200): Promise<Response> {
  const unit = await loadUnit(c.var.ctx, idIn(c))
  return page(c, <UnitPage frame={c.var.frame} unit={unit} form={form ?? filled(typedUnit(unit))} conflict={status === 409} />, status)
}

async function change(c: Visit): Promise<Response> {
  const t = wordsFor(c)
  await loadUnit(c.var.ctx, idIn(c))
  const read = await readForm(c, changeSchema, t.errors)
  if (!read.ok) return show(c, read.form, 422)
  const { version, ...unit } = read.value
  const changed = await changeUnit(c.var.ctx, idIn(c), version, unit)
  if (changed.ok) return done(c, url(paths.unit, { id: changed.id }), t.changed)
  if (changed.why === 'changed-meanwhile') return show(c, filled(read.form.typed), 409)
  const error = changed.why === 'code-taken' ? { code: t.errors.taken } : { '': t.why[changed.why] }
  return show(c, { typed: read.form.typed, errors: error }, 422)
}

export const unitsRoutes: readonly Route[] = [
  get(paths.units, coordinators, c => list(c)),
  post(paths.units, coordinators, 'unit.added', add),
  get(paths.unit, coordinators, c => show(c)),
  post(paths.unit, coordinators, 'unit.changed', change),
]
