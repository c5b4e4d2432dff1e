import type { Actor } from '#kit/actor.ts'
import { isSomebody } from '#kit/actor.ts'
import type { FormState } from '#kit/form.ts'
import { no, type Verdict, yes } from '#kit/verdict.ts'
import type { Comment, CommentKind } from '#modules/discussions/discussions.rules.ts'
import {
  kindsIn,
  mayContribute,
  type RoundKind,
  type Standing,
  standingOf,
  type Talk,
  type TalkRound,
  type TalkWhy,
} from '#modules/discussions/talks.rules.ts'
import type { Posting } from '#modules/moderation/limits.rules.ts'
import { closedAs, isPublic, mayEdit, type Project, type ProjectCase } from '#modules/proposals/proposals.rules.ts'
import type { mayMark, Suggestion } from '#modules/proposals/suggestions/suggestions.rules.ts'

/** A draft is talked over while it can still change; a submitted project only while questions are asked. */
const roundsOfState: Readonly<Record<Project['state'], readonly RoundKind[]>> = {
  draft: ['draft', 'consultation', 'corrections', 'submission'],
  agreeing: ['draft', 'consultation', 'corrections', 'submission'],
  submitted: ['submission'],
  withdrawn: [],
  continued: [],
}
export const standingFor = (project: Pick<ProjectCase, 'state'>, rounds: readonly TalkRound[], now: Date): Standing =>
  standingOf(
    rounds.filter(({ kind }) => roundsOfState[project.state].includes(kind)),
    now,
  )
export const kindsFor = (standing: Standing): CommentKind[] => kindsIn(standing.open)

/** An answer has no kind of its own. Nobody talks under what only its authors see. */
export function mayDiscuss(
  actor: Actor,
  project: Pick<ProjectCase, 'state' | 'visibility'>,
  standing: Standing,
  kind?: CommentKind,
): Verdict<TalkWhy | 'not-this-kind' | 'withdrawn' | 'not-shared'> {
  if (closedAs(project) === 'withdrawn') return no('withdrawn')
  if (!isPublic(project)) return no('not-shared')
  return mayContribute(actor, { state: 'open' }, standing, kind)
}

/** The authors answer others, never themselves, and only while the draft can still take something over. */
export function maySettleFor(
  actor: Actor,
  project: ProjectCase,
  comment: Pick<Comment, 'authorId' | 'enteredBy' | 'text'>,
): Verdict<'sign-in' | 'not-author' | 'submitted' | 'withdrawn' | 'own-words' | 'no-words'> {
  const editing = mayEdit(actor, project)
  if (!editing.ok) return editing
  if (isSomebody(actor) && (comment.authorId === actor.id || comment.enteredBy === actor.id)) return no('own-words')
  return comment.text === '' ? no('no-words') : yes
}

/** What the draft owes to others, in the order of the answers. */
export const takenOver = (comments: readonly Comment[]): Comment[] =>
  comments
    .filter(({ settlement, hiding }) => settlement !== null && settlement.outcome !== 'not' && !hiding)
    .sort((a, b) => (a.settlement?.at.getTime() ?? 0) - (b.settlement?.at.getTime() ?? 0))

/** The talk under a project as a page shows it. */
export type ProjectTalkView = {
  readonly project: Project
  readonly comments: readonly Comment[]
  /** By the comment that says it. */
  readonly suggestions: ReadonlyMap<string, Suggestion & { readonly marking: ReturnType<typeof mayMark> }>
  readonly names: ReadonlyMap<string, string>
  readonly standing: Standing
  readonly talking: ReturnType<typeof mayDiscuss>
  /** May a change be suggested, where not every kind is taken? */
  readonly suggesting: ReturnType<typeof mayDiscuss>
  readonly posting: Posting
  readonly place: { readonly talk: Talk | undefined; readonly chosen: boolean; readonly choices: readonly Talk[] } | undefined
  readonly acts: (comment: Comment) => { readonly edit?: boolean; readonly pass?: boolean; readonly answer?: boolean; readonly grow?: boolean }
  /** Proposed changes that this visitor may answer. */
  readonly settles: ReadonlySet<string>
  readonly assisted: readonly { readonly id: string; readonly name: string }[] | undefined
  readonly form?: FormState | undefined
}
