import { z } from 'zod'
import { has } from '#kit/actor.ts'
import type { FormState } from '#kit/form.ts'
import { forbidden, notFound } from '#kit/refusal.ts'
import { mustHaveAmbassadors } from '#modules/ambassadors/ambassadors.routes.tsx'
import { authorisationData } from '#modules/ambassadors/tenure/authorisations.rules.ts'
import { certificateOf } from '#modules/ambassadors/tenure/certificates.store.ts'
import { authoriseTerm, countResidents, stepTerm, stepTerms } from '#modules/ambassadors/tenure/terms.actions.ts'
import { mayReadTerm, spanOf, type TermState, type TermStep, type TermWhy, termStates } from '#modules/ambassadors/tenure/terms.rules.ts'
import { listTerms, loadTerm, trainedAmong } from '#modules/ambassadors/tenure/terms.store.ts'
import { termsTextsEn } from '#modules/ambassadors/tenure/terms.texts.en.ts'
import { termsTexts } from '#modules/ambassadors/tenure/terms.texts.ts'
import { TermPage, TermsPage, type TermView } from '#modules/ambassadors/tenure/terms-office.pages.tsx'
import { namesOf } from '#modules/people/people.store.ts'
import { loadCurrentEdition } from '#modules/programme/editions/editions.store.ts'
import { readCitySettings } from '#modules/programme/registers/city-settings.store.ts'
import { listDistricts } from '#modules/programme/territories/territories.store.ts'
import { paths, url } from '#paths'
import { renderPdf } from '#platform/documents.ts'
import { readForm } from '#web/forms.ts'
import { done, get, page, post, printed, type Route, type Visit } from '#web/http.ts'
import { deedsOf } from '#web/module.ts'

const texts = { pl: termsTexts, en: termsTextsEn }
const coordinators = ['coordinator'] as const
const words = (c: Visit) => texts[c.var.frame.locale]
const idIn = (c: Visit) => c.req.param('id') ?? ''
const isState = (typed: string | undefined): typed is TermState => termStates.some(state => state === typed)

async function showList(c: Visit): Promise<Response> {
  const { ctx, frame } = c.var
  const edition = await loadCurrentEdition(ctx)
  const all = await listTerms(ctx, { editionId: edition.id })
  const ids = all.map(term => term.personId)
  const [names, trained, districts] = await Promise.all([namesOf(ctx, ids), trainedAmong(ctx, ids, edition.id), listDistricts(ctx)])
  const asked = c.req.query('stan')
  const state = isState(asked) ? asked : undefined
  const terms = all
    .filter(term => state === undefined || term.state === state)
    .map(term => ({ ...term, name: names.get(term.personId) ?? '', trained: trained.get(term.personId) }))
  const counts = new Map(termStates.map(one => [one, all.filter(term => term.state === one).length]))
  return page(c, <TermsPage frame={frame} view={{ terms, counts, state, districts, actor: ctx.actor }} />)
}

type Forms = Pick<TermView, 'reasonForm' | 'residentsForm' | 'certificateForm' | 'refused'>
export async function showTerm(c: Visit, forms: Forms = {}, status: 200 | 409 | 422 = 200): Promise<Response> {
  const { ctx, frame } = c.var
  const term = await loadTerm(ctx, idIn(c))
  if (!has(ctx.actor, 'coordinator', { editionId: term.editionId })) forbidden()
  const [names, trained, districts, certificate, deeds] = await Promise.all([
    namesOf(ctx, [term.personId]),
    trainedAmong(ctx, [term.personId], term.editionId),
    listDistricts(ctx),
    certificateOf(ctx, term.id),
    deedsOf(c.var.modules, ctx, term.personId, ...spanOf(term, ctx.now)),
  ])
  const named = { ...term, name: names.get(term.personId) ?? '', trained: trained.get(term.personId) }
  return page(c, <TermPage frame={frame} view={{ term: named, districts, actor: ctx.actor, certificate, deeds, ...forms }} />, status)
}

