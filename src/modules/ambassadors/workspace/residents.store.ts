import type { DistrictResidents } from '#modules/ambassadors/workspace/residents.rules.ts'
import type { Ctx } from '#platform/context.ts'

declare module '#platform/schema.ts' {
  interface Tables {
    district_residents: { territory_id: string; residents: number; source: string; changed_at: Date }
  }
}

export const listDistrictResidents = ({ db }: Ctx): Promise<DistrictResidents[]> =>
  db.selectFrom('district_residents').select(['territory_id as territoryId', 'residents', 'source']).orderBy('territory_id').execute()

/** The whole table at once: what is not named is no longer known. */
export async function replaceDistrictResidents({ db, now }: Ctx, rows: readonly DistrictResidents[]): Promise<void> {
  await db.deleteFrom('district_residents').execute()
  if (rows.length === 0) return
  await db
    .insertInto('district_residents')
    .values(rows.map(({ territoryId, residents, source }) => ({ territory_id: territoryId, residents, source, changed_at: now })))
    .execute()
}
