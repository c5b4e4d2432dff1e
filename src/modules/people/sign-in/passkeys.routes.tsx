import type { AuthenticationResponseJSON, RegistrationResponseJSON } from '@simplewebauthn/server'
import { z } from 'zod'
import { ownPath } from '#kit/own-path.ts'
import { refuse } from '#kit/refusal.ts'
import { profileTextsEn } from '#modules/people/own/profile.texts.en.ts'
import { profileTexts } from '#modules/people/own/profile.texts.ts'
import { deviceOf } from '#modules/people/sign-in/device.rules.ts'
import { addPasskey, askForNewPasskey, askForPasskey, enterWithPasskey, removePasskey, type Site } from '#modules/people/sign-in/passkeys.actions.ts'
import { PasskeysPage } from '#modules/people/sign-in/passkeys.pages.tsx'
import { listPasskeys } from '#modules/people/sign-in/passkeys.store.ts'
import { sessionHours } from '#modules/people/sign-in/sessions.store.ts'
import { paths } from '#paths'
import { done, get, page, post, type Route, type Visit } from '#web/http.ts'
import { giveSession } from '#web/session.ts'

const texts = { pl: profileTexts, en: profileTextsEn }
const siteOf = (c: Visit): Site => ({ origin: new URL(c.var.config.publicUrl).origin, name: c.var.frame.cityName || 'Wspólne Projekty' })

// the library checks the answer of the device itself; here only that there is one, of a sane size
const answerForm = z.object({
  response: z.looseObject({ id: z.string().max(1000) }),
  label: z.string().max(60).optional(),
  back: z.string().optional(),
})

async function answerOf(c: Visit) {
  const read = answerForm.safeParse(await c.req.json().catch(() => undefined))
  return read.success ? read.data : refuse(409, 'not an answer of a device')
}

async function signIn(c: Visit) {
  const { ctx } = c.var
  const { response, back } = await answerOf(c)
  const token = await enterWithPasskey(ctx, siteOf(c), response as unknown as AuthenticationResponseJSON, deviceOf(c.req.header('user-agent')))
  if (!token) return c.json({ ok: false }, 403)
  giveSession(c, token, sessionHours.resident * 3600)
  return c.json({ to: ownPath(back, paths.myMatters) })
}

async function add(c: Visit) {
  const { ctx } = c.var
  const { response, label } = await answerOf(c)
  const { passkeys: t } = texts[ctx.locale]
  const key = { response: response as unknown as RegistrationResponseJSON, label: label?.trim() || t.defaultLabel }
  const verdict = await addPasskey(ctx, siteOf(c), key)
  return verdict.ok ? c.json({ to: paths.profilePasskeys }) : c.json({ ok: false }, 409)
}

export const passkeyRoutes: readonly Route[] = [
  post(paths.passkeyOptions, 'everyone', { noFact: 'asks a device for its key' }, async c => c.json(await askForPasskey(c.var.ctx, siteOf(c)))),
  post(paths.passkeySignIn, 'everyone', { noFact: 'opens a session' }, signIn),
  get(paths.profilePasskeys, 'staff', async c => {
    const { ctx, frame } = c.var
    return page(c, <PasskeysPage frame={frame} keys={await listPasskeys(ctx, ctx.actor.id)} />)
  }),
  post(paths.profilePasskeyOptions, 'staff', { noFact: 'asks a device for a new key' }, async c =>
    c.json(await askForNewPasskey(c.var.ctx, siteOf(c))),
  ),
  post(paths.profilePasskeys, 'staff', 'passkey.added', add),
  post(paths.profilePasskeyRemoval, 'staff', 'passkey.removed', async c => {
    await removePasskey(c.var.ctx, c.req.param('id') ?? '')
    return done(c, paths.profilePasskeys, texts[c.var.ctx.locale].passkeys.removed)
  }),
]
