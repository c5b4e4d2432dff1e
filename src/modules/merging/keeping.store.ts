import type { Ctx } from '#platform/context.ts'

/** What somebody proposed to join or divide, and how they answered. */
export async function mergingsBy({ db }: Ctx, personId: string) {
  const [proposed, answers] = await Promise.all([
    db.selectFrom('mergings').select(['title', 'kind', 'words', 'created_at']).where('proposed_by', '=', personId).orderBy('created_at').execute(),
    db.selectFrom('merging_answers').select(['merging_id', 'answer', 'reason', 'at']).where('person_id', '=', personId).orderBy('at').execute(),
  ])
  return { proposed, answers }
}

/** Who leaves takes their answers along; a proposal that waits for them then ends at its date. */
export async function forgetMergingsOf({ db }: Ctx, personId: string): Promise<void> {
  await db.deleteFrom('merging_answers').where('person_id', '=', personId).execute()
  await db.updateTable('mergings').set({ proposed_by: '' }).where('proposed_by', '=', personId).execute()
}

/** After the period it is still known what was joined with what, and no longer by whom. */
export async function blankMergingsBefore({ db }: Ctx, before: Date): Promise<number> {
  const old = db.selectFrom('mergings').select('id').where('created_at', '<', before)
  await db.deleteFrom('merging_answers').where('merging_id', 'in', old).execute()
  const blanked = await db
    .updateTable('mergings')
    .set({ proposed_by: '', words: '', reason: null })
    .where('created_at', '<', before)
    .where('proposed_by', '<>', '')
    .executeTakeFirst()
  return Number(blanked.numUpdatedRows)
}
