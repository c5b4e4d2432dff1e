import { type Generated, type SqlBool, sql } from 'kysely'
import { jsonArrayFrom } from 'kysely/helpers/postgres'
import type { Day } from '#kit/dates.ts'
import { notFound } from '#kit/refusal.ts'
import type { Notice, RoundKind, Talk, TalkArea, TalkRound, TalkState } from '#modules/discussions/talks.rules.ts'
import type { Ctx } from '#platform/context.ts'

declare module '#platform/schema.ts' {
  interface Tables {
    talks: {
      id: string
      key: string
      edition_id: string
      territory_id: string
      theme: Generated<string>
      area_words: Generated<string>
      state: TalkState
      joined_into: string | null
      version: Generated<number>
      created_at: Date
    }
    talk_rounds: { talk_id: string; kind: RoundKind; first_day: Day; last_day: Day; reason: string }
    talk_notices: { talk_id: string; kind: RoundKind; what: 'opened' | 'closed'; day: Day; at: Date }
  }
}

const talks = ({ db }: Ctx) =>
  db
    .selectFrom('talks as t')
    .innerJoin('territories as p', 'p.id', 't.territory_id')
    .select(['t.id', 't.edition_id as editionId', 't.territory_id as territoryId', 't.theme', 't.area_words as areaWords', 't.state', 't.version'])
    .select([
      't.joined_into as joinedInto',
      'p.name as territoryName',
      'p.number as territoryNumber',
      'p.kind as territoryKind',
      'p.parent_id as parentId',
    ])
    .select(eb => [
      jsonArrayFrom(
        eb
          .selectFrom('talk_rounds as r')
          .select(['r.kind', 'r.first_day as from', 'r.last_day as to', 'r.reason'])
          .whereRef('r.talk_id', '=', 't.id')
          .orderBy('r.kind'),
      ).as('ownRounds'),
    ])
const placeOrder = sql`array_position(array['district', 'estate', 'custom', 'city'], p.kind)`

export async function findTalk(ctx: Ctx, id: string): Promise<Talk | undefined> {
  return talks(ctx).where('t.id', '=', id).executeTakeFirst()
}
export const loadTalk = async (ctx: Ctx, id: string): Promise<Talk> => (await findTalk(ctx, id)) ?? notFound('no such talk')
export async function listTalksById(ctx: Ctx, ids: readonly string[]): Promise<Talk[]> {
  return ids.length === 0 ? [] : talks(ctx).where('t.id', 'in', ids).execute()
}

export type ListedTalk = Talk & { readonly comments: number; readonly lastAt: Date | null }
type TalkOptions = { readonly editionId: string; readonly territoryId?: string | undefined; readonly limit?: number | undefined }

/** The open talks of an edition: districts by number with their areas below, then the themes of the city. Of one place: with its areas. */
export async function listOpenTalks(ctx: Ctx, { editionId, territoryId, limit = 300 }: TalkOptions): Promise<ListedTalk[]> {
  let query = talks(ctx)
    .leftJoin(
      ({ selectFrom }) =>
        selectFrom('comments')
          .select(({ fn }) => ['subject_id', fn.countAll<number>().as('n'), fn.max('at').as('last')])
          .where('subject_id', 'like', 'talk\\_%')
          .groupBy('subject_id')
          .as('c'),
      join => join.onRef('c.subject_id', '=', 't.id'),
    )
    .select([sql<number>`coalesce(c.n, 0)::int`.as('comments'), 'c.last as lastAt'])
    .where('t.edition_id', '=', editionId)
    .where('t.state', '=', 'open')
  if (territoryId)
    query = query.where(eb => eb.or([eb('t.territory_id', '=', territoryId), eb('p.parent_id', '=', territoryId).and('p.kind', '<>', 'district')]))
  return query
    .leftJoin('territories as up', join => join.onRef('up.id', '=', 'p.parent_id').on('up.kind', '=', 'district'))
    .orderBy(sql`coalesce(p.number, up.number) nulls last`)
    .orderBy(placeOrder)
    .orderBy(sql`p.name collate "pl-x-icu"`)
    .orderBy(sql`t.theme collate "pl-x-icu"`)
    .limit(limit)
    .execute()
}

/** The open talk of exactly this place; of the city only with its theme. */
export const findTalkOfPlace = (ctx: Ctx, editionId: string, territoryId: string, theme = ''): Promise<Talk | undefined> =>
  talks(ctx)
    .where('t.edition_id', '=', editionId)
    .where('t.territory_id', '=', territoryId)
    .where('t.state', '=', 'open')
    .where(sql<SqlBool>`lower(t.theme) = lower(${theme})`)
    .executeTakeFirst()
