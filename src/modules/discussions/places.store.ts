import type { Point } from '#kit/geo.ts'
import type { Talk } from '#modules/discussions/talks.rules.ts'
import { talkOf } from '#modules/discussions/talks.rules.ts'
import { findTalk, findTalkOfPlace, listOpenTalks, listTalkAreas } from '#modules/discussions/talks.store.ts'
import type { Ctx } from '#platform/context.ts'

declare module '#platform/schema.ts' {
  interface Tables {
    talk_places: {
      subject_id: string
      edition_id: string
      territory_id: string
      lon: number | null
      lat: number | null
      talk_id: string | null
      chosen: boolean
      at: Date
    }
  }
}

/** What lies somewhere and is talked over there: a need, an idea, a draft. */
export type Placed = {
  readonly subjectId: string
  readonly editionId: string
  readonly territoryId: string
  readonly point?: Point | null | undefined
}
export type TalkPlace = Placed & { readonly talkId: string | null; readonly chosen: boolean }
type Row = import('#platform/schema.ts').Tables['talk_places']
const toPlace = (row: Row): TalkPlace => ({
  subjectId: row.subject_id,
  editionId: row.edition_id,
  territoryId: row.territory_id,
  point: row.lon === null || row.lat === null ? null : { lon: row.lon, lat: row.lat },
  talkId: row.talk_id,
  chosen: row.chosen,
})

export async function findPlace({ db }: Ctx, subjectId: string): Promise<TalkPlace | undefined> {
  const row = await db.selectFrom('talk_places').selectAll().where('subject_id', '=', subjectId).executeTakeFirst()
  return row && toPlace(row)
}
/** What is talked over in a talk, the newest first. */
export async function listSubjectsIn({ db }: Ctx, talkId: string, limit = 100): Promise<string[]> {
  const rows = await db
    .selectFrom('talk_places')
    .select('subject_id')
    .where('talk_id', '=', talkId)
    .orderBy('at', 'desc')
    .orderBy('subject_id')
    .limit(limit)
    .execute()
  return rows.map(row => row.subject_id)
}

/** The talk that the rule gives, for many things of one place with one reading of its areas. */
async function ruleFor(ctx: Ctx, editionId: string, territoryId: string): Promise<(point: Point | null | undefined) => string | undefined> {
  const [areas, whole] = await Promise.all([listTalkAreas(ctx, editionId, territoryId), findTalkOfPlace(ctx, editionId, territoryId)])
  return point => talkOf({ territoryId, point }, areas, () => whole?.id)
}

/** Places a new thing by the rule. Done again, it changes nothing. */
export async function insertPlace(ctx: Ctx, { subjectId, editionId, territoryId, point }: Placed): Promise<void> {
  const rule = await ruleFor(ctx, editionId, territoryId)
  const values = { edition_id: editionId, territory_id: territoryId, lon: point?.lon ?? null, lat: point?.lat ?? null, talk_id: rule(point) ?? null }
  await ctx.db
    .insertInto('talk_places')
    .values({ subject_id: subjectId, ...values, chosen: false, at: ctx.now })
    .onConflict(clash => clash.doNothing())
    .execute()
}

export async function deletePlace({ db }: Ctx, subjectId: string): Promise<void> {
  await db.deleteFrom('talk_places').where('subject_id', '=', subjectId).execute()
}

/** A choice, or the rule again when there is none. */
export async function updatePlace(ctx: Ctx, place: TalkPlace, chosen: string | undefined): Promise<void> {
  const talk = chosen ?? (await ruleFor(ctx, place.editionId, place.territoryId))(place.point)
  await ctx.db
    .updateTable('talk_places')
    .set({ talk_id: talk ?? null, chosen: chosen !== undefined })
    .where('subject_id', '=', place.subjectId)
    .execute()
}

/** After areas have come or gone: whatever its author has not placed is placed anew. Answers how many have moved. */
export async function placeAnew(ctx: Ctx, editionId: string, territoryId: string): Promise<number> {
  const rule = await ruleFor(ctx, editionId, territoryId)
  const rows = await ctx.db
    .selectFrom('talk_places')
    .selectAll()
    .where('edition_id', '=', editionId)
    .where('territory_id', '=', territoryId)
    .where('chosen', '=', false)
    .forUpdate()
    .execute()
  const moves = new Map<string | null, string[]>()
  for (const row of rows) {
    const to = rule(toPlace(row).point) ?? null
    if (to !== row.talk_id) moves.set(to, [...(moves.get(to) ?? []), row.subject_id])
  }
  for (const [talkId, ids] of moves) await ctx.db.updateTable('talk_places').set({ talk_id: talkId }).where('subject_id', 'in', ids).execute()
  return [...moves.values()].flat().length
}

/** A talk became part of another: what was placed in it goes along. */
export async function carryPlaces({ db }: Ctx, from: string, into: string): Promise<void> {
  await db.updateTable('talk_places').set({ talk_id: into }).where('talk_id', '=', from).execute()
}

/** The talk of a thing, whether its author chose it, and for them where else it could be. */
export async function readTalkPlace(
  ctx: Ctx,
  subjectId: string,
  isAuthor: boolean,
): Promise<{ talk: Talk | undefined; chosen: boolean; choices: readonly Talk[] } | undefined> {
  const place = await findPlace(ctx, subjectId)
  if (!place) return undefined
  const { editionId, territoryId, talkId, chosen } = place
  const [talk, choices] = await Promise.all([
    talkId === null ? undefined : findTalk(ctx, talkId),
    isAuthor ? listOpenTalks(ctx, { editionId, territoryId }) : [],
  ])
  return { talk, chosen, choices }
}
