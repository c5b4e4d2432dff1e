import { z } from 'zod'
import { dayOf } from '#kit/dates.ts'
import { emptyForm, type FormState } from '#kit/form.ts'
import { notFound } from '#kit/refusal.ts'
import {
  addLine,
  answerCorrection,
  changeLine,
  freezeMinutes,
  letNote,
  moveLine,
  openCorrections,
  proposeCorrection,
  removeLine,
  resumeMinutes,
  tidyMinutes,
} from '#modules/meetings/minutes/minutes.actions.ts'
import {
  LinePage,
  type LineView,
  MinutesCheckPage,
  type MinutesForms,
  MinutesPage,
  type MinutesView,
} from '#modules/meetings/minutes/minutes.pages.tsx'
import { minutesWords } from '#modules/meetings/minutes/minutes.parts.tsx'
import {
  correctionOutcomes,
  mayCorrect,
  mayEndTask,
  mayNote,
  maySetTask,
  mayStep,
  minutesLimits,
  minuting,
} from '#modules/meetings/minutes/minutes.rules.ts'
import { listCorrections, listLines } from '#modules/meetings/minutes/minutes.store.ts'
import { checkMinutes } from '#modules/meetings/minutes/minutes-check.actions.ts'
import { endTask, setTask } from '#modules/meetings/minutes/tasks.actions.ts'
import { listTasks } from '#modules/meetings/minutes/tasks.store.ts'
import { minutesCase, type Standing } from '#modules/meetings/standing.actions.ts'
import { fatesOf } from '#modules/meetings/voices/fates.routes.tsx'
import { askKindly, harshness } from '#modules/moderation/harshness.rules.ts'
import { postWhyWords } from '#modules/moderation/moderation.parts.tsx'
import { namesOf } from '#modules/people/people.store.ts'
import { paths, url } from '#paths'
import { readForm } from '#web/forms.ts'
import { done, get, page, post, type Route, type Visit } from '#web/http.ts'

const idOf = (c: Visit) => c.req.param('id') ?? ''
const lineOf = (c: Visit) => c.req.param('line') ?? ''
const here = (c: Visit) => url(paths.minutes, { id: idOf(c) })
type Status = 200 | 409 | 422

const mayOf = (c: Visit, { minutes }: Standing): MinutesView['may'] => {
  const { ctx } = c.var
  return {
    note: mayNote(ctx.actor, minutes),
    correct: mayCorrect(ctx.actor, minutes, ctx.now),
    task: maySetTask(ctx.actor, minutes).ok,
    endTask: task => mayEndTask(ctx.actor, task, minutes).ok,
  }
}

async function showMinutes(c: Visit, forms: MinutesForms = {}, status: Status = 200) {
  const { ctx, frame } = c.var
  const standing = await minutesCase(ctx, idOf(c))
  const { meeting, minutes, kept } = standing
  const [lines, corrections, tasks] = await Promise.all([listLines(ctx, meeting.id), listCorrections(ctx, meeting.id), listTasks(ctx, meeting.id)])
  const names = await namesOf(ctx, [...lines.map(line => line.authorId), ...corrections.map(one => one.personId)])
  const fates = await fatesOf(
    c,
    lines.map(line => line.id),
  )
  const step = (name: (typeof minuting.names)[number]) => mayStep(ctx.actor, name, minutes, ctx.now)
  const steps = { tidy: step('tidy'), resume: step('resume'), open: step('open'), freeze: step('freeze') }
  const view = { meeting, kept, minutes, lines, names, fates, corrections, tasks, may: mayOf(c, standing), steps }
  return page(c, <MinutesPage frame={frame} view={view} forms={forms} />, status)
}

async function showLine(
  c: Visit,
  more: Partial<Pick<LineView, 'form' | 'correction' | 'task' | 'theirs' | 'why'>> = {},
  status: Status = 200,
  lineId = lineOf(c),
) {
  const { ctx, frame } = c.var
  const standing = await minutesCase(ctx, idOf(c))
  const lines = await listLines(ctx, idOf(c))
  const at = lines.findIndex(line => line.id === lineId)
  const line = lines[at] ?? notFound('no such line')
  const names = await namesOf(ctx, [line.authorId])
  const fates = (await fatesOf(c, [line.id])).get(line.id) ?? []
  const { meeting, kept } = standing
  const view = { meeting, kept, names, may: mayOf(c, standing), line, number: at + 1, fates, form: emptyForm, ...more }
  return page(c, <LinePage frame={frame} view={view} />, status)
}

