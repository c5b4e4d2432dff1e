import { sql } from 'kysely'
import type { Ctx } from '#platform/context.ts'
import type { AlikeKind } from '#platform/things.ts'

/** Past projects are compared with what is written now. */
export const archivedAlike: AlikeKind = { rows: sql`archived_projects`, where: sql`true` }

/** A past project in one line, with what its address is made of. */
export async function listArchivedLines({ db }: Ctx, ids: readonly string[]) {
  if (ids.length === 0) return []
  return db
    .selectFrom('archived_projects as a')
    .innerJoin('archived_editions as e', 'e.id', 'a.edition_id')
    .innerJoin('archived_pools as p', 'p.id', 'a.pool_id')
    .select([
      'a.id',
      'a.title',
      'a.slug',
      'a.territory_id as territoryId',
      'a.votes',
      'a.cost',
      'e.year',
      'e.slug as edition',
      'p.slug as pool',
      sql<boolean>`a.outcome = 'won'`.as('won'),
    ])
    .where('a.id', 'in', ids)
    .execute()
}
