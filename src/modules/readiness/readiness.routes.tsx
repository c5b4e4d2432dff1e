import { z } from 'zod'
import { emptyForm, type FormState } from '#kit/form.ts'
import { newId } from '#kit/ids.ts'
import { notFound } from '#kit/refusal.ts'
import { proposalsWhy } from '#modules/proposals/drafting/unit-asks.parts.tsx'
import { mayFind, type Project } from '#modules/proposals/proposals.rules.ts'
import { loadProject } from '#modules/proposals/proposals.store.ts'
import { addConsent, answerQuestions, type EditWhy, removeConsent, viewReadiness } from '#modules/readiness/readiness.actions.ts'
import { ReadinessBeside, ReadinessPage, readinessWords } from '#modules/readiness/readiness.pages.tsx'
import { answers, noteMax, questions } from '#modules/readiness/readiness.rules.ts'
import { paths, url } from '#paths'
import { filesTextsEn } from '#ui/files.texts.en.ts'
import { filesTexts } from '#ui/files.texts.ts'
import { sendFile } from '#web/files.ts'
import { readForm } from '#web/forms.ts'
import { done, get, page, post, type Route, type Visit } from '#web/http.ts'
import { chosenFile, holdFiles } from '#web/uploads.ts'

const files = { pl: filesTexts, en: filesTextsEn }

async function projectHere(c: Visit): Promise<Project> {
  const project = await loadProject(c.var.ctx, c.req.param('id') ?? '')
  return mayFind(c.var.ctx.actor, project) ? project : notFound('project')
}
const back = (c: Visit, id: string, said: string) => done(c, url(paths.projectReadiness, { id }), said)

type Forms = { readonly form?: FormState; readonly consentForm?: FormState }
async function show(c: Visit, forms: Forms = {}, status: 200 | 409 | 422 = 200) {
  const seen = await viewReadiness(c.var.ctx, await projectHere(c))
  const consentForm = await holdFiles(c, forms.consentForm ?? emptyForm)
  return page(c, <ReadinessPage frame={c.var.frame} {...seen} {...forms} consentForm={consentForm} formKey={newId('key')} />, status)
}

const answersForm = z.object(
  Object.fromEntries(
    questions.flatMap(question => [
      [question, z.enum(answers).optional().catch(undefined)],
      [`${question}-opis`, z.string().max(noteMax, 'long').default('')],
    ]),
  ),
)

async function answer(c: Visit) {
  const { ctx, frame } = c.var
  const t = readinessWords(frame)
  const project = await projectHere(c)
  const read = await readForm(c, answersForm, t.errors)
  if (!read.ok) return show(c, { form: read.form }, 422)
  const typed: Readonly<Record<string, unknown>> = read.value
  const given = questions.flatMap(question => {
    const said = answers.find(one => one === typed[question])
    return said ? [{ question, answer: said, note: String(typed[`${question}-opis`] ?? '').trim() }] : []
  })
  const verdict = await answerQuestions(ctx, project.id, given)
  if (!verdict.ok) return show(c, { form: { ...read.form, errors: { '': proposalsWhy(frame, verdict.why) } } }, 409)
  return back(c, project.id, t.done.answered)
}

const consentForm = z.object({ key: z.string('required').min(8).max(60), opis: z.string('required').trim().min(1, 'required').max(200, 'long') })

async function addOne(c: Visit) {
  const { ctx, frame } = c.var
  const t = readinessWords(frame)
  const project = await projectHere(c)
  const read = await readForm(c, consentForm, t.errors)
  if (!read.ok) return show(c, { consentForm: read.form }, 422)
  const file = await chosenFile(c, 'zgoda')
  const why = files[ctx.locale].why
  if (!file) return show(c, { consentForm: { ...read.form, errors: { zgoda: why['file-missing'] } } }, 422)
  const verdict = await addConsent(ctx, project.id, { file, key: read.value.key, alt: read.value.opis })
  if (verdict.ok) return back(c, project.id, t.done.added)
  const refused = why[verdict.why as keyof typeof why] as string | undefined
  if (refused !== undefined) return show(c, { consentForm: { ...read.form, errors: { zgoda: refused } } }, 422)
  return show(c, { consentForm: { ...read.form, errors: { '': proposalsWhy(frame, verdict.why as EditWhy) } } }, 409)
}

async function removeOne(c: Visit) {
  const { ctx, frame } = c.var
  const project = await projectHere(c)
  const verdict = await removeConsent(ctx, project.id, c.req.param('file') ?? '')
  if (!verdict.ok) return show(c, { consentForm: { ...emptyForm, errors: { '': proposalsWhy(frame, verdict.why) } } }, 409)
  return back(c, project.id, readinessWords(frame).done.removed)
}

/** The file itself, to whoever may see the consents of this project; to others it is not there. */
async function open(c: Visit) {
  const { consents } = await viewReadiness(c.var.ctx, await projectHere(c))
  const file = consents?.find(({ id }) => id === c.req.param('file')) ?? notFound('consent')
  return sendFile(c, file)
}

/** On the page of a draft or project. */
export async function besideThing(c: Visit, id: string) {
  if (!id.startsWith('project_')) return undefined
  const seen = await viewReadiness(c.var.ctx, await loadProject(c.var.ctx, id))
  return <ReadinessBeside frame={c.var.frame} {...seen} />
}

export const readinessRoutes: readonly Route[] = [
  get(paths.projectReadiness, 'everyone', c => show(c)),
  post(paths.projectReadiness, 'signed-in', 'readiness.answered', answer),
  post(paths.projectConsents, 'signed-in', 'consent.added', addOne),
  get(paths.projectConsent, 'signed-in', open),
  post(paths.projectConsentEnd, 'signed-in', 'consent.removed', removeOne),
]
