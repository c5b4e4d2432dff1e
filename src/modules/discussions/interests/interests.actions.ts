import type { Point } from '#kit/geo.ts'
import { no, type Verdict, yes } from '#kit/verdict.ts'
import { mayBeInterested } from '#modules/discussions/interests/interests.rules.ts'
import { putInterest, removeInterest } from '#modules/discussions/interests/interests.store.ts'
import { talkTitle } from '#modules/discussions/talks.rules.ts'
import { loadTalk } from '#modules/discussions/talks.store.ts'
import { districtAt } from '#modules/programme/territories/territories.store.ts'
import { type Ctx, inTransaction } from '#platform/context.ts'
import { record } from '#platform/ledger.ts'

type Wish = { readonly key: string; readonly point?: Point | undefined; readonly placeWords: string }
/** "I would come to a talk near me": once a person, and said again it says where anew. */
export async function sayInterest(
  ctx: Ctx,
  talkId: string,
  { key, point, placeWords }: Wish,
): Promise<Verdict<'sign-in' | 'joined' | 'city-wide' | 'point-elsewhere'>> {
  return inTransaction(ctx, async ctx => {
    const talk = await loadTalk(ctx, talkId)
    const verdict = mayBeInterested(ctx.actor, talk)
    if (!verdict.ok) return verdict
    const district = talk.territoryKind === 'district' ? talk.territoryId : talk.parentId
    if (point && (await districtAt(ctx, point))?.id !== district) return no('point-elsewhere')
    const { editionId, territoryId } = talk
    const isFirst = await putInterest(ctx, { id: key.replace(/^key/, 'interest'), editionId, territoryId, point, placeWords })
    if (isFirst) await record(ctx, 'talk.interest-said', talkId, { title: talkTitle(talk) })
    return yes
  })
}

export async function withdrawInterest(ctx: Ctx, talkId: string): Promise<void> {
  await inTransaction(ctx, async ctx => {
    const talk = await loadTalk(ctx, talkId)
    if (await removeInterest(ctx, talk)) await record(ctx, 'talk.interest-withdrawn', talkId, { title: talkTitle(talk) })
  })
}
