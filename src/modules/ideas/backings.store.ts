import { sql } from 'kysely'
import type { Channel } from '#kit/channels.ts'
import type { Ctx } from '#platform/context.ts'

/** Says whether this is new. The primary key keeps one row per person, however many posts come at once. */
export async function addBacking(
  { db, now }: Ctx,
  backing: { subjectId: string; personId: string; enteredBy: string | null; channel: Channel },
): Promise<boolean> {
  const added = await db
    .insertInto('backings')
    .values({ subject_id: backing.subjectId, person_id: backing.personId, entered_by: backing.enteredBy, channel: backing.channel, at: now })
    .onConflict(clash => clash.doNothing())
    .executeTakeFirst()
  return added.numInsertedOrUpdatedRows === 1n
}

export async function removeBacking({ db }: Ctx, subjectId: string, personId: string): Promise<boolean> {
  const gone = await db.deleteFrom('backings').where('subject_id', '=', subjectId).where('person_id', '=', personId).executeTakeFirst()
  return gone.numDeletedRows === 1n
}

export async function countBackings({ db }: Ctx, subjectId: string): Promise<number> {
  const row = await db.selectFrom('backings').select(sql<number>`count(*)::int`.as('count')).where('subject_id', '=', subjectId).executeTakeFirst()
  return row?.count ?? 0
}

/** How many back each of these; what nobody backs is absent. */
export async function countBackingsOf({ db }: Ctx, subjectIds: readonly string[]): Promise<Map<string, number>> {
  if (subjectIds.length === 0) return new Map()
  const rows = await db
    .selectFrom('backings')
    .select(['subject_id', sql<number>`count(*)::int`.as('count')])
    .where('subject_id', 'in', subjectIds)
    .groupBy('subject_id')
    .execute()
  return new Map(rows.map(row => [row.subject_id, row.count]))
}

/** Which of these the person backs. */
export async function backedBy({ db }: Ctx, personId: string, subjectIds: readonly string[]): Promise<Set<string>> {
  if (personId === '' || subjectIds.length === 0) return new Set()
  const rows = await db.selectFrom('backings').select('subject_id').where('person_id', '=', personId).where('subject_id', 'in', subjectIds).execute()
  return new Set(rows.map(row => row.subject_id))
}

export const backingsBy = ({ db }: Ctx, personId: string): Promise<{ subject_id: string; channel: Channel; at: Date }[]> =>
  db.selectFrom('backings').select(['subject_id', 'channel', 'at']).where('person_id', '=', personId).orderBy('at').execute()

export async function removeBackingsOf({ db }: Ctx, personId: string): Promise<void> {
  await db.deleteFrom('backings').where('person_id', '=', personId).execute()
}
export async function removeBackingsBefore({ db }: Ctx, before: Date): Promise<number> {
  const gone = await db.deleteFrom('backings').where('at', '<', before).executeTakeFirst()
  return Number(gone.numDeletedRows)
}
