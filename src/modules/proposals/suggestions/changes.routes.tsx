import { z } from 'zod'
import type { FormState } from '#kit/form.ts'
import { notFound } from '#kit/refusal.ts'
import { commentSchema } from '#modules/discussions/comments/comment-form.actions.ts'
import { discussionsWords } from '#modules/discussions/comments/comments.parts.tsx'
import { commentLimits, type Outcome, outcomes } from '#modules/discussions/discussions.rules.ts'
import { loadComment } from '#modules/discussions/discussions.store.ts'
import { withError } from '#modules/ideas/space-form.parts.tsx'
import { askKindly } from '#modules/moderation/harshness.rules.ts'
import { postWhyWords } from '#modules/moderation/moderation.parts.tsx'
import { behalfOf } from '#modules/people/office/behalf.actions.ts'
import { withVoiceError } from '#modules/people/office/behalf.parts.tsx'
import { loadEdition } from '#modules/programme/editions/editions.store.ts'
import { hasPart } from '#modules/programme/programme.rules.ts'
import { readRow } from '#modules/proposals/cost/cost-changes.rules.ts'
import { costSuggestionsWords } from '#modules/proposals/cost/cost-suggestions.parts.tsx'
import type { CostLine } from '#modules/proposals/drafting/drafting.rules.ts'
import { ProjectPage } from '#modules/proposals/projects.pages.tsx'
import { projectHere } from '#modules/proposals/projects.routes.tsx'
import { isPublic, type Project } from '#modules/proposals/proposals.rules.ts'
import { costsOf } from '#modules/proposals/proposals.store.ts'
import { shownNames } from '#modules/proposals/shown-names.store.ts'
import { projectTalk, settleProposedChange, speakAboutProject } from '#modules/proposals/suggestions/changes.actions.ts'
import { ChangePage } from '#modules/proposals/suggestions/changes.pages.tsx'
import { changesWords, changeWhyWords } from '#modules/proposals/suggestions/changes.parts.tsx'
import { maySettleFor } from '#modules/proposals/suggestions/changes.rules.ts'
import { findSuggestion } from '#modules/proposals/suggestions/suggestions.store.ts'
import { viewProject } from '#modules/proposals/views.store.ts'
import { paths, url } from '#paths'
import type { Frame } from '#ui/frame.ts'
import { readForm } from '#web/forms.ts'
import { done, get, page, post, type Route, type Visit } from '#web/http.ts'

/** A project with a talk under it; a private draft, or an edition without talks, has none. */
export async function talkingHere(c: Visit): Promise<Project> {
  const project = await projectHere(c)
  const edition = await loadEdition(c.var.ctx, project.editionId)
  return isPublic(project) && hasPart(edition, 'discussions') ? project : notFound('no talk here')
}

export async function talkAgain(c: Visit, project: Project, form: FormState, status: 409 | 422) {
  const { ctx, frame } = c.var
  const [view, talk] = await Promise.all([viewProject(ctx, project), projectTalk(ctx, project, form)])
  return page(c, <ProjectPage frame={frame} view={view} talk={talk} />, status)
}

async function speak(c: Visit) {
  const { ctx, frame } = c.var
  const project = await talkingHere(c)
  const read = await readForm(c, commentSchema, discussionsWords(frame).errors)
  if (!read.ok) return talkAgain(c, project, read.form, 422)
  const kindly = askKindly(read.form, read.value.text)
  if (kindly) return talkAgain(c, project, kindly, 422)
  const added = await speakAboutProject(ctx, project.id, { ...read.value, behalf: behalfOf(read.value) })
  if (added.ok) return done(c, `${url(paths.project, { id: project.id })}#${added.id}`, changesWords(frame).said)
  return talkAgain(c, project, refusedVoice(frame, read.form, added), 409)
}

