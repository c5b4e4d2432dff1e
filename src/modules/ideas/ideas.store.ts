import { sql } from 'kysely'
import { notFound } from '#kit/refusal.ts'
import type { Idea, IdeaState } from '#modules/ideas/ideas.rules.ts'
import {
  addSaid,
  coauthorsOf,
  countSaid,
  findSaidByKey,
  type Listed,
  type ListOptions,
  listSaid,
  listSaidById,
  moveSaid,
  type NewSaid,
  type SaidRow,
} from '#modules/ideas/space.store.ts'
import type { Ctx } from '#platform/context.ts'

declare module '#platform/schema.ts' {
  interface Tables {
    ideas: SaidRow & { state: IdeaState }
  }
}

export const listIdeasById = async (ctx: Ctx, ids: readonly string[]): Promise<Idea[]> => (await listSaidById(ctx, 'ideas', ids)) as Idea[]
export const loadIdea = async (ctx: Ctx, id: string): Promise<Idea> => (await listIdeasById(ctx, [id]))[0] ?? notFound('no such idea')

/** Takes these ideas' rows for this transaction, in one order, so that two acts about the same ones wait for each other. */
export async function holdIdeas(ctx: Ctx, ids: readonly string[]): Promise<Idea[]> {
  await ctx.db.selectFrom('ideas').select('id').where('id', 'in', ids).orderBy('id').forUpdate().execute()
  return listIdeasById(ctx, ids)
}

export async function addCoauthors({ db, now }: Ctx, subjectId: string, personIds: readonly string[]): Promise<void> {
  if (personIds.length === 0) return
  await db
    .insertInto('said_coauthors')
    .values(personIds.map(person_id => ({ subject_id: subjectId, person_id, at: now })))
    .onConflict(clash => clash.doNothing())
    .execute()
}
export async function removeCoauthorsOf({ db }: Ctx, personId: string): Promise<void> {
  await db.deleteFrom('said_coauthors').where('person_id', '=', personId).execute()
}

export const listIdeas = async (ctx: Ctx, options: ListOptions): Promise<Listed<Idea>[]> => (await listSaid(ctx, 'ideas', options)) as Listed<Idea>[]
/** How many live ones there are, by territory. */
export const countsByTerritory = (ctx: Ctx, options: { editionId?: string } = {}): Promise<Map<string, number>> => countSaid(ctx, 'ideas', options)

export const addIdea = (ctx: Ctx, idea: NewSaid, state: IdeaState) => addSaid(ctx, 'ideas', idea, state)
export const findIdeaByKey = (ctx: Ctx, key: string) => findSaidByKey(ctx, 'ideas', key)
export const moveIdea = (ctx: Ctx, id: string, from: IdeaState, to: IdeaState, reason?: string) => moveSaid(ctx, 'ideas', id, from, to, reason)

export const ideasBy = async ({ db }: Ctx, personId: string) =>
  db
    .selectFrom('ideas as t')
    .select(['id', 'title', 'text', 'place_words', 'lon', 'lat', 'state', 'channel', 'created_at'])
    .where(is => is.or([is('author_id', '=', personId), sql<boolean>`${personId} = any(${coauthorsOf})`]))
    .orderBy('created_at')
    .execute()
