import { z } from 'zod'
import type { Actor } from '#kit/actor.ts'
import { notFound } from '#kit/refusal.ts'
import { answerRenewal, isKeyOf, viewRenewal } from '#modules/renewals/renewals.actions.ts'
import { AskedBeside, RenewalPage, renewalsWords } from '#modules/renewals/renewals.pages.tsx'
import type { Renewal } from '#modules/renewals/renewals.rules.ts'
import { findWaiting, loadRenewal } from '#modules/renewals/renewals.store.ts'
import { paths, url } from '#paths'
import { readForm } from '#web/forms.ts'
import { done, get, page, post, type Route, type Visit } from '#web/http.ts'

/** Whoever is asked, signed in or by the key of their letter; to anybody else the question is not there. */
function supporterHere(c: Visit, renewal: Renewal, key: string): Actor {
  const { ctx, config } = c.var
  if (ctx.actor.id !== '' && ctx.actor.id === renewal.personId) return ctx.actor
  return key !== '' && isKeyOf(config, renewal.id, key) ? { id: renewal.personId, name: '', level: 0, grants: [] } : notFound('renewal')
}

async function show(c: Visit, key: string, why?: string) {
  const { ctx, frame } = c.var
  const renewal = await loadRenewal(ctx, c.req.param('id') ?? '')
  supporterHere(c, renewal, key)
  c.header('X-Robots-Tag', 'noindex')
  c.header('Referrer-Policy', 'no-referrer')
  return page(c, <RenewalPage frame={frame} view={await viewRenewal(ctx, renewal)} keyTyped={key} why={why} />, why ? 409 : 200)
}

const answerForm = z.object({ odpowiedz: z.enum(['tak', 'nie'], 'choose'), klucz: z.string().max(100).default('') })

async function answer(c: Visit) {
  const { ctx, frame } = c.var
  const t = renewalsWords(frame)
  const read = await readForm(c, answerForm, t.errors)
  if (!read.ok) return notFound('answer')
  const { odpowiedz, klucz } = read.value
  const renewal = await loadRenewal(ctx, c.req.param('id') ?? '')
  const verdict = await answerRenewal(ctx, renewal.id, odpowiedz === 'tak' ? 'keep' : 'withdraw', supporterHere(c, renewal, klucz))
  if (!verdict.ok) return show(c, klucz, t.why[verdict.why])
  return done(c, url(paths.renewal, { id: renewal.id }, klucz === '' ? {} : { klucz }), odpowiedz === 'tak' ? t.page.kept : t.page.withdrawn)
}

/** On the page of a draft, for a supporter who is asked. */
export async function besideThing(c: Visit, id: string) {
  const { ctx, frame } = c.var
  if (!id.startsWith('project_') || ctx.actor.id === '') return undefined
  const renewal = await findWaiting(ctx, id, ctx.actor.id)
  return renewal && <AskedBeside frame={frame} renewal={renewal} />
}

export const renewalsRoutes: readonly Route[] = [
  get(paths.renewal, 'everyone', c => show(c, c.req.query('klucz') ?? '')),
  post(paths.renewal, 'everyone', 'renewal.kept', answer),
]
