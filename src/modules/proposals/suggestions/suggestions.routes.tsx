import { z } from 'zod'
import type { FormState } from '#kit/form.ts'
import { notFound } from '#kit/refusal.ts'
import { commentSchema } from '#modules/discussions/comments/comment-form.actions.ts'
import { discussionsWords } from '#modules/discussions/comments/comments.parts.tsx'
import { withError } from '#modules/ideas/space-form.parts.tsx'
import { askKindly } from '#modules/moderation/harshness.rules.ts'
import { behalfOf } from '#modules/people/office/behalf.actions.ts'
import { sectionNow } from '#modules/proposals/drafting/drafting.store.ts'
import { projectTalk } from '#modules/proposals/suggestions/changes.actions.ts'
import { refusedVoice, talkAgain, talkingHere } from '#modules/proposals/suggestions/changes.routes.tsx'
import { markSuggestion, suggest } from '#modules/proposals/suggestions/suggestions.actions.ts'
import { SuggestPage } from '#modules/proposals/suggestions/suggestions.pages.tsx'
import { suggestionsWords } from '#modules/proposals/suggestions/suggestions.parts.tsx'
import { degrees, marks } from '#modules/proposals/suggestions/suggestions.rules.ts'
import { sectionOfSlug } from '#modules/proposals/views.rules.ts'
import { paths, url } from '#paths'
import { readForm } from '#web/forms.ts'
import { done, get, page, post, type Route, type Visit } from '#web/http.ts'

const sectionHere = (c: Visit) => sectionOfSlug(c.req.param('section') ?? '') ?? notFound('section')

async function show(c: Visit, form?: FormState, status: 200 | 409 | 422 = 200) {
  const { ctx, frame } = c.var
  const [project, section] = [await talkingHere(c), sectionHere(c)]
  const [talk, { content }] = await Promise.all([projectTalk(ctx, project, form), sectionNow(ctx, project.id, section)])
  return talk ? page(c, <SuggestPage frame={frame} talk={talk} section={section} text={content} />, status) : notFound('no talk here')
}

const suggestionSchema = commentSchema.omit({ kind: true, replyTo: true }).extend({ degree: z.enum(degrees, 'degree') })

async function add(c: Visit) {
  const { ctx, frame } = c.var
  const [project, section, t] = [await talkingHere(c), sectionHere(c), suggestionsWords(frame)]
  const read = await readForm(c, suggestionSchema, { ...discussionsWords(frame).errors, ...t.errors })
  if (!read.ok) return show(c, read.form, 422)
  const kindly = askKindly(read.form, read.value.text)
  if (kindly) return show(c, kindly, 422)
  const { key, text, degree } = read.value
  const said = await suggest(ctx, project.id, { key, text, degree, section, behalf: behalfOf(read.value) })
  if (!said.ok) return show(c, refusedVoice(frame, read.form, said), 409)
  return done(c, `${url(paths.project, { id: project.id })}#${said.id}`, t.said)
}

const markSchema = z.object({ met: z.enum(marks, 'wrong'), revision: z.coerce.number('wrong').int('wrong').min(0, 'wrong') })

async function mark(c: Visit) {
  const { ctx, frame } = c.var
  const [project, t] = [await talkingHere(c), suggestionsWords(frame)]
  const comment = c.req.param('comment') ?? ''
  const read = await readForm(c, markSchema, discussionsWords(frame).errors)
  if (!read.ok) return talkAgain(c, project, withError(read.form, '', t.ask), 422)
  const verdict = await markSuggestion(ctx, project.id, comment, read.value)
  if (!verdict.ok) return talkAgain(c, project, withError(read.form, '', t.why[verdict.why]), 409)
  return done(c, `${url(paths.project, { id: project.id })}#${comment}`, t.marked)
}

export const suggestionsRoutes: readonly Route[] = [
  get(paths.projectSuggestions, 'signed-in', c => show(c)),
  post(paths.projectSuggestions, 'signed-in', 'comment.added', add),
  post(paths.projectSuggestionMark, 'signed-in', 'suggestion.marked', mark),
]
