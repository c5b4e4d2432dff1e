import type { Point } from '#kit/geo.ts'
import { notFound } from '#kit/refusal.ts'
import { no, type Verdict, yes } from '#kit/verdict.ts'
import { placeInTalk } from '#modules/discussions/places.actions.ts'
import { type Need, needing } from '#modules/ideas/needs.rules.ts'
import { findNeedByKey, addNeed as insertNeed, loadNeed, moveNeed } from '#modules/ideas/needs.store.ts'
import { readSeason } from '#modules/ideas/season.actions.ts'
import { mayJoinIn, type SeasonWhy } from '#modules/ideas/space.rules.ts'
import { takeNeedsIn } from '#modules/meetings/workshops/workshops.actions.ts'
import type { Limited, PostVerdict } from '#modules/moderation/limits.rules.ts'
import { admitPost } from '#modules/moderation/posts.actions.ts'
import { voiceOf } from '#modules/people/office/behalf.actions.ts'
import { type Behalf, type BehalfWhy, mayEnterFor, type Voice } from '#modules/people/office/behalf.rules.ts'
import type { Territory } from '#modules/programme/territories/territories.rules.ts'
import { districtAt } from '#modules/programme/territories/territories.store.ts'
import { type Ctx, inTransaction } from '#platform/context.ts'
import { type ChosenFile, keepFile } from '#platform/files.ts'
import { record } from '#platform/ledger.ts'
import { addOrigin } from '#platform/origins.ts'
import type { FileRefusal } from '#platform/uploads.ts'

export type Place = { readonly territoryId?: string | undefined; readonly point?: Point | undefined; readonly placeWords?: string | undefined }
export type Photo = { readonly file: ChosenFile; readonly alt: string }
export type NewNeed = Place & {
  readonly key: string
  readonly title: string
  readonly text: string
  readonly photo?: Photo | undefined
  readonly behalf?: Behalf | undefined
  /** Something said before that it grows out of: a line of minutes, a voice, a comment. The caller has seen that it is there to be read. */
  readonly origin?: string | undefined
}
export type AddWhy = SeasonWhy | BehalfWhy | FileRefusal | 'sign-in' | 'where-missing' | 'point-elsewhere' | 'no-space'
export type Added = { readonly ok: true; readonly id: string } | { readonly ok: false; readonly why: AddWhy } | Limited

/** Adds a need, for oneself or for a person without e-mail. The id comes from the form's key: sent twice, it is one need. */
export async function addNeed(ctx: Ctx, need: NewNeed): Promise<Added> {
  return inTransaction(ctx, async ctx => {
    const known = await findNeedByKey(ctx, need.key)
    if (known) return { ok: true, id: known }
    const season = await readSeason(ctx)
    const verdict = mayJoinIn(ctx.actor, season.open('needs'))
    if (!verdict.ok) return verdict
    const place = await settlePlace(ctx, season.places, need)
    if (!place.ok) return place
    const spoken = await voiceOf(ctx, need.behalf, mayEnterFor(ctx.actor, place.territoryId), need.key)
    if (!spoken.ok) return spoken
    const id = need.key.replace(/^key/, 'need')
    const limit = await admitSaid(ctx, { ...need, id, pictures: need.photo ? 1 : 0 }, spoken.voice)
    if (!limit.ok) return { ok: false, why: 'limited', limit }
    const hung = { owner: spoken.voice.authorId, subject: id, visibility: 'public', key: need.key, only: 'image' } as const
    const photo = need.photo && (await keepFile(ctx, { ...need.photo, ...hung }))
    if (photo?.ok === false) return photo
    const { key, title, text, placeWords = null, point = null } = need
    const row = { id, key, title, text, placeWords, point, editionId: season.edition?.id ?? '', territoryId: place.territoryId, ...spoken.voice }
    if (!(await insertNeed(ctx, row, needing.first))) return { ok: true, id }
    if (need.origin) await addOrigin(ctx, need.origin, id)
    // said at a workshop: it is among its needs at once, unless the workshop is settled meanwhile
    if (need.origin?.startsWith('workshop_')) await takeNeedsIn(ctx, need.origin, [{ id, title }])
    await placeInTalk(ctx, { ...row, subjectId: id })
    await record(ctx, 'need.added', id, { title })
    return { ok: true, id }
  })
}

/** Limits are for what people write themselves; whoever writes down for others is staff or an ambassador. */
export async function admitSaid(
  ctx: Ctx,
  said: { id: string; key: string; title: string; text: string; pictures?: number },
  voice: Voice,
): Promise<PostVerdict> {
  if (voice.enteredBy !== null) return yes
  const { id, key, title, text, pictures = 0 } = said
  // adding a thing is not a word in the talk about it, so slow mode there does not count it
  const subjectId = `added ${id}`
  return admitPost(ctx, key, { subjectId, text: `${title}\n${text}`, pictures })
}

/** A point finds its district; what was chosen by hand must not say otherwise, unless it is the whole city. */
export async function settlePlace(
  ctx: Ctx,
  places: readonly Territory[],
  { territoryId, point }: Place,
): Promise<{ ok: true; territoryId: string } | { ok: false; why: 'where-missing' | 'point-elsewhere' | 'no-space' }> {
  const chosen = places.find(place => place.id === territoryId)
  if (territoryId !== undefined && !chosen) return no('no-space')
  const found = point && (await districtAt(ctx, point))
  if (found && chosen?.kind === 'district' && chosen.id !== found.id) return no('point-elsewhere')
  const settled = chosen ?? places.find(place => place.id === found?.id)
  return settled ? { ok: true, territoryId: settled.id } : no('where-missing')
}

export async function closeNeed(ctx: Ctx, id: string, reason: string): Promise<Verdict<'not-yours' | 'wrong-state'>> {
  return inTransaction(ctx, async ctx => {
    const need = await loadNeed(ctx, id)
    const verdict = needing.may(ctx.actor, 'close', need)
    if (!verdict.ok) return verdict
    if (!(await moveNeed(ctx, id, need.state, needing.steps.close.to, reason))) return no('wrong-state')
    await record(ctx, 'need.closed', id, { title: need.title })
    return yes
  })
}

/** The idea tells its needs that they are taken up; a need may feed several. Part of the idea's own transaction. */
export async function takeUpNeed(ctx: Ctx, need: Need, idea: { id: string; title: string }): Promise<void> {
  if (need.state !== 'in-idea' && !(await moveNeed(ctx, need.id, need.state, needing.steps.join.to))) notFound('the need has moved')
  await record(ctx, 'need.taken-up', need.id, { title: need.title, idea: idea.id, ideaTitle: idea.title })
}

/** The last idea it fed was dropped: it waits for another. */
export async function releaseNeed(ctx: Ctx, need: Need): Promise<void> {
  if (await moveNeed(ctx, need.id, 'in-idea', needing.steps.release.to)) await record(ctx, 'need.released', need.id, { title: need.title })
}
