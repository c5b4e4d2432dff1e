import { z } from 'zod'
import { isDay, warsaw } from '#kit/dates.ts'
import { emptyForm, type FormState, filled } from '#kit/form.ts'
import { mustHaveAmbassadors } from '#modules/ambassadors/ambassadors.routes.tsx'
import { isLive } from '#modules/ambassadors/tenure/terms.rules.ts'
import { termsOf } from '#modules/ambassadors/tenure/terms.store.ts'
import {
  cancelTraining,
  changeTraining,
  dropMaterial,
  giveMaterial,
  joinTraining,
  leaveTraining,
  markTraining,
  planTraining,
} from '#modules/ambassadors/training/trainings.actions.ts'
import { OwnTrainingsPage, type ShownMaterial } from '#modules/ambassadors/training/trainings.pages.tsx'
import { type TrainingFields, trainingModes } from '#modules/ambassadors/training/trainings.rules.ts'
import { listMaterials, listMaterialsOf, listPlaces, listTrainings, loadTraining } from '#modules/ambassadors/training/trainings.store.ts'
import { trainingsTextsEn } from '#modules/ambassadors/training/trainings.texts.en.ts'
import { trainingsTexts } from '#modules/ambassadors/training/trainings.texts.ts'
import { TrainingOfficePage, TrainingsOfficePage, type TrainingView } from '#modules/ambassadors/training/trainings-office.pages.tsx'
import { namesOf } from '#modules/people/people.store.ts'
import { findCurrentEdition, loadCurrentEdition } from '#modules/programme/editions/editions.store.ts'
import { paths, url } from '#paths'
import { filesOf, type KeptFile } from '#platform/files.ts'
import { filesTextsEn } from '#ui/files.texts.en.ts'
import { filesTexts } from '#ui/files.texts.ts'
import { readForm } from '#web/forms.ts'
import { done, get, page, post, type Route, type Visit } from '#web/http.ts'
import { chosenFile, holdFiles } from '#web/uploads.ts'

const texts = { pl: trainingsTexts, en: trainingsTextsEn }
const files = { pl: filesTexts, en: filesTextsEn }
const coordinators = ['coordinator'] as const
const words = (c: Visit) => texts[c.var.frame.locale]
const idIn = (c: Visit) => c.req.param('id') ?? ''

const time = z.string('required').regex(/^([01]\d|2[0-3]):[0-5]\d$/, 'time')
const isWeb = (typed: string) => URL.canParse(typed) && /^https?:\/\//.test(typed)
const link = z.string().max(500, 'too-long').refine(isWeb, 'link').optional()
const fields = z
  .object({
    key: z.string().max(60).optional(),
    version: z.coerce.number().int().optional(),
    title: z.string('required').max(120, 'too-long'),
    about: z.string().max(2000, 'too-long').default(''),
    mode: z.enum(trainingModes, 'wrong'),
    place: z.string('required').max(200, 'too-long'),
    link,
    day: z.string('required').refine(isDay, 'day'),
    from: time,
    to: time,
    capacity: z
      .string('required')
      .regex(/^([1-9]\d?|[1-4]\d\d|500)$/, 'capacity')
      .transform(Number),
  })
  .refine(({ mode, link }) => mode !== 'online' || link !== undefined, { path: ['link'], message: 'link-needed' })
const fieldsOf = ({ day, from, to, title, about, mode, place, link, capacity }: z.infer<typeof fields>): TrainingFields => ({
  title,
  about,
  mode,
  place,
  link,
  capacity,
  startsAt: warsaw(day, from),
  endsAt: warsaw(day, to),
})

const shownFile = (file: KeptFile): ShownMaterial => ({ title: file.caption || file.name, link: url(paths.file, { id: file.id }) })

async function showOwn(c: Visit, status: 200 | 409 = 200): Promise<Response> {
  const { ctx, frame } = c.var
  await mustHaveAmbassadors(ctx)
  const edition = await findCurrentEdition(ctx)
  const trainings = edition ? await listTrainings(ctx, edition.id) : []
  const ids = trainings.map(({ id }) => id)
  const [links, kept, terms] = await Promise.all([listMaterialsOf(ctx, ids), filesOf(ctx, ids), termsOf(ctx, ctx.actor.id)])
  const shown = trainings.map(one => ({
    ...one,
    materials: [...kept.filter(file => file.subject === one.id).map(shownFile), ...links.filter(material => material.trainingId === one.id)],
  }))
  return page(c, <OwnTrainingsPage frame={frame} trainings={shown} term={terms.find(isLive)} />, status)
}

async function showList(c: Visit, form: FormState = emptyForm, status: 200 | 422 = 200): Promise<Response> {
  const { ctx, frame } = c.var
  const edition = await loadCurrentEdition(ctx)
  return page(c, <TrainingsOfficePage frame={frame} trainings={await listTrainings(ctx, edition.id)} form={form} />, status)
}

