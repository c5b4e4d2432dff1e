import { backersOf, dropBackingsOf } from '#modules/ideas/backings.store.ts'
import { addContinuing, bringIdeaBack, letIdeaGoOn } from '#modules/ideas/continuing.actions.ts'
import { listIdeasById } from '#modules/ideas/ideas.store.ts'
import { authorsOfResults, type Merging, type Side, type Texts, textsOf } from '#modules/merging/merging.rules.ts'
import { listProjects } from '#modules/proposals/proposals.store.ts'
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
  for (const [i, said] of texts.entries()) resultIds.push(await makeIdea(ctx, said, authors[i] ?? [], where))
  const sourceIds = sides.map(({ id }) => id)
  await carryOn(ctx, hangings, merging.id, sourceIds, resultIds)
  for (const [i, id] of resultIds.entries()) await dropBackingsOf(ctx, id, authors[i] ?? [])
  for (const idea of await listIdeasById(ctx, sourceIds)) await letIdeaGoOn(ctx, idea)
  return { resultIds, backers: await backersOf(ctx, resultIds) }
}

async function makeIdea(ctx: Ctx, { title = '', text = '', place = '' }: Texts, authorIds: readonly string[], likeId: string): Promise<string> {
  const [like] = await listIdeasById(ctx, [likeId])
  const { editionId = '', territoryId = '', point = null } = like ?? {}
  return addContinuing(ctx, { editionId, territoryId, point, title, text, placeWords: place || null, authorIds })
}

type Undoing = { readonly originals: readonly Side[]; readonly results: readonly Side[]; readonly heir: string }
/** The way back. Answers who backs the originals now. */
export async function bringBack(ctx: Ctx, hangings: readonly Hanging[], merging: Merging, { originals, results, heir }: Undoing): Promise<string[]> {
  const [fromIds, toIds] = [results.map(({ id }) => id), originals.map(({ id }) => id)]
  await carryBack(ctx, hangings, { carrierId: merging.id, fromIds, toIds, heir })
  for (const id of fromIds) await passOrigins(ctx, id, heir, [merging.id, ...toIds])
  for (const idea of await listIdeasById(ctx, fromIds)) await letIdeaGoOn(ctx, idea)
  for (const id of toIds) await bringIdeaBack(ctx, id, (await listProjects(ctx, { ideaId: id, states: ['draft', 'agreeing'], limit: 1 })).length > 0)
  return backersOf(ctx, toIds)
}
