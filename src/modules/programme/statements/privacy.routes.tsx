import { z } from 'zod'
import { has, isStaff } from '#kit/actor.ts'
import type { FactRules } from '#kit/facts.ts'
import { emptyForm, filled } from '#kit/form.ts'
import { forbidden } from '#kit/refusal.ts'
import { nameController, sweepAll } from '#modules/programme/statements/privacy.actions.ts'
import { ControllerPage, PrivacyPage, RetentionPage } from '#modules/programme/statements/privacy.pages.tsx'
import { mayNameController } from '#modules/programme/statements/privacy.rules.ts'
import { findController, findLastSweep } from '#modules/programme/statements/privacy.store.ts'
import { privacyTextsEn } from '#modules/programme/statements/privacy.texts.en.ts'
import { privacyTexts } from '#modules/programme/statements/privacy.texts.ts'
import { paths } from '#paths'
import { readForm } from '#web/forms.ts'
import { done, get, page, post } from '#web/http.ts'

const texts = { pl: privacyTexts, en: privacyTextsEn }
const line = z.string().max(200, 'too-long')
const email = z.email('email-wrong')
const schema = z.object({ name: line, address: line, email, dpo: line, dpoEmail: email })

export const privacyRoutes = [
  get(paths.privacy, 'everyone', async c => {
    const { ctx, frame } = c.var
    const controller = await findController(ctx)
    return page(c, <PrivacyPage frame={frame} controller={controller} mayEdit={mayNameController(ctx.actor).ok} staff={isStaff(ctx.actor)} />)
  }),
  get(paths.officePrivacy, ['coordinator'], async c => {
    const controller = await findController(c.var.ctx)
    return page(c, <ControllerPage frame={c.var.frame} form={controller ? filled(controller) : emptyForm} />)
  }),
  post(paths.officePrivacy, ['coordinator'], 'controller.named', async c => {
    const t = texts[c.var.frame.locale]
    const read = await readForm(c, schema, t.errors)
    if (!read.ok) return page(c, <ControllerPage frame={c.var.frame} form={read.form} />, 422)
    const verdict = await nameController(c.var.ctx, read.value)
    if (verdict.ok) return done(c, paths.privacy, t.office.saved)
    const form = { typed: read.form.typed, errors: { '': t.why[verdict.why] } }
    return page(c, <ControllerPage frame={c.var.frame} form={form} />, 409)
  }),

  get(paths.retention, 'staff', async c => {
    const { ctx, frame, modules } = c.var
    const kinds = modules.flatMap(module => module.retention ?? [])
    const facts: FactRules = Object.assign({}, ...modules.map(module => module.facts))
    const mayRun = has(ctx.actor, 'coordinator')
    return page(c, <RetentionPage frame={frame} kinds={kinds} facts={facts} last={await findLastSweep(ctx)} mayRun={mayRun} />)
  }),
  post(paths.retention, ['coordinator'], 'retention.swept', async c => {
    const { ctx, frame, modules } = c.var
    if (!has(ctx.actor, 'coordinator')) forbidden()
    const { removed } = await sweepAll(ctx, modules)
    return done(c, paths.retention, texts[frame.locale].retention.done(Object.values(removed).reduce((sum, n) => sum + n, 0)))
  }),
]