type Forms = Pick<TrainingView, 'form' | 'materialForm' | 'cancelForm' | 'conflict'>
async function showOne(c: Visit, forms: Forms = {}, status: 200 | 409 | 422 = 200): Promise<Response> {
  const { ctx, frame } = c.var
  const training = await loadTraining(ctx, idIn(c))
  const [places, links, kept] = await Promise.all([listPlaces(ctx, training.id), listMaterials(ctx, training.id), filesOf(ctx, training.id)])
  const names = await namesOf(
    ctx,
    places.map(place => place.personId),
  )
  const people = places.map(({ personId, attended }) => ({ id: personId, name: names.get(personId) ?? '', attended }))
  const view = { training, people, links, files: kept.map(shownFile), actor: ctx.actor, ...forms }
  return page(c, <TrainingOfficePage frame={frame} view={view} />, status)
}

async function plan(c: Visit): Promise<Response> {
  const t = words(c)
  const read = await readForm(c, fields, t.errors)
  if (!read.ok) return showList(c, read.form, 422)
  const edition = await loadCurrentEdition(c.var.ctx)
  const planned = await planTraining(c.var.ctx, { key: read.value.key ?? '', editionId: edition.id, ...fieldsOf(read.value) })
  if (planned.ok) return done(c, url(paths.officeTraining, { id: planned.id ?? '' }), t.office.planned)
  return showList(c, { ...read.form, errors: { to: t.why[planned.why] } }, 422)
}

async function change(c: Visit): Promise<Response> {
  const t = words(c)
  const read = await readForm(c, fields, t.errors)
  if (!read.ok) return showOne(c, { form: read.form }, 422)
  const verdict = await changeTraining(c.var.ctx, idIn(c), read.value.version ?? -1, fieldsOf(read.value))
  if (verdict.ok) return done(c, url(paths.officeTraining, { id: idIn(c) }), t.office.saved)
  if (verdict.why === 'changed-meanwhile') return showOne(c, { form: filled(read.form.typed), conflict: true }, 409)
  if (verdict.why === 'wrong-state' || verdict.why === 'not-yours') return showOne(c, {}, 409)
  return showOne(c, { form: { ...read.form, errors: { [verdict.why === 'smaller-than-list' ? 'capacity' : 'to']: t.why[verdict.why] } } }, 422)
}

const reason = z.object({ powod: z.string('required').max(500, 'too-long') })
async function cancel(c: Visit): Promise<Response> {
  const t = words(c)
  const read = await readForm(c, reason, t.errors)
  if (!read.ok) return showOne(c, { cancelForm: read.form }, 422)
  const verdict = await cancelTraining(c.var.ctx, idIn(c), read.value.powod)
  return verdict.ok ? done(c, url(paths.officeTraining, { id: idIn(c) }), t.office.cancelled) : showOne(c, {}, 409)
}

async function mark(c: Visit): Promise<Response> {
  const t = words(c)
  const read = await readForm(c, z.object({ byli: z.array(z.string()).default([]) }), t.errors)
  if (!read.ok) return showOne(c, {}, 422)
  const verdict = await markTraining(c.var.ctx, idIn(c), read.value.byli)
  return verdict.ok ? done(c, url(paths.officeTraining, { id: idIn(c) }), t.office.marked) : showOne(c, {}, 409)
}

const materialFields = z.object({ key: z.string('required').max(60), material: z.string('required').max(120, 'too-long'), adres: link })
async function material(c: Visit): Promise<Response> {
  const t = words(c)
  const read = await readForm(c, materialFields, t.errors)
  if (!read.ok) return showOne(c, { materialForm: await holdFiles(c, read.form) }, 422)
  const { key, material: title, adres } = read.value
  const verdict = await giveMaterial(c.var.ctx, idIn(c), { key, title, link: adres, file: await chosenFile(c, 'plik') })
  if (verdict.ok) return done(c, url(paths.officeTraining, { id: idIn(c) }), t.office.materialAdded)
  const sentence = { ...files[c.var.frame.locale].why, ...t.why }[verdict.why]
  return showOne(c, { materialForm: await holdFiles(c, { ...read.form, errors: { adres: sentence } }) }, 422)
}

export const trainingsRoutes: readonly Route[] = [
  get(paths.ownTrainings, 'signed-in', c => showOwn(c)),
  post(paths.trainingPlace, 'signed-in', 'training.joined', async c => {
    const verdict = await joinTraining(c.var.ctx, idIn(c))
    return verdict.ok ? done(c, paths.ownTrainings, words(c).joined) : showOwn(c, 409)
  }),
  post(paths.trainingLeaving, 'signed-in', 'training.left', async c => {
    const verdict = await leaveTraining(c.var.ctx, idIn(c))
    return verdict.ok ? done(c, paths.ownTrainings, words(c).leftDone) : showOwn(c, 409)
  }),
  get(paths.officeTrainings, coordinators, c => showList(c)),
  post(paths.officeTrainings, coordinators, 'training.planned', plan),
  get(paths.officeTraining, coordinators, c => showOne(c)),
  post(paths.officeTraining, coordinators, 'training.changed', change),
  post(paths.officeTrainingCancelling, coordinators, 'training.cancelled', cancel),
  post(paths.officeTrainingAttendance, coordinators, 'training.attended', mark),
  post(paths.officeTrainingMaterials, coordinators, 'training.changed', material),
  post(paths.officeTrainingMaterialRemoval, coordinators, 'training.changed', async c => {
    const verdict = await dropMaterial(c.var.ctx, idIn(c), c.req.param('material') ?? '')
    return verdict.ok ? done(c, url(paths.officeTraining, { id: idIn(c) }), words(c).office.removed) : showOne(c, {}, 409)
  }),
]
