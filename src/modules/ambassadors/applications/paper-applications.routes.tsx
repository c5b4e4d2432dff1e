import { z } from 'zod'
import { dayOf, isDay } from '#kit/dates.ts'
import { emptyForm, type FormState, filled } from '#kit/form.ts'
import { newId } from '#kit/ids.ts'
import { forbidden } from '#kit/refusal.ts'
import {
  answersOf,
  askingFor,
  contentFields,
  contentOf,
  districtsOf,
  longAnswers,
} from '#modules/ambassadors/applications/application-forms.routes.tsx'
import { type Lack, scanKinds } from '#modules/ambassadors/applications/application-forms.rules.ts'
import { type Content, emptyContent, statements } from '#modules/ambassadors/applications/applications.rules.ts'
import { applicationsTextsEn } from '#modules/ambassadors/applications/applications.texts.en.ts'
import { applicationsTexts } from '#modules/ambassadors/applications/applications.texts.ts'
import { type Call, mayRunCalls } from '#modules/ambassadors/applications/calls.rules.ts'
import { loadCall } from '#modules/ambassadors/applications/calls.store.ts'
import { decisionsTextsEn } from '#modules/ambassadors/applications/decisions.texts.en.ts'
import { decisionsTexts } from '#modules/ambassadors/applications/decisions.texts.ts'
import {
  enterApplication,
  importPaperTable,
  type PaperWhyNot,
  previewPaperTable,
} from '#modules/ambassadors/applications/paper-applications.actions.ts'
import { PaperEntryPage, PaperImportPage, PaperPreviewPage } from '#modules/ambassadors/applications/paper-applications.pages.tsx'
import { isEmail, mayEnterApplications, type PaperFault } from '#modules/ambassadors/applications/paper-applications.rules.ts'
import { paths, url } from '#paths'
import { decodeTable } from '#platform/tables.ts'
import { filesTextsEn } from '#ui/files.texts.en.ts'
import { filesTexts } from '#ui/files.texts.ts'
import { readForm } from '#web/forms.ts'
import { done, get, page, post, type Route, type Visit } from '#web/http.ts'
import { chosenFile, holdFiles, uploadOf } from '#web/uploads.ts'

const texts = { pl: decisionsTexts, en: decisionsTextsEn }
const words = { pl: applicationsTexts, en: applicationsTextsEn }
const files = { pl: filesTexts, en: filesTextsEn }
const largest = 2 * 1024 * 1024

/** The call, for whoever may enter applications to it. */
async function callFor(c: Visit): Promise<Call> {
  const call = await loadCall(c.var.ctx, c.req.param('id') ?? '')
  return mayEnterApplications(c.var.ctx.actor, call.editionId).ok ? call : forbidden()
}

async function showEntry(c: Visit, form: FormState = emptyForm, status: 200 | 409 | 422 = 200) {
  const { ctx, frame } = c.var
  const asking = await askingFor(ctx, await callFor(c))
  return page(
    c,
    <PaperEntryPage frame={frame} form={await holdFiles(c, form)} asking={asking} formKey={newId('key')} today={dayOf(ctx.now)} />,
    status,
  )
}

const entryForm = z.object({
  ...contentFields,
  key: z.string().regex(/^key_[0-9a-z]{20}$/),
  name: z.string('required').max(60, 'long'),
  email: z.string().toLowerCase().refine(isEmail, 'email').optional(),
  channel: z.enum(['paper', 'office', 'meeting', 'phone']),
  receivedOn: z.string('required').refine(isDay, 'day-wrong'),
  isSigned: z.string('signed'),
  next: z.string().optional(),
})

const fieldOfLack: Readonly<Record<Lack, string>> = {
  name: 'name',
  age: 'ofAge',
  'too-young': 'ofAge',
  guardian: 'guardian',
  consent: 'consent',
  area: 'areaWords',
  districts: 'districts',
  forms: 'forms',
  experience: 'experience',
  motivation: 'motivation',
  availability: 'availability',
  answers: '',
  statements: 'isSigned',
  signed: 'signed',
}
const fieldOfWhy: Partial<Record<PaperWhyNot, string>> = {
  'received-outside': 'receivedOn',
  'bad-name': 'name',
  'bad-phone': 'phone',
  'has-already': 'name',
}

