import { notFound } from '#kit/refusal.ts'
import type { Need, NeedState } from '#modules/ideas/needs.rules.ts'
import {
  addSaid,
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
    needs: SaidRow & { state: NeedState }
  }
}

export const listNeedsById = async (ctx: Ctx, ids: readonly string[]): Promise<Need[]> => (await listSaidById(ctx, 'needs', ids)) as Need[]
export const loadNeed = async (ctx: Ctx, id: string): Promise<Need> => (await listNeedsById(ctx, [id]))[0] ?? notFound('no such need')

export const listNeeds = async (ctx: Ctx, options: ListOptions): Promise<Listed<Need>[]> => (await listSaid(ctx, 'needs', options)) as Listed<Need>[]
/** How many live ones there are, by territory. */
export const countsByTerritory = (ctx: Ctx, options: { editionId?: string } = {}): Promise<Map<string, number>> => countSaid(ctx, 'needs', options)

export const addNeed = (ctx: Ctx, need: NewSaid, state: NeedState) => addSaid(ctx, 'needs', need, state)
export const findNeedByKey = (ctx: Ctx, key: string) => findSaidByKey(ctx, 'needs', key)
export const moveNeed = (ctx: Ctx, id: string, from: NeedState, to: NeedState, reason?: string) => moveSaid(ctx, 'needs', id, from, to, reason)

export const needsBy = async ({ db }: Ctx, personId: string) =>
  db
    .selectFrom('needs')
    .select(['id', 'title', 'text', 'place_words', 'lon', 'lat', 'state', 'channel', 'created_at'])
    .where('author_id', '=', personId)
    .orderBy('created_at')
    .execute()
