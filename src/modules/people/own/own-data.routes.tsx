import { deleteCookie } from 'hono/cookie'
import { emptyForm, type FormState } from '#kit/form.ts'
import { eraseMyself } from '#modules/people/own/erasure.actions.ts'
import { exportOwnData } from '#modules/people/own/own-data.actions.ts'
import { ErasurePage, OwnDataPage } from '#modules/people/own/own-data.pages.tsx'
import { profileTextsEn } from '#modules/people/own/profile.texts.en.ts'
import { profileTexts } from '#modules/people/own/profile.texts.ts'
import { mayErase } from '#modules/people/people.rules.ts'
import { paths } from '#paths'
import { done, get, page, post, type Route, type Visit } from '#web/http.ts'
import { sessionCookie } from '#web/session.ts'

const texts = { pl: profileTexts, en: profileTextsEn }

async function exportData(c: Visit) {
  const { ctx, modules } = c.var
  const tellers = modules.flatMap(({ name, ownData }) => (ownData ? [{ name, tell: ownData }] : []))
  const told = await exportOwnData(ctx, tellers)
  return c.body(JSON.stringify(told, null, 2), 200, {
    'Content-Type': 'application/json; charset=utf-8',
    'Content-Disposition': 'attachment; filename="moje-dane.json"',
    'Cache-Control': 'no-store',
  })
}

function showErasure(c: Visit, form: FormState, status: 200 | 409 | 422 = 200) {
  const { ctx, frame } = c.var
  return page(c, <ErasurePage frame={frame} form={form} erasing={mayErase(ctx.actor, ctx.actor.id)} />, status)
}

async function erase(c: Visit) {
  const { ctx, modules } = c.var
  const { erasure: t } = texts[ctx.locale]
  const word = (await c.req.parseBody()).word
  if (word !== t.word) return showErasure(c, { typed: {}, errors: { word: t.badWord(t.word) } }, 422)
  const verdict = await eraseMyself(
    ctx,
    modules.flatMap(({ erase }) => (erase ? [erase] : [])),
  )
  if (!verdict.ok) return showErasure(c, emptyForm, 409)
  deleteCookie(c, sessionCookie, { path: '/' })
  return done(c, paths.home, t.done)
}

export const ownDataRoutes: readonly Route[] = [
  get(paths.profileData, 'signed-in', c => page(c, <OwnDataPage frame={c.var.frame} />)),
  post(paths.profileDataExport, 'signed-in', 'own-data.exported', exportData),
  get(paths.profileErasure, 'signed-in', c => showErasure(c, emptyForm)),
  post(paths.profileErasure, 'signed-in', 'person.erased', erase),
]
