import { z } from 'zod'
import type { FormState } from '#kit/form.ts'
import { typedOne } from '#kit/form.ts'
import { newId } from '#kit/ids.ts'
import { notFound } from '#kit/refusal.ts'
import { commentSchema } from '#modules/discussions/comments/comment-form.actions.ts'
import { discussionsWords } from '#modules/discussions/comments/comments.parts.tsx'
import { askKindly } from '#modules/moderation/harshness.rules.ts'
import { behalfOf } from '#modules/people/office/behalf.actions.ts'
import { changeKinds, type RowChange, readRow, sameRow, withTotals } from '#modules/proposals/cost/cost-changes.rules.ts'
import { type Asked, CostSuggestPage } from '#modules/proposals/cost/cost-suggestions.pages.tsx'
import { costSuggestionsWords } from '#modules/proposals/cost/cost-suggestions.parts.tsx'
import { ownLines } from '#modules/proposals/cost/estimate.rules.ts'
import type { CostLine } from '#modules/proposals/drafting/drafting.rules.ts'
import { contentAt } from '#modules/proposals/drafting/drafting.store.ts'
import { costsOf } from '#modules/proposals/proposals.store.ts'
import { projectTalk } from '#modules/proposals/suggestions/changes.actions.ts'
import { refusedVoice, talkingHere } from '#modules/proposals/suggestions/changes.routes.tsx'
import { suggest } from '#modules/proposals/suggestions/suggestions.actions.ts'
import { suggestionsWords } from '#modules/proposals/suggestions/suggestions.parts.tsx'
import { degrees } from '#modules/proposals/suggestions/suggestions.rules.ts'
import { paths, url } from '#paths'
import { readForm } from '#web/forms.ts'
import { done, get, page, post, type Route, type Visit } from '#web/http.ts'

const kindOf = (typed: string | undefined) => changeKinds.find(kind => kind === typed) ?? 'add'
function askedOf(costs: readonly CostLine[], kind: ReturnType<typeof kindOf>, id: string): Asked | undefined {
  if (kind === 'add') return { kind }
  const row = ownLines(costs).find(one => one.id === id)
  return row && { kind, row }
}

async function show(c: Visit, asked?: Asked, form?: FormState, status: 200 | 409 | 422 = 200) {
  const { ctx, frame } = c.var
  const project = await talkingHere(c)
  const [talk, costs] = [await projectTalk(ctx, project, form), await costsOf(ctx, project.id)]
  const chosen = asked ?? askedOf(costs, kindOf(c.req.query('co')), c.req.query('pozycja') ?? '')
  const why = chosen ? undefined : costSuggestionsWords(frame).errors['row-missing']
  return talk ? page(c, <CostSuggestPage {...{ frame, talk, costs, why }} asked={chosen ?? { kind: 'add' }} />, status) : notFound('no talk here')
}

const suggestionSchema = commentSchema.omit({ kind: true, replyTo: true }).extend({
  degree: z.enum(degrees, 'degree'),
  rewizja: z.coerce.number().int().min(0),
  zmiana: z.enum(changeKinds),
  pozycja: z.string().max(60).optional(),
})

/** What is asked for, of the row as it stood when it was read. */
function changeOf(
  asked: Asked,
  form: FormState,
): { readonly change: RowChange } | { readonly fields: Readonly<Record<string, 'same' | 'name' | 'quantity' | 'unit' | 'price'>> } {
  if (asked.kind === 'remove') return { change: { kind: 'remove', was: asked.row } }
  const read = readRow(form, asked.kind === 'add' ? { id: newId('line') } : asked.row)
  if ('faults' in read) return { fields: read.faults }
  if (asked.kind === 'add') return { change: { kind: 'add', is: read.row } }
  return sameRow(asked.row, read.row) ? { fields: { ile: 'same' } } : { change: { kind: 'change', was: asked.row, is: read.row } }
}

async function add(c: Visit) {
  const { ctx, frame } = c.var
  const [project, t, words] = [await talkingHere(c), costSuggestionsWords(frame), suggestionsWords(frame)]
  const read = await readForm(c, suggestionSchema, { ...discussionsWords(frame).errors, ...words.errors })
  const now = await costsOf(ctx, project.id)
  const revision = Number(typedOne(read.form, 'rewizja')) || 0
  const seen = revision === project.costsRevision ? now : ((await contentAt<CostLine[]>(ctx, project.id, 'costs', revision)) ?? now)
  const asked = askedOf(seen, kindOf(typedOne(read.form, 'zmiana')), typedOne(read.form, 'pozycja'))
  if (!asked) return show(c, { kind: 'add' }, { ...read.form, errors: { '': t.errors['row-missing'] } }, 422)
  const said = changeOf(asked, read.form)
  const wrong = 'fields' in said ? Object.fromEntries(Object.entries(said.fields).map(([field, fault]) => [field, t.errors[fault]])) : {}
  if (!read.ok || 'fields' in said) return show(c, asked, { ...read.form, errors: { ...wrong, ...read.form.errors } }, 422)
  const kindly = askKindly(read.form, read.value.text)
  if (kindly) return show(c, asked, kindly, 422)
  const { key, text, degree } = read.value
  const suggested = await suggest(ctx, project.id, {
    ...{ key, text, degree, section: 'costs', behalf: behalfOf(read.value) },
    change: withTotals(seen, said.change),
  })
  if (!suggested.ok) return show(c, asked, refusedVoice(frame, read.form, suggested), 409)
  return done(c, `${url(paths.project, { id: project.id })}#${suggested.id}`, words.said)
}

export const costSuggestionsRoutes: readonly Route[] = [
  get(paths.projectCostSuggestions, 'signed-in', c => show(c)),
  post(paths.projectCostSuggestions, 'signed-in', 'comment.added', add),
]
