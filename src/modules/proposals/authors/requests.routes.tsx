import { z } from 'zod'
import { emptyForm, type FormState } from '#kit/form.ts'
import { showAuthors } from '#modules/proposals/authors/authors.routes.tsx'
import { placeRoles } from '#modules/proposals/authors/authors.rules.ts'
import { answerRequest, askToJoin, withdrawRequest } from '#modules/proposals/authors/requests.actions.ts'
import { AskPage } from '#modules/proposals/authors/requests.pages.tsx'
import { requestsWords } from '#modules/proposals/authors/requests.parts.tsx'
import { requestLimits } from '#modules/proposals/authors/requests.rules.ts'
import { doneAt, projectHere } from '#modules/proposals/projects.routes.tsx'
import { loadProject } from '#modules/proposals/proposals.store.ts'
import { viewProject } from '#modules/proposals/views.store.ts'
import { paths, url } from '#paths'
import { readForm } from '#web/forms.ts'
import { done, get, page, post, type Route, type Visit } from '#web/http.ts'

async function show(c: Visit, id: string, form: FormState, status: 200 | 409 | 422 = 200) {
  const view = await viewProject(c.var.ctx, await loadProject(c.var.ctx, id))
  return page(c, <AskPage frame={c.var.frame} view={view} form={form} />, status)
}

const askForm = z.object({
  rola: z.enum(placeRoles, 'choose'),
  zdanie: z.string('required').trim().min(1, 'required').max(requestLimits.sentenceMax, 'long'),
})

async function ask(c: Visit) {
  const { ctx, frame } = c.var
  const t = requestsWords(frame)
  const project = await projectHere(c)
  const read = await readForm(c, askForm, t.errors)
  if (!read.ok) return show(c, project.id, read.form, 422)
  const verdict = await askToJoin(ctx, project.id, { role: read.value.rola, sentence: read.value.zdanie })
  if (!verdict.ok) return show(c, project.id, { ...read.form, errors: { '': t.why[verdict.why] } }, 409)
  return doneAt(c, project.id, t.done.asked)
}

const yesForm = z.object({ odpowiedz: z.literal('tak', 'choose') })
const noForm = z.object({
  odpowiedz: z.literal('nie', 'choose'),
  powod: z.string('required').trim().min(1, 'required').max(requestLimits.reasonMax, 'long'),
})

async function answer(c: Visit) {
  const { ctx, frame } = c.var
  const t = requestsWords(frame)
  const project = await projectHere(c)
  const id = c.req.param('request') ?? ''
  const yes = await readForm(c, yesForm, t.errors)
  const no = yes.ok ? undefined : await readForm(c, noForm, t.errors)
  if (no && !no.ok) return showAuthors(c, project.id, { refusing: { id, form: no.form } }, 422)
  const reason = no?.ok ? no.value.powod : ''
  const verdict = await answerRequest(ctx, project.id, id, { answer: yes.ok ? 'accept' : 'refuse', reason })
  if (!verdict.ok) return showAuthors(c, project.id, { why: t.why[verdict.why] }, 409)
  return done(c, url(paths.projectAuthors, { id: project.id }), yes.ok ? t.done.accepted : t.done.refused)
}

async function takeBack(c: Visit) {
  const t = requestsWords(c.var.frame)
  const project = await projectHere(c)
  const verdict = await withdrawRequest(c.var.ctx, project.id, c.req.param('request') ?? '')
  if (!verdict.ok) return show(c, project.id, { typed: {}, errors: { '': t.why[verdict.why] } }, 409)
  return doneAt(c, project.id, t.done.takenBack)
}

export const requestsRoutes: readonly Route[] = [
  get(paths.projectRequests, 'signed-in', async c => show(c, (await projectHere(c)).id, emptyForm)),
  post(paths.projectRequests, 'signed-in', 'author.asked', ask),
  post(paths.projectRequestAnswer, 'signed-in', 'author.refused', answer),
  post(paths.projectRequestEnd, 'signed-in', 'author.unasked', takeBack),
]