const steps = ['activate', 'suspend', 'resume', 'recall', 'finish'] as const
async function step(c: Visit): Promise<Response> {
  const t = words(c)
  const read = await readForm(c, z.object({ krok: z.enum(steps, 'wrong'), powod: z.string().max(1000, 'too-long').default('') }), t.errors)
  if (!read.ok) return refuseReason(c, read.form, String(read.form.typed.krok) as TermStep)
  const { krok, powod } = read.value
  const verdict = await stepTerm(c.var.ctx, idIn(c), krok, powod)
  if (verdict.ok) return done(c, url(paths.officeTerm, { id: idIn(c) }), t.office.done[krok])
  if (verdict.why === 'reason-missing') return refuseReason(c, { ...read.form, errors: { powod: t.why['reason-missing'] } }, krok)
  return showTerm(c, { refused: t.why[verdict.why] }, 409)
}
const refuseReason = (c: Visit, form: FormState, krok: TermStep) => showTerm(c, { reasonForm: { ...form, step: krok } }, 422)

/** What was chosen in the list; what cannot be done any more is left as it is and counted. */
async function stepMany(c: Visit): Promise<Response> {
  const t = words(c)
  const read = await readForm(c, z.object({ krok: z.enum(['activate', 'finish'], 'wrong'), kadencje: z.array(z.string()).default([]) }), t.errors)
  if (!read.ok) return showList(c)
  const { krok, kadencje } = read.value
  const moved = await stepTerms(c.var.ctx, kadencje, krok)
  return done(c, paths.officeTerms, t.office.bulk[krok].done({ done: moved, left: kadencje.length - moved }))
}

const refused = (c: Visit, why: TermWhy | 'changed-meanwhile') => showTerm(c, { refused: words(c).why[why] }, 409)

async function residents(c: Visit): Promise<Response> {
  const t = words(c)
  const schema = z.object({
    version: z.coerce.number().int(),
    mieszkancy: z
      .string()
      .regex(/^[1-9]\d{0,6}$/, 'number')
      .transform(Number)
      .optional(),
  })
  const read = await readForm(c, schema, t.errors)
  if (!read.ok) return showTerm(c, { residentsForm: read.form }, 422)
  const verdict = await countResidents(c.var.ctx, idIn(c), read.value.version, read.value.mieszkancy)
  return verdict.ok ? done(c, url(paths.officeTerm, { id: idIn(c) }), t.office.residentsSaved) : refused(c, verdict.why)
}

async function printAuthorisation(c: Visit): Promise<Response> {
  const { ctx } = c.var
  await mustHaveAmbassadors(ctx)
  const term = await loadTerm(ctx, idIn(c))
  if (!mayReadTerm(ctx.actor, term).ok || !term.authorisation) return notFound('no authorisation')
  const locale = c.req.query('jezyk') === 'en' ? 'en' : 'pl'
  const [names, city] = await Promise.all([namesOf(ctx, [term.personId]), readCitySettings(ctx)])
  const data = authorisationData(term, {
    name: names.get(term.personId) ?? '',
    city: city.cityName,
    locale,
    words: texts[locale].authorisation,
  })
  return printed(c, renderPdf(new URL('./authorisation.typ', import.meta.url), data, ctx.now), `upowaznienie-${term.authorisation.number}.pdf`)
}

export const termsRoutes: readonly Route[] = [
  get(paths.officeTerms, coordinators, showList),
  post(paths.officeTermsSteps, coordinators, 'term.activated', stepMany),
  get(paths.officeTerm, coordinators, c => showTerm(c)),
  post(paths.officeTermStep, coordinators, 'term.activated', step),
  post(paths.officeTermAuthorisation, coordinators, 'term.authorised', async c => {
    const verdict = await authoriseTerm(c.var.ctx, idIn(c))
    return verdict.ok ? done(c, url(paths.officeTerm, { id: idIn(c) }), words(c).office.authorised) : refused(c, verdict.why)
  }),
  post(paths.officeTermResidents, coordinators, 'residents.counted', residents),
  get(paths.authorisationPrint, 'signed-in', printAuthorisation),
]
