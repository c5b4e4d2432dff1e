import { z } from 'zod'
import { emptyForm, type FormState, filled } from '#kit/form.ts'
import { refuse } from '#kit/refusal.ts'
import { type CompetenceFault, topicsOf } from '#modules/consultation/registers/competences.rules.ts'
import { listCompetences } from '#modules/consultation/registers/competences.store.ts'
import type { PlotFault } from '#modules/consultation/registers/plots.rules.ts'
import { countPlots } from '#modules/consultation/registers/plots.store.ts'
import {
  addCompetence,
  importCompetences,
  importPlots,
  previewCompetences,
  previewPlots,
  removeCompetence,
} from '#modules/consultation/registers/registers.actions.ts'
import {
  CompetencesImportPage,
  CompetencesPage,
  CompetencesPreviewPage,
  PlotsImportPage,
  PlotsPreviewPage,
} from '#modules/consultation/registers/registers.pages.tsx'
import { registersTextsEn } from '#modules/consultation/registers/registers.texts.en.ts'
import { registersTexts } from '#modules/consultation/registers/registers.texts.ts'
import { findUnit, listUnits } from '#modules/programme/registers/units.store.ts'
import { listTerritories } from '#modules/programme/territories/territories.store.ts'
import { paths } from '#paths'
import { decodeTable } from '#platform/tables.ts'
import { readForm } from '#web/forms.ts'
import { done, get, page, post, type Route, type Visit } from '#web/http.ts'

const texts = { pl: registersTexts, en: registersTextsEn }
const wordsOf = (c: Visit) => texts[c.var.ctx.locale]
const coordinators = ['coordinator'] as const
const largest = 5 * 1024 * 1024

const knownOf = async (c: Visit) => ({ units: await listUnits(c.var.ctx), territories: await listTerritories(c.var.ctx) })

async function competences(c: Visit, form: FormState = emptyForm, status: 200 | 422 = 200) {
  return page(c, <CompetencesPage frame={c.var.frame} known={await knownOf(c)} lines={await listCompetences(c.var.ctx)} form={form} />, status)
}

const lineForm = z.object({
  temat: z.string().max(500, 'long').default(''),
  miejsce: z.string().max(60).optional(),
  zarzadca: z.string().max(200, 'long').default(''),
  jednostka: z.string('choose').max(60),
})

async function add(c: Visit) {
  const t = wordsOf(c).competences
  const read = await readForm(c, lineForm, t.errors)
  if (!read.ok) return competences(c, read.form, 422)
  const { temat, miejsce, zarzadca: manager, jednostka } = read.value
  const known = await knownOf(c)
  const unit = await findUnit(c.var.ctx, jednostka)
  const place = known.territories.find(({ id }) => id === miejsce)
  if (!unit || (miejsce !== undefined && !place)) {
    const wrong = unit ? { miejsce: t.errors.wrong } : { jednostka: t.errors.choose }
    return competences(c, { ...read.form, errors: wrong }, 422)
  }
  const added = await addCompetence(c.var.ctx, { topics: topicsOf(temat), territoryId: place?.id, manager, unitId: unit.id })
  if (added.ok) return done(c, paths.competences, t.added)
  return added.why === 'open-line' ? competences(c, { ...read.form, errors: { temat: t.openLine } }, 422) : refuse(403, 'not a coordinator')
}

async function remove(c: Visit) {
  const removed = await removeCompetence(c.var.ctx, c.req.param('id') ?? '')
  return removed.ok ? done(c, paths.competences, wordsOf(c).competences.removed) : refuse(403, 'not a coordinator')
}

type Brought = { readonly table: string; readonly removing: boolean; readonly saving: boolean }
type Words = { readonly tooBig: string; readonly noTable: string }

