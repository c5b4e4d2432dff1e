import { z } from 'zod'
import { emptyForm, type FormState } from '#kit/form.ts'
import { newEmailLetter } from '#modules/people/people.mail.tsx'
import { findCode } from '#modules/people/sign-in/codes.store.ts'
import { deviceOf } from '#modules/people/sign-in/device.rules.ts'
import { sessionHours } from '#modules/people/sign-in/sessions.store.ts'
import { doorOf } from '#modules/people/sign-in/sign-in.routes.tsx'
import { askForTakeover, takeOver } from '#modules/people/sign-in/takeover.actions.ts'
import { JoinPage, TakeoverLetterPage, TakeoverPage } from '#modules/people/sign-in/takeover.pages.tsx'
import { takeoverTextsEn } from '#modules/people/sign-in/takeover.texts.en.ts'
import { takeoverTexts } from '#modules/people/sign-in/takeover.texts.ts'
import { paths } from '#paths'
import { readForm } from '#web/forms.ts'
import { done, get, page, post, type Route, type Visit } from '#web/http.ts'
import { betterOf } from '#web/module.ts'
import { giveSession } from '#web/session.ts'

const texts = { pl: takeoverTexts, en: takeoverTextsEn }
const askForm = z.object({ printed: z.string().max(40, 'wrong'), email: z.string().max(254, 'email').pipe(z.email('email')) })
const codeForm = z.object({ id: z.string(), printed: z.string().max(40), code: z.string().max(20), join: z.literal('tak').optional() })

const showTakeover = (c: Visit, form: FormState, status: 200 | 409 | 422 | 429 = 200) =>
  page(c, <TakeoverPage frame={c.var.frame} form={form} />, status)

async function showLetter(c: Visit, sent: { id: string; printed: string; demoCode?: string }, form: FormState, status: 200 | 422 = 200) {
  const { ctx, frame } = c.var
  const found = await findCode(ctx, sent.id, 'new-email')
  if (!found) return showTakeover(c, { typed: { printed: sent.printed }, errors: { '': texts[ctx.locale].errors['wrong-code'] } }, 422)
  return page(c, <TakeoverLetterPage {...{ frame, form, id: sent.id, printed: sent.printed, email: found.email, demoCode: sent.demoCode }} />, status)
}

async function ask(c: Visit) {
  const { ctx, config } = c.var
  const t = texts[ctx.locale]
  const read = await readForm(c, askForm, t.errors)
  if (!read.ok) return showTakeover(c, read.form, 422)
  const asked = await askForTakeover(ctx, doorOf(c), { ...read.value, write: code => newEmailLetter(ctx.locale, code) })
  if (asked.ok) return showLetter(c, { id: asked.id, printed: read.value.printed, ...(config.demo && { demoCode: asked.code }) }, emptyForm)
  const errors = asked.why === 'too-many' ? { '': t.errors['too-many'] } : { printed: t.errors['wrong-printed-code'] }
  return showTakeover(c, { ...read.form, errors }, asked.why === 'too-many' ? 429 : 422)
}

async function finish(c: Visit) {
  const { ctx } = c.var
  const t = texts[ctx.locale]
  const read = await readForm(c, codeForm, t.errors)
  const typed = (name: string) => String(read.form.typed[name] ?? '')
  if (!read.ok) return showLetter(c, { id: typed('id'), printed: typed('printed') }, read.form, 422)
  const { join, ...typedIn } = read.value
  const tried = { ...typedIn, join: join !== undefined, device: deviceOf(c.req.header('user-agent')) }
  const taken = await takeOver(ctx, doorOf(c), tried, betterOf(c.var.modules))
  if (taken.ok && 'joined' in taken) return done(c, paths.signIn, t.join.done)
  if (taken.ok) {
    giveSession(c, taken.token, sessionHours.resident * 3600)
    return done(c, paths.myMatters, t.done(taken.name))
  }
  if (taken.why === 'wrong-code') return showLetter(c, read.value, { typed: {}, errors: { code: t.errors['wrong-code'] } }, 422)
  if (taken.why === 'join') return page(c, <JoinPage frame={c.var.frame} asked={taken} tried={tried} />)
  const errors = { printed: t.errors[taken.why] }
  return showTakeover(c, { typed: { printed: read.value.printed }, errors }, 409)
}

export const takeoverRoutes: readonly Route[] = [
  get(paths.takeover, 'everyone', c => showTakeover(c, emptyForm)),
  post(paths.takeover, 'everyone', 'person.taken-over', async c => ((await c.req.parseBody()).id === undefined ? ask(c) : finish(c))),
]
