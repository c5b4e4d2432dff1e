import type { FormState } from '#kit/form.ts'
import { assert, notFound } from '#kit/refusal.ts'
import type { Verdict } from '#kit/verdict.ts'
import { yes } from '#kit/verdict.ts'
import { commentActs } from '#modules/discussions/comments/comment-acts.rules.ts'
import { settleChange } from '#modules/discussions/discussions.actions.ts'
import { maySettle, type Outcome } from '#modules/discussions/discussions.rules.ts'
import { listComments, loadComment } from '#modules/discussions/discussions.store.ts'
import { findPlace, readTalkPlace } from '#modules/discussions/places.store.ts'
import { roundsOf, type TalkRound } from '#modules/discussions/talks.rules.ts'
import { findTalk } from '#modules/discussions/talks.store.ts'
import { speakAbout } from '#modules/ideas/spoken.actions.ts'
import { mayPostNow } from '#modules/moderation/posts.actions.ts'
import { assistedFor } from '#modules/people/office/behalf.actions.ts'
import { tell } from '#modules/people/telling.actions.ts'
import { loadEdition } from '#modules/programme/editions/editions.store.ts'
import { type Edition, hasPart } from '#modules/programme/programme.rules.ts'
import { type Applied, applyChange, type Clashing, putRow } from '#modules/proposals/cost/cost-changes.rules.ts'
import { saveCosts } from '#modules/proposals/drafting/drafting.actions.ts'
import type { CostLine } from '#modules/proposals/drafting/drafting.rules.ts'
import { isAuthor, isPublic, type Project } from '#modules/proposals/proposals.rules.ts'
import { costsOf, holdProject } from '#modules/proposals/proposals.store.ts'
import { shownNames } from '#modules/proposals/shown-names.store.ts'
import { settledNews } from '#modules/proposals/suggestions/changes.mail.tsx'
import { mayDiscuss, maySettleFor, type ProjectTalkView, standingFor } from '#modules/proposals/suggestions/changes.rules.ts'
import { mayMark } from '#modules/proposals/suggestions/suggestions.rules.ts'
import { findSuggestion, suggestionsOf } from '#modules/proposals/suggestions/suggestions.store.ts'
import { type Ctx, inTransaction } from '#platform/context.ts'

/** The rounds of the talk that the project lies in: those of its edition, with the days of that talk alone. */
export async function roundsOfProject(ctx: Ctx, project: Pick<Project, 'id'>, edition: Edition): Promise<TalkRound[]> {
  const place = await findPlace(ctx, project.id)
  const talk = place?.talkId ? await findTalk(ctx, place.talkId) : undefined
  return roundsOf({ ownRounds: talk?.ownRounds ?? [] }, edition.phases)
}

/** The talk under a project that everybody may read, where the edition has talks; as many statements however much was said. */
export async function projectTalk(ctx: Ctx, project: Project, form?: FormState): Promise<ProjectTalkView | undefined> {
  const edition = await loadEdition(ctx, project.editionId)
  if (!isPublic(project) || !hasPart(edition, 'discussions')) return undefined
  const [comments, suggestions, place, posting, assisted] = await Promise.all([
    listComments(ctx, project.id),
    suggestionsOf(ctx, project.id),
    readTalkPlace(ctx, project.id, isAuthor(ctx.actor, project)),
    mayPostNow(ctx, project.id),
    assistedFor(ctx, project.territoryId),
  ])
  const standing = standingFor(project, roundsOf({ ownRounds: place?.talk?.ownRounds ?? [] }, edition.phases), ctx.now)
  const settles = comments.filter(one => !one.settlement && maySettle(one, maySettleFor(ctx.actor, project, one)).ok)
  return {
    project,
    comments,
    suggestions: new Map(
      comments.flatMap(one => {
        const said = suggestions.get(one.id)
        return said ? [[one.id, { ...said, marking: mayMark(ctx.actor, project, one, said) }] as const] : []
      }),
    ),
    names: await shownNames(
      ctx,
      project,
      comments.map(({ authorId }) => authorId),
    ),
    standing,
    talking: mayDiscuss(ctx.actor, project, standing),
    suggesting: mayDiscuss(ctx.actor, project, standing, 'change'),
    posting,
    place,
    acts: commentActs(ctx, [project.territoryId], project.authorIds),
    settles: new Set(settles.map(({ id }) => id)),
    assisted,
    form,
  }
}

/** Says something under a draft; the project is held, so that nothing is said under what is withdrawn in that moment. */
export async function speakAboutProject(ctx: Ctx, projectId: string, spoken: Parameters<typeof speakAbout>[2]) {
  return inTransaction(ctx, async ctx => {
    const project = await holdProject(ctx, projectId)
    const rounds = await roundsOfProject(ctx, project, await loadEdition(ctx, project.editionId))
    const open = mayDiscuss(ctx.actor, project, standingFor(project, rounds, ctx.now), spoken.replyTo ? undefined : spoken.kind)
    return speakAbout(ctx, project, spoken, open)
  })
}

type SettleWhy = Exclude<ReturnType<typeof maySettleFor>, { ok: true }>['why'] | 'not-a-change' | 'settled-already'
/**
 * The authors take a change over, in part, or not. The first answer stands; the same one sent twice is one. What they take over of the costs enters the table
 * with the answer: the change as it was suggested, or in part the `row` as they wrote it.
 */
export async function settleProposedChange(
  ctx: Ctx,
  projectId: string,
  commentId: string,
  { row, ...settled }: { readonly outcome: Outcome; readonly why: string; readonly row?: CostLine },
): Promise<Verdict<SettleWhy | Clashing>> {
  return inTransaction(ctx, async ctx => {
    const project = await holdProject(ctx, projectId)
    const comment = await loadComment(ctx, commentId)
    if (comment.subjectId !== project.id) return notFound('said about something else')
    const before = comment.settlement
    if (before?.byId === ctx.actor.id && before.outcome === settled.outcome && before.why === settled.why) return yes
    const may = maySettle(comment, maySettleFor(ctx.actor, project, comment))
    if (!may.ok) return may
    const taken = await takenCosts(ctx, projectId, commentId, settled.outcome, row)
    if (taken && !taken.ok) return taken
    const verdict = await settleChange<never>(ctx, commentId, settled, yes)
    if (!verdict.ok) return verdict
    if (taken)
      assert((await saveCosts(ctx, projectId, { lines: taken.lines, from: project.costsRevision, credit: commentId })).ok, 'its authors hold it')
    await tell(ctx, [comment.authorId], settledNews(project, comment, settled))
    return verdict
  })
}

/** The costs with what is taken over of a suggestion to them. */
async function takenCosts(ctx: Ctx, projectId: string, commentId: string, outcome: Outcome, row: CostLine | undefined): Promise<Applied | undefined> {
  const change = outcome === 'not' ? undefined : (await findSuggestion(ctx, projectId, commentId))?.change
  if (!change) return undefined
  const now = await costsOf(ctx, projectId)
  if (outcome === 'accepted') return applyChange(now, change)
  return row && { ok: true, lines: putRow(now, change.kind === 'add' ? change.is.id : change.was.id, row) }
}
