import { notFound } from '#kit/refusal.ts'
import { backersOf, dropBackingsOf } from '#modules/ideas/backings.store.ts'
import { addContinuing, bringIdeaBack, letIdeaGoOn } from '#modules/ideas/continuing.actions.ts'
import { listIdeasById } from '#modules/ideas/ideas.store.ts'
import { authorsOfResults, type Merging, type Side, type Texts, textsOf } from '#modules/merging/merging.rules.ts'
import { addContinuingDraft, bringDraftBack, letDraftGoOn } from '#modules/proposals/alone/continuing.actions.ts'
import { spotOf } from '#modules/proposals/place/spots.store.ts'
import { costsOf, listProjects, loadProject } from '#modules/proposals/proposals.store.ts'
import type { Ctx } from '#platform/context.ts'
import { carryBack, carryOn, type Hanging } from '#platform/hangings.ts'
import { passOrigins } from '#platform/origins.ts'

export type Going = { readonly resultIds: readonly string[]; readonly backers: readonly string[] }

/** The originals go on in what is made of them: texts as chosen, all their authors, and everything that hangs on them. */
export async function goOn(ctx: Ctx, hangings: readonly Hanging[], merging: Merging, sides: readonly Side[]): Promise<Going> {
  const texts = textsOf(
    merging.kind,
    sides.map(side => side.texts),
    merging.choices,
  )
  const authors = authorsOfResults(merging.kind, [...new Set(sides.flatMap(side => side.authorIds))], merging.answers)
  const where = sides[merging.choices.where?.way === 'right' ? 1 : 0]?.id ?? ''
  const resultIds: string[] = []
  for (const [i, said] of texts.entries()) resultIds.push(await make(ctx, sides, said, authors[i] ?? [], where))
  const sourceIds = sides.map(({ id }) => id)
  await carryOn(ctx, hangings, merging.id, sourceIds, resultIds)
  for (const [i, id] of resultIds.entries()) await dropBackingsOf(ctx, id, authors[i] ?? [])
  await letGoOn(ctx, sourceIds)
  return { resultIds, backers: await backersOf(ctx, resultIds) }
}

const isIdea = (id: string) => id.startsWith('idea_')
const ideasAmong = (ctx: Ctx, ids: readonly string[]) => listIdeasById(ctx, ids.filter(isIdea))
const draftsAmong = (ctx: Ctx, ids: readonly string[]) => Promise.all(ids.filter(id => !isIdea(id)).map(id => loadProject(ctx, id)))

/** One thing more, in the place of the original `likeId`. */
async function make(ctx: Ctx, sides: readonly Side[], texts: Texts, authorIds: readonly string[], likeId: string): Promise<string> {
  if (isIdea(likeId)) {
    const [{ editionId, territoryId, point } = notFound('the original')] = await listIdeasById(ctx, [likeId])
    const { title = '', text = '', place = '' } = texts
    return addContinuing(ctx, { editionId, territoryId, point, title, text, placeWords: place || null, authorIds })
  }
  const { path, editionId, territoryId, ideaId } = await loadProject(ctx, likeId)
  const costs = (await Promise.all(sides.map(({ id }) => costsOf(ctx, id)))).flat()
  return addContinuingDraft(ctx, { path, editionId, territoryId, ideaId, spot: await spotOf(ctx, likeId), authorIds, texts, costs })
}
async function letGoOn(ctx: Ctx, ids: readonly string[]): Promise<void> {
  for (const idea of await ideasAmong(ctx, ids)) await letIdeaGoOn(ctx, idea)
  for (const draft of await draftsAmong(ctx, ids)) await letDraftGoOn(ctx, draft)
}
async function bringOneBack(ctx: Ctx, id: string): Promise<void> {
  if (!isIdea(id)) return bringDraftBack(ctx, await loadProject(ctx, id))
  await bringIdeaBack(ctx, id, (await listProjects(ctx, { ideaId: id, states: ['draft', 'agreeing'], limit: 1 })).length > 0)
}

type Undoing = { readonly originals: readonly Side[]; readonly results: readonly Side[]; readonly heir: string }
/** The way back. Answers who backs the originals now. */
export async function bringBack(ctx: Ctx, hangings: readonly Hanging[], merging: Merging, { originals, results, heir }: Undoing): Promise<string[]> {
  const [fromIds, toIds] = [results.map(({ id }) => id), originals.map(({ id }) => id)]
  await carryBack(ctx, hangings, { carrierId: merging.id, fromIds, toIds, heir })
  for (const id of fromIds) await passOrigins(ctx, id, heir, [merging.id, ...toIds])
  await letGoOn(ctx, fromIds)
  for (const id of toIds) await bringOneBack(ctx, id)
  return backersOf(ctx, toIds)
}
