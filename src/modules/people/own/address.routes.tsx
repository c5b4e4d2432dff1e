import { z } from 'zod'
import type { FormState } from '#kit/form.ts'
import { ownPath } from '#kit/own-path.ts'
import { forbidden, notFound } from '#kit/refusal.ts'
import { declareAddress, removeAddress } from '#modules/people/own/address.actions.ts'
import { AddressPage } from '#modules/people/own/address.pages.tsx'
import { mayDeclareAddress } from '#modules/people/own/address.rules.ts'
import { findAddress } from '#modules/people/own/details.store.ts'
import { profileTextsEn } from '#modules/people/own/profile.texts.en.ts'
import { profileTexts } from '#modules/people/own/profile.texts.ts'
import type { Person } from '#modules/people/people.rules.ts'
import { loadPerson } from '#modules/people/people.store.ts'
import { territoryTitle } from '#modules/programme/territories/territories.rules.ts'
import { listDistricts } from '#modules/programme/territories/territories.store.ts'
import { paths, url } from '#paths'
import { readForm } from '#web/forms.ts'
import { done, get, page, post, type Route, type Visit } from '#web/http.ts'

const texts = { pl: profileTexts, en: profileTextsEn }
const addressForm = z.object({
  street: z.string().max(120, 'wrong'),
  houseNo: z.string().max(20, 'wrong'),
  postcode: z.string().max(20, 'wrong'),
  districtId: z.string(),
  stated: z.string().optional(),
  powrot: z.string().optional(),
})

/** Whose address it is: one's own, or that of somebody without e-mail who says it to a clerk. */
async function whose(c: Visit): Promise<Person> {
  const { ctx } = c.var
  const person = await loadPerson(ctx, c.req.param('id') ?? ctx.actor.id)
  return mayDeclareAddress(ctx.actor, person).ok ? person : forbidden()
}

async function showAddress(c: Visit, person: Person, form: FormState, back: string, status: 200 | 409 | 422 = 200) {
  const { ctx, frame } = c.var
  const districts = (await listDistricts(ctx)).map(district => ({ value: district.id, label: territoryTitle(district, frame.locale) }))
  const assisted = person.id === ctx.actor.id ? undefined : { name: person.name }
  const action = assisted ? url(paths.personAddress, { id: person.id }) : paths.profileAddress
  return page(c, <AddressPage {...{ frame, form, districts, action, back, assisted }} />, status)
}

async function saveAddress(c: Visit) {
  const { ctx } = c.var
  const t = texts[ctx.locale]
  const person = await whose(c)
  const read = await readForm(c, addressForm, t.errors)
  const back = ownPath(String(read.form.typed.powrot ?? ''), paths.profile)
  if (!read.ok) return showAddress(c, person, read.form, back, 422)
  const { stated, powrot, ...address } = read.value
  const known = (await listDistricts(ctx)).some(district => district.id === address.districtId)
  if (!known) return showAddress(c, person, { ...read.form, errors: { districtId: t.errors['no-district'] } }, back, 422)
  const verdict = await declareAddress(ctx, person.id, { ...address, stated: stated !== undefined })
  if (verdict.ok) return done(c, back, t.address.saved)
  const field = { 'bad-postcode': 'postcode', 'not-stated': 'stated', 'not-yours': '', erased: '' }[verdict.why]
  return showAddress(c, person, { ...read.form, errors: { [field]: t.errors[verdict.why] } }, back, field ? 422 : 409)
}

export const addressRoutes: readonly Route[] = [
  get(paths.profileAddress, 'signed-in', async c => {
    const person = await whose(c)
    const kept = await findAddress(c.var.ctx, person.id)
    const typed = kept ? { street: kept.street, houseNo: kept.houseNo, postcode: kept.postcode, districtId: person.districtId } : {}
    return showAddress(c, person, { typed, errors: {} }, ownPath(c.req.query('powrot'), paths.profile))
  }),
  post(paths.profileAddress, 'signed-in', 'address.declared', saveAddress),
  post(paths.profileAddressRemoval, 'signed-in', 'address.removed', async c => {
    await removeAddress(c.var.ctx, c.var.ctx.actor.id)
    return done(c, paths.profile, texts[c.var.ctx.locale].address.removed)
  }),
  // what is kept is not shown to a clerk: a new declaration replaces it
  get(paths.personAddress, ['clerk', 'ambassador'], async c => {
    const person = await whose(c)
    return showAddress(c, person, { typed: {}, errors: {} }, url(paths.person, { id: c.req.param('id') ?? notFound('person') }))
  }),
  post(paths.personAddress, ['clerk', 'ambassador'], 'address.declared', saveAddress),
]
