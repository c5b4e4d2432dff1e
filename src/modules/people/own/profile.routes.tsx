import { deleteCookie } from 'hono/cookie'
import { z } from 'zod'
import { isStaff } from '#kit/actor.ts'
import { emptyForm, type FormState } from '#kit/form.ts'
import { locales } from '#kit/texts.ts'
import { scopeWords } from '#modules/people/office/grants.routes.tsx'
import { listGrants } from '#modules/people/office/grants.store.ts'
import { findAddress } from '#modules/people/own/details.store.ts'
import { saveProfile } from '#modules/people/own/profile.actions.ts'
import { ProfilePage } from '#modules/people/own/profile.pages.tsx'
import { profileTextsEn } from '#modules/people/own/profile.texts.en.ts'
import { profileTexts } from '#modules/people/own/profile.texts.ts'
import { mailWishes, namesShown } from '#modules/people/people.rules.ts'
import { loadPerson } from '#modules/people/people.store.ts'
import { endOwnSession } from '#modules/people/sign-in/sessions.actions.ts'
import { listSessions } from '#modules/people/sign-in/sessions.store.ts'
import { territoryTitle } from '#modules/programme/territories/territories.rules.ts'
import { listDistricts } from '#modules/programme/territories/territories.store.ts'
import { paths } from '#paths'
import { readForm } from '#web/forms.ts'
import { done, get, page, post, type Route, type Visit } from '#web/http.ts'
import { languageCookie } from '#web/session.ts'

const texts = { pl: profileTexts, en: profileTextsEn }
const profileForm = z.object({
  name: z.string(),
  nameShown: z.enum(namesShown).catch('whole'),
  locale: z.enum(locales),
  mailWish: z.enum(mailWishes),
  version: z.coerce.number().int(),
})
async function showProfile(c: Visit, form: FormState, status: 200 | 409 | 422 = 200) {
  const { ctx, frame, sessionId } = c.var
  const { id } = ctx.actor
  const [person, address, sessions, grants, districts] = await Promise.all([
    loadPerson(ctx, id),
    findAddress(ctx, id),
    listSessions(ctx, id),
    listGrants(ctx, id),
    listDistricts(ctx),
  ])
  const running = grants.filter(grant => !grant.until || grant.until > ctx.wall)
  const scope = await scopeWords(ctx, running)
  const roles = running.map(grant => ({ role: grant.role, scope: scope(grant) }))
  const home = districts.find(district => district.id === person.districtId)
  const district = home && territoryTitle(home, frame.locale)
  return page(
    c,
    <ProfilePage frame={frame} form={form} view={{ person, district, address, sessions, sessionId, roles, staff: isStaff(ctx.actor) }} />,
    status,
  )
}

async function save(c: Visit) {
  const { ctx } = c.var
  const t = texts[ctx.locale]
  const read = await readForm(c, profileForm, t.errors)
  if (!read.ok) return showProfile(c, read.form, 422)
  const verdict = await saveProfile(ctx, read.value)
  if (verdict.ok) {
    // a language chosen for one visit gives way to the one of the profile
    deleteCookie(c, languageCookie, { path: '/' })
    return done(c, paths.profile, texts[read.value.locale].basics.saved)
  }
  const field = verdict.why === 'bad-name' ? 'name' : ''
  return showProfile(c, { ...read.form, errors: { [field]: t.errors[verdict.why] } }, verdict.why === 'bad-name' ? 422 : 409)
}

export const profileRoutes: readonly Route[] = [
  get(paths.profile, 'signed-in', c => showProfile(c, emptyForm)),
  post(paths.profile, 'signed-in', 'profile.changed', save),
  post(paths.profileSessionEnd, 'signed-in', { noFact: "ends one of the visitor's own sessions" }, async c => {
    await endOwnSession(c.var.ctx, c.req.param('id') ?? '')
    return done(c, paths.profile, texts[c.var.ctx.locale].sessions.ended)
  }),
]
