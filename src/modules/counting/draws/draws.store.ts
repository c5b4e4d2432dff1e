import type { Day } from '#kit/dates.ts'
import type { Draw, DrawLine, DrawState } from '#modules/counting/draws/draws.rules.ts'
import type { Ctx } from '#platform/context.ts'

declare module '#platform/schema.ts' {
  interface Tables {
    draws: {
      edition_id: string
      state: DrawState
      /** There once it is revealed. */
      secret: string | null
      nonce: string | null
      commitment: string
      event: string
      event_on: Day
      committed_at: Date
      outcome: string | null
      seed: string | null
      revealed_at: Date | null
    }
  }
}

/** The secret comes into the table when it is revealed; until then it is made anew from the installation's secret and `findKeptSecret`. */
export async function findDraw({ db }: Ctx, editionId: string): Promise<Draw | undefined> {
  const row = await db.selectFrom('draws').selectAll().where('edition_id', '=', editionId).executeTakeFirst()
  if (!row) return undefined
  const isRevealed = row.state === 'revealed'
  return {
    editionId,
    state: row.state,
    commitment: row.commitment,
    event: row.event,
    eventOn: row.event_on,
    committedAt: row.committed_at,
    secret: isRevealed ? (row.secret ?? undefined) : undefined,
    outcome: row.outcome ?? undefined,
    seed: row.seed ?? undefined,
  }
}
/** The draw of the edition in which people voted in this year. */
export async function findDrawOfYear(ctx: Ctx, year: number): Promise<Draw | undefined> {
  const row = await ctx.db
    .selectFrom('draws as d')
    .innerJoin('editions as e', 'e.id', 'd.edition_id')
    .select('e.id')
    .where('e.year', '=', year)
    .orderBy('d.committed_at', 'desc')
    .executeTakeFirst()
  return row && findDraw(ctx, row.id)
}
/** A draw that was announced by an older version lies there with its secret. */
export async function findKeptSecret({ db }: Ctx, editionId: string): Promise<{ readonly secret: string | null; readonly nonce: string | null }> {
  return db.selectFrom('draws').select(['secret', 'nonce']).where('edition_id', '=', editionId).executeTakeFirstOrThrow()
}

/** The draws of all editions, the newest first. */
export const listDraws = ({ db }: Ctx): Promise<DrawLine[]> =>
  db
    .selectFrom('draws as d')
    .innerJoin('editions as e', 'e.id', 'd.edition_id')
    .select(['d.edition_id as editionId', 'e.title', 'd.state'])
    .orderBy('d.committed_at', 'desc')
    .execute()

/** False when the draw of this edition was fixed before. */
export async function insertDraw(
  { db, now }: Ctx,
  draw: Pick<Draw, 'editionId' | 'commitment' | 'event' | 'eventOn'> & { nonce: string },
): Promise<boolean> {
  const { editionId, commitment, event, eventOn, nonce } = draw
  const done = await db
    .insertInto('draws')
    .values({
      edition_id: editionId,
      state: 'committed',
      secret: null,
      nonce,
      commitment,
      event,
      event_on: eventOn,
      committed_at: now,
      outcome: null,
      seed: null,
      revealed_at: null,
    })
    .onConflict(clash => clash.doNothing())
    .executeTakeFirst()
  return Number(done.numInsertedOrUpdatedRows) === 1
}
type Revealed = { readonly secret: string; readonly outcome: string; readonly seed: string }
export async function moveDraw({ db, now }: Ctx, { editionId, state }: Draw, to: DrawState, revealed: Revealed): Promise<boolean> {
  const done = await db
    .updateTable('draws')
    .set({ state: to, ...revealed, revealed_at: now })
    .where('edition_id', '=', editionId)
    .where('state', '=', state)
    .executeTakeFirst()
  return Number(done.numUpdatedRows) === 1
}
