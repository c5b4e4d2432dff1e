import { z } from 'zod'
import { emptyForm, type FormState } from '#kit/form.ts'
import { forbidden, notFound } from '#kit/refusal.ts'
import { scanKinds, scanSubject } from '#modules/ambassadors/applications/application-forms.rules.ts'
import { lacksIn, startApplication, submitApplication, withdrawApplication } from '#modules/ambassadors/applications/applications.actions.ts'
import { ApplicationPage, type ApplicationView } from '#modules/ambassadors/applications/applications.pages.tsx'
import { applying, maySee, mayWrite } from '#modules/ambassadors/applications/applications.rules.ts'
import { loadApplication } from '#modules/ambassadors/applications/applications.store.ts'
import { applicationsTextsEn } from '#modules/ambassadors/applications/applications.texts.en.ts'
import { applicationsTexts } from '#modules/ambassadors/applications/applications.texts.ts'
import { loadCall } from '#modules/ambassadors/applications/calls.store.ts'
import { listDecisions } from '#modules/ambassadors/applications/decisions.store.ts'
import { loadEdition } from '#modules/programme/editions/editions.store.ts'
import { hasPart } from '#modules/programme/programme.rules.ts'
import { listDistricts } from '#modules/programme/territories/territories.store.ts'
import { paths, url } from '#paths'
import type { Ctx } from '#platform/context.ts'
import { filesOf } from '#platform/files.ts'
import { readForm } from '#web/forms.ts'
import { done, get, page, post, type Route, type Visit } from '#web/http.ts'

const texts = { pl: applicationsTexts, en: applicationsTextsEn }
const idOf = (c: Visit) => c.req.param('id') ?? ''

/** An application with all that its pages show, for whoever may see it. */
export async function viewApplication(ctx: Ctx, id: string, form: FormState = emptyForm): Promise<ApplicationView> {
  const one = await loadApplication(ctx, id)
  // somebody else's application looks the same as one that is not there
  if (!maySee(ctx.actor, one)) return notFound('application')
  const [call, edition, districts, letters, files] = await Promise.all([
    loadCall(ctx, one.callId),
    loadEdition(ctx, one.editionId),
    listDistricts(ctx),
    listDecisions(ctx, id),
    filesOf(
      ctx,
      scanKinds.map(kind => scanSubject(id, kind)),
    ),
  ])
  if (!hasPart(edition, 'ambassadors')) return notFound('no ambassadors in this edition')
  const scans = files.map(file => ({ id: file.id, kind: scanKinds.find(kind => file.subject === scanSubject(id, kind)) ?? 'form' }))
  const writing = mayWrite(ctx.actor, one, call, ctx.now)
  const lacks = writing.ok ? await lacksIn(ctx, one, call, edition) : []
  return { one, call, edition: edition.title, districts, lacks, scans, letters, writing, withdrawing: applying.may(ctx.actor, 'withdraw', one), form }
}

async function showOwn(c: Visit, why?: keyof typeof applicationsTexts.why) {
  const { ctx, frame } = c.var
  const form = why ? { typed: {}, errors: { '': texts[ctx.locale].why[why] } } : emptyForm
  return page(c, <ApplicationPage frame={frame} view={await viewApplication(ctx, idOf(c), form)} />, why ? 409 : 200)
}

const startForm = z.object({ key: z.string().regex(/^key_[0-9a-z]{20}$/), nabor: z.string().max(40) })
async function start(c: Visit) {
  const { ctx } = c.var
  const read = await readForm(c, startForm, texts[ctx.locale].errors)
  if (!read.ok) return done(c, paths.ambassadorCall)
  const call = await loadCall(ctx, read.value.nabor)
  if (!hasPart(await loadEdition(ctx, call.editionId), 'ambassadors')) return notFound('no ambassadors in this edition')
  const started = await startApplication(ctx, { key: read.value.key, callId: call.id })
  if (!started.ok) return done(c, paths.ambassadorCall, texts[ctx.locale].why[started.why])
  const one = await loadApplication(ctx, started.id)
  const to =
    one.state === 'draft' ? url(paths.ambassadorApplicationPart, { id: one.id, part: 'you' }) : url(paths.ambassadorApplication, { id: one.id })
  return done(c, to)
}

async function submit(c: Visit) {
  const verdict = await submitApplication(c.var.ctx, idOf(c))
  if (verdict.ok) return done(c, url(paths.ambassadorApplication, { id: idOf(c) }), texts[c.var.ctx.locale].flash.submitted)
  return verdict.why === 'not-yours' ? forbidden() : showOwn(c, verdict.why)
}

async function withdraw(c: Visit) {
  const verdict = await withdrawApplication(c.var.ctx, idOf(c))
  if (verdict.ok) return done(c, url(paths.ambassadorApplication, { id: idOf(c) }), texts[c.var.ctx.locale].flash.withdrawn)
  return verdict.why === 'not-yours' ? forbidden() : showOwn(c, verdict.why)
}

export const applicationsRoutes: readonly Route[] = [
  post(paths.ambassadorApplications, 'signed-in', 'application.started', start),
  get(paths.ambassadorApplication, 'signed-in', c => showOwn(c)),
  post(paths.ambassadorApplicationSubmission, 'signed-in', 'application.submitted', submit),
  post(paths.ambassadorApplicationWithdrawal, 'signed-in', 'application.withdrawn', withdraw),
]
