import { sql } from 'kysely'
import type { Point } from '#kit/geo.ts'
import type { Interest } from '#modules/discussions/interests/interests.rules.ts'
import type { Ctx } from '#platform/context.ts'

declare module '#platform/schema.ts' {
  interface Tables {
    talk_interests: {
      id: string
      edition_id: string
      territory_id: string
      person_id: string
      lon: number | null
      lat: number | null
      place_words: string
      at: Date
    }
  }
}
type Where = { readonly editionId: string; readonly territoryId: string }

export async function listInterests({ db }: Ctx, { editionId, territoryId }: Where): Promise<Interest[]> {
  const rows = await db
    .selectFrom('talk_interests')
    .selectAll()
    .where('edition_id', '=', editionId)
    .where('territory_id', '=', territoryId)
    .orderBy('at')
    .orderBy('id')
    .execute()
  return rows.map(row => ({
    id: row.id,
    personId: row.person_id,
    point: row.lon === null || row.lat === null ? null : { lon: row.lon, lat: row.lat },
    placeWords: row.place_words,
    at: row.at,
  }))
}
export const hasInterest = async ({ db, actor }: Ctx, { editionId, territoryId }: Where): Promise<boolean> =>
  (await db
    .selectFrom('talk_interests')
    .select('id')
    .where('edition_id', '=', editionId)
    .where('territory_id', '=', territoryId)
    .where('person_id', '=', actor.id)
    .executeTakeFirst()) !== undefined

/** How many, by place: for the office. */
export async function countInterests({ db }: Ctx, editionId: string): Promise<Map<string, number>> {
  const rows = await db
    .selectFrom('talk_interests')
    .select(['territory_id', sql<number>`count(*)::int`.as('n')])
    .where('edition_id', '=', editionId)
    .groupBy('territory_id')
    .execute()
  return new Map(rows.map(row => [row.territory_id, row.n]))
}

type NewInterest = Where & { readonly id: string; readonly point?: Point | undefined; readonly placeWords: string }
/** One of each person in a place; said again, it says where anew. Answers whether it is the first. */
export async function putInterest({ db, now, actor }: Ctx, { id, editionId, territoryId, point, placeWords }: NewInterest): Promise<boolean> {
  const where = { lon: point?.lon ?? null, lat: point?.lat ?? null, place_words: placeWords, at: now }
  const row = await db
    .insertInto('talk_interests')
    .values({ id, edition_id: editionId, territory_id: territoryId, person_id: actor.id, ...where })
    .onConflict(clash => clash.columns(['edition_id', 'territory_id', 'person_id']).doUpdateSet(where))
    .returning(sql<boolean>`xmax = 0`.as('isNew'))
    .executeTakeFirst()
  return row?.isNew ?? false
}
export async function removeInterest({ db, actor }: Ctx, { editionId, territoryId }: Where): Promise<boolean> {
  const gone = await db
    .deleteFrom('talk_interests')
    .where('edition_id', '=', editionId)
    .where('territory_id', '=', territoryId)
    .where('person_id', '=', actor.id)
    .executeTakeFirst()
  return gone.numDeletedRows > 0n
}

export const interestsBy = ({ db }: Ctx, personId: string) =>
  db.selectFrom('talk_interests').select(['territory_id', 'lon', 'lat', 'place_words', 'at']).where('person_id', '=', personId).execute()
export async function removeInterestsOf({ db }: Ctx, personId: string): Promise<void> {
  await db.deleteFrom('talk_interests').where('person_id', '=', personId).execute()
}
export async function removeInterestsBefore({ db }: Ctx, before: Date): Promise<number> {
  return Number((await db.deleteFrom('talk_interests').where('at', '<', before).executeTakeFirst()).numDeletedRows)
}