export const findTalkByKey = async ({ db }: Ctx, key: string): Promise<string | undefined> =>
  (await db.selectFrom('talks').select('id').where('key', '=', key).executeTakeFirst())?.id

/** A place and, for a smaller area, its district: what grants may name. */
export async function placesOf({ db }: Ctx, territoryId: string): Promise<string[]> {
  const row = await db
    .selectFrom('territories as p')
    .leftJoin('territories as up', join => join.onRef('up.id', '=', 'p.parent_id').on('up.kind', '=', 'district'))
    .select(['up.id as above'])
    .where('p.id', '=', territoryId)
    .executeTakeFirst()
  return row?.above ? [territoryId, row.above] : [territoryId]
}

/** The drawn areas of a district that have a talk of their own. */
export async function listTalkAreas({ db }: Ctx, editionId: string, parentId: string): Promise<TalkArea[]> {
  const rows = await db
    .selectFrom('talks as t')
    .innerJoin('territories as p', 'p.id', 't.territory_id')
    .innerJoin('boundaries as b', 'b.territory_id', 'p.id')
    .select(['t.id as talkId', 'p.id as territoryId', 'p.parent_id as parentId', 'b.square_km as squareKm', 'b.area'])
    .where('t.edition_id', '=', editionId)
    .where('t.state', '=', 'open')
    .where('p.parent_id', '=', parentId)
    .where('p.kind', 'in', ['estate', 'custom'])
    .orderBy('b.square_km')
    .execute()
  return rows.map(row => ({ ...row, area: row.area as TalkArea['area'] }))
}

type NewTalk = { id: string; key: string; editionId: string; territoryId: string; theme?: string; areaWords?: string }
/** False when the place has its talk already, or this form was sent before. */
export async function insertTalk(
  { db, now }: Ctx,
  { id, key, editionId, territoryId, theme = '', areaWords = '' }: NewTalk,
  state: TalkState,
): Promise<boolean> {
  const done = await db
    .insertInto('talks')
    .values({ id, key, edition_id: editionId, territory_id: territoryId, theme, area_words: areaWords, state, created_at: now })
    .onConflict(clash => clash.doNothing())
    .executeTakeFirst()
  return done.numInsertedOrUpdatedRows === 1n
}

/** Until the end of the transaction the talk stays as it is; many may hold it at once. */
export async function holdTalk({ db }: Ctx, id: string): Promise<void> {
  await db.selectFrom('talks').select('id').where('id', '=', id).forShare().execute()
}

/** Nobody who changed the talk meanwhile is overwritten. */
export async function bumpTalk(
  { db }: Ctx,
  talk: Pick<Talk, 'id' | 'state' | 'version'>,
  set: { state?: TalkState; joined_into?: string } = {},
): Promise<boolean> {
  const done = await db
    .updateTable('talks')
    .set({ ...set, version: talk.version + 1 })
    .where('id', '=', talk.id)
    .where('state', '=', talk.state)
    .where('version', '=', talk.version)
    .executeTakeFirst()
  return done.numUpdatedRows === 1n
}

export async function replaceRounds({ db }: Ctx, talkId: string, rounds: readonly TalkRound[]): Promise<void> {
  await db.deleteFrom('talk_rounds').where('talk_id', '=', talkId).execute()
  if (rounds.length === 0) return
  await db
    .insertInto('talk_rounds')
    .values(rounds.map(({ kind, from, to, reason = '' }) => ({ talk_id: talkId, kind, first_day: from, last_day: to, reason })))
    .execute()
}

/** False when it has been said already. */
export async function noteSaid({ db, now }: Ctx, { talkId, kind, what, day }: Omit<Notice, 'until'>): Promise<boolean> {
  const done = await db
    .insertInto('talk_notices')
    .values({ talk_id: talkId, kind, what, day, at: now })
    .onConflict(clash => clash.doNothing())
    .executeTakeFirst()
  return done.numInsertedOrUpdatedRows === 1n
}
export const listNotices = ({ db }: Ctx, editionId: string) =>
  db
    .selectFrom('talk_notices as n')
    .innerJoin('talks as t', 't.id', 'n.talk_id')
    .select(['n.talk_id as talkId', 'n.kind', 'n.what', 'n.day'])
    .where('t.edition_id', '=', editionId)
    .execute()
