import { dayOf, longDate, shortDate, startOfDay } from '#kit/dates.ts'
import { notFound } from '#kit/refusal.ts'
import type { Locale } from '#kit/texts.ts'
import { askingFor } from '#modules/ambassadors/applications/application-forms.routes.tsx'
import { askedAge, type FormPart, partsOf } from '#modules/ambassadors/applications/application-forms.rules.ts'
import { type Content, emptyContent, maySee, statements } from '#modules/ambassadors/applications/applications.rules.ts'
import { loadApplication } from '#modules/ambassadors/applications/applications.store.ts'
import { applicationsTextsEn } from '#modules/ambassadors/applications/applications.texts.en.ts'
import { applicationsTexts } from '#modules/ambassadors/applications/applications.texts.ts'
import { callingEdition } from '#modules/ambassadors/applications/calls.routes.tsx'
import { type Call, takesMinors } from '#modules/ambassadors/applications/calls.rules.ts'
import { findShownCall, loadCall } from '#modules/ambassadors/applications/calls.store.ts'
import { listDecisions } from '#modules/ambassadors/applications/decisions.store.ts'
import { decisionsTextsEn } from '#modules/ambassadors/applications/decisions.texts.en.ts'
import { decisionsTexts } from '#modules/ambassadors/applications/decisions.texts.ts'
import { termsTextsEn } from '#modules/ambassadors/tenure/terms.texts.en.ts'
import { termsTexts } from '#modules/ambassadors/tenure/terms.texts.ts'
import { findPerson } from '#modules/people/people.store.ts'
import { loadEdition } from '#modules/programme/editions/editions.store.ts'
import { readCitySettings } from '#modules/programme/registers/city-settings.store.ts'
import { processingWords } from '#modules/programme/statements/privacy.parts.tsx'
import { territoryTitle } from '#modules/programme/territories/territories.rules.ts'
import { paths } from '#paths'
import { renderPdf } from '#platform/documents.ts'
import { qrRows } from '#ui/qr.ts'
import { uiTextsEn } from '#ui/ui.texts.en.ts'
import { uiTexts } from '#ui/ui.texts.ts'
import { get, type Route, type Visit } from '#web/http.ts'

const texts = { pl: applicationsTexts, en: applicationsTextsEn }
const decisionWords = { pl: decisionsTexts, en: decisionsTextsEn }
const formNames = { pl: termsTexts.forms, en: termsTextsEn.forms }
const ui = { pl: uiTexts, en: uiTextsEn }

type Asking = Awaited<ReturnType<typeof askingFor>>
type Printed = { readonly content: Content; readonly districtIds: readonly string[]; readonly email: string }
type PrintedEntry = { term: string; value: string; rows: number; inline: boolean; choices: readonly { label: string; chosen: boolean }[] }

const line = (term: string, value: string, rows = 1): PrintedEntry => ({ term, value, rows, inline: false, choices: [] })
const choice = (term: string, choices: PrintedEntry['choices'], inline = false): PrintedEntry => ({ term, value: '', rows: 0, inline, choices })

/** The application on paper: what is not said yet has room to be written by hand. */
function entriesOf(part: FormPart, { content, districtIds, email }: Printed, asking: Asking, locale: Locale): readonly PrintedEntry[] {
  const { form: t, print, statements: said } = texts[locale]
  if (part === 'you')
    return [
      line(t.name, content.name),
      line(t.phone, content.phone),
      line(print.email, email),
      choice(t.age(askedAge(asking.call)), yesNo(content.ofAge, locale), true),
      ...(takesMinors(asking.call) ? [line(t.guardian, content.guardian)] : []),
    ]
  if (part === 'area') {
    const districts = asking.districts.map(district => ({ label: territoryTitle(district), chosen: districtIds.includes(district.id) }))
    return [line(t.areaWords, content.areaWords, 2), line(t.streets, content.streets.join(', '), 2), choice(print.districts, districts, true)]
  }
  if (part === 'ways')
    return [
      choice(
        t.ways,
        asking.forms.map(form => ({ label: formNames[locale][form], chosen: content.forms.includes(form) })),
        true,
      ),
      line(t.experience, content.experience, 5),
      line(t.motivation, content.motivation, 5),
      line(t.availability, content.availability, 2),
    ]
  if (part === 'statements')
    return [
      choice(
        t.statements,
        statements.map(one => ({ label: said[one], chosen: content.statements.includes(one) })),
      ),
    ]
  return asking.call.questions.map(({ id, kind, label, labelEn }) => {
    const term = locale === 'en' && labelEn !== '' ? labelEn : label
    const answer = content.answers[id] ?? ''
    return kind === 'yes-no'
      ? choice(term, yesNo(answer === '' ? null : answer === 'tak', locale), true)
      : line(term, answer, kind === 'long' ? 4 : 1)
  })
}
const yesNo = (said: boolean | null, locale: Locale) => [
  { label: texts[locale].form.yes, chosen: said === true },
  { label: texts[locale].form.no, chosen: said === false },
]

