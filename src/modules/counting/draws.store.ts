import type { Day } from '#kit/dates.ts'
import type { Draw, DrawState } from '#modules/counting/draws.rules.ts'
import type { Ctx } from '#platform/context.ts'

declare module '#platform/schema.ts' {
  interface Tables {
    draws: {
      edition_id: string
      state: DrawState
      secret: string
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

/** The secret leaves the table only when it is revealed; `findSecret` is for that moment. */
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
    secret: isRevealed ? row.secret : undefined,
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
export async function findSecret({ db }: Ctx, editionId: string): Promise<string> {
  return (await db.selectFrom('draws').select('secret').where('edition_id', '=', editionId).executeTakeFirstOrThrow()).secret
}

/** False when the draw of this edition was fixed before. */
export async function insertDraw(
  { db, now }: Ctx,
  draw: Pick<Draw, 'editionId' | 'commitment' | 'event' | 'eventOn'> & { secret: string },
): Promise<boolean> {
  const { editionId, commitment, event, eventOn, secret } = draw
  const done = await db
    .insertInto('draws')
    .values({
      edition_id: editionId,
      state: 'committed',
      secret,
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
export async function moveDraw({ db, now }: Ctx, { editionId, state }: Draw, to: DrawState, outcome: string, seed: string): Promise<boolean> {
  const done = await db
    .updateTable('draws')
    .set({ state: to, outcome, seed, revealed_at: now })
    .where('edition_id', '=', editionId)
    .where('state', '=', state)
    .executeTakeFirst()
  return Number(done.numUpdatedRows) === 1
}
