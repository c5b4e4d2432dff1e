import { z } from 'zod'
import { dayOf } from '#kit/dates.ts'
import type { FormState } from '#kit/form.ts'
import { notFound } from '#kit/refusal.ts'
import type { Thing } from '#kit/things.ts'
import { caseOf } from '#modules/discussions/comments/comment-acts.rules.ts'
import { CommentPage } from '#modules/discussions/comments/comments.pages.tsx'
import { discussionsWords } from '#modules/discussions/comments/comments.parts.tsx'
import { mendComment } from '#modules/discussions/discussions.actions.ts'
import { type Comment, commentLimits, mayEditComment } from '#modules/discussions/discussions.rules.ts'
import { earlierTextOf, loadComment } from '#modules/discussions/discussions.store.ts'
import { answerQuestion, passQuestion } from '#modules/discussions/questions.actions.ts'
import { answerLimits, mayAnswerQuestion, mayPassQuestion, maySeeEarlier, type QuestionCase } from '#modules/discussions/questions.rules.ts'
import { placesOf } from '#modules/discussions/talks.store.ts'
import { askKindly } from '#modules/moderation/harshness.rules.ts'
import { namesOf } from '#modules/people/people.store.ts'
import { listUnits } from '#modules/programme/registers/units.store.ts'
import { paths } from '#paths'
import type { Ctx } from '#platform/context.ts'
import { findThings } from '#platform/things.ts'
import { readForm } from '#web/forms.ts'
import { done, get, page, post, type Route, type Visit } from '#web/http.ts'

/** The same order for a visitor all day; another one sees another. */
export const seedOf = (ctx: Ctx): string => `${dayOf(ctx.now)} ${ctx.actor.id}`

/** A comment stands or falls with what it is about: where that cannot be read, neither can it. */
async function commentHere(c: Visit): Promise<{ comment: Comment; about: Thing; question: QuestionCase }> {
  const { ctx } = c.var
  const comment = await loadComment(ctx, c.req.param('id') ?? '')
  const about = (await findThings(ctx, c.var.things, [comment.subjectId])).get(comment.subjectId)
  if (!about?.isPublic) notFound('what this comment is about')
  const territoryIds = about.territoryId ? await placesOf(ctx, about.territoryId) : []
  return { comment, about, question: caseOf(comment, territoryIds, about.authorIds) }
}

/** As on the other pages about this thing. */
async function namesOn({ var: { ctx, things } }: Visit, { id }: Thing, personIds: readonly string[]) {
  const kind = things.find(({ prefix }) => id.startsWith(`${prefix}_`))
  return kind?.names ? kind.names(ctx, id, personIds) : namesOf(ctx, personIds)
}

type Forms = { edit?: FormState; pass?: FormState; answer?: FormState; refusal?: string }
async function showComment(c: Visit, forms: Forms = {}, status: 200 | 409 | 422 = 200) {
  const { ctx, frame } = c.var
  const { comment, about, question } = await commentHere(c)
  const may = {
    edit: mayEditComment(ctx.actor, comment, ctx.now).ok,
    pass: comment.question !== null && mayPassQuestion(ctx.actor, question).ok,
    answer: comment.question !== null && mayAnswerQuestion(ctx.actor, question).ok,
  }
  const earlier = comment.editedAt && maySeeEarlier(ctx.actor, question) ? await earlierTextOf(ctx, comment.id) : undefined
  const [names, units] = await Promise.all([namesOn(c, about, [comment.authorId]), may.pass ? listUnits(ctx) : []])
  return page(c, <CommentPage frame={frame} view={{ comment, about, names, units, may, earlier, forms }} />, status)
}

/** Back to the comment in its talk. */
const inPlace = (about: Thing, comment: Comment) => `${about.path}#${comment.id}`

const editSchema = z.object({ text: z.string('text-missing').min(commentLimits.min, 'text-short').max(commentLimits.max, 'text-long') })
const passSchema = z.object({ unit: z.string('unit-missing').max(60) })
const answerSchema = z.object({ answer: z.string('answer-missing').min(answerLimits.min, 'answer-missing').max(answerLimits.max, 'answer-long') })

export const commentsRoutes: readonly Route[] = [
  get(paths.comment, 'everyone', c => showComment(c)),
  post(paths.commentEdit, 'signed-in', 'comment.edited', async c => {
    const t = discussionsWords(c.var.frame)
    const { comment, about } = await commentHere(c)
    const read = await readForm(c, editSchema, t.errors)
    if (!read.ok) return showComment(c, { edit: read.form }, 422)
    const kindly = askKindly(read.form, read.value.text)
    if (kindly) return showComment(c, { edit: kindly }, 422)
    const verdict = await mendComment(c.var.ctx, comment.id, read.value.text)
    return verdict.ok ? done(c, inPlace(about, comment), t.editDone) : showComment(c, { refusal: t.why[verdict.why], edit: read.form }, 409)
  }),
  post(paths.questionPassing, 'signed-in', 'question.passed', async c => {
    const t = discussionsWords(c.var.frame)
    const { comment, about, question } = await commentHere(c)
    const read = await readForm(c, passSchema, t.errors)
    if (!read.ok) return showComment(c, { pass: read.form }, 422)
    const verdict = await passQuestion(c.var.ctx, comment.id, read.value.unit, { ...about, territoryIds: question.territoryIds })
    return verdict.ok ? done(c, inPlace(about, comment), t.question.passDone) : showComment(c, { refusal: t.why[verdict.why], pass: read.form }, 409)
  }),
  post(paths.questionAnswer, 'signed-in', 'question.answered', async c => {
    const t = discussionsWords(c.var.frame)
    const { comment, about, question } = await commentHere(c)
    const read = await readForm(c, answerSchema, t.errors)
    if (!read.ok) return showComment(c, { answer: read.form }, 422)
    const verdict = await answerQuestion(c.var.ctx, comment.id, read.value.answer, { ...about, territoryIds: question.territoryIds })
    return verdict.ok
      ? done(c, inPlace(about, comment), t.question.answerDone)
      : showComment(c, { refusal: t.why[verdict.why], answer: read.form }, 409)
  }),
]