/** What was typed, with the reason why it was not said. */
export function refusedVoice(
  frame: Frame,
  form: FormState,
  refusal: Exclude<Awaited<ReturnType<typeof speakAboutProject>>, { ok: true }>,
): FormState {
  if ('limit' in refusal) return withError(form, '', postWhyWords(refusal.limit, frame))
  const words: Readonly<Record<string, string>> = changeWhyWords(frame)
  const field = refusal.why === 'not-this-kind' && 'kind' in form.typed ? 'kind' : ''
  return words[refusal.why] ? { ...form, errors: { [field]: words[refusal.why] ?? '' } } : withVoiceError(form, refusal.why, frame)
}

/** A proposed change of this project; hidden words are answered by nobody. */
async function changeHere(c: Visit) {
  const project = await talkingHere(c)
  const comment = await loadComment(c.var.ctx, c.req.param('comment') ?? '')
  const isChange = comment.subjectId === project.id && comment.kind === 'change' && comment.replyTo === null && !comment.hiding
  return isChange ? { project, comment } : notFound('no such change')
}

async function showChange(c: Visit, form?: FormState, status: 200 | 409 | 422 = 200) {
  const { ctx, frame } = c.var
  const { project, comment } = await changeHere(c)
  const t = changeWhyWords(frame)
  const verdict = maySettleFor(ctx.actor, project, comment)
  const refusal = comment.settlement ? t['settled-already'] : verdict.ok ? undefined : t[verdict.why]
  const names = await shownNames(ctx, project, [comment.authorId])
  const change = (await findSuggestion(ctx, project.id, comment.id))?.change
  const id = change && (change.kind === 'add' ? change.is.id : change.was.id)
  const current = (await costsOf(ctx, project.id)).find(row => row.id === id)
  return page(c, <ChangePage frame={frame} view={{ project, comment, names, refusal, change, current, form }} />, status)
}

const settleSchema = z.object({
  outcome: z.enum(outcomes, 'outcome-missing'),
  why: z.string('why-missing').min(commentLimits.whyMin, 'why-missing').max(commentLimits.whyMax, 'why-long'),
})

type Part = { readonly row?: CostLine; readonly errors?: FormState['errors'] }
/** A change of the costs that is taken over in part: the row as the authors wrote it. */
async function partRow({ var: { ctx, frame } }: Visit, project: Project, commentId: string, outcome: Outcome, form: FormState): Promise<Part> {
  const change = outcome === 'partly' ? (await findSuggestion(ctx, project.id, commentId))?.change : undefined
  if (!change) return {}
  const read = readRow(form, change.kind === 'add' ? change.is : change.was)
  if ('row' in read) return { row: read.row }
  const { errors } = costSuggestionsWords(frame)
  return { errors: Object.fromEntries(Object.entries(read.faults).map(([field, fault]) => [field, errors[fault]])) }
}

async function settle(c: Visit) {
  const { ctx, frame } = c.var
  const { project, comment } = await changeHere(c)
  const t = discussionsWords(frame)
  const read = await readForm(c, settleSchema, t.errors)
  if (!read.ok) return showChange(c, read.form, 422)
  const part = await partRow(c, project, comment.id, read.value.outcome, read.form)
  if (part.errors) return showChange(c, { ...read.form, errors: part.errors }, 422)
  const verdict = await settleProposedChange(ctx, project.id, comment.id, { ...read.value, ...(part.row && { row: part.row }) })
  if (verdict.ok) return done(c, `${url(paths.project, { id: project.id })}#${comment.id}`, t.settlement.done)
  const clash: Readonly<Record<string, string>> = costSuggestionsWords(frame).why
  const said = clash[verdict.why]
  return showChange(c, said ? withError(read.form, '', said) : read.form, 409)
}

export const changesRoutes: readonly Route[] = [
  post(paths.projectComments, 'signed-in', 'comment.added', speak),
  get(paths.projectChange, 'signed-in', c => showChange(c)),
  post(paths.projectChange, 'signed-in', 'comment.settled', settle),
]