/** The table that was sent, as a file or pasted, or the form with what is wrong. */
async function brought(c: Visit, t: Words): Promise<Brought | { readonly form: FormState }> {
  const body = await c.req.parseBody()
  const typed = { tabela: String(body.tabela ?? ''), usuwanie: body.usuwanie ? 'tak' : undefined }
  const file = body.plik instanceof File && body.plik.size > 0 ? body.plik : undefined
  if (file && file.size > largest) return { form: { typed, errors: { plik: t.tooBig } } }
  const table = file ? decodeTable(new Uint8Array(await file.arrayBuffer())) : typed.tabela
  if (table.trim() === '') return { form: { typed, errors: { tabela: t.noTable } } }
  return { table, removing: typed.usuwanie !== undefined, saving: body.krok === 'zapis' }
}

async function competencesForm(c: Visit, form: FormState = filled({}), faults: readonly CompetenceFault[] = []) {
  const { ctx, frame } = c.var
  const wrong = faults.length > 0 || Object.keys(form.errors).length > 0
  const count = (await listCompetences(ctx)).length
  return page(c, <CompetencesImportPage frame={frame} form={form} faults={faults} count={count} />, wrong ? 422 : 200)
}

/** First a look at what would change, then the same table once more to be saved. */
async function bringCompetences(c: Visit) {
  const { ctx, frame } = c.var
  const t = wordsOf(c).competences.import
  const sent = await brought(c, t)
  if ('form' in sent) return competencesForm(c, sent.form)
  const form = filled({ tabela: sent.table })
  if (!sent.saving) {
    const { faults, changes } = await previewCompetences(ctx, sent.table)
    if (faults.length > 0) return competencesForm(c, form, faults)
    return page(c, <CompetencesPreviewPage frame={frame} table={sent.table} known={await knownOf(c)} changes={changes} />)
  }
  const answer = await importCompetences(ctx, sent.table)
  if (answer.faults) return competencesForm(c, form, answer.faults)
  if (!answer.ok || !answer.changes) return refuse(403, 'not a coordinator')
  return done(c, paths.competences, t.done(answer.changes.added.length, answer.changes.gone.length))
}

async function plotsForm(c: Visit, form: FormState = filled({}), faults: readonly PlotFault[] = []) {
  const { ctx, frame } = c.var
  const wrong = faults.length > 0 || Object.keys(form.errors).length > 0
  return page(c, <PlotsImportPage frame={frame} form={form} faults={faults} count={await countPlots(ctx)} />, wrong ? 422 : 200)
}

async function bringPlots(c: Visit) {
  const { ctx, frame } = c.var
  const t = wordsOf(c).plots.import
  const sent = await brought(c, t)
  if ('form' in sent) return plotsForm(c, sent.form)
  const { table, removing, saving } = sent
  const form = filled({ tabela: table, usuwanie: removing ? 'tak' : undefined })
  if (!saving) {
    const { faults, changes } = await previewPlots(ctx, table, removing)
    if (faults.length > 0) return plotsForm(c, form, faults)
    return page(c, <PlotsPreviewPage frame={frame} table={table} removing={removing} changes={changes} />)
  }
  const answer = await importPlots(ctx, table, removing)
  if (answer.faults) return plotsForm(c, form, answer.faults)
  if (!answer.ok || !answer.changes) return refuse(403, 'not a coordinator')
  const { added, changed, gone } = answer.changes
  return done(c, paths.plotsImport, t.done(added.length, changed.length, gone.length))
}

export const registersRoutes: readonly Route[] = [
  get(paths.competences, coordinators, c => competences(c)),
  post(paths.competences, coordinators, 'competences.changed', add),
  get(paths.competencesImport, coordinators, c => competencesForm(c)),
  post(paths.competencesImport, coordinators, 'competences.changed', bringCompetences),
  post(paths.competenceRemoval, coordinators, 'competences.changed', remove),
  get(paths.plotsImport, coordinators, c => plotsForm(c)),
  post(paths.plotsImport, coordinators, 'plots.imported', bringPlots),
]
