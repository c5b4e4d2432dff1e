import { z } from 'zod'
import type { FormState } from '#kit/form.ts'
import { notFound } from '#kit/refusal.ts'
import { countBackings } from '#modules/ideas/backings.store.ts'
import { extendSaid, loadLive, mendSaid, type SaidKind } from '#modules/ideas/edits.actions.ts'
import { EditPage } from '#modules/ideas/edits.pages.tsx'
import { editLimits, mayEditSaid, mayExtend } from '#modules/ideas/edits.rules.ts'
import { findBefore, listAdditions } from '#modules/ideas/edits.store.ts'
import { ideasWords } from '#modules/ideas/space.parts.tsx'
import { isAuthor, isModerator } from '#modules/ideas/space.rules.ts'
import { saidFields } from '#modules/ideas/view.routes.tsx'
import { askKindly } from '#modules/moderation/harshness.rules.ts'
import { postWhyWords } from '#modules/moderation/moderation.parts.tsx'
import { paths, url } from '#paths'
import { readForm } from '#web/forms.ts'
import { done, get, page, post, type Route, type Visit } from '#web/http.ts'

const idOf = (c: Visit) => c.req.param('id') ?? ''
const pathsOf = (kind: SaidKind, id: string) =>
  kind === 'need'
    ? { here: url(paths.need, { id }), edit: url(paths.needEdit, { id }), addition: url(paths.needAdditions, { id }) }
    : { here: url(paths.idea, { id }), edit: url(paths.ideaEdit, { id }), addition: url(paths.ideaAdditions, { id }) }

type Forms = { editForm?: FormState; additionForm?: FormState; refused?: string }

/** For the author, and for moderators who look at what stood there before. */
async function showEdit(c: Visit, kind: SaidKind, forms: Forms = {}, status: 200 | 409 | 422 = 200) {
  const { ctx, frame } = c.var
  const said = await loadLive(ctx, kind, idOf(c))
  if (!isAuthor(ctx.actor, said) && !isModerator(ctx.actor, said)) return notFound('not the author')
  const [backings, additions, before] = await Promise.all([countBackings(ctx, said.id), listAdditions(ctx, said.id), findBefore(ctx, said.id)])
  const may = { editing: mayEditSaid(ctx.actor, said, backings, ctx.now), extending: mayExtend(ctx.actor, said, additions.length) }
  return page(c, <EditPage frame={frame} view={{ kind, said, paths: pathsOf(kind, said.id), ...may, before, ...forms }} />, status)
}

const editSchema = z.object({ title: saidFields.title, text: saidFields.text, asked: saidFields.asked })
const mend = (kind: SaidKind) => async (c: Visit) => {
  const t = ideasWords(c.var.frame)
  const read = await readForm(c, editSchema, t.errors)
  if (!read.ok) return showEdit(c, kind, { editForm: read.form }, 422)
  const kindly = askKindly(read.form, read.value.title, read.value.text)
  if (kindly) return showEdit(c, kind, { editForm: kindly }, 422)
  const verdict = await mendSaid(c.var.ctx, kind, idOf(c), read.value)
  if (verdict.ok) return done(c, pathsOf(kind, idOf(c)).here, t.edits.editDone)
  return showEdit(c, kind, { editForm: read.form, refused: t.why[verdict.why] }, 409)
}

const additionSchema = z.object({
  key: saidFields.key,
  addition: z.string('addition-missing').min(editLimits.additionMin, 'addition-missing').max(editLimits.additionMax, 'addition-long'),
  asked: saidFields.asked,
})
const extend = (kind: SaidKind) => async (c: Visit) => {
  const { ctx, frame } = c.var
  const t = ideasWords(frame)
  const read = await readForm(c, additionSchema, t.errors)
  if (!read.ok) return showEdit(c, kind, { additionForm: read.form }, 422)
  const kindly = askKindly(read.form, read.value.addition)
  if (kindly) return showEdit(c, kind, { additionForm: kindly }, 422)
  const verdict = await extendSaid(ctx, kind, idOf(c), { key: read.value.key, text: read.value.addition })
  if (verdict.ok) return done(c, pathsOf(kind, idOf(c)).here, t.edits.additionDone)
  const refused = verdict.why === 'limited' ? postWhyWords(verdict.limit, frame) : t.why[verdict.why]
  return showEdit(c, kind, { additionForm: read.form, refused }, 409)
}

export const editsRoutes: readonly Route[] = [
  get(paths.needEdit, 'signed-in', c => showEdit(c, 'need')),
  post(paths.needEdit, 'signed-in', 'need.edited', mend('need')),
  post(paths.needAdditions, 'signed-in', 'need.extended', extend('need')),
  get(paths.ideaEdit, 'signed-in', c => showEdit(c, 'idea')),
  post(paths.ideaEdit, 'signed-in', 'idea.edited', mend('idea')),
  post(paths.ideaAdditions, 'signed-in', 'idea.extended', extend('idea')),
]
