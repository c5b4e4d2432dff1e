import { notFound } from '#kit/refusal.ts'
import { no, type Verdict, yes } from '#kit/verdict.ts'
import { deletePlace, findPlace, insertPlace, type Placed, updatePlace } from '#modules/discussions/places.store.ts'
import { mayChooseTalk } from '#modules/discussions/talks.rules.ts'
import { listOpenTalks } from '#modules/discussions/talks.store.ts'
import { type Ctx, inTransaction } from '#platform/context.ts'
import { record } from '#platform/ledger.ts'

/** Part of the action that makes the thing: it gets the talk of the smallest area that holds its point, else that of its district. */
export const placeInTalk = (ctx: Ctx, placed: Placed): Promise<void> => insertPlace(ctx, placed)

/** Part of the action that moves the thing to another district: the rule decides again. */
export async function placeAnewInTalk(ctx: Ctx, placed: Placed): Promise<void> {
  await deletePlace(ctx, placed.subjectId)
  await insertPlace(ctx, placed)
}

/** The author says where their matter is talked over; without a choice the rule decides again. */
export async function chooseTalk(
  ctx: Ctx,
  subjectId: string,
  talkId: string | undefined,
  authorIds: readonly string[],
): Promise<Verdict<'not-yours' | 'no-such-talk'>> {
  return inTransaction(ctx, async ctx => {
    const place = (await findPlace(ctx, subjectId)) ?? notFound('not in any talk')
    const verdict = mayChooseTalk(ctx.actor, authorIds)
    if (!verdict.ok) return verdict
    const talks = await listOpenTalks(ctx, { editionId: place.editionId, territoryId: place.territoryId })
    if (talkId !== undefined && !talks.some(talk => talk.id === talkId)) return no('no-such-talk')
    if (place.chosen === (talkId !== undefined) && (talkId === undefined || place.talkId === talkId)) return yes
    await updatePlace(ctx, place, talkId)
    await record(ctx, 'talk.place-chosen', subjectId, { talk: talkId ?? '' })
    return yes
  })
}
