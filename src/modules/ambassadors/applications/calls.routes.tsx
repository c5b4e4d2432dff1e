import { z } from 'zod'
import { isSomebody } from '#kit/actor.ts'
import { isDay } from '#kit/dates.ts'
import { type FormState, filled } from '#kit/form.ts'
import { newId } from '#kit/ids.ts'
import { forbidden, notFound } from '#kit/refusal.ts'
import type { Locale } from '#kit/texts.ts'
import { findApplicationOf } from '#modules/ambassadors/applications/applications.store.ts'
import { changeCall, openCall } from '#modules/ambassadors/applications/calls.actions.ts'
import { CallChangePage, CallNewPage, CallPage, OfficeCallsPage } from '#modules/ambassadors/applications/calls.pages.tsx'
import {
  type Call,
  type CallText,
  type CallWhy,
  callLimits,
  mayRunCalls,
  type Question,
  questionKinds,
} from '#modules/ambassadors/applications/calls.rules.ts'
import { findShownCall, listCalls, loadCall } from '#modules/ambassadors/applications/calls.store.ts'
import { callsTextsEn } from '#modules/ambassadors/applications/calls.texts.en.ts'
import { callsTexts } from '#modules/ambassadors/applications/calls.texts.ts'
import { countApplications } from '#modules/ambassadors/applications/decisions.store.ts'
import { mayEnterApplications } from '#modules/ambassadors/applications/paper-applications.rules.ts'
import { findCurrentEdition, listEditions, loadEdition } from '#modules/programme/editions/editions.store.ts'
import { type Edition, hasPart } from '#modules/programme/programme.rules.ts'
import { paths, url } from '#paths'
import type { Ctx } from '#platform/context.ts'
import { renderMarkdown } from '#platform/markdown.ts'
import { readForm } from '#web/forms.ts'
import { mayEnter } from '#web/guard.ts'
import { done, get, page, post, type Route, type Visit } from '#web/http.ts'

const texts = { pl: callsTexts, en: callsTextsEn }

/** The edition whose ambassadors are called now; what an edition has switched off is not there. */
export async function callingEdition(ctx: Ctx): Promise<Edition> {
  const edition = await findCurrentEdition(ctx)
  return edition && hasPart(edition, 'ambassadors') ? edition : notFound('no ambassadors in this edition')
}

function statuteFor(call: Call, locale: Locale) {
  const lang = locale === 'en' && call.statuteEn !== '' ? 'en' : 'pl'
  return { html: renderMarkdown(lang === 'en' ? call.statuteEn : call.statute), lang } as const
}

async function showCall(c: Visit): Promise<Response> {
  const { ctx, frame } = c.var
  const edition = await callingEdition(ctx)
  const call = await findShownCall(ctx, edition.id)
  const mine = call && isSomebody(ctx.actor) ? await findApplicationOf(ctx, call.id, ctx.actor.id) : undefined
  const unfinished = mine?.state === 'draft' || mine?.state === 'to-complete'
  const view = call && { call, statute: statuteFor(call, ctx.locale), mine: mine && { id: mine.id, unfinished } }
  return page(c, <CallPage frame={frame} view={view} />)
}

const day = z.string('required').refine(isDay, 'day-wrong')
const rowFields = Object.fromEntries(
  Array.from({ length: callLimits.questions }, (_, i) => i + 1).flatMap(n => [
    [`question-id-${n}`, z.string().max(40).optional()],
    [`question-${n}`, z.string().max(callLimits.labelMax, 'long').optional()],
    [`question-en-${n}`, z.string().max(callLimits.labelMax, 'long').optional()],
    [`question-kind-${n}`, z.enum(questionKinds).optional()],
    [`question-required-${n}`, z.string().optional()],
  ]),
)
const callFields = {
  from: day,
  to: day,
  minAge: z
    .string()
    .regex(/^\d{1,2}$/, 'age-wrong')
    .refine(typed => Number(typed) >= 10 && Number(typed) <= 30, 'age-wrong')
    .optional(),
  statute: z.string('required').min(callLimits.statuteMin, 'statute-short').max(callLimits.statuteMax, 'long'),
  statuteEn: z.string().max(callLimits.statuteMax, 'long').optional(),
}
const newForm = z
  .object({ ...callFields, edition: z.string('required'), key: z.string('required').regex(/^key_[0-9a-z]{20}$/) })
  .catchall(z.unknown())
const changeForm = z
  .object({ ...callFields, version: z.coerce.number().int(), reason: z.string().max(callLimits.reasonMax, 'long').optional() })
  .catchall(z.unknown())
const rowsForm = z.object(rowFields)

type Typed = Readonly<Record<string, unknown>>
/** Empty rows are left out; one that has only its English half is told about. */
function questionsOf(typed: Typed): readonly Question[] {
  const rows = rowsForm.parse(Object.fromEntries(Object.entries(typed).filter(([name]) => name.startsWith('question-'))))
  const said = (name: string) => (typeof rows[name] === 'string' ? rows[name] : '')
  return Array.from({ length: callLimits.questions }, (_, i) => i + 1)
    .filter(n => said(`question-${n}`) !== '')
    .map(n => ({
      id: said(`question-id-${n}`) || newId('question'),
      kind: questionKinds.find(kind => kind === said(`question-kind-${n}`)) ?? 'short',
      label: said(`question-${n}`),
      labelEn: said(`question-en-${n}`),
      required: said(`question-required-${n}`) !== '',
    }))
}

const textOf = (value: z.infer<typeof changeForm> | z.infer<typeof newForm>): CallText => ({
  from: value.from,
  to: value.to,
  minAge: value.minAge === undefined ? null : Number(value.minAge),
  statute: value.statute,
  statuteEn: value.statuteEn ?? '',
  questions: questionsOf(value),
})