const key = z.string().regex(/^key_\w{10,60}$/, 'wrong')
const words = z.string('text-missing').min(minutesLimits.lineMin, 'text-short').max(minutesLimits.lineMax, 'text-long')
const noteSchema = z.object({ key, text: words, kind: z.enum(['note', 'agreed']).default('note') })
const lineSchema = z.object({
  version: z.coerce.number().int(),
  text: words,
  kind: z.enum(['note', 'agreed']).default('note'),
  act: z.enum(['remove', 'up', 'down']).optional(),
})
const correctionSchema = z.object({ key, line: z.string().max(60).optional(), text: words })
const answerSchema = z.object({
  outcome: z.enum(correctionOutcomes, 'choose'),
  answer: z.string('answer-short').min(minutesLimits.answerMin, 'answer-short').max(500, 'text-long'),
  wording: words.optional(),
})
const taskSchema = z.object({
  key,
  line: z.string().max(60).optional(),
  what: z.string('what-missing').min(3, 'what-missing').max(200, 'text-long'),
  who: z.string('who-missing').max(minutesLimits.whoMax, 'text-long'),
  due: z.iso.date('day'),
})
const stepSchema = z.object({
  step: z.enum(minuting.names),
  days: z.coerce.number('days').int('days').min(minutesLimits.days.min, 'days').max(minutesLimits.days.max, 'days').optional(),
})
const steps = { tidy: tidyMinutes, resume: resumeMinutes, open: openCorrections, freeze: freezeMinutes }

async function note(c: Visit) {
  const t = minutesWords(c.var.frame)
  const read = await readForm(c, noteSchema, t.errors)
  if (!read.ok) return showMinutes(c, { note: read.form }, 422)
  const added = await addLine(c.var.ctx, idOf(c), read.value)
  return added.ok ? done(c, `${here(c)}#nowy-zapis`, t.note.done) : showMinutes(c, { note: read.form, why: added.why }, 409)
}

async function change(c: Visit) {
  const { ctx, frame } = c.var
  const t = minutesWords(frame)
  const read = await readForm(c, lineSchema, t.errors)
  if (!read.ok) return showLine(c, { form: read.form }, 422)
  const { act, version, text, kind } = read.value
  if (act === 'up' || act === 'down') {
    const moved = await moveLine(ctx, lineOf(c), act === 'up' ? -1 : 1)
    return moved.ok ? done(c, `${here(c)}#${lineOf(c)}`, t.line.saved) : showLine(c, { form: read.form, why: moved.why }, 409)
  }
  const changed = act === 'remove' ? await removeLine(ctx, lineOf(c), version) : await changeLine(ctx, lineOf(c), { version, text, kind })
  if (changed.ok) return done(c, act === 'remove' ? here(c) : `${here(c)}#${lineOf(c)}`, act === 'remove' ? t.line.removed : t.line.saved)
  // the new version goes into the form: whoever sends it again has seen what the other one wrote
  if ('now' in changed) return showLine(c, { form: read.form, theirs: changed.now.text }, 409)
  return showLine(c, { form: read.form, why: changed.why }, 409)
}

async function takeStep(c: Visit) {
  const t = minutesWords(c.var.frame)
  const read = await readForm(c, stepSchema, t.errors)
  if (!read.ok) return showMinutes(c, { step: read.form }, 422)
  const { step, days } = read.value
  const kindly = step === 'open' ? await askOfLines(c, read.form) : undefined
  if (kindly) return showMinutes(c, { step: kindly }, 422)
  const verdict = await steps[step](c.var.ctx, idOf(c), days)
  const said = { tidy: t.step.tidied, resume: t.step.resumed, open: t.step.opened, freeze: t.step.frozen }[step]
  return verdict.ok ? done(c, here(c), said) : showMinutes(c, { step: read.form, why: verdict.why }, 409)
}

/** Whoever writes while others speak is not stopped; the host is asked once about all lines, before others are called to them. */
async function askOfLines(c: Visit, form: FormState): Promise<FormState | undefined> {
  const { minutes } = await minutesCase(c.var.ctx, idOf(c))
  if (!mayStep(c.var.ctx.actor, 'open', minutes, c.var.ctx.now).ok) return undefined
  const lines = await listLines(c.var.ctx, idOf(c))
  return askKindly(form, ...lines.filter(({ text }) => harshness(text).length > 0).map(({ text }) => text))
}

