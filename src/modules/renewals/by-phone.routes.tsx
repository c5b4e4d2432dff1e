import { z } from 'zod'
import { has } from '#kit/actor.ts'
import { forbidden, notFound } from '#kit/refusal.ts'
import type { WaitingMatter } from '#kit/things.ts'
import { viewNumbers } from '#modules/people/office/viewing.actions.ts'
import { findAddress } from '#modules/people/own/details.store.ts'
import { readCitySettings } from '#modules/programme/registers/city-settings.store.ts'
import { projectTitle } from '#modules/proposals/proposals.parts.tsx'
import { loadProject } from '#modules/proposals/proposals.store.ts'
import { ByPhonePage, byPhoneWords, changedWords, type ToCall } from '#modules/renewals/by-phone.pages.tsx'
import { answerRenewal, viewRenewal } from '#modules/renewals/renewals.actions.ts'
import { changeInWords, renewalsWords } from '#modules/renewals/renewals.pages.tsx'
import { renewing } from '#modules/renewals/renewals.rules.ts'
import { listByPhone } from '#modules/renewals/renewals.store.ts'
import { paths } from '#paths'
import type { Ctx } from '#platform/context.ts'
import { renderPdf } from '#platform/documents.ts'
import { readForm } from '#web/forms.ts'
import { done, get, page, post, printed, type Route, type Visit } from '#web/http.ts'

/** Those whom this clerk may ask. */
async function callsHere(ctx: Ctx): Promise<ToCall[]> {
  if (!has(ctx.actor, 'clerk')) return []
  const calls = await Promise.all(
    (await listByPhone(ctx)).map(async ({ name, ...renewal }) => ({ renewal, name, project: await loadProject(ctx, renewal.projectId) })),
  )
  return calls.filter(({ renewal, project }) => renewing.may(ctx.actor, 'keep', { ...renewal, assisted: project }).ok)
}

/** To the office: people to be asked by phone or letter. */
export async function byPhoneMatters(ctx: Ctx): Promise<readonly WaitingMatter[]> {
  const { length } = await callsHere(ctx)
  const t = byPhoneWords(ctx)
  return length === 0 ? [] : [{ id: 'renewals_by-phone', title: t.title, note: t.matter(length), path: paths.officeRenewals }]
}

/** Each look at the numbers is a fact; so is each print. */
async function withNumbers(c: Visit): Promise<ToCall[]> {
  const { ctx } = c.var
  const calls = await callsHere(ctx)
  const seen = await viewNumbers(
    ctx,
    calls.map(({ renewal }) => renewal.personId),
  )
  if (!seen.ok) return forbidden()
  c.header('Cache-Control', 'no-store')
  return calls.map(call => ({ ...call, phone: seen.phones.get(call.renewal.personId) }))
}

async function show(c: Visit, why?: string) {
  return page(c, <ByPhonePage frame={c.var.frame} calls={await callsHere(c.var.ctx)} numbers={false} why={why} />, why ? 409 : 200)
}

async function printList(c: Visit) {
  const { ctx } = c.var
  const t = byPhoneWords(ctx)
  const lines = (await withNumbers(c)).map(({ renewal, project, name, phone }) => ({
    name,
    phone: phone ?? t.noPhone,
    project: projectTitle(ctx.locale, project),
    changed: t.changed(changedWords(ctx, renewal)),
  }))
  const data = { title: t.title, lang: ctx.locale, foot: t.list.secret, lead: t.silence, columns: Object.values(t.list.columns), lines }
  return printed(c, renderPdf(new URL('./phone-list.typ', import.meta.url), data, ctx.now), 'ponowienia-lista.pdf')
}

async function printLetters(c: Visit) {
  const { ctx } = c.var
  const { letter: t } = byPhoneWords(ctx)
  const [calls, city] = [await withNumbers(c), await readCitySettings(ctx)]
  const letters = await Promise.all(
    calls.map(async ({ renewal, project, name }) => {
      const [view, address] = await Promise.all([viewRenewal(ctx, renewal), findAddress(ctx, renewal.personId)])
      return {
        to: [name, ...(address ? [`${address.street} ${address.houseNo}`, address.postcode ?? ''] : [])].filter(line => line !== ''),
        project: projectTitle(ctx.locale, project),
        lead: renewalsWords(ctx).page.lead[renewal.kind],
        changes: renewal.what.map(part => changeInWords(ctx, part, view)),
      }
    }),
  )
  const words = { ...t, how: t.how({ phone: city.phone }) }
  const data = { title: t.title, lang: ctx.locale, foot: [city.cityName, city.office].filter(Boolean).join(', '), words, letters }
  return printed(c, renderPdf(new URL('./letters.typ', import.meta.url), data, ctx.now), 'ponowienia-listy.pdf')
}

const answerForm = z.object({ odpowiedz: z.enum(['tak', 'nie'], 'choose') })
async function answer(c: Visit) {
  const { ctx, frame } = c.var
  const [t, words] = [byPhoneWords(frame), renewalsWords(frame)]
  const read = await readForm(c, answerForm, words.errors)
  if (!read.ok) return notFound('answer')
  const step = read.value.odpowiedz === 'tak' ? 'keep' : 'withdraw'
  const verdict = await answerRenewal(ctx, c.req.param('id') ?? '', step, ctx.actor)
  return verdict.ok ? done(c, paths.officeRenewals, t.done) : show(c, words.why[verdict.why])
}

export const byPhoneRoutes: readonly Route[] = [
  get(paths.officeRenewals, ['clerk'], c => show(c)),
  post(paths.officeRenewalsNumbers, ['clerk'], 'person.viewed', async c =>
    page(c, <ByPhonePage frame={c.var.frame} calls={await withNumbers(c)} numbers />),
  ),
  post(paths.officeRenewalsList, ['clerk'], 'person.viewed', printList),
  post(paths.officeRenewalsLetters, ['clerk'], 'person.viewed', printLetters),
  post(paths.officeRenewalAnswer, ['clerk'], 'renewal.kept', answer),
]
