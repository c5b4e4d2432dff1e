import { z } from 'zod'
import { plainDate, startOfDay } from '#kit/dates.ts'
import { notFound } from '#kit/refusal.ts'
import { issueCertificate, showNameOn } from '#modules/ambassadors/tenure/certificates.actions.ts'
import { CertificatePage, ReportPage } from '#modules/ambassadors/tenure/certificates.pages.tsx'
import { mayPrintCertificate } from '#modules/ambassadors/tenure/certificates.rules.ts'
import { figuresOf, findCertificate } from '#modules/ambassadors/tenure/certificates.store.ts'
import { certificatesTextsEn } from '#modules/ambassadors/tenure/certificates.texts.en.ts'
import { certificatesTexts } from '#modules/ambassadors/tenure/certificates.texts.ts'
import { showTerm } from '#modules/ambassadors/tenure/terms.routes.tsx'
import { mayReadTerm, spanOf } from '#modules/ambassadors/tenure/terms.rules.ts'
import { loadTerm } from '#modules/ambassadors/tenure/terms.store.ts'
import { namesOf } from '#modules/people/people.store.ts'
import { readCitySettings } from '#modules/programme/registers/city-settings.store.ts'
import { paths, url } from '#paths'
import { renderPdf } from '#platform/documents.ts'
import { factsAbout } from '#platform/ledger.ts'
import { qrRows } from '#ui/qr.ts'
import { readForm } from '#web/forms.ts'
import { done, get, page, post, printed, type Route, type Visit } from '#web/http.ts'
import { deedsOf } from '#web/module.ts'

const texts = { pl: certificatesTexts, en: certificatesTextsEn }
const words = (c: Visit) => texts[c.var.frame.locale]
const idIn = (c: Visit) => c.req.param('id') ?? ''
/** As it is copied from paper: in any case, with spaces around. */
const numberIn = (c: Visit) => (c.req.param('number') ?? '').trim().toUpperCase()

async function show(c: Visit): Promise<Response> {
  const { ctx, frame } = c.var
  const number = numberIn(c)
  const certificate = await findCertificate(ctx, number)
  const own = certificate !== undefined && mayPrintCertificate(ctx.actor, certificate).ok
  const name = certificate?.showsName ? (await namesOf(ctx, [certificate.personId])).get(certificate.personId) : undefined
  return page(
    c,
    <CertificatePage frame={frame} number={number.slice(0, 40)} certificate={certificate} name={name} own={own} />,
    certificate ? 200 : 404,
  )
}

async function print(c: Visit): Promise<Response> {
  const { ctx } = c.var
  const certificate = (await findCertificate(ctx, numberIn(c))) ?? notFound('no such certificate')
  if (!mayPrintCertificate(ctx.actor, certificate).ok) notFound('not yours')
  const locale = c.req.query('jezyk') === 'en' ? 'en' : 'pl'
  const { paper: t } = texts[locale]
  const [term, names, city] = await Promise.all([loadTerm(ctx, certificate.termId), namesOf(ctx, [certificate.personId]), readCitySettings(ctx)])
  const address = `${c.var.config.publicUrl}${url(paths.certificate, { number: certificate.number })}`
  const day = (written: string) => plainDate(startOfDay(written), locale)
  const data = {
    lang: locale,
    title: t.title,
    number: certificate.number,
    confirms: t.confirms,
    name: names.get(certificate.personId) ?? '',
    role: t.role,
    area: t.area(term.areaWords),
    period: t.period({ from: day(certificate.from), until: day(certificate.until) }),
    amounts: t.amounts(certificate),
    thanks: t.thanks,
    check: t.check,
    address: address.replace(/^https?:\/\//, ''),
    signature: t.signature,
    qr: qrRows(address),
    qrAlt: t.qr,
    city: city.cityName,
    issued: plainDate(certificate.issuedAt, locale),
  }
  return printed(c, renderPdf(new URL('./certificate.typ', import.meta.url), data, ctx.now), `certyfikat-${certificate.number}.pdf`)
}

const whole = z
  .string('required')
  .regex(/^(\d{1,3}|1\d{3}|2000)$/, 'number')
  .transform(Number)
async function issue(c: Visit): Promise<Response> {
  const t = words(c)
  const read = await readForm(c, z.object({ godziny: whole, spotkania: whole }), t.errors)
  if (!read.ok) return showTerm(c, { certificateForm: read.form }, 422)
  const verdict = await issueCertificate(c.var.ctx, idIn(c), { hours: read.value.godziny, meetings: read.value.spotkania })
  return verdict.ok ? done(c, url(paths.officeTerm, { id: idIn(c) }), t.office.done) : showTerm(c, { refused: t.why[verdict.why] }, 409)
}

/** From the ledger, the records of the term, and what other modules count. */
async function report(c: Visit): Promise<Response> {
  const { ctx, frame, sentence } = c.var
  const term = await loadTerm(ctx, idIn(c))
  if (!mayReadTerm(ctx.actor, term).ok) notFound('not yours')
  const [figures, deeds, names, facts] = await Promise.all([
    figuresOf(ctx, term),
    deedsOf(c.var.modules, ctx, term.personId, ...spanOf(term, ctx.now)),
    namesOf(ctx, [term.personId]),
    factsAbout(ctx, [term.id]),
  ])
  const happened = facts.map(fact => ({ at: fact.at, words: sentence(fact, frame.locale) }))
  return page(
    c,
    <ReportPage frame={frame} term={term} name={names.get(term.personId) ?? ''} figures={{ ...figures, ...deeds }} happened={happened} />,
  )
}

export const certificatesRoutes: readonly Route[] = [
  get(paths.certificate, 'everyone', show),
  get(paths.certificatePrint, 'signed-in', print),
  post(paths.certificateName, 'signed-in', 'certificate.name-shown', async c => {
    const read = await readForm(c, z.object({ nazwa: z.enum(['tak', 'nie'], 'wrong') }), words(c).errors)
    const shown = read.ok && read.value.nazwa === 'tak'
    const verdict = await showNameOn(c.var.ctx, numberIn(c), shown)
    return verdict.ok ? done(c, url(paths.certificate, { number: numberIn(c) }), shown ? words(c).shown : words(c).hidden) : notFound('not yours')
  }),
  post(paths.officeTermCertificate, ['coordinator'], 'certificate.issued', issue),
  get(paths.termReport, 'signed-in', report),
]
