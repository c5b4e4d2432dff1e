import { z } from 'zod'
import type { FactName } from '#kit/facts.ts'
import { emptyForm, type FormState } from '#kit/form.ts'
import { newId } from '#kit/ids.ts'
import { forbidden, notFound } from '#kit/refusal.ts'
import { EnteringPage, type NewsLine, PhoneListPage, TakeoverCodePage } from '#modules/people/office/assisted.pages.tsx'
import { showPerson } from '#modules/people/office/grants.routes.tsx'
import { PeoplePage } from '#modules/people/office/office.pages.tsx'
import { officeTextsEn } from '#modules/people/office/office.texts.en.ts'
import { officeTexts } from '#modules/people/office/office.texts.ts'
import { passOn } from '#modules/people/office/phone-news.actions.ts'
import { listWaitingNews } from '#modules/people/office/phone-news.store.ts'
import { viewContact, viewNumbers } from '#modules/people/office/viewing.actions.ts'
import { erasePersonFor } from '#modules/people/own/erasure.actions.ts'
import { enterPerson } from '#modules/people/people.actions.ts'
import { mayEnterPerson } from '#modules/people/people.rules.ts'
import { loadPerson } from '#modules/people/people.store.ts'
import { mostFound, searchPeople } from '#modules/people/search.store.ts'
import { makeTakeoverCode } from '#modules/people/sign-in/takeover.actions.ts'
import { paths, url } from '#paths'
import { readForm } from '#web/forms.ts'
import { done, get, page, post, type Route, type Visit } from '#web/http.ts'

const texts = { pl: officeTexts, en: officeTextsEn }
const isNewId = (typed: string) => /^person_[0-9a-z]{20}$/.test(typed)
const enteringForm = z.object({
  key: z.string().refine(isNewId, 'wrong'),
  name: z.string(),
  phone: z.string().optional(),
  consent: z.string('consent'),
})

async function showPeople(c: Visit) {
  const { ctx, frame } = c.var
  const words = (c.req.query('szukaj') ?? '').trim().slice(0, 100)
  const found = await searchPeople(ctx, words)
  return page(c, <PeoplePage {...{ frame, words, found, most: mostFound, mayEnter: mayEnterPerson(ctx.actor).ok }} />)
}

/** The id of the new person travels in the form, so a second click answers with the first person. */
const showEntering = (c: Visit, form: FormState, id: string, status: 200 | 409 | 422 = 200) =>
  page(c, <EnteringPage frame={c.var.frame} form={form} id={id} />, status)

async function enter(c: Visit) {
  const { ctx } = c.var
  const t = texts[ctx.locale]
  const read = await readForm(c, enteringForm, t.errors)
  const key = String(read.form.typed.key ?? '')
  if (!read.ok) return showEntering(c, read.form, isNewId(key) ? key : newId('person'), 422)
  const { name, phone } = read.value
  const verdict = await enterPerson(ctx, { name, phone, id: key })
  if (verdict.ok) return done(c, url(paths.person, { id: key }), t.entering.saved)
  if (verdict.why === 'not-clerk') return showEntering(c, { ...read.form, errors: { '': t.why['not-clerk'] } }, key, 409)
  const field = verdict.why === 'bad-name' ? 'name' : 'phone'
  return showEntering(c, { ...read.form, errors: { [field]: t.errors[verdict.why] } }, key, 422)
}

async function printTakeoverCode(c: Visit) {
  const { ctx, frame, config } = c.var
  const id = c.req.param('id') ?? notFound('person')
  const made = await makeTakeoverCode(ctx, { secret: config.secret }, id)
  if (!made.ok) return showPerson(c, { form: { typed: {}, errors: { '': texts[ctx.locale].why[made.why] } }, status: 409 })
  c.header('Cache-Control', 'no-store')
  const { name } = await loadPerson(ctx, id)
  return page(c, <TakeoverCodePage {...{ frame, name, code: made.code, address: config.publicUrl + paths.takeover }} />)
}

async function eraseFor(c: Visit) {
  const { ctx, modules } = c.var
  const t = texts[ctx.locale]
  const id = c.req.param('id') ?? notFound('person')
  if (!(await c.req.parseBody()).asked) return showPerson(c, { form: { typed: {}, errors: { asked: t.erasing.first } }, status: 422 })
  const erasers = modules.flatMap(({ erase }) => (erase ? [erase] : []))
  const verdict = await erasePersonFor(ctx, id, erasers)
  if (verdict.ok) return done(c, paths.people, t.erasing.done)
  return showPerson(c, { form: { typed: {}, errors: { '': t.why[verdict.why] } }, status: 409 })
}

async function showPhoneList(c: Visit, numbers: boolean) {
  const { ctx, frame, sentence } = c.var
  const news = await listWaitingNews(ctx)
  const personIds = news.map(one => one.personId)
  const seen = numbers ? await viewNumbers(ctx, personIds) : undefined
  const lines: NewsLine[] = news.map(one => ({
    ...one,
    // kept before letters were kept for the telephone: the fact in general words
    words: one.words ?? `${one.title}\n${sentence({ fact: one.fact as FactName, payload: { title: one.title } }, ctx.locale)}`,
    phone: seen?.ok ? seen.phones.get(one.personId) : undefined,
  }))
  if (numbers) c.header('Cache-Control', 'no-store')
  return page(c, <PhoneListPage {...{ frame, lines, numbers, printedAt: ctx.wall }} />)
}

async function tell(c: Visit) {
  const { ctx } = c.var
  const { phone: t } = texts[ctx.locale]
  const verdict = await passOn(ctx, c.req.param('id') ?? notFound('news'))
  return done(c, paths.phoneList, verdict.ok ? t.done : t.gone)
}

export const officeRoutes: readonly Route[] = [
  get(paths.people, ['clerk', 'auditor'], showPeople),
  get(paths.personNew, ['clerk', 'ambassador'], c => showEntering(c, emptyForm, newId('person'))),
  post(paths.personNew, ['clerk', 'ambassador'], 'person.entered', enter),
  get(paths.phoneList, ['clerk'], c => showPhoneList(c, false)),
  post(paths.phoneListNumbers, ['clerk'], 'person.viewed', c => showPhoneList(c, true)),
  post(paths.phoneListDone, ['clerk'], 'person.told', tell),
  post(paths.personContact, ['clerk'], 'person.viewed', async c => {
    const { ctx } = c.var
    const seen = await viewContact(ctx, c.req.param('id') ?? notFound('person'))
    if (!seen.ok) return forbidden()
    c.header('Cache-Control', 'no-store')
    return showPerson(c, { contact: true })
  }),
  post(paths.personTakeoverCode, ['clerk', 'ambassador'], 'takeover-code.made', printTakeoverCode),
  post(paths.personErasure, ['clerk'], 'person.erased', eraseFor),
]
