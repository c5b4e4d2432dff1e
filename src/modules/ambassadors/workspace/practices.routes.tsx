import { z } from 'zod'
import { emptyForm, type FormState, filled } from '#kit/form.ts'
import { notFound } from '#kit/refusal.ts'
import { changePractice, sharePractice, withdrawPractice } from '#modules/ambassadors/workspace/practices.actions.ts'
import { PracticeFormPage, PracticePage, PracticesPage, typedPractice } from '#modules/ambassadors/workspace/practices.pages.tsx'
import { isTopic, mayChangePractice, mayShare, practiceTopics } from '#modules/ambassadors/workspace/practices.rules.ts'
import { countPractices, listPractices, loadPractice } from '#modules/ambassadors/workspace/practices.store.ts'
import { practicesTextsEn } from '#modules/ambassadors/workspace/practices.texts.en.ts'
import { practicesTexts } from '#modules/ambassadors/workspace/practices.texts.ts'
import { namesOf } from '#modules/people/people.store.ts'
import { paths, url } from '#paths'
import { filesOf } from '#platform/files.ts'
import { filesTextsEn } from '#ui/files.texts.en.ts'
import { filesTexts } from '#ui/files.texts.ts'
import { readForm } from '#web/forms.ts'
import { done, get, page, post, type Route, type Visit } from '#web/http.ts'
import { chosenFile, holdFiles } from '#web/uploads.ts'

const texts = { pl: practicesTexts, en: practicesTextsEn }
const files = { pl: filesTexts, en: filesTextsEn }
const words = (c: Visit) => texts[c.var.frame.locale]
const idIn = (c: Visit) => c.req.param('id') ?? ''

async function list(c: Visit): Promise<Response> {
  const { ctx, frame } = c.var
  const asked = c.req.query('temat')
  const topic = isTopic(asked) ? asked : undefined
  const [practices, counts] = await Promise.all([listPractices(ctx, { topic }), countPractices(ctx)])
  return page(c, <PracticesPage frame={frame} practices={practices} counts={counts} topic={topic} mayAdd={mayShare(ctx.actor).ok} />)
}

async function show(c: Visit, status: 200 | 409 = 200): Promise<Response> {
  const { ctx, frame } = c.var
  const practice = await loadPractice(ctx, idIn(c))
  if (!practice.visible) notFound('withdrawn or hidden')
  const [pictures, names] = await Promise.all([filesOf(ctx, practice.id), namesOf(ctx, [practice.authorId])])
  const view = {
    practice: { ...practice, pictures },
    author: names.get(practice.authorId) ?? '',
    mayChange: mayChangePractice(ctx.actor, practice).ok,
  }
  return page(c, <PracticePage frame={frame} view={view} />, status)
}

async function showForm(c: Visit, typed?: FormState, status: 200 | 403 | 409 | 422 = 200): Promise<Response> {
  const { ctx, frame } = c.var
  const form = typed && (await holdFiles(c, typed, 'image'))
  if (!idIn(c)) {
    const asked = c.req.query('temat')
    const may = mayShare(ctx.actor).ok
    return page(c, <PracticeFormPage frame={frame} form={form ?? (isTopic(asked) ? filled({ topic: asked }) : emptyForm)} may={may} />, status)
  }
  const practice = await loadPractice(ctx, idIn(c))
  if (!practice.visible) notFound('withdrawn or hidden')
  const may = mayChangePractice(ctx.actor, practice).ok
  const answer = <PracticeFormPage frame={frame} form={form ?? typedPractice(practice)} may={may} practice={practice} conflict={status === 409} />
  return page(c, answer, may ? status : 403)
}

const schema = z.object({
  key: z.string('required').min(8).max(60),
  version: z.coerce.number().int().optional(),
  title: z.string('required').min(5, 'too-short').max(120, 'too-long'),
  text: z.string('required').min(20, 'too-short').max(3000, 'too-long'),
  topic: z.enum(practiceTopics, 'wrong'),
  source: z.string('required').max(200, 'too-long'),
  link: z
    .string()
    .max(500, 'too-long')
    .refine(typed => URL.canParse(typed) && /^https?:\/\//.test(typed), 'link')
    .optional(),
  alt: z.string().max(200, 'too-long').optional(),
})

async function send(c: Visit): Promise<Response> {
  const t = words(c)
  const read = await readForm(c, schema, t.errors)
  if (!read.ok) return showForm(c, read.form, 422)
  const { version, alt = '', link, ...rest } = read.value
  const file = await chosenFile(c, 'picture')
  const given = { ...rest, link, picture: file && { file, alt } }
  const id = idIn(c)
  const verdict = id ? await changePractice(c.var.ctx, id, version ?? -1, given) : await sharePractice(c.var.ctx, given)
  if (verdict.ok) return done(c, url(paths.practice, { id: id || String('id' in verdict ? verdict.id : '') }), id ? t.form.saved : t.form.added)
  if (verdict.why === 'not-yours' || verdict.why === 'wrong-state' || verdict.why === 'changed-meanwhile')
    return showForm(c, filled(read.form.typed), 409)
  const field = verdict.why === 'alt-missing' ? 'alt' : 'picture'
  return showForm(c, { ...read.form, errors: { [field]: files[c.var.frame.locale].why[verdict.why] } }, 422)
}

export const practicesRoutes: readonly Route[] = [
  get(paths.practices, 'everyone', list),
  post(paths.practices, 'signed-in', 'practice.added', send),
  get(paths.practiceNew, 'signed-in', c => showForm(c)),
  get(paths.practice, 'everyone', c => show(c)),
  get(paths.practiceChange, 'signed-in', c => showForm(c)),
  post(paths.practiceChange, 'signed-in', 'practice.changed', send),
  post(paths.practiceWithdrawal, 'signed-in', 'practice.withdrawn', async c => {
    const verdict = await withdrawPractice(c.var.ctx, idIn(c))
    return verdict.ok ? done(c, paths.practices, words(c).form.withdrawn) : show(c, 409)
  }),
]
