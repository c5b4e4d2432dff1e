import { z } from 'zod'
import { addDays, dateAndTime, dayOf, isDay } from '#kit/dates.ts'
import { type FormState, filled } from '#kit/form.ts'
import { newId } from '#kit/ids.ts'
import { createEdition, lintOf, mayStep, type StepWhy, stepEdition } from '#modules/programme/editions/editions.actions.ts'
import { EditionNewPage, EditionPage, EditionsPage, stepPaths } from '#modules/programme/editions/editions.pages.tsx'
import { listEditions, loadEdition, reasonsOf } from '#modules/programme/editions/editions.store.ts'
import { editionsTextsEn } from '#modules/programme/editions/editions.texts.en.ts'
import { editionsTexts } from '#modules/programme/editions/editions.texts.ts'
import { unexplained } from '#modules/programme/editions/lint.rules.ts'
import { daysToOpenOn, type PresetKey, presetKeys, presets } from '#modules/programme/editions/presets.rules.ts'
import { chaptersOf } from '#modules/programme/editions/sentences.rules.ts'
import { type EditionStep, editing } from '#modules/programme/programme.rules.ts'
import { findCity } from '#modules/programme/territories/territories.store.ts'
import { paths, url } from '#paths'
import { factsAbout } from '#platform/ledger.ts'
import { readForm } from '#web/forms.ts'
import { done, get, page, post, type Route, type Visit } from '#web/http.ts'

const texts = { pl: editionsTexts, en: editionsTextsEn }
const coordinators = ['coordinator'] as const
const wordsFor = (c: Visit) => texts[c.var.frame.locale]
const idIn = (c: Visit) => c.req.param('id') ?? ''

async function list(c: Visit): Promise<Response> {
  return page(c, <EditionsPage frame={c.var.frame} editions={await listEditions(c.var.ctx)} />)
}

/** The next edition is proposed one year after the newest one, from the preset that is known best. */
async function newForm(c: Visit): Promise<Response> {
  const { ctx, frame } = c.var
  const newest = (await listEditions(ctx))[0]
  const start: PresetKey = 'krakow-2020'
  const year = newest ? newest.year + 1 : Number(dayOf(ctx.now).slice(0, 4))
  const april = `${year}-04-01`
  const typed = {
    preset: start,
    opens: april > dayOf(ctx.now) ? april : addDays(dayOf(ctx.now), 60),
    no: String((newest?.no ?? 0) + 1),
    title: presets[start].title.replace(String(presets[start].year), String(year)),
  }
  return page(c, <EditionNewPage frame={frame} form={filled(typed)} formKey={newId('key')} />)
}

const newSchema = z.object({
  key: z.string().min(1).max(60),
  preset: z.enum(presetKeys as [PresetKey, ...PresetKey[]], 'choose-one'),
  opens: z.string('required').refine(isDay, 'day-wrong'),
  no: z
    .string('required')
    .regex(/^[1-9]\d{0,2}$/, 'number-wrong')
    .transform(Number),
  title: z.string('required').min(3, 'required').max(200, 'wrong'),
})

async function create(c: Visit): Promise<Response> {
  const { ctx, frame } = c.var
  const read = await readForm(c, newSchema, wordsFor(c).errors)
  if (!read.ok) return newAgain(c, read.form)
  const { key, preset, opens, no, title } = read.value
  const created = await createEdition(ctx, { key, preset, days: daysToOpenOn(preset, opens), no, title })
  if (!created.ok) return newAgain(c, { typed: read.form.typed, errors: { '': texts[frame.locale].why[created.why] } })
  return done(c, url(paths.edition, { id: created.id }), wordsFor(c).create.done)
}
const newAgain = (c: Visit, form: FormState) =>
  page(c, <EditionNewPage frame={c.var.frame} form={form} formKey={typeof form.typed.key === 'string' ? form.typed.key : newId('key')} />, 422)

async function overview(c: Visit, why?: StepWhy): Promise<Response> {
  const { ctx, frame, sentence } = c.var
  const edition = await loadEdition(ctx, idIn(c))
  const step = editing.names.find(name => editing.steps[name].from.includes(edition.state))
  const [findings, city, reasons, facts, mayNext] = await Promise.all([
    lintOf(ctx, edition),
    findCity(ctx),
    reasonsOf(ctx, edition.id),
    factsAbout(ctx, [edition.id]),
    step ? mayStep(ctx, edition, step) : undefined,
  ])
  const counts = {
    block: findings.filter(finding => finding.level === 'block').length,
    warn: findings.filter(finding => finding.level === 'warn').length,
    left: unexplained(findings, reasons).length,
  }
  return page(
    c,
    <EditionPage
      frame={frame}
      edition={edition}
      why={why}
      chapters={chaptersOf(edition, city?.id ?? '')}
      counts={counts}
      step={step}
      mayStep={mayNext ?? { ok: true }}
      history={facts.map(fact => ({ at: dateAndTime(fact.at, frame.locale), words: sentence(fact, frame.locale) })).reverse()}
    />,
    why ? 409 : 200,
  )
}

const take = (step: EditionStep) => async (c: Visit) => {
  const body = await c.req.parseBody()
  const version = Number(body.version)
  const verdict = await stepEdition(c.var.ctx, idIn(c), step, version)
  if (!verdict.ok) return overview(c, verdict.why)
  return done(c, url(paths.edition, { id: idIn(c) }), wordsFor(c).overview.stepDone[step])
}

export const editionsRoutes: readonly Route[] = [
  get(paths.editions, coordinators, list),
  get(paths.editionNew, coordinators, newForm),
  post(paths.editions, coordinators, 'edition.created', create),
  get(paths.edition, coordinators, c => overview(c)),
  post(stepPaths.publish, coordinators, 'edition.published', take('publish')),
  post(stepPaths.start, coordinators, 'edition.started', take('start')),
  post(stepPaths.close, coordinators, 'edition.closed', take('close')),
  post(stepPaths.archive, coordinators, 'edition.archived', take('archive')),
]