async function printForm(c: Visit, call: Call, printed: Printed, blank: boolean): Promise<Response> {
  const { ctx, config } = c.var
  const { print: t, form } = texts[ctx.locale]
  const asking = await askingFor(ctx, call)
  const { title } = await loadEdition(ctx, call.editionId)
  const address = `${config.publicUrl}${paths.ambassadorCall}`
  const data = {
    title: t.title,
    lang: ctx.locale,
    edition: title,
    lead: blank ? `${t.lead} ${t.online(address)}` : t.online(address),
    foot: t.foot,
    qr: { rows: qrRows(address), alt: t.qr },
    sections: partsOf(call).map(part => ({ title: form.parts[part], entries: entriesOf(part, printed, asking, ctx.locale) })),
    place: t.place,
    signature: t.signature,
    guardianSignature: takesMinors(call) ? t.guardianSignature : null,
    privacy: { title: t.privacy, lines: processingWords('applications', ctx.locale) },
  }
  return pdf(c, renderPdf(new URL('./application.typ', import.meta.url), data, ctx.now), t.foot)
}

function pdf(c: Visit, content: Buffer, name: string): Response | Promise<Response> {
  const headers = {
    'Content-Type': 'application/pdf',
    'Content-Disposition': `inline; filename*=UTF-8''${encodeURIComponent(`${name}.pdf`)}`,
    'Cache-Control': 'private, no-store',
  }
  return c.body(content as Uint8Array<ArrayBuffer>, 200, headers)
}

async function printBlank(c: Visit) {
  const { ctx } = c.var
  const edition = await callingEdition(ctx)
  const call = (await findShownCall(ctx, edition.id)) ?? notFound('no call')
  return printForm(c, call, { content: emptyContent, districtIds: [], email: '' }, true)
}

async function printOwn(c: Visit) {
  const { ctx } = c.var
  const one = await loadApplication(ctx, c.req.param('id') ?? '')
  if (!maySee(ctx.actor, one)) return notFound('application')
  const email = (await findPerson(ctx, one.personId))?.email ?? ''
  return printForm(c, await loadCall(ctx, one.callId), { ...one, email }, false)
}

/** "22 lutego 2026", as letters of an office have it. */
const dayAndYear = (moment: Date, locale: Locale) => `${shortDate(moment, locale)} ${dayOf(moment).slice(0, 4)}`

/** A decision as a letter with its number and day. */
async function printLetter(c: Visit) {
  const { ctx } = c.var
  const one = await loadApplication(ctx, c.req.param('id') ?? '')
  if (!maySee(ctx.actor, one)) return notFound('application')
  const letters = await listDecisions(ctx, one.id)
  const decision = letters.find(letter => letter.id === c.req.param('letter')) ?? notFound('letter')
  const [edition, city] = await Promise.all([loadEdition(ctx, one.editionId), readCitySettings(ctx)])
  const { letter: t } = decisionWords[ctx.locale]
  const day = decision.dueOn === null ? '' : longDate(startOfDay(decision.dueOn), ctx.locale)
  const submitted = one.submittedAt ? dayAndYear(one.submittedAt, ctx.locale) : ''
  const data = {
    title: t.titles[decision.kind],
    lang: ctx.locale,
    foot: `${t.foot} · ${decision.number}`,
    sender: [...new Set([city.cityName || ui[ctx.locale].name, city.office, city.address, city.email])].filter(part => part !== ''),
    day: t.day(dayAndYear(decision.at, ctx.locale)),
    number: t.number(decision.number),
    addressee: one.content.name,
    paragraphs: [t.about({ edition: edition.title, day: submitted }), t.body[decision.kind](day)],
    quoted: decision.reason === '' ? null : { title: t.reasonTitle[decision.kind], text: decision.reason },
    signature: t.signature,
  }
  return pdf(c, renderPdf(new URL('./decision-letter.typ', import.meta.url), data, ctx.now), decision.number.replaceAll('/', '-'))
}

export const applicationPrintsRoutes: readonly Route[] = [
  get(paths.ambassadorForm, 'everyone', printBlank),
  get(paths.ambassadorApplicationPrint, 'signed-in', printOwn),
  get(paths.ambassadorLetter, 'signed-in', printLetter),
]