async function enter(c: Visit) {
  const { ctx } = c.var
  const t = texts[ctx.locale]
  const call = await callFor(c)
  const read = await readForm(c, entryForm, t.errors)
  if (!read.ok) return showEntry(c, read.form, 422)
  const { value, form } = read
  const long = longAnswers(call, form, t.errors.long)
  if (long) return showEntry(c, { ...form, errors: long }, 422)
  const asking = await askingFor(ctx, call)
  const said = (['you', 'area', 'ways'] as const).map(part => contentOf(part, value, call, form.typed))
  const content: Content = Object.assign({}, emptyContent, ...said, { answers: answersOf(call, form.typed), statements })
  const [signed, consent] = [await chosenFile(c, 'signed'), await chosenFile(c, 'consent')]
  const own = words[ctx.locale].form
  const entered = await enterApplication(ctx, call.id, {
    key: value.key,
    email: value.email,
    channel: value.channel,
    receivedOn: value.receivedOn,
    content,
    districtIds: districtsOf(value, asking.districts),
    scans: {
      ...(signed && { form: { file: signed, alt: own.formAlt, key: `${value.key}.${scanKinds[0]}` } }),
      ...(consent && { consent: { file: consent, alt: own.consentAlt, key: `${value.key}.${scanKinds[1]}` } }),
    },
  })
  if (!entered.ok) return refuse(c, form, entered.why, entered.lacks ?? [])
  // a clerk may enter applications, only a coordinator reads them
  const list = mayRunCalls(ctx.actor, call.editionId).ok ? url(paths.officeApplications, { id: call.id }) : paths.office
  const to = value.next ? url(paths.officeApplicationNew, { id: call.id }) : list
  return done(c, to, t.entry.saved(value.name))
}

function refuse(c: Visit, form: FormState, why: PaperWhyNot, lacks: readonly Lack[]) {
  const { locale } = c.var.ctx
  const t = texts[locale]
  if (why === 'not-clerk') return forbidden()
  const lacking = Object.fromEntries(lacks.map(lack => [fieldOfLack[lack], `${t.why.incomplete} ${words[locale].lacks[lack]}.`]))
  const sentences: Readonly<Record<string, string>> = { ...files[locale].why, ...t.why }
  const errors = why === 'incomplete' ? lacking : { [fieldOfWhy[why] ?? 'signed']: sentences[why] }
  return showEntry(c, { ...form, errors }, 422)
}

async function showImport(c: Visit, form: FormState, faults: readonly PaperFault[] = []) {
  const wrong = faults.length > 0 || Object.keys(form.errors).length > 0
  return page(c, <PaperImportPage frame={c.var.frame} call={await callFor(c)} form={form} faults={faults} />, wrong ? 422 : 200)
}

/** First a look at what would come in, then the same table once more to be saved. */
async function bring(c: Visit) {
  const { ctx, frame } = c.var
  const t = texts[ctx.locale].import
  const call = await callFor(c)
  const body = await c.req.parseBody()
  const file = await uploadOf(c, 'file')
  const typed = String(body.table ?? '')
  if (file && file.size > largest) return showImport(c, { typed: { table: typed }, errors: { file: t.tooBig } })
  const table = file ? decodeTable(new Uint8Array(await file.arrayBuffer())) : typed
  const form = filled({ table })
  if (table.trim() === '') return showImport(c, { ...form, errors: { table: t.noTable } })
  if (body.step !== 'save') {
    const { faults, fresh, same } = await previewPaperTable(ctx, call, table)
    return faults.length > 0
      ? showImport(c, form, faults)
      : page(c, <PaperPreviewPage frame={frame} call={call} table={table} fresh={fresh} same={same} />)
  }
  const brought = await importPaperTable(ctx, call.id, table)
  if (brought.faults) return showImport(c, form, brought.faults)
  if (!brought.ok) return forbidden()
  return done(c, url(paths.officeApplicationsImport, { id: call.id }), t.done(brought.rows ?? 0))
}

export const paperApplicationsRoutes: readonly Route[] = [
  get(paths.officeApplicationNew, ['clerk'], c => showEntry(c)),
  post(paths.officeApplicationNew, ['clerk'], 'application.submitted', enter),
  get(paths.officeApplicationsImport, ['clerk'], c => showImport(c, emptyForm)),
  post(paths.officeApplicationsImport, ['clerk'], 'applications.imported', bring),
]
