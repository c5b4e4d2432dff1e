import { newId } from '#kit/ids.ts'
import { assert } from '#kit/refusal.ts'
import { placeInTalk } from '#modules/discussions/places.actions.ts'
import { takeUpIdea } from '#modules/ideas/ideas.actions.ts'
import { type Idea, shaping } from '#modules/ideas/ideas.rules.ts'
import { addCoauthors, addIdea, moveIdea } from '#modules/ideas/ideas.store.ts'
import type { Ctx } from '#platform/context.ts'

type Continued = Pick<Idea, 'editionId' | 'territoryId' | 'title' | 'text' | 'placeWords' | 'point'> & { readonly authorIds: readonly string[] }

/** Part of the action by which authors join or divide their ideas: the idea in which they go on. Answers its id. */
export async function addContinuing(ctx: Ctx, { authorIds: [authorId = '', ...others], ...idea }: Continued): Promise<string> {
  const id = newId('idea')
  const row = { ...idea, id, key: id.replace(/^idea/, 'key'), authorId, enteredBy: null, channel: 'online' as const }
  assert(await addIdea(ctx, row, shaping.first), 'a fresh id')
  await addCoauthors(ctx, id, others)
  await placeInTalk(ctx, { ...row, subjectId: id })
  return id
}

/** It goes on in another idea. */
export async function letIdeaGoOn(ctx: Ctx, idea: Pick<Idea, 'id' | 'state'>): Promise<void> {
  assert(await moveIdea(ctx, idea.id, idea.state, shaping.steps.goOn.to), 'held by this transaction')
}

/** It goes on by itself again; with a draft that has grown meanwhile, it is taken up already. */
export async function bringIdeaBack(ctx: Ctx, id: string, hasDraft: boolean): Promise<void> {
  assert(await moveIdea(ctx, id, 'continued', shaping.steps.comeBack.to), 'held by this transaction')
  if (hasDraft) await takeUpIdea(ctx, id)
}
