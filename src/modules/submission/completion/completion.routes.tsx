import type { JSX } from 'hono/jsx/jsx-runtime'
import { z } from 'zod'
import { addDays, dayOf, isDay } from '#kit/dates.ts'
import { emptyForm, type FormState, filled, typedOne } from '#kit/form.ts'
import { newId } from '#kit/ids.ts'
import { parseMoney } from '#kit/money.ts'
import { notFound } from '#kit/refusal.ts'
import { type Clash, costConflicts } from '#modules/proposals/drafting/clashes.parts.tsx'
import { type CostLine, parseQuantity, problemsOf, textMax } from '#modules/proposals/drafting/drafting.rules.ts'
import { termsOf } from '#modules/proposals/limits.store.ts'
import { isAuthor, mayFind, type Project } from '#modules/proposals/proposals.rules.ts'
import { acceptedBy, findProject } from '#modules/proposals/proposals.store.ts'
import { shownNames } from '#modules/proposals/shown-names.store.ts'
import { projectHere } from '#modules/submission/agreeing/agreeing.routes.tsx'
import {
  acceptAnswer,
  allMustAgree,
  callToComplete,
  completedText,
  extendCall,
  freezeAnswer,
  sendAnswer,
  withdrawCall,
  writeCompletion,
} from '#modules/submission/completion/completion.actions.ts'
import { AnsweringPage, CallingPage, type PartForm } from '#modules/submission/completion/completion.pages.tsx'
import { CompletionBeside, completionWords } from '#modules/submission/completion/completion.parts.tsx'
import {
  type Call,
  type CallablePart,
  callable,
  completing,
  isUnderWay,
  mayCall,
  mayFreezeCompletion,
  maySendCompletion,
  maySettle,
  mayWriteCompletion,
} from '#modules/submission/completion/completion.rules.ts'
import { callsOf, partsWritten } from '#modules/submission/completion/completion.store.ts'
import { paths, url } from '#paths'
import type { Ctx } from '#platform/context.ts'
import { readForm } from '#web/forms.ts'
import { done, get, page, post, type Route, type Visit } from '#web/http.ts'

const completionOf = (id: string) => url(paths.projectCompletion, { id })
const mayCallNow = async (ctx: Ctx, project: Project, calls: readonly Call[]) => {
  const { formal } = (await termsOf(ctx, project)).edition.rules
  return { formal, verdict: mayCall(ctx.actor, project, { newest: calls[0], today: dayOf(ctx.now), ...formal }) }
}

/** On the page of a submitted project: what everybody may know of the newest call, and the office's way to call. */
export async function completionBeside({ var: { ctx, frame } }: Visit, id: string): Promise<JSX.Element | undefined> {
  const project = id.startsWith('project_') ? await findProject(ctx, id) : undefined
  if (project?.state !== 'submitted' || !mayFind(ctx.actor, project)) return undefined
  const calls = await callsOf(ctx, id)
  const [call] = calls
  const settling = call && maySettle(ctx.actor, { call, project, today: dayOf(ctx.now) }, 'fail')
  const office = settling && (settling.ok || settling.why !== 'not-yours')
  const { verdict, formal } = await mayCallNow(ctx, project, calls)
  if (!call && !verdict.ok) return undefined
  return (
    <CompletionBeside
      {...{ frame, id, call }}
      inside={office || isAuthor(ctx.actor, project)}
      mayCall={verdict.ok}
      maySettle={settling?.ok ?? false}
      next={formal.notCompleted}
    />
  )
}

// the office calls

async function showCalling(c: Visit, form: FormState = emptyForm, status: 200 | 409 | 422 = 200) {
  const { ctx, frame } = c.var
  const project = await projectHere(c)
  const { formal, verdict } = await mayCallNow(ctx, project, await callsOf(ctx, project.id))
  const { completeDays: days } = formal
  const formKey = typedOne(form, 'key') || newId('key')
  return page(c, <CallingPage {...{ frame, project, form, formKey, verdict, days }} dueOn={addDays(dayOf(ctx.now), days)} />, status)
}

const callForm = z.object({
  key: z.string().regex(/^key_\w{10,40}$/, 'wrong'),
  czesci: z.array(z.enum(callable, 'parts'), 'parts').min(1, 'parts'),
  slowa: z.string('required').max(4000, 'long'),
  termin: z.string('required').refine(isDay, 'day'),
})
async function call(c: Visit) {
  const { ctx, frame } = c.var
  const t = completionWords(frame)
  const project = await projectHere(c)
  const read = await readForm(c, callForm, t.errors)
  if (!read.ok) return showCalling(c, read.form, 422)
  const { key, czesci: parts, slowa: words, termin: dueOn } = read.value
  const called = await callToComplete(ctx, project.id, { key, parts, words, dueOn })
  if (called.ok) return done(c, url(paths.project, { id: project.id }), t.calling.done)
  if (called.why === 'too-early' || called.why === 'too-far') return showCalling(c, { ...read.form, errors: { termin: t.why[called.why] } }, 422)
  return showCalling(c, { ...read.form, errors: { '': t.why[called.why] } }, 409)
}

