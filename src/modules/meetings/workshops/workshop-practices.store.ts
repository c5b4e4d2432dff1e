import type { Ctx } from '#platform/context.ts'

declare module '#platform/schema.ts' {
  interface Tables {
    workshop_practices: { workshop_id: string; practice_id: string; at: Date }
  }
}

/** Ids of the good practices attached to a workshop, in the order they came. */
export async function attachedPractices({ db }: Ctx, workshopId: string): Promise<string[]> {
  const rows = await db
    .selectFrom('workshop_practices')
    .select('practice_id')
    .where('workshop_id', '=', workshopId)
    .orderBy('at')
    .orderBy('practice_id')
    .execute()
  return rows.map(row => row.practice_id)
}
export async function putPractice({ db, now }: Ctx, workshopId: string, practiceId: string): Promise<boolean> {
  const put = await db
    .insertInto('workshop_practices')
    .values({ workshop_id: workshopId, practice_id: practiceId, at: now })
    .onConflict(clash => clash.columns(['workshop_id', 'practice_id']).doNothing())
    .executeTakeFirst()
  return put.numInsertedOrUpdatedRows === 1n
}
export async function takePractice({ db }: Ctx, workshopId: string, practiceId: string): Promise<boolean> {
  const taken = await db
    .deleteFrom('workshop_practices')
    .where('workshop_id', '=', workshopId)
    .where('practice_id', '=', practiceId)
    .executeTakeFirst()
  return taken.numDeletedRows === 1n
}
