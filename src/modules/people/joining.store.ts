import type { Ctx } from '#platform/context.ts'

export async function markMerged({ db }: Ctx, recordId: string, accountId: string): Promise<void> {
  await db.updateTable('persons').set({ merged_into: accountId }).where('id', '=', recordId).execute()
}
/** Ids by which the ledger knows a person: the own one, and those of records that were joined with it. */
export async function idsOf({ db }: Pick<Ctx, 'db'>, personId: string): Promise<string[]> {
  const rows = await db.selectFrom('persons').select('id').where('merged_into', '=', personId).execute()
  return [personId, ...rows.map(row => row.id)]
}
