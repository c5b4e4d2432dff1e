import { z } from 'zod'
import { emptyForm, type FormState } from '#kit/form.ts'
import { askForNewEmail, confirmNewEmail } from '#modules/people/own/profile.actions.ts'
import { profileTextsEn } from '#modules/people/own/profile.texts.en.ts'
import { profileTexts } from '#modules/people/own/profile.texts.ts'
import { emailChangedLetter, newEmailLetter } from '#modules/people/people.mail.tsx'
import { findCode } from '#modules/people/sign-in/codes.store.ts'
import { NewEmailCodePage, NewEmailPage } from '#modules/people/sign-in/email.pages.tsx'
import { doorOf } from '#modules/people/sign-in/sign-in.routes.tsx'
import { paths, url } from '#paths'
import { readForm } from '#web/forms.ts'
import { done, get, page, post, type Route, type Visit } from '#web/http.ts'

const texts = { pl: profileTexts, en: profileTextsEn }
const emailForm = z.object({ email: z.string().max(254, 'email').pipe(z.email('email')) })
const codeForm = z.object({ id: z.string(), code: z.string() })

const showEmail = (c: Visit, form: FormState, status: 200 | 409 | 422 | 429 = 200) =>
  page(c, <NewEmailPage frame={c.var.frame} form={form} />, status)

async function sendCode(c: Visit) {
  const { ctx, config } = c.var
  const t = texts[ctx.locale]
  const read = await readForm(c, emailForm, t.errors)
  if (!read.ok) return showEmail(c, read.form, 422)
  const asked = await askForNewEmail(ctx, doorOf(c), read.value.email, code => newEmailLetter(ctx.locale, code))
  if (!asked.ok) return showEmail(c, { ...read.form, errors: { '': t.errors[asked.why] } }, 429)
  return done(c, url(paths.profileEmailCode, undefined, { proba: asked.id, ...(config.demo && { kod: asked.code }) }))
}

async function showCode(c: Visit, id: string, form: FormState, status: 200 | 422 = 200) {
  const { ctx, frame, config } = c.var
  const sent = await findCode(ctx, id, 'new-email')
  if (!sent) return done(c, paths.profileEmail, texts[ctx.locale].email.expired)
  const demoCode = config.demo ? c.req.query('kod') : undefined
  return page(c, <NewEmailCodePage {...{ frame, form, id, email: sent.email, demoCode }} />, status)
}

async function confirm(c: Visit) {
  const { ctx } = c.var
  const t = texts[ctx.locale]
  const read = await readForm(c, codeForm, t.errors)
  if (!read.ok) return showCode(c, String(read.form.typed.id ?? ''), read.form, 422)
  const verdict = await confirmNewEmail(ctx, doorOf(c), { ...read.value, notice: emailChangedLetter(ctx.locale) })
  if (verdict.ok) return done(c, paths.profile, t.email.changed)
  if (verdict.why === 'email-taken') return showEmail(c, { typed: {}, errors: { email: t.errors['email-taken'] } }, 409)
  return showCode(c, read.value.id, { typed: {}, errors: { code: t.errors['wrong-code'] } }, 422)
}

export const emailRoutes: readonly Route[] = [
  get(paths.profileEmail, 'signed-in', c => showEmail(c, emptyForm)),
  post(paths.profileEmail, 'signed-in', { noFact: 'sends a code to the new address' }, sendCode),
  get(paths.profileEmailCode, 'signed-in', c => showCode(c, c.req.query('proba') ?? '', emptyForm)),
  post(paths.profileEmailCode, 'signed-in', 'email.changed', confirm),
]