/** A form that stands both on the page of the minutes and on that of one line answers where it came from. */
const refuse = (
  c: Visit,
  lineId: string | undefined,
  form: Partial<Record<'correction' | 'task', FormState>>,
  why: string | undefined,
  status: Status,
) => (lineId ? showLine(c, { ...form, why }, status, lineId) : showMinutes(c, { ...form, why }, status))

async function correct(c: Visit) {
  const t = minutesWords(c.var.frame)
  const read = await readForm(c, correctionSchema, t.errors)
  const asked = typeof read.form.typed.line === 'string' ? read.form.typed.line : undefined
  if (!read.ok) return refuse(c, asked, { correction: read.form }, undefined, 422)
  const { key, line: lineId, text } = read.value
  const kindly = askKindly(read.form, text)
  if (kindly) return refuse(c, asked, { correction: kindly }, undefined, 422)
  const verdict = await proposeCorrection(c.var.ctx, idOf(c), { key, lineId, text })
  if (verdict.ok) return done(c, `${here(c)}#poprawki`, t.corrections.sent)
  if (verdict.why !== 'limited') return refuse(c, asked, { correction: read.form }, verdict.why, 409)
  return refuse(c, asked, { correction: { ...read.form, errors: { text: postWhyWords(verdict.limit, c.var.frame) } } }, undefined, 409)
}

async function answer(c: Visit) {
  const t = minutesWords(c.var.frame)
  const read = await readForm(c, answerSchema, t.errors)
  const id = c.req.param('correction') ?? ''
  if (!read.ok) return showMinutes(c, { answer: { id, form: read.form } }, 422)
  const verdict = await answerCorrection(c.var.ctx, id, read.value)
  return verdict.ok ? done(c, `${here(c)}#${id}`, t.corrections.answered) : showMinutes(c, { answer: { id, form: read.form }, why: verdict.why }, 409)
}

async function addTask(c: Visit) {
  const { ctx, frame } = c.var
  const t = minutesWords(frame)
  const read = await readForm(c, taskSchema, t.errors)
  const asked = typeof read.form.typed.line === 'string' ? read.form.typed.line : undefined
  if (!read.ok) return refuse(c, asked, { task: read.form }, undefined, 422)
  const { key, line: lineId, what, who, due } = read.value
  if (due < dayOf(ctx.now)) return refuse(c, asked, { task: { ...read.form, errors: { due: t.errors['day-past'] } } }, undefined, 422)
  const verdict = await setTask(ctx, idOf(c), { key, lineId, what, who, dueOn: due })
  return verdict.ok ? done(c, `${here(c)}#zadania`, t.tasks.added) : refuse(c, asked, { task: read.form }, verdict.why, 409)
}

async function finishTask(c: Visit) {
  const verdict = await endTask(c.var.ctx, c.req.param('task') ?? '')
  return verdict.ok ? done(c, `${here(c)}#zadania`, minutesWords(c.var.frame).tasks.ended) : showMinutes(c, { why: verdict.why }, 409)
}

async function chooseNoting(c: Visit) {
  const open = (await c.req.parseBody()).open === 'tak'
  const verdict = await letNote(c.var.ctx, idOf(c), open)
  return verdict.ok ? done(c, here(c), minutesWords(c.var.frame).note.letDone) : showMinutes(c, { why: verdict.why }, 409)
}

export const minutesRoutes: readonly Route[] = [
  get(paths.minutes, 'everyone', c => showMinutes(c)),
  post(paths.minutesLines, 'signed-in', 'minutes.noted', note),
  get(paths.minutesLine, 'everyone', c => showLine(c)),
  post(paths.minutesLine, 'signed-in', 'minutes.line-changed', change),
  post(paths.minutesNoting, 'signed-in', 'minutes.notes-opened', chooseNoting),
  post(paths.minutesStep, 'signed-in', 'minutes.frozen', takeStep),
  post(paths.minutesCorrections, 'signed-in', 'minutes.correction-proposed', correct),
  post(paths.minutesCorrectionAnswer, 'signed-in', 'minutes.correction-answered', answer),
  post(paths.minutesTasks, 'signed-in', 'task.set', addTask),
  post(paths.minutesTaskEnd, 'signed-in', 'task.done', finishTask),
  get(paths.minutesCheck, 'everyone', async c => {
    const { meeting } = await minutesCase(c.var.ctx, idOf(c))
    return page(c, <MinutesCheckPage frame={c.var.frame} meeting={meeting} check={await checkMinutes(c.var.ctx, meeting.id)} />)
  }),
]
