import type { Area } from '#kit/geo.ts'
import { no, type Verdict, yes } from '#kit/verdict.ts'
import { carryComments } from '#modules/discussions/discussions.store.ts'
import { carryPlaces, placeAnew } from '#modules/discussions/places.store.ts'
import { holding, mayJoin, maySplit, type Talk, talkTitle } from '#modules/discussions/talks.rules.ts'
import { bumpTalk, findTalkByKey, insertTalk, listOpenTalks, loadTalk } from '#modules/discussions/talks.store.ts'
import { addSmallerArea } from '#modules/programme/territories/territories.actions.ts'
import { type Ctx, inTransaction } from '#platform/context.ts'
import { record } from '#platform/ledger.ts'
import { addOrigin } from '#platform/origins.ts'

type WhyOf<V> = V extends { readonly ok: false; readonly why: infer W } ? W : never
export type NewArea = { readonly name: string; readonly words: string; readonly area?: Area | undefined }
export type Split = { readonly key: string; readonly version: number; readonly areas: readonly NewArea[]; readonly reason: string }

/** Smaller areas of a district get talks of their own; the district keeps its talk and everything said in it. Needs go where they lie. */
export async function splitTalk(
  ctx: Ctx,
  talkId: string,
  { key, version, areas, reason }: Split,
): Promise<Verdict<WhyOf<ReturnType<typeof maySplit>> | 'changed'>> {
  return inTransaction(ctx, async ctx => {
    if (await findTalkByKey(ctx, `${key}_0`)) return yes
    const talk = await loadTalk(ctx, talkId)
    const there = (await listOpenTalks(ctx, { editionId: talk.editionId, territoryId: talk.territoryId })).filter(one => one.id !== talkId)
    const names = areas.map(({ name }) => name)
    const verdict = maySplit(
      ctx.actor,
      talk,
      names,
      there.map(one => one.territoryName),
    )
    // the same form, sent a moment ago, may have taken the names
    if (!verdict.ok) return (await findTalkByKey(ctx, `${key}_0`)) ? yes : verdict
    if (talk.version !== version || !(await bumpTalk(ctx, talk))) return (await findTalkByKey(ctx, `${key}_0`)) ? yes : no('changed')
    const talks: string[] = []
    for (const [index, area] of areas.entries()) talks.push(await openArea(ctx, talk, `${key}_${index}`, area))
    await placeAnew(ctx, talk.editionId, talk.territoryId)
    await record(ctx, 'talk.split', talkId, { title: talkTitle(talk), talks, reason })
    return yes
  })
}

async function openArea(ctx: Ctx, talk: Talk, key: string, { name, words, area }: NewArea): Promise<string> {
  const [id, territoryId] = [key.replace(/^key/, 'talk'), key.replace(/^key/, 'territory')]
  await addSmallerArea(ctx, { id: territoryId, parentId: talk.territoryId, name, area, source: talk.id })
  await insertTalk(ctx, { id, key, editionId: talk.editionId, territoryId, areaWords: words }, holding.first)
  await addOrigin(ctx, talk.id, id)
  await record(ctx, 'talk.opened', id, { title: name })
  return id
}

/** A talk becomes part of another, with all its comments. What its authors had placed there goes along, the rest by the rule. */
export async function joinTalk(
  ctx: Ctx,
  talkId: string,
  { intoId, version, reason }: { readonly intoId: string; readonly version: number; readonly reason: string },
): Promise<Verdict<WhyOf<ReturnType<typeof mayJoin>> | 'changed'>> {
  return inTransaction(ctx, async ctx => {
    const [talk, into] = [await loadTalk(ctx, talkId), await loadTalk(ctx, intoId)]
    if (talk.state === 'joined' && talk.joinedInto === intoId) return yes
    const verdict = mayJoin(ctx.actor, talk, into)
    if (!verdict.ok) return verdict
    if (talk.version !== version) return no('changed')
    if (!(await bumpTalk(ctx, talk, { state: holding.steps.join.to, joined_into: intoId }))) return no('changed')
    // neither end of the tie may be joined elsewhere at this moment
    if (!(await bumpTalk(ctx, into))) return no('changed')
    const comments = await carryComments(ctx, talkId, intoId)
    await carryPlaces(ctx, talkId, intoId)
    await placeAnew(
      ctx,
      talk.editionId,
      talk.territoryKind === 'custom' || talk.territoryKind === 'estate' ? (talk.parentId ?? talk.territoryId) : talk.territoryId,
    )
    await addOrigin(ctx, talkId, intoId)
    await record(ctx, 'talk.joined', talkId, { title: talkTitle(talk), into: intoId, comments, reason })
    return yes
  })
}
