import { z } from 'zod'
import { type Grant, has, type Scope } from '#kit/actor.ts'
import { dayOf, isDay } from '#kit/dates.ts'
import { emptyForm, type FormState } from '#kit/form.ts'
import { forbidden, notFound } from '#kit/refusal.ts'
import { listGrants } from '#modules/people/office/grants.store.ts'
import { PersonPage, type PersonView } from '#modules/people/office/office.pages.tsx'
import { officeTextsEn } from '#modules/people/office/office.texts.en.ts'
import { officeTexts } from '#modules/people/office/office.texts.ts'
import { mayDeclareAddress } from '#modules/people/own/address.rules.ts'
import { endRole, grantRole } from '#modules/people/people.actions.ts'
import { grantableRoles, mayEraseFor, mayGrant, mayMakeTakeoverCode, maySeePeople, maySeePerson } from '#modules/people/people.rules.ts'
import { loadPerson, namesOf } from '#modules/people/people.store.ts'
import { listEditions } from '#modules/programme/editions/editions.store.ts'
import { listUnits } from '#modules/programme/registers/units.store.ts'
import { territoryTitle } from '#modules/programme/territories/territories.rules.ts'
import { listTerritories } from '#modules/programme/territories/territories.store.ts'
import { paths, url } from '#paths'
import type { Ctx } from '#platform/context.ts'
import { readForm } from '#web/forms.ts'
import { done, get, page, post, type Route, type Visit } from '#web/http.ts'

const texts = { pl: officeTexts, en: officeTextsEn }

async function scopeOptions(ctx: Ctx): Promise<PersonView['options']> {
  const [editions, territories, units] = await Promise.all([listEditions(ctx), listTerritories(ctx), listUnits(ctx)])
  return {
    editions: editions.map(({ id, title }) => ({ value: id, label: title })),
    territories: territories.filter(one => one.kind !== 'city').map(one => ({ value: one.id, label: territoryTitle(one, ctx.locale) })),
    units: units.map(({ id, code, name }) => ({ value: id, label: `${code}, ${name}` })),
  }
}

/** Says the scope of a grant in words: the unit, the place, the edition. */
export async function scopeWords(ctx: Ctx, grants: readonly Grant[], known?: PersonView['options']): Promise<(scope: Scope) => string> {
  if (grants.length === 0) return () => ''
  const { editions, territories, units } = known ?? (await scopeOptions(ctx))
  const label = (options: PersonView['options']['units'], id: string | undefined) => options.find(option => option.value === id)?.label
  return scope => [label(units, scope.unitId), label(territories, scope.territoryId), label(editions, scope.editionId)].filter(Boolean).join(', ')
}

export async function showPerson(c: Visit, options: { form?: FormState; status?: 200 | 409 | 422; contact?: boolean } = {}) {
  const { ctx, frame } = c.var
  const { form = emptyForm, status = 200, contact = false } = options
  const id = c.req.param('id') ?? notFound('person')
  const [person, grants, scopes] = await Promise.all([loadPerson(ctx, id), listGrants(ctx, id), scopeOptions(ctx)])
  if (!maySeePerson(ctx.actor, person).ok) return forbidden()
  const [scope, names] = await Promise.all([scopeWords(ctx, grants, scopes), namesOf(ctx, person.enteredBy ? [person.enteredBy] : [])])
  const view: PersonView = {
    person,
    district: scopes.territories.find(option => option.value === person.districtId)?.label,
    enteredBy: person.enteredBy && names.get(person.enteredBy),
    grants: grants.map(grant => ({ ...grant, scope: scope(grant), running: !grant.until || grant.until > ctx.wall })),
    granting: mayGrant(ctx.actor, id),
    declaring: person.id !== ctx.actor.id && mayDeclareAddress(ctx.actor, person).ok,
    making: mayMakeTakeoverCode(ctx.actor, person),
    erasing: mayEraseFor(ctx.actor, person),
    seesContact: maySeePeople(ctx.actor).ok,
    contact,
    options: has(ctx.actor, 'coordinator') ? scopes : { editions: [], territories: [], units: [] },
  }
  return page(c, <PersonPage frame={frame} form={form} view={view} />, status)
}

const grantForm = z.object({
  role: z.enum(grantableRoles),
  unitId: z.string().optional(),
  territoryId: z.string().optional(),
  editionId: z.string().optional(),
  until: z.string().refine(isDay, 'day').optional(),
})

async function give(c: Visit) {
  const { ctx } = c.var
  const t = texts[ctx.locale]
  const id = c.req.param('id') ?? notFound('person')
  const read = await readForm(c, grantForm, t.errors)
  if (!read.ok) return showPerson(c, { form: read.form, status: 422 })
  const { until, ...grant } = read.value
  if (until && until < dayOf(ctx.wall)) return showPerson(c, { form: { ...read.form, errors: { until: t.errors.day } }, status: 422 })
  const verdict = await grantRole(ctx, id, grant, until)
  if (verdict.ok) return done(c, url(paths.person, { id }), t.roles.given)
  const field = verdict.why === 'unit-missing' ? 'unitId' : ''
  return showPerson(c, { form: { ...read.form, errors: { [field]: t.why[verdict.why] } }, status: field ? 422 : 409 })
}

async function end(c: Visit) {
  const { ctx } = c.var
  const t = texts[ctx.locale]
  const id = c.req.param('id') ?? notFound('person')
  const verdict = await endRole(ctx, id, c.req.param('grant') ?? notFound('grant'))
  if (verdict.ok) return done(c, url(paths.person, { id }), t.roles.ended)
  return showPerson(c, { form: { typed: {}, errors: { '': t.why[verdict.why] } }, status: 409 })
}

export const grantRoutes: readonly Route[] = [
  get(paths.person, ['clerk', 'ambassador', 'auditor'], c => showPerson(c)),
  post(paths.personGrants, ['coordinator'], 'role.granted', give),
  post(paths.personGrantEnd, ['coordinator'], 'role.ended', end),
]
