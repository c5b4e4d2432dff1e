import { notFound } from '#kit/refusal.ts'
import type { Need, NeedState } from '#modules/ideas/needs.rules.ts'
import {
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
    needs: SaidRow & { state: NeedState }
  }
}

export async function listNeedsById({ db }: Ctx, ids: readonly string[]): Promise<Need[]> {
  if (ids.length === 0) return []
  const rows = await db
    .selectFrom('needs as t')
    .select([...saidColumns, 't.state', isHidden])
    .where('t.id', 'in', ids)
    .orderBy('t.created_at')
    .orderBy('t.id')
    .execute()
  return rows.map(row => ({ ...toSaid(row), state: row.state }))
}
export const loadNeed = async (ctx: Ctx, id: string): Promise<Need> => (await listNeedsById(ctx, [id]))[0] ?? notFound('no such need')

export const listNeeds = async (ctx: Ctx, options: ListOptions): Promise<Listed<Need>[]> => (await listSaid(ctx, 'needs', options)) as Listed<Need>[]
/** How many live ones there are, by territory. */
export const countsByTerritory = (ctx: Ctx, options: { editionId?: string } = {}): Promise<Map<string, number>> => countSaid(ctx, 'needs', options)

/** Undefined when something was already made with this key: a form sent twice makes one. */
export async function addNeed({ db, now }: Ctx, need: NewSaid, state: NeedState): Promise<string | undefined> {
  const row = await db
    .insertInto('needs')
    .values({ ...newRow(need, now), state })
    .onConflict(clash => clash.doNothing())
    .returning('id')
    .executeTakeFirst()
  return row?.id
}
export const findNeedByKey = async ({ db }: Ctx, key: string): Promise<string | undefined> =>
  (await db.selectFrom('needs').select('id').where('key', '=', key).executeTakeFirst())?.id

/** Writes only if nobody moved it meanwhile. */
export async function moveNeed({ db }: Ctx, id: string, from: NeedState, to: NeedState, reason?: string): Promise<boolean> {
  const moved = await db
    .updateTable('needs')
    .set({ state: to, ...(reason === undefined ? {} : { reason }) })
    .where('id', '=', id)
    .where('state', '=', from)
    .executeTakeFirst()
  return moved.numUpdatedRows === 1n
}

export const needsBy = async ({ db }: Ctx, personId: string) =>
  db
    .selectFrom('needs')
    .select(['id', 'title', 'text', 'place_words', 'lon', 'lat', 'state', 'channel', 'created_at'])
    .where('author_id', '=', personId)
    .orderBy('created_at')
    .execute()
