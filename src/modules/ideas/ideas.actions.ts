import { notFound } from '#kit/refusal.ts'
import { no, type Verdict, yes } from '#kit/verdict.ts'
import { placeInTalk } from '#modules/discussions/places.actions.ts'
import { type Idea, isLiveIdea, mayTie, shaping } from '#modules/ideas/ideas.rules.ts'
import { addIdea, findIdeaByKey, listIdeasById, loadIdea, moveIdea } from '#modules/ideas/ideas.store.ts'
import { type Added, admitSaid, type NewNeed, releaseNeed, settlePlace, takeUpNeed } from '#modules/ideas/needs.actions.ts'
import { isJoinable } from '#modules/ideas/needs.rules.ts'
import { listNeedsById } from '#modules/ideas/needs.store.ts'
import { openFor, readSeason } from '#modules/ideas/season.actions.ts'
import { limits, mayJoinIn, type SeasonWhy } from '#modules/ideas/space.rules.ts'
import { voiceOf } from '#modules/people/office/behalf.actions.ts'
import { mayEnterFor } from '#modules/people/office/behalf.rules.ts'
import { type Ctx, inTransaction } from '#platform/context.ts'
import { record } from '#platform/ledger.ts'
import { addOrigin, ancestorsOf, descendantsOf } from '#platform/origins.ts'

export type NewIdea = Omit<NewNeed, 'photo'> & { readonly needs?: readonly string[] }

/** Proposes an idea, straight or out of needs. The id comes from the form's key: sent twice, it is one idea. */
export async function proposeIdea(ctx: Ctx, idea: NewIdea): Promise<Added> {
  return inTransaction(ctx, async ctx => {
    const known = await findIdeaByKey(ctx, idea.key)
    if (known) return { ok: true, id: known }
    const season = await readSeason(ctx)
    const verdict = mayJoinIn(ctx.actor, season.open('ideas'))
    if (!verdict.ok) return verdict
    const place = await settlePlace(ctx, season.places, idea)
    if (!place.ok) return place
    const spoken = await voiceOf(ctx, idea.behalf, mayEnterFor(ctx.actor, place.territoryId), idea.key)
    if (!spoken.ok) return spoken
    const id = idea.key.replace(/^key/, 'idea')
    const limit = await admitSaid(ctx, { ...idea, id }, spoken.voice)
    if (!limit.ok) return { ok: false, why: 'limited', limit }
    const { key, title, text, placeWords = null, point = null } = idea
    const row = { id, key, title, text, placeWords, point, editionId: season.edition?.id ?? '', territoryId: place.territoryId, ...spoken.voice }
    if (!(await addIdea(ctx, row, shaping.first))) return { ok: true, id }
    if (idea.origin) await addOrigin(ctx, idea.origin, id)
    await placeInTalk(ctx, { ...row, subjectId: id })
    await record(ctx, 'idea.proposed', id, { title })
    const needs = await listNeedsById(ctx, (idea.needs ?? []).slice(0, limits.needs))
    await tie(ctx, { id, title }, needs.filter(isJoinable))
    return { ok: true, id }
  })
}

async function tie(ctx: Ctx, idea: Pick<Idea, 'id' | 'title'>, needs: Awaited<ReturnType<typeof listNeedsById>>): Promise<void> {
  for (const need of needs) {
    await addOrigin(ctx, need.id, idea.id)
    await takeUpNeed(ctx, need, idea)
  }
}

/** Ties more needs to an idea; those already tied are left alone. */
export async function joinNeeds(
  ctx: Ctx,
  ideaId: string,
  needIds: readonly string[],
): Promise<Verdict<SeasonWhy | 'sign-in' | 'not-yours' | 'wrong-state' | 'ended' | 'needs-missing'>> {
  return inTransaction(ctx, async ctx => {
    const idea = await loadIdea(ctx, ideaId)
    const joining = mayJoinIn(ctx.actor, await openFor(ctx, idea, 'ideas'))
    if (!joining.ok) return joining
    const tied = new Set(await ancestorsOf(ctx, ideaId))
    const found = await listNeedsById(ctx, needIds.slice(0, limits.needs))
    if (found.length === 0) return no('needs-missing')
    const fresh = found.filter(need => !tied.has(need.id))
    for (const need of fresh) {
      const verdict = mayTie(ctx.actor, idea, need)
      if (!verdict.ok) return verdict
    }
    await tie(ctx, idea, fresh)
    if (fresh.length > 0) await record(ctx, 'idea.needs-joined', ideaId, { title: idea.title, needs: fresh.map(need => need.id) })
    return yes
  })
}

/** Drops an idea, with the reason; needs that feed no other idea wait again. */
export async function dropIdea(ctx: Ctx, id: string, reason: string): Promise<Verdict<'not-yours' | 'wrong-state'>> {
  return inTransaction(ctx, async ctx => {
    const idea = await loadIdea(ctx, id)
    const verdict = shaping.may(ctx.actor, 'drop', idea)
    if (!verdict.ok) return verdict
    if (!(await moveIdea(ctx, id, idea.state, shaping.steps.drop.to, reason))) return no('wrong-state')
    await record(ctx, 'idea.dropped', id, { title: idea.title })
    for (const need of await listNeedsById(ctx, await ancestorsOf(ctx, id))) {
      const others = await listIdeasById(ctx, await descendantsOf(ctx, need.id))
      if (!others.some(isLiveIdea)) await releaseNeed(ctx, need)
    }
    return yes
  })
}

/** Called by whoever starts a joint draft from the idea, in their transaction. A second draft finds it taken up already. */
export async function takeUpIdea(ctx: Ctx, id: string): Promise<Verdict<'not-yours' | 'wrong-state'>> {
  return inTransaction(ctx, async ctx => {
    const idea = await loadIdea(ctx, id)
    if (idea.state === 'drafting') return yes
    const verdict = shaping.may(ctx.actor, 'draft', idea)
    if (!verdict.ok) return verdict
    if (await moveIdea(ctx, id, idea.state, shaping.steps.draft.to)) await record(ctx, 'idea.taken-up', id, { title: idea.title })
    return (await loadIdea(ctx, id)).state === 'drafting' ? yes : notFound('the idea has moved')
  })
}
