import { z } from 'zod'
import type { FormState } from '#kit/form.ts'
import { mustHaveAmbassadors, showAmbassador } from '#modules/ambassadors/ambassadors.routes.tsx'
import { isLive } from '#modules/ambassadors/tenure/terms.rules.ts'
import { termsOf } from '#modules/ambassadors/tenure/terms.store.ts'
import { answerMessage, writeToAmbassador } from '#modules/ambassadors/workspace/messages.actions.ts'
import { MessagesPage } from '#modules/ambassadors/workspace/messages.pages.tsx'
import { listMessages } from '#modules/ambassadors/workspace/messages.store.ts'
import { messagesTextsEn } from '#modules/ambassadors/workspace/messages.texts.en.ts'
import { messagesTexts } from '#modules/ambassadors/workspace/messages.texts.ts'
import { namesOf } from '#modules/people/people.store.ts'
import { paths, url } from '#paths'
import { readForm } from '#web/forms.ts'
import { done, get, page, post, type Route, type Visit } from '#web/http.ts'

const texts = { pl: messagesTexts, en: messagesTextsEn }
const words = (c: Visit) => texts[c.var.frame.locale]
const idIn = (c: Visit) => c.req.param('id') ?? ''

const schema = z.object({
  key: z.string('required').min(8).max(60),
  wiadomosc: z.string('required').min(10, 'too-short').max(3000, 'too-long'),
  pokaz: z.string().optional(),
})
async function write(c: Visit): Promise<Response> {
  const t = words(c)
  await mustHaveAmbassadors(c.var.ctx)
  const read = await readForm(c, schema, t.errors)
  if (!read.ok) return showAmbassador(c, read.form, 422)
  const { key, wiadomosc, pokaz } = read.value
  const verdict = await writeToAmbassador(c.var.ctx, { key, termId: idIn(c), text: wiadomosc, showsAddress: pokaz !== undefined })
  if (verdict.ok) return done(c, url(paths.ambassador, { id: idIn(c) }), t.sent)
  return showAmbassador(c, { ...read.form, errors: { wiadomosc: t.why[verdict.why] } }, 409)
}

type Refused = { readonly why?: string; readonly form?: FormState & { readonly id: string } }
async function showOwn(c: Visit, { why, form }: Refused = {}, status: 200 | 409 | 422 = 200): Promise<Response> {
  const { ctx, frame } = c.var
  await mustHaveAmbassadors(ctx)
  const terms = await termsOf(ctx, ctx.actor.id)
  const term = terms.find(isLive) ?? terms[0]
  const messages = term ? await listMessages(ctx, term.id) : []
  const names = await namesOf(
    ctx,
    messages.map(message => message.fromId),
  )
  const named = messages.map(message => ({ ...message, name: names.get(message.fromId) ?? '' }))
  return page(c, <MessagesPage frame={frame} messages={named} may={term?.state === 'active'} refused={why} form={form} />, status)
}

async function reply(c: Visit): Promise<Response> {
  const t = words(c)
  const read = await readForm(c, z.object({ odpowiedz: z.string('required').max(3000, 'too-long') }), t.errors)
  if (!read.ok) return showOwn(c, { form: { ...read.form, id: idIn(c) } }, 422)
  const verdict = await answerMessage(c.var.ctx, idIn(c), read.value.odpowiedz)
  return verdict.ok ? done(c, paths.ownMessages, t.replied) : showOwn(c, { why: t.why[verdict.why] }, 409)
}

export const messagesRoutes: readonly Route[] = [
  post(paths.ambassadorMessages, 'signed-in', 'ambassador.written-to', write),
  get(paths.ownMessages, 'signed-in', c => showOwn(c)),
  post(paths.messageReply, 'signed-in', 'ambassador.answered', reply),
]
