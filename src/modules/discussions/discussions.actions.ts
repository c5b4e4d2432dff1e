import type { Channel } from '#kit/channels.ts'
import type { Verdict } from '#kit/verdict.ts'
import { no, yes } from '#kit/verdict.ts'
import { type CommentKind, mayComment, mayEditComment, maySettle, type Outcome } from '#modules/discussions/discussions.rules.ts'
import { editComment, findComment, findCommentByKey, insertComment, insertSettlement, loadComment } from '#modules/discussions/discussions.store.ts'
import type { Limited } from '#modules/moderation/limits.rules.ts'
import { admitPost } from '#modules/moderation/posts.actions.ts'
import { type Ctx, inTransaction } from '#platform/context.ts'
import { record } from '#platform/ledger.ts'

export type NewComment = {
  readonly key: string
  readonly subjectId: string
  readonly kind: CommentKind
  readonly text: string
  readonly replyTo?: string | undefined
  /** Who says it, when a clerk or an ambassador writes it down; the caller has asked whether they may. */
  readonly voice?: { readonly authorId: string; readonly enteredBy: string | null; readonly channel: Channel }
}

/** Adds a comment or an answer to one. `open` is what the owner of the subject says: its phase, its state. A second post answers with the first. */
export async function addComment<Why extends string>(
  ctx: Ctx,
  comment: NewComment,
  open: Verdict<Why>,
): Promise<(Verdict<Why | 'sign-in' | 'too-deep' | 'elsewhere'> & { readonly id?: string }) | Limited> {
  return inTransaction(ctx, async ctx => {
    const repliedTo = comment.replyTo ? await findComment(ctx, comment.replyTo) : undefined
    if (comment.replyTo && (repliedTo?.subjectId !== comment.subjectId || repliedTo.hiding)) return no('elsewhere')
    const verdict = mayComment(ctx.actor, open, repliedTo)
    if (!verdict.ok) return verdict
    const id = comment.key.replace(/^key/, 'comment')
    const voice = comment.voice ?? { authorId: ctx.actor.id, enteredBy: null, channel: 'online' as const }
    const { key, subjectId, text } = comment
    const kind = repliedTo?.kind ?? comment.kind
    if (voice.enteredBy === null) {
      const limit = await admitPost(ctx, key, { subjectId, text })
      if (!limit.ok) return { ok: false, why: 'limited', limit }
    }
    const isNew = await insertComment(ctx, { id, key, subjectId, kind, text, replyTo: repliedTo?.id ?? null, ...voice })
    if (!isNew) return { ...yes, id: (await findCommentByKey(ctx, key)) ?? id }
    await record(ctx, 'comment.added', subjectId, { comment: id, kind, reply: repliedTo !== undefined })
    return { ...yes, id }
  })
}

type EditWhy = 'not-yours' | 'edited-already' | 'edit-too-late'
/** The author mends their words, once. Two tabs at once: the first is kept, the second is told. */
export async function mendComment(ctx: Ctx, id: string, text: string): Promise<Verdict<EditWhy>> {
  return inTransaction(ctx, async ctx => {
    const comment = await loadComment(ctx, id)
    const verdict = mayEditComment(ctx.actor, comment, ctx.now)
    if (!verdict.ok || comment.text === text) return verdict
    if (!(await editComment(ctx, comment, text))) return no('edited-already')
    await record(ctx, 'comment.edited', comment.subjectId, { comment: id })
    return yes
  })
}

/** What became of a proposed change, said by those who write the draft; `open` is their answer. The first answer stands. */
export async function settleChange<Why extends string>(
  ctx: Ctx,
  commentId: string,
  settled: { readonly outcome: Outcome; readonly why: string },
  open: Verdict<Why>,
): Promise<Verdict<Why | 'not-a-change' | 'settled-already'>> {
  return inTransaction(ctx, async ctx => {
    const comment = await loadComment(ctx, commentId)
    const verdict = maySettle(comment, open)
    if (!verdict.ok) return verdict
    if (!(await insertSettlement(ctx, commentId, settled.outcome, settled.why))) return no('settled-already')
    await record(ctx, 'comment.settled', comment.subjectId, { comment: commentId, outcome: settled.outcome })
    return yes
  })
}
