import { type ColumnType, type RawBuilder, type Selectable, sql } from 'kysely'
import type { Follow, Followed, FollowKind } from '#modules/following/follows.rules.ts'
import type { Ctx } from '#platform/context.ts'
import { kept } from '#platform/kept.ts'

declare module '#platform/schema.ts' {
  interface Tables {
    follows: {
      id: string
      person_id: string
      kind: FollowKind
      target: string
      words: string | null
      territory_id: string | null
      created_at: Date
      since_seq: ColumnType<number, RawBuilder<number>, never>
    }
  }
}
type Row = Selectable<import('#platform/schema.ts').Tables['follows']>

const toFollow = (row: Row): Follow => ({
  id: row.id,
  personId: row.person_id,
  kind: row.kind,
  target: row.target,
  words: row.words,
  territoryId: row.territory_id,
  createdAt: row.created_at,
  sinceSeq: row.since_seq,
})

/** Everything these people follow, in one statement, newest first. */
export async function listFollows({ db }: Ctx, personIds: readonly string[]): Promise<Follow[]> {
  if (personIds.length === 0) return []
  const rows = await db.selectFrom('follows').selectAll().where('person_id', 'in', personIds).orderBy('created_at', 'desc').orderBy('id').execute()
  return rows.map(toFollow)
}

const keyOf = ({ kind, target }: Pick<Followed, 'kind' | 'target'>) => `${kind} ${target}`

/** The id of the visitor's own follow of this, if they follow it. */
export async function findOwnFollow(ctx: Ctx, followed: Pick<Followed, 'kind' | 'target'>): Promise<string | undefined> {
  if (ctx.actor.id === '') return undefined
  const own = await kept(ctx.db, `follows ${ctx.actor.id}`, ['follow.', 'person.'], async () => {
    const follows = await listFollows(ctx, [ctx.actor.id])
    return new Map(follows.map(follow => [keyOf(follow), follow.id]))
  })
  return own.get(keyOf(followed))
}

export async function findFollow({ db }: Ctx, id: string): Promise<Follow | undefined> {
  const row = await db.selectFrom('follows').selectAll().where('id', '=', id).executeTakeFirst()
  return row && toFollow(row)
}

export async function countFollowsOf({ db }: Ctx, personId: string): Promise<number> {
  const row = await db.selectFrom('follows').select(sql<number>`count(*)::int`.as('n')).where('person_id', '=', personId).executeTakeFirstOrThrow()
  return row.n
}

const lastFact = sql<number>`(select coalesce(max(seq), 0) from ledger_chain)`

/** False when this person follows it already: pressed twice, it is one follow. */
export async function insertFollow({ db, now }: Ctx, id: string, personId: string, { kind, target, words, territoryId }: Followed): Promise<boolean> {
  const made = await db
    .insertInto('follows')
    .values({ id, person_id: personId, kind, target, words, territory_id: territoryId, created_at: now, since_seq: lastFact })
    .onConflict(clash => clash.columns(['person_id', 'kind', 'target']).doNothing())
    .executeTakeFirst()
  return made.numInsertedOrUpdatedRows === 1n
}

export async function removeFollow({ db }: Ctx, id: string): Promise<boolean> {
  return (await db.deleteFrom('follows').where('id', '=', id).executeTakeFirst()).numDeletedRows === 1n
}
export async function removeFollowsOf({ db }: Ctx, personId: string): Promise<void> {
  await db.deleteFrom('follows').where('person_id', '=', personId).execute()
}
export async function sweepFollows({ db }: Ctx, before: Date): Promise<number> {
  return Number((await db.deleteFrom('follows').where('created_at', '<', before).executeTakeFirst()).numDeletedRows)
}
