import { deleteCookie } from 'hono/cookie'
import { z } from 'zod'
import { emptyForm, type FormState } from '#kit/form.ts'
import { ownPath } from '#kit/own-path.ts'
import { listDemoPeople } from '#modules/people/demo.store.ts'
import { signInLetter } from '#modules/people/people.mail.tsx'
import { findPerson } from '#modules/people/people.store.ts'
import { findCode } from '#modules/people/sign-in/codes.store.ts'
import { deviceOf } from '#modules/people/sign-in/device.rules.ts'
import { endOwnSession, endOwnSessions } from '#modules/people/sign-in/sessions.actions.ts'
import { sessionHours } from '#modules/people/sign-in/sessions.store.ts'
import { askForCode, type Door, enterWithCode } from '#modules/people/sign-in/sign-in.actions.ts'
import { CodePage, SignInPage, WelcomePage } from '#modules/people/sign-in/sign-in.pages.tsx'
import { signInTextsEn } from '#modules/people/sign-in/sign-in.texts.en.ts'
import { signInTexts } from '#modules/people/sign-in/sign-in.texts.ts'
import { paths, url } from '#paths'
import { readForm } from '#web/forms.ts'
import { done, get, page, post, type Route, type Visit } from '#web/http.ts'
import { giveSession, sessionCookie } from '#web/session.ts'

const texts = { pl: signInTexts, en: signInTextsEn }

export const doorOf = (c: Visit): Door => ({ secret: c.var.config.secret, address: c.var.address })
const backOf = (typed: string | undefined) => ownPath(typed, paths.myMatters)

const emailForm = z.object({ email: z.string().max(254, 'email').pipe(z.email('email')), powrot: z.string().optional() })
const codeForm = z.object({
  id: z.string(),
  code: z.string(),
  powrot: z.string().optional(),
  name: z.string().optional(),
  next: z.string().optional(),
})

async function showSignIn(c: Visit, form: FormState, back: string, status: 200 | 422 | 429 = 200) {
  const { ctx, frame, config } = c.var
  const cast = config.demo ? await listDemoPeople(ctx) : []
  const demo = cast.flatMap(({ name, about, email }) => (email ? [{ name, about: about[ctx.locale], email }] : []))
  return page(c, <SignInPage {...{ frame, form, back, demo }} />, status)
}

async function signIn(c: Visit) {
  const { ctx } = c.var
  const t = texts[ctx.locale]
  const read = await readForm(c, emailForm, t.errors)
  const back = backOf(typeof read.form.typed.powrot === 'string' ? read.form.typed.powrot : undefined)
  if (!read.ok) return showSignIn(c, read.form, back, 422)
  const { email } = read.value
  const asked = await askForCode(ctx, doorOf(c), { email, write: code => signInLetter(ctx.locale, code) })
  if (!asked.ok) return showSignIn(c, { ...read.form, errors: { '': t.errors[asked.why] } }, back, 429)
  return done(c, url(paths.signInCode, undefined, { proba: asked.id, powrot: back, ...(c.var.config.demo && { kod: asked.code }) }))
}

async function showCode(c: Visit, id: string, form: FormState, back: string, status: 200 | 422 = 200) {
  const { ctx, frame, config } = c.var
  const sent = await findCode(ctx, id, 'sign-in')
  if (!sent) return done(c, url(paths.signIn, undefined, { powrot: back }), id ? texts[ctx.locale].errors['wrong-code'] : undefined)
  const demoCode = config.demo ? c.req.query('kod') : undefined
  return page(c, <CodePage {...{ frame, form, id, email: sent.email, back, demoCode }} />, status)
}

async function enter(c: Visit) {
  const { ctx, frame } = c.var
  const t = texts[ctx.locale]
  const read = await readForm(c, codeForm, t.errors)
  const typed = (name: string) => String(read.form.typed[name] ?? '')
  const back = backOf(typed('powrot'))
  if (!read.ok) return showCode(c, typed('id'), read.form, back, 422)
  const { id, code, name, next } = read.value
  // the form of the first visit carries `next`, so an empty name there is an error and not a first look
  const asName = next === undefined ? name : (name ?? '')
  const entered = await enterWithCode(ctx, doorOf(c), {
    id,
    code,
    device: deviceOf(c.req.header('user-agent')),
    ...(asName !== undefined && { name: asName }),
  })
  if (entered.ok) {
    giveSession(c, entered.token, sessionHours.resident * 3600)
    const person = await findPerson(ctx, entered.personId)
    return done(c, next === 'address' ? url(paths.profileAddress, undefined, { powrot: back }) : back, t.done.in(person?.name ?? ''))
  }
  if (entered.why === 'name-needed') return page(c, <WelcomePage {...{ frame, form: emptyForm, id, code, back, name: entered.name }} />)
  if (entered.why === 'bad-name') {
    const form = { ...read.form, errors: { name: t.errors['bad-name'] } }
    return page(c, <WelcomePage {...{ frame, form, id, code, back, name: '' }} />, 422)
  }
  const left = (await findCode(ctx, id, 'sign-in'))?.triesLeft ?? 0
  const sentence = `${t.errors['wrong-code']} ${left > 0 ? t.triesLeft(left) : t.noTries}`
  return showCode(c, id, { typed: {}, errors: { code: sentence } }, back, 422)
}

async function signOut(c: Visit) {
  const { ctx, sessionId } = c.var
  await endOwnSession(ctx, sessionId)
  deleteCookie(c, sessionCookie, { path: '/' })
  return done(c, paths.home, texts[ctx.locale].done.out)
}

async function signOutEverywhere(c: Visit) {
  const { ctx } = c.var
  await endOwnSessions(ctx)
  deleteCookie(c, sessionCookie, { path: '/' })
  return done(c, paths.home, texts[ctx.locale].done.outEverywhere)
}

export const signInRoutes: readonly Route[] = [
  get(paths.signIn, 'everyone', c => {
    const back = backOf(c.req.query('powrot'))
    return c.var.ctx.actor.id ? done(c, back) : showSignIn(c, emptyForm, back)
  }),
  post(paths.signIn, 'everyone', { noFact: 'sends a code' }, signIn),
  get(paths.signInCode, 'everyone', c => showCode(c, c.req.query('proba') ?? '', emptyForm, backOf(c.req.query('powrot')))),
  post(paths.signInCode, 'everyone', 'person.joined', enter),
  post(paths.signOut, 'signed-in', { noFact: "ends the visitor's own session" }, signOut),
  post(paths.signOutEverywhere, 'signed-in', { noFact: "ends the visitor's own sessions" }, signOutEverywhere),
]
