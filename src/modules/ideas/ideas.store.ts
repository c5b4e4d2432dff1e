import { sql } from 'kysely'
import { notFound } from '#kit/refusal.ts'
import type { Idea, IdeaState } from '#modules/ideas/ideas.rules.ts'
import {
  coauthorsOf,
  countSaid,
  isHidden,
  type Listed,
  type ListOptions,
  listSaid,
  type NewSaid,
  newRow,
  type SaidRow,
  saidColumns,
  toSaid,
} from '#modules/ideas/space.store.ts'
import type { Ctx } from '#platform/context.ts'

declare module '#platform/schema.ts' {
  interface Tables {
    ideas: SaidRow & { state: IdeaState }
  }
}

export async function listIdeasById({ db }: Ctx, ids: readonly string[]): Promise<Idea[]> {
  if (ids.length === 0) return []
  const rows = await db
    .selectFrom('ideas as t')
    .select([...saidColumns, 't.state', isHidden])
    .where('t.id', 'in', ids)
    .orderBy('t.created_at')
    .orderBy('t.id')
    .execute()
  return rows.map(row => ({ ...toSaid(row), state: row.state }))
}
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

/** Undefined when something was already made with this key: a form sent twice makes one. */
export async function addIdea({ db, now }: Ctx, idea: NewSaid, state: IdeaState): Promise<string | undefined> {
  const row = await db
    .insertInto('ideas')
    .values({ ...newRow(idea, now), state })
    .onConflict(clash => clash.doNothing())
    .returning('id')
    .executeTakeFirst()
  return row?.id
}
export const findIdeaByKey = async ({ db }: Ctx, key: string): Promise<string | undefined> =>
  (await db.selectFrom('ideas').select('id').where('key', '=', key).executeTakeFirst())?.id

/** Writes only if nobody moved it meanwhile. */
export async function moveIdea({ db }: Ctx, id: string, from: IdeaState, to: IdeaState, reason?: string): Promise<boolean> {
  const moved = await db
    .updateTable('ideas')
    .set({ state: to, ...(reason === undefined ? {} : { reason }) })
    .where('id', '=', id)
    .where('state', '=', from)
    .executeTakeFirst()
  return moved.numUpdatedRows === 1n
}

export const ideasBy = async ({ db }: Ctx, personId: string) =>
  db
    .selectFrom('ideas as t')
    .select(['id', 'title', 'text', 'place_words', 'lon', 'lat', 'state', 'channel', 'created_at'])
    .where(is => is.or([is('author_id', '=', personId), sql<boolean>`${personId} = any(${coauthorsOf})`]))
    .orderBy('created_at')
    .execute()
