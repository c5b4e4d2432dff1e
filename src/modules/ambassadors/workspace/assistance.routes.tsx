import { z } from 'zod'
import { isDay } from '#kit/dates.ts'
import { emptyForm, type FormState } from '#kit/form.ts'
import { mustHaveAmbassadors } from '#modules/ambassadors/ambassadors.routes.tsx'
import { mayWork } from '#modules/ambassadors/tenure/terms.rules.ts'
import { listTermsById, termsOf } from '#modules/ambassadors/tenure/terms.store.ts'
import { askAssistance, stepAssistance } from '#modules/ambassadors/workspace/assistance.actions.ts'
import { AssistanceOfficePage, OwnAssistancePage, type RefusedAnswer } from '#modules/ambassadors/workspace/assistance.pages.tsx'
import { type AssistanceWhy, assistanceKinds } from '#modules/ambassadors/workspace/assistance.rules.ts'
import { listAssistance } from '#modules/ambassadors/workspace/assistance.store.ts'
import { assistanceTextsEn } from '#modules/ambassadors/workspace/assistance.texts.en.ts'
import { assistanceTexts } from '#modules/ambassadors/workspace/assistance.texts.ts'
import { namesOf } from '#modules/people/people.store.ts'
import { paths } from '#paths'
import { readForm } from '#web/forms.ts'
import { done, get, page, post, type Route, type Visit } from '#web/http.ts'

const texts = { pl: assistanceTexts, en: assistanceTextsEn }
const words = (c: Visit) => texts[c.var.frame.locale]
const idIn = (c: Visit) => c.req.param('id') ?? ''
const day = z.string().refine(isDay, 'day').optional()

async function showOwn(c: Visit, form: FormState = emptyForm, status: 200 | 409 | 422 = 200, why?: AssistanceWhy): Promise<Response> {
  const { ctx, frame } = c.var
  await mustHaveAmbassadors(ctx)
  const [requests, terms] = await Promise.all([listAssistance(ctx, { personId: ctx.actor.id }), termsOf(ctx, ctx.actor.id)])
  const may = terms.some(term => mayWork(ctx.actor, term).ok)
  return page(
    c,
    <OwnAssistancePage frame={frame} requests={requests} form={form} may={may} refused={why && may ? words(c).why[why] : undefined} />,
    status,
  )
}

const asked = z.object({
  key: z.string('required').min(8).max(60),
  kind: z.enum(assistanceKinds, 'wrong'),
  text: z.string('required').min(10, 'too-short').max(2000, 'too-long'),
  wished: day,
})
async function ask(c: Visit): Promise<Response> {
  const t = words(c)
  const read = await readForm(c, asked, t.errors)
  if (!read.ok) return showOwn(c, read.form, 422)
  const { key, kind, text, wished } = read.value
  const verdict = await askAssistance(c.var.ctx, { key, kind, text, wishedOn: wished })
  return verdict.ok ? done(c, paths.ownAssistance, t.sent) : showOwn(c, read.form, 409, verdict.why)
}

async function showOffice(c: Visit, refused?: RefusedAnswer, status: 200 | 409 | 422 = 200): Promise<Response> {
  const { ctx, frame } = c.var
  await mustHaveAmbassadors(ctx)
  const requests = await listAssistance(ctx)
  const [names, terms] = await Promise.all([
    namesOf(
      ctx,
      requests.map(of => of.personId),
    ),
    listTermsById(ctx, [...new Set(requests.map(of => of.termId))]),
  ])
  const areas = new Map(terms.map(term => [term.id, term.areaWords]))
  const named = requests.map(of => ({ ...of, name: names.get(of.personId) ?? '', area: areas.get(of.termId) ?? '' }))
  return page(c, <AssistanceOfficePage frame={frame} requests={named} actor={ctx.actor} refused={refused} />, status)
}

const fieldOf: Partial<Record<AssistanceWhy, string>> = { 'answer-missing': 'answer', 'day-missing': 'ready', 'day-past': 'ready' }
async function answer(c: Visit): Promise<Response> {
  const t = words(c)
  const schema = z.object({
    krok: z.enum(['promise', 'decline', 'finish'], 'wrong'),
    answer: z.string().max(2000, 'too-long').default(''),
    ready: day,
  })
  const read = await readForm(c, schema, t.errors)
  const step = z.enum(['promise', 'decline', 'finish']).catch('promise').parse(read.form.typed.krok)
  if (!read.ok) return showOffice(c, { ...read.form, id: idIn(c), step }, 422)
  const { answer, ready } = read.value
  const verdict = await stepAssistance(c.var.ctx, idIn(c), step, { answer, readyOn: ready })
  if (verdict.ok) return done(c, paths.officeAssistance, t.office.done[step])
  const field = fieldOf[verdict.why]
  return showOffice(c, { ...read.form, errors: { [field ?? '']: t.why[verdict.why] }, id: idIn(c), step }, field ? 422 : 409)
}

export const assistanceRoutes: readonly Route[] = [
  get(paths.ownAssistance, 'signed-in', c => showOwn(c)),
  post(paths.ownAssistance, 'signed-in', 'assistance.asked', ask),
  post(paths.assistanceWithdrawal, 'signed-in', 'assistance.withdrawn', async c => {
    const verdict = await stepAssistance(c.var.ctx, idIn(c), 'withdraw', { answer: '' })
    return verdict.ok ? done(c, paths.ownAssistance, words(c).withdrawn) : showOwn(c, emptyForm, 409, verdict.why)
  }),
  get(paths.officeAssistance, ['coordinator'], c => showOffice(c)),
  post(paths.officeAssistanceAnswer, ['coordinator'], 'assistance.promised', answer),
]
