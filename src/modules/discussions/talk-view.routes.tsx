import { isSomebody } from '#kit/actor.ts'
import type { FormState } from '#kit/form.ts'
import { commentActs } from '#modules/discussions/comments/comment-acts.rules.ts'
import { seedOf } from '#modules/discussions/comments/comments.routes.tsx'
import type { Comment } from '#modules/discussions/discussions.rules.ts'
import { listCommentsOf } from '#modules/discussions/discussions.store.ts'
import { InterestPanel } from '#modules/discussions/interests/interests.parts.tsx'
import { maySeeInterest } from '#modules/discussions/interests/interests.rules.ts'
import { countInterests, hasInterest } from '#modules/discussions/interests/interests.store.ts'
import { listSubjectsIn } from '#modules/discussions/places.store.ts'
import { SummaryPart, type SummaryShown } from '#modules/discussions/summaries/summaries.parts.tsx'
import { maySummarise, mayView } from '#modules/discussions/summaries/summaries.rules.ts'
import { listSummaries, listViews } from '#modules/discussions/summaries/summaries.store.ts'
import type { TalkView } from '#modules/discussions/talks.pages.tsx'
import { RunningDoor } from '#modules/discussions/talks.parts.tsx'
import { mayEnterInTalk, mayTalk, type Order, placesOfTalk, roundsOf, standingOf, type Talk } from '#modules/discussions/talks.rules.ts'
import { findTalkOfPlace, type ListedTalk, listOpenTalks } from '#modules/discussions/talks.store.ts'
import { ofThing } from '#modules/following/follows.rules.ts'
import { findOwnFollow } from '#modules/following/follows.store.ts'
import { mayPostNow } from '#modules/moderation/posts.actions.ts'
import { assistedFor } from '#modules/people/office/behalf.actions.ts'
import { namesOf } from '#modules/people/people.store.ts'
import type { Edition } from '#modules/programme/programme.rules.ts'
import { paths, url } from '#paths'
import type { Ctx } from '#platform/context.ts'
import { findThings } from '#platform/things.ts'
import type { Visit } from '#web/http.ts'

export type TalkForms = { readonly form?: FormState; readonly viewForm?: FormState; readonly interestForm?: FormState }

/** Everything that the page of a talk shows; the number of statements does not depend on how much was said. */
export async function talkView(c: Visit, talk: Talk, edition: Edition, by: Order, forms: TalkForms): Promise<TalkView> {
  const { ctx, frame } = c.var
  const subjects = await listSubjectsIn(ctx, talk.id)
  const [voices, near, things, summaries, interest, posting, followId] = await Promise.all([
    listCommentsOf(ctx, [talk.id, ...subjects]),
    neighbours(ctx, talk),
    findThings(ctx, c.var.things, subjects),
    listSummaries(ctx, talk.id),
    interestIn(ctx, talk),
    mayPostNow(ctx, talk.id),
    findOwnFollow(ctx, ofThing(talk.id)),
  ])
  const views = await listViews(ctx, summaries[0] ? [summaries[0].id] : [])
  const comments = voices.filter(({ subjectId }) => subjectId === talk.id)
  const names = await namesOf(ctx, [...comments.flatMap(namedIn), ...views.map(view => view.personId), ...summaries.slice(0, 1).map(one => one.byId)])
  const rounds = roundsOf(talk, edition.phases)
  const standing = standingOf(rounds, ctx.now)
  const viewing = summaries[0] ? mayView(ctx.actor, summaries[0], summaries[0].version) : ({ ok: true } as const)
  const summary: SummaryShown = {
    talkId: talk.id,
    newest: summaries[0],
    versions: summaries.length,
    views,
    names,
    numbers: new Map(voices.map(({ id }, index) => [id, index + 1])),
    viewing,
    mine: views.find(view => view.personId === ctx.actor.id)?.agrees,
    mayWrite: maySummarise(ctx.actor, talk).ok,
    form: forms.viewForm,
  }
  const signIn = isSomebody(ctx.actor) ? undefined : url(paths.signIn, undefined, { powrot: frame.path })
  return {
    followId,
    talk,
    rounds,
    standing,
    talking: mayTalk(ctx.actor, talk, standing),
    posting,
    comments,
    names,
    things: subjects.flatMap(id => things.get(id) ?? []).filter(({ isPublic }) => isPublic),
    assisted: mayEnterInTalk(ctx.actor, talk).ok ? await assistedFor(ctx) : undefined,
    acts: commentActs(ctx, placesOfTalk(talk), []),
    order: { by, seed: seedOf(ctx) },
    above: near.above,
    below: near.below.map(one => ({ ...one, standing: standingOf(roundsOf(one, edition.phases), ctx.now) })),
    form: forms.form,
    summary: <SummaryPart frame={frame} view={summary} />,
    interest: interest && <InterestPanel frame={frame} talk={talk} {...interest} signIn={signIn} form={forms.interestForm} />,
    running: maySeeInterest(ctx.actor, talk) && <RunningDoor frame={frame} talk={talk} />,
  }
}

const namedIn = ({ authorId, settlement }: Comment) => (settlement ? [authorId, settlement.byId] : [authorId])

/** A talk of the whole city, or one that is part of another, gathers no wishes for a smaller one. */
async function interestIn(ctx: Ctx, talk: Talk) {
  if (talk.territoryKind === 'city' || talk.state === 'joined') return undefined
  const [counts, mine] = await Promise.all([countInterests(ctx, talk.editionId), isSomebody(ctx.actor) && hasInterest(ctx, talk)])
  return { count: counts.get(talk.territoryId) ?? 0, mine }
}

async function neighbours(ctx: Ctx, talk: Talk): Promise<{ above: Talk | undefined; below: ListedTalk[] }> {
  if (talk.territoryKind === 'city') return { above: undefined, below: [] }
  const { editionId, territoryId, parentId } = talk
  if (talk.territoryKind === 'district')
    return { above: undefined, below: (await listOpenTalks(ctx, { editionId, territoryId })).filter(one => one.id !== talk.id) }
  return { above: parentId === null ? undefined : await findTalkOfPlace(ctx, editionId, parentId), below: [] }
}
