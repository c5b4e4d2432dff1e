import { z } from 'zod'
import { isDay } from '#kit/dates.ts'
import { emptyForm, type FormState } from '#kit/form.ts'
import { forbidden } from '#kit/refusal.ts'
import { viewApplication } from '#modules/ambassadors/applications/applications.routes.tsx'
import { applying, isApplicant } from '#modules/ambassadors/applications/applications.rules.ts'
import { loadApplication } from '#modules/ambassadors/applications/applications.store.ts'
import { mayRunCalls } from '#modules/ambassadors/applications/calls.rules.ts'
import { loadCall } from '#modules/ambassadors/applications/calls.store.ts'
import { decideApplication, decideApplications, moveUp } from '#modules/ambassadors/applications/decisions.actions.ts'
import { ApplicationsPage, OfficeApplicationPage } from '#modules/ambassadors/applications/decisions.pages.tsx'
import {
  applicationFilters,
  applicationSorts,
  type DecisionKind,
  type DecisionWhy,
  decisionKinds,
  needsWords,
  reasonLimits,
} from '#modules/ambassadors/applications/decisions.rules.ts'
import { countApplications, listApplications } from '#modules/ambassadors/applications/decisions.store.ts'
import { decisionsTextsEn } from '#modules/ambassadors/applications/decisions.texts.en.ts'
import { decisionsTexts } from '#modules/ambassadors/applications/decisions.texts.ts'
import { viewContact } from '#modules/people/office/viewing.actions.ts'
import { loadEdition } from '#modules/programme/editions/editions.store.ts'
import { listDistricts } from '#modules/programme/territories/territories.store.ts'
import { paths, url } from '#paths'
import { readForm } from '#web/forms.ts'
import { done, get, page, post, type Route, type Visit } from '#web/http.ts'

const texts = { pl: decisionsTexts, en: decisionsTextsEn }
const idOf = (c: Visit) => c.req.param('id') ?? ''
const aPage = 100

async function showList(c: Visit, form: FormState = emptyForm, status: 200 | 422 = 200) {
  const { ctx, frame } = c.var
  const call = await loadCall(ctx, idOf(c))
  if (!mayRunCalls(ctx.actor, call.editionId).ok) return forbidden()
  const filter = applicationFilters.find(known => known === c.req.query('stan'))
  const sort = applicationSorts.find(known => known === c.req.query('kolejnosc')) ?? 'date'
  const districts = await listDistricts(ctx)
  const districtId = districts.find(({ id }) => id === c.req.query('dzielnica'))?.id
  const number = Math.max(1, Number(c.req.query('strona')) || 1)
  const [{ title }, counts, found] = await Promise.all([
    loadEdition(ctx, call.editionId),
    countApplications(ctx, [call.id]),
    listApplications(ctx, call.id, { filter, districtId, sort, limit: aPage + 1, offset: (number - 1) * aPage }),
  ])
  const at = (strona: number) => url(paths.officeApplications, { id: call.id }, { stan: filter, dzielnica: districtId, kolejnosc: sort, strona })
  const pages = { newer: number > 1 ? at(number - 1) : undefined, older: found.length > aPage ? at(number + 1) : undefined }
  const view = {
    call,
    edition: title,
    applications: found.slice(0, aPage),
    counts: counts.get(call.id) ?? new Map(),
    districts,
    filter,
    districtId,
    sort,
  }
  return page(c, <ApplicationsPage frame={frame} view={{ ...view, pages, form }} />, status)
}

const decisionFields = {
  kind: z.enum(decisionKinds, 'choose-one'),
  reason: z.string().max(reasonLimits.max, 'long').optional(),
  dueOn: z.string().refine(isDay, 'day-wrong').optional(),
}
const decisionForm = z.object({ ...decisionFields, version: z.coerce.number().int() })
const bulkForm = z.object({ ...decisionFields, chosen: z.union([z.string(), z.array(z.string())]).optional() })