const formOf = (call: CallText): FormState =>
  filled({
    from: call.from,
    to: call.to,
    minAge: call.minAge === null ? '' : String(call.minAge),
    statute: call.statute,
    statuteEn: call.statuteEn,
    ...Object.fromEntries(
      call.questions.flatMap(({ id, kind, label, labelEn, required }, i) => [
        [`question-id-${i + 1}`, id],
        [`question-${i + 1}`, label],
        [`question-en-${i + 1}`, labelEn],
        [`question-kind-${i + 1}`, kind],
        [`question-required-${i + 1}`, required ? 'tak' : ''],
      ]),
    ),
  })

async function editionsFor(ctx: Ctx) {
  const all = await listEditions(ctx)
  const mine = all.filter(({ id, state }) => state !== 'closed' && state !== 'archived' && mayRunCalls(ctx.actor, id).ok)
  const loaded = await Promise.all(mine.map(({ id }) => loadEdition(ctx, id)))
  return loaded.filter(edition => hasPart(edition, 'ambassadors'))
}

/** A new call starts with the days of its phase in the calendar and the age of the edition's rules. */
async function showNew(c: Visit, form?: FormState, status: 200 | 409 | 422 = 200) {
  const { ctx, frame } = c.var
  const editions = await editionsFor(ctx)
  const first = editions[0]
  const phase = first?.phases.find(({ kind }) => kind === 'ambassador-call')
  const typed = { from: phase?.from ?? '', to: phase?.to ?? '', minAge: String(first?.rules.ambassador.minAge ?? '') }
  return page(c, <CallNewPage frame={frame} form={form ?? filled(typed)} editions={editions} />, status)
}

const fieldOf: Partial<Record<CallWhy, string>> = { 'ends-before': 'to', overlaps: 'from', 'reason-missing': 'reason' }
const refused = (form: FormState, why: CallWhy, locale: Locale): FormState => ({
  ...form,
  errors: { ...form.errors, [fieldOf[why] ?? '']: texts[locale].why[why] },
})

async function open(c: Visit) {
  const { ctx } = c.var
  const t = texts[ctx.locale]
  const read = await readForm(c, newForm, t.errors)
  if (!read.ok) return showNew(c, read.form, 422)
  const opened = await openCall(ctx, { ...textOf(read.value), key: read.value.key, editionId: read.value.edition })
  if (opened.ok) return done(c, url(paths.officeCall, { id: opened.id }), t.office.opened)
  return opened.why === 'not-coordinator' ? forbidden() : showNew(c, refused(read.form, opened.why, ctx.locale), 422)
}

type Change = { form?: FormState; version?: number; now?: FormState; status?: 409 | 422 }
async function showChange(c: Visit, { form, version, now, status }: Change = {}) {
  const { ctx, frame } = c.var
  const call = await loadCall(ctx, c.req.param('id') ?? '')
  if (!mayRunCalls(ctx.actor, call.editionId).ok) return forbidden()
  const { title } = await loadEdition(ctx, call.editionId)
  const view = { call, edition: title, form: form ?? formOf(call), version: version ?? call.version, now }
  return page(c, <CallChangePage frame={frame} {...view} />, status ?? 200)
}

async function change(c: Visit) {
  const { ctx } = c.var
  const t = texts[ctx.locale]
  const id = c.req.param('id') ?? ''
  const read = await readForm(c, changeForm, t.errors)
  if (!read.ok) return showChange(c, { form: read.form, version: Number(read.form.typed.version ?? 0), status: 422 })
  const { version, reason = '' } = read.value
  const changed = await changeCall(ctx, id, { ...textOf(read.value), version, reason })
  if (changed.ok) return done(c, url(paths.officeCall, { id }), t.office.saved)
  if (changed.why === 'not-coordinator') return forbidden()
  const form = refused(read.form, changed.why, ctx.locale)
  if (changed.why !== 'changed-meanwhile') return showChange(c, { form, version, status: 422 })
  return showChange(c, { form, now: formOf(await loadCall(ctx, id)), status: 409 })
}

async function showOffice(c: Visit) {
  const { ctx, frame } = c.var
  const [calls, editions] = await Promise.all([listCalls(ctx), listEditions(ctx)])
  const counts = await countApplications(
    ctx,
    calls.map(({ id }) => id),
  )
  const titles = new Map(editions.map(({ id, title }) => [id, title]))
  const shown = calls.flatMap(call => {
    const mayRun = mayRunCalls(ctx.actor, call.editionId).ok
    const states = counts.get(call.id) ?? new Map<string, number>()
    const applications = [...states.values()].reduce((sum, n) => sum + n, 0)
    const known = { call, edition: titles.get(call.editionId) ?? '', applications, toDecide: states.get('submitted') ?? 0, mayRun }
    return mayRun || mayEnterApplications(ctx.actor, call.editionId).ok ? [known] : []
  })
  return page(c, <OfficeCallsPage frame={frame} calls={shown} mayOpen={mayEnter(ctx.actor, ['coordinator'])} />)
}

export const callsRoutes: readonly Route[] = [
  get(paths.ambassadorCall, 'everyone', showCall),
  get(paths.officeCalls, ['clerk'], showOffice),
  get(paths.officeCallNew, ['coordinator'], c => showNew(c)),
  post(paths.officeCalls, ['coordinator'], 'ambassador-call.opened', open),
  get(paths.officeCall, ['coordinator'], c => showChange(c)),
  post(paths.officeCall, ['coordinator'], 'ambassador-call.changed', change),
]