// the authors answer

type Given = { part?: PartForm; refusal?: string; deadline?: FormState; end?: FormState }
async function showAnswering(c: Visit, given: Given = {}, status: 200 | 409 | 422 = 200) {
  const { ctx, frame } = c.var
  const project = await projectHere(c)
  const [call] = (await callsOf(ctx, project.id)).filter(isUnderWay)
  const office = call && completing.may(ctx.actor, 'withdraw', { state: call.state, project })
  if (!call || !office || !(office.ok || isAuthor(ctx.actor, project))) return notFound('completion')
  const [completed, written, terms] = [await completedText(ctx, project, call), await partsWritten(ctx, call.id), await termsOf(ctx, project)]
  const acceptedIds = call.version === undefined ? [] : await acceptedBy(ctx, project.id, call.version)
  const asked = { call, project, today: dayOf(ctx.now) }
  const allAgree = allMustAgree(terms.edition)
  const problems = problemsOf(completed.sections, completed.costs, terms.limits).length
  const parts = call.parts.map((part): PartForm => {
    if (given.part?.part === part) return given.part
    const revision = written.find(one => one.part === part)?.revision ?? 0
    return { part, text: part === 'costs' ? '' : completed.sections[part], costs: completed.costs, revision, form: emptyForm }
  })
  const done = project.authorIds.filter(id => acceptedIds.includes(id)).length
  return page(
    c,
    <AnsweringPage
      {...{ frame, project, call, parts }}
      writing={mayWriteCompletion(ctx.actor, asked)}
      freezing={mayFreezeCompletion(ctx.actor, { ...asked, problems, changed: completed.changed })}
      sending={maySendCompletion(ctx.actor, { ...asked, acceptedIds, allAgree })}
      accepted={{ done, all: project.authorIds.length, mine: acceptedIds.includes(ctx.actor.id) }}
      allAgree={allAgree}
      office={{ may: office, deadline: given.deadline ?? emptyForm, end: given.end ?? emptyForm }}
      refusal={given.refusal}
    />,
    status,
  )
}

const partHere = (c: Visit): CallablePart => callable.find(part => part === c.req.param('part')) ?? notFound('part')

async function write(c: Visit) {
  const { ctx, frame } = c.var
  const t = completionWords(frame)
  const [project, part] = [await projectHere(c), partHere(c)]
  const { form } = await readForm(c, z.record(z.string(), z.unknown()), t.errors)
  const revision = Number(typedOne(form, 'rewizja')) || 0
  const typed = { part, text: typedOne(form, 'tekst'), costs: part === 'costs' ? linesShown(form) : [], revision }
  const again = (why: string, status: 409 | 422) =>
    showAnswering(c, { part: { ...typed, form: { ...form, errors: { [part === 'costs' ? '' : 'tekst']: why } } } }, status)
  const lines = part === 'costs' ? linesTyped(form) : []
  if (!lines) return again(t.errors.line, 422)
  const { text } = typed
  if (part !== 'costs' && (text === '' || text.length > textMax)) return again(text === '' ? t.errors.required : t.errors.long, 422)
  const written = await writeCompletion(ctx, project.id, { part, content: part === 'costs' ? lines : text, revision })
  if (written.ok) return done(c, completionOf(project.id), t.answering.saved)
  if (written.why === 'too-long') return again(t.why['too-long'], 422)
  if (written.why !== 'conflict') return showAnswering(c, { refusal: t.why[written.why] }, 409)
  const by = (await shownNames(ctx, project, [written.by])).get(written.by) ?? ''
  const clash: Clash = { by, conflicts: 'merged' in written ? written.merged.conflicts : costConflicts(written.conflicts, ctx.locale) }
  const both = 'merged' in written ? { text: written.merged.text, costs: [] } : { text: '', costs: written.lines }
  return showAnswering(c, { part: { part, ...both, revision: written.revision, form: emptyForm, clash } }, 409)
}

