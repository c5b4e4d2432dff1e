import { type Actor, isSomebody } from '#kit/actor.ts'
import { type Comment, mayEditComment } from '#modules/discussions/discussions.rules.ts'
import { mayAnswerQuestion, mayPassQuestion, type QuestionCase } from '#modules/discussions/questions.rules.ts'

/** What the visitor may do with one comment; each is asked of the same rule as the action asks. */
export type CommentActs = { readonly edit?: boolean; readonly pass?: boolean; readonly answer?: boolean; readonly grow?: boolean }

export const caseOf = (comment: Comment, territoryIds: readonly string[], authorIds: readonly string[]): QuestionCase => ({
  state: comment.question?.state ?? 'answered',
  unitId: comment.question?.unitId ?? null,
  territoryIds,
  authorIds: [...authorIds, comment.authorId],
})

/** What this visitor may do with each comment of a thing that lies there and belongs to these people. */
export const commentActs =
  (ctx: { readonly actor: Actor; readonly now: Date }, territoryIds: readonly string[], authorIds: readonly string[]) =>
  (comment: Comment): CommentActs => {
    const question = caseOf(comment, territoryIds, authorIds)
    return {
      edit: mayEditComment(ctx.actor, comment, ctx.now).ok,
      pass: comment.question !== null && mayPassQuestion(ctx.actor, question).ok,
      answer: comment.question !== null && mayAnswerQuestion(ctx.actor, question).ok,
      grow: isSomebody(ctx.actor) && comment.replyTo === null && comment.text !== '',
    }
  }
