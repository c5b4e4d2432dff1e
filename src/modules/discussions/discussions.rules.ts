import { type Actor, isSomebody } from '#kit/actor.ts'
import type { FactRules } from '#kit/facts.ts'
import { no, type Verdict, yes } from '#kit/verdict.ts'
import type { Question } from '#modules/discussions/questions.rules.ts'
import type { CaseState } from '#modules/moderation/cases.rules.ts'
import type { TalkRule } from '#modules/moderation/talk-rules.rules.ts'

declare module '#kit/facts.ts' {
  interface Facts {
    'comment.added': { comment: string; kind: CommentKind; reply: boolean }
    'comment.edited': { comment: string }
    'comment.settled': { comment: string; outcome: Outcome }
  }
}
export const discussionsFacts = {
  'comment.added': { keep: { years: 6 } },
  'comment.edited': { keep: { years: 6 } },
  'comment.settled': { keep: { years: 6 } },
} satisfies FactRules

/** Nobody quarrels with somebody: each says what they are for, against, what they ask, would change or have lived through. */
export const commentKinds = ['for', 'against', 'question', 'change', 'experience'] as const
export type CommentKind = (typeof commentKinds)[number]
export const commentLimits = { min: 3, max: 1500, editMinutes: 15, whyMin: 10, whyMax: 500 } as const

/** What became of a proposed change: taken over, in part, or not. */
export const outcomes = ['accepted', 'partly', 'not'] as const
export type Outcome = (typeof outcomes)[number]
export type Settlement = { readonly outcome: Outcome; readonly why: string; readonly byId: string; readonly at: Date }

/** Since when and under which rule; the case is for its author. */
export type CommentHiding = {
  readonly since: Date
  readonly caseId: string
  readonly state: CaseState
  readonly rule: TalkRule | undefined
  readonly statement: string | undefined
}

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
  readonly editedAt: Date | null
  /** Of a question only: who has it, and what was answered. */
  readonly question: Question | null
  /** Taken out of sight by moderation: its words are not here, only why. */
  readonly hiding: CommentHiding | null
  /** Of a proposed change only. */
  readonly settlement: Settlement | null
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

/** Once, by whoever said it themselves, while hardly anybody has read it. */
export function mayEditComment(actor: Actor, comment: Comment, now: Date): Verdict<'not-yours' | 'edited-already' | 'edit-too-late'> {
  if (!isSomebody(actor) || actor.id !== comment.authorId || comment.text === '') return no('not-yours')
  if (comment.editedAt) return no('edited-already')
  return now.getTime() - comment.at.getTime() <= commentLimits.editMinutes * 60_000 ? yes : no('edit-too-late')
}

/** `open` is the answer of whoever writes the draft: only its authors settle what others would change. */
export function maySettle<Why extends string>(comment: Pick<Comment, 'kind' | 'replyTo'>, open: Verdict<Why>): Verdict<Why | 'not-a-change'> {
  return comment.kind === 'change' && comment.replyTo === null ? open : no('not-a-change')
}

export type Thread = { readonly comment: Comment; readonly replies: readonly Comment[] }
/** Comments with their answers, both in the order they came. */
export const threadsOf = (comments: readonly Comment[]): Thread[] =>
  comments.filter(one => one.replyTo === null).map(comment => ({ comment, replies: comments.filter(one => one.replyTo === comment.id) }))