const rowsOf = (form: FormState) =>
  [...new Set(Object.keys(form.typed).flatMap(name => /^(?:co|ile|jednostka|cena)-(\d{1,2})$/.exec(name)?.[1] ?? []))]
    .map(Number)
    .sort((a, b) => a - b)
    .map(i => ({
      id: typedOne(form, `id-${i}`),
      item: typedOne(form, `kod-${i}`),
      name: typedOne(form, `co-${i}`),
      quantity: typedOne(form, `ile-${i}`),
      unit: typedOne(form, `jednostka-${i}`),
      price: typedOne(form, `cena-${i}`),
    }))
    .filter(row => row.name !== '' || row.quantity !== '' || row.unit !== '' || row.price !== '')

/** As many rows as were typed, so that the form comes back whole; what stands in them is in the form itself. */
export const linesShown = (form: FormState): CostLine[] => rowsOf(form).map(({ id, name, unit }) => ({ id, name, unit, quantity: 0, price: 0 }))

/** The rows as lines of a cost table, or nothing where one of them is wrong. */
export function linesTyped(form: FormState): readonly CostLine[] | undefined {
  const lines = rowsOf(form).map((row): CostLine | undefined => {
    const [quantity, price] = [parseQuantity(row.quantity), parseMoney(row.price)]
    if (row.name === '' || row.unit === '' || !quantity || price === undefined || price > 10_000_000_000) return undefined
    const line = {
      id: /^line_\w{10,30}$/.test(row.id) ? row.id : newId('line'),
      name: row.name.slice(0, 120),
      quantity,
      unit: row.unit.slice(0, 20),
      price,
    }
    return /^[\w-]{1,30}$/.test(row.item) ? { ...line, item: row.item } : line
  })
  return lines.every(line => line !== undefined) ? lines : undefined
}

/** An act without a form: done, or the page with the reason why not. */
const act =
  (
    take: (ctx: Ctx, id: string) => Promise<{ ok: true } | { ok: false; why: keyof ReturnType<typeof completionWords>['why'] }>,
    to: 'completion' | 'project',
    said: (t: ReturnType<typeof completionWords>) => string,
  ) =>
  async (c: Visit) => {
    const t = completionWords(c.var.frame)
    const project = await projectHere(c)
    const verdict = await take(c.var.ctx, project.id)
    if (!verdict.ok) return showAnswering(c, { refusal: t.why[verdict.why] }, 409)
    return done(c, to === 'project' ? url(paths.project, { id: project.id }) : completionOf(project.id), said(t))
  }

// the office again

async function extend(c: Visit) {
  const t = completionWords(c.var.frame)
  const project = await projectHere(c)
  const read = await readForm(c, z.object({ termin: z.string('required').refine(isDay, 'day') }), t.errors)
  if (!read.ok) return showAnswering(c, { deadline: read.form }, 422)
  const verdict = await extendCall(c.var.ctx, project.id, read.value.termin)
  if (verdict.ok) return done(c, completionOf(project.id), t.office.extended)
  return showAnswering(c, { deadline: { ...filled(read.form.typed), errors: { termin: t.why[verdict.why] } } }, 409)
}

async function end(c: Visit) {
  const t = completionWords(c.var.frame)
  const project = await projectHere(c)
  const read = await readForm(c, z.object({ powod: z.string('required').max(1000, 'long') }), t.errors)
  if (!read.ok) return showAnswering(c, { end: read.form }, 422)
  const verdict = await withdrawCall(c.var.ctx, project.id, read.value.powod)
  if (verdict.ok) return done(c, url(paths.project, { id: project.id }), t.office.withdrawn)
  return showAnswering(c, { end: { ...filled(read.form.typed), errors: { '': t.why[verdict.why] } } }, 409)
}

export const completionRoutes: readonly Route[] = [
  get(paths.projectCompletionCall, ['clerk'], c => showCalling(c)),
  post(paths.projectCompletionCall, ['clerk'], 'completion.called', call),
  get(paths.projectCompletion, 'signed-in', c => showAnswering(c)),
  post(paths.projectCompletionPart, 'signed-in', 'completion.written', write),
  post(
    paths.projectCompletionVersion,
    'signed-in',
    'completion.frozen',
    act(freezeAnswer, 'completion', t => t.answering.freezeDone),
  ),
  post(
    paths.projectCompletionAcceptance,
    'signed-in',
    'version.accepted',
    act(acceptAnswer, 'completion', t => t.answering.acceptDone),
  ),
  post(
    paths.projectCompletionAnswer,
    'signed-in',
    'completion.answered',
    act(sendAnswer, 'project', t => t.answering.sent),
  ),
  post(paths.projectCompletionDeadline, ['clerk'], 'completion.extended', extend),
  post(paths.projectCompletionEnd, ['clerk'], 'completion.withdrawn', end),
]