type Shown = { form?: FormState; status?: 200 | 409 | 422; meanwhile?: boolean; contact?: boolean; version?: number }
async function showOne(c: Visit, { form = emptyForm, status = 200, meanwhile = false, contact = false, version }: Shown = {}) {
  const { ctx, frame } = c.var
  const view = await viewApplication(ctx, idOf(c), form)
  const { one } = view
  if (!mayRunCalls(ctx.actor, one.editionId).ok) return forbidden()
  const kinds = decisionKinds.filter(kind => applying.may(ctx.actor, kind, one).ok)
  const seen = contact ? await viewContact(ctx, one.personId) : undefined
  const known = seen?.ok ? { email: seen.person.email, phone: one.content.phone || (seen.person.phone ?? '') } : undefined
  if (contact) c.header('Cache-Control', 'no-store')
  const office = { ...view, kinds, own: isApplicant(ctx.actor, one), contact: known, meanwhile, version: version ?? one.version }
  return page(c, <OfficeApplicationPage frame={frame} view={office} />, status)
}

const fieldOf: Partial<Record<DecisionWhy, string>> = { 'reason-missing': 'reason', 'due-missing': 'dueOn', 'due-passed': 'dueOn' }

async function decide(c: Visit) {
  const { ctx } = c.var
  const t = texts[ctx.locale]
  const read = await readForm(c, decisionForm, t.errors)
  if (!read.ok) return showOne(c, { form: read.form, status: 422, version: Number(read.form.typed.version) || 0 })
  const { kind, reason = '', dueOn, version } = read.value
  const verdict = await decideApplication(ctx, idOf(c), { kind, reason, dueOn, version })
  if (verdict.ok) return done(c, url(paths.officeApplication, { id: idOf(c) }), t.one.saved)
  if (verdict.why === 'not-yours') return forbidden()
  const field = fieldOf[verdict.why]
  const form = { ...read.form, errors: { [field ?? '']: t.why[verdict.why] } }
  return field ? showOne(c, { form, status: 422, version }) : showOne(c, { form, status: 409, meanwhile: verdict.why !== 'own-matter' })
}

const readChosen = (typed: string | readonly string[] | undefined) =>
  [typed ?? []].flat().flatMap(one => {
    const match = /^(application_\w{1,40}):(\d{1,6})$/.exec(one)
    return match ? [{ id: match[1] ?? '', version: Number(match[2]) }] : []
  })

/** What would be refused for each of them is told once, before anything is decided. */
function bulkFault(kind: DecisionKind, reason: string, dueOn: string | undefined): DecisionWhy | undefined {
  if (needsWords(kind) && reason.trim().length < reasonLimits.min) return 'reason-missing'
  return kind === 'complete' && dueOn === undefined ? 'due-missing' : undefined
}

async function decideMany(c: Visit) {
  const { ctx } = c.var
  const t = texts[ctx.locale]
  const call = await loadCall(ctx, idOf(c))
  if (!mayRunCalls(ctx.actor, call.editionId).ok) return forbidden()
  const read = await readForm(c, bulkForm, t.errors)
  if (!read.ok) return showList(c, read.form, 422)
  const { kind, reason = '', dueOn } = read.value
  const chosen = readChosen(read.value.chosen)
  if (chosen.length === 0) return showList(c, { ...read.form, errors: { '': t.list.nothing } }, 422)
  const fault = bulkFault(kind, reason, dueOn)
  if (fault) return showList(c, { ...read.form, errors: { [fieldOf[fault] ?? '']: t.why[fault] } }, 422)
  const inThisCall = await Promise.all(chosen.map(async one => ((await loadApplication(ctx, one.id)).callId === call.id ? [one] : [])))
  const decided = await decideApplications(ctx, inThisCall.flat(), { kind, reason, dueOn })
  return done(c, url(paths.officeApplications, { id: call.id }), t.list.done(decided))
}

async function up(c: Visit) {
  const verdict = await moveUp(c.var.ctx, idOf(c))
  if (!verdict.ok && verdict.why === 'not-yours') return forbidden()
  const { callId } = await loadApplication(c.var.ctx, idOf(c))
  return done(
    c,
    url(paths.officeApplications, { id: callId }, { stan: 'waiting' }),
    verdict.ok ? undefined : texts[c.var.ctx.locale].why[verdict.why],
  )
}

export const decisionsRoutes: readonly Route[] = [
  get(paths.officeApplications, ['coordinator'], c => showList(c)),
  post(paths.officeApplicationsDecision, ['coordinator'], 'application.accepted', decideMany),
  get(paths.officeApplication, ['coordinator'], c => showOne(c)),
  post(paths.officeApplicationDecision, ['coordinator'], 'application.accepted', decide),
  post(paths.officeApplicationUp, ['coordinator'], 'application.moved-up', up),
  post(paths.officeApplicationContact, ['coordinator'], 'person.viewed', c => showOne(c, { contact: true })),
]
