import { newId } from '#kit/ids.ts'
import type { Competence, CompetenceRow } from '#modules/consultation/registers/competences.rules.ts'
import type { Ctx } from '#platform/context.ts'

declare module '#platform/schema.ts' {
  interface Tables {
    competences: { id: string; topics: string[]; territory_id: string | null; manager: string; unit_id: string; added_at: Date }
  }
}

export async function listCompetences({ db }: Ctx): Promise<Competence[]> {
  const rows = await db.selectFrom('competences').selectAll().orderBy('unit_id').orderBy('manager').orderBy('id').execute()
  return rows.map(row => ({ id: row.id, topics: row.topics, territoryId: row.territory_id ?? undefined, manager: row.manager, unitId: row.unit_id }))
}

/** False when the very same line is there already. */
export async function insertCompetence({ db, now }: Ctx, { topics, territoryId, manager, unitId }: CompetenceRow): Promise<boolean> {
  const row = { id: newId('competence'), topics: [...topics], territory_id: territoryId ?? null, manager, unit_id: unitId, added_at: now }
  const made = await db
    .insertInto('competences')
    .values(row)
    .onConflict(clash => clash.doNothing())
    .executeTakeFirst()
  return made.numInsertedOrUpdatedRows === 1n
}

export async function deleteCompetences({ db }: Ctx, ids: readonly string[]): Promise<number> {
  if (ids.length === 0) return 0
  return Number((await db.deleteFrom('competences').where('id', 'in', ids).executeTakeFirst()).numDeletedRows)
}
