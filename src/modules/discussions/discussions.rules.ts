import { type Actor, isSomebody } from '#kit/actor.ts'
import type { FactRules } from '#kit/facts.ts'
import { no, type Verdict, yes } from '#kit/verdict.ts'

declare module '#kit/facts.ts' {
  interface Facts {
    'comment.added': { comment: string; kind: CommentKind; reply: boolean }
  }
}
export const discussionsFacts = { 'comment.added': { keep: { years: 6 } } } satisfies FactRules

/** Nobody quarrels with somebody: each says what they are for, against, what they ask or what they would change. */
export const commentKinds = ['for', 'against', 'question', 'change'] as const
export type CommentKind = (typeof commentKinds)[number]
export const commentLimits = { min: 3, max: 1500 } as const

export type Comment = {
  readonly id: string
  readonly subjectId: string
  readonly replyTo: string | null
  readonly kind: CommentKind
  readonly text: string
  readonly authorId: string
  readonly enteredBy: string | null
  readonly channel: string
  readonly at: Date
}

/** `open` is the answer of whoever owns the subject: its phase, its state. An answer may be answered no further. */
export function mayComment<Why extends string>(
  actor: Actor,
  open: Verdict<Why>,
  repliedTo?: Pick<Comment, 'replyTo'>,
): Verdict<Why | 'sign-in' | 'too-deep'> {
  if (!open.ok) return open
  if (!isSomebody(actor)) return no('sign-in')
  return repliedTo?.replyTo ? no('too-deep') : yes
}

export type Thread = { readonly comment: Comment; readonly replies: readonly Comment[] }
/** Comments with their answers, both in the order they came. */
export const threadsOf = (comments: readonly Comment[]): Thread[] =>
  comments.filter(one => one.replyTo === null).map(comment => ({ comment, replies: comments.filter(one => one.replyTo === comment.id) }))
