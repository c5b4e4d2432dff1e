import type { Sentence, Summary, SummaryView } from '#modules/discussions/summaries/summaries.rules.ts'
import type { Ctx } from '#platform/context.ts'

declare module '#platform/schema.ts' {
  interface Tables {
    talk_summaries: { id: string; key: string; talk_id: string; version: number; sentences: unknown; by_id: string; at: Date }
    summary_views: { summary_id: string; person_id: string; agrees: boolean; reason: string; at: Date }
  }
}

/** All versions, the newest first. */
export async function listSummaries({ db }: Ctx, talkId: string): Promise<Summary[]> {
  const rows = await db.selectFrom('talk_summaries').selectAll().where('talk_id', '=', talkId).orderBy('version', 'desc').execute()
  return rows.map(row => ({
    id: row.id,
    talkId: row.talk_id,
    version: row.version,
    sentences: row.sentences as Sentence[],
    byId: row.by_id,
    at: row.at,
  }))
}
export const findSummaryByKey = async ({ db }: Ctx, key: string): Promise<string | undefined> =>
  (await db.selectFrom('talk_summaries').select('id').where('key', '=', key).executeTakeFirst())?.id

/** What readers say of these versions, oldest first. */
export async function listViews({ db }: Ctx, summaryIds: readonly string[]): Promise<SummaryView[]> {
  if (summaryIds.length === 0) return []
  return db
    .selectFrom('summary_views')
    .select(['summary_id as summaryId', 'person_id as personId', 'agrees', 'reason', 'at'])
    .where('summary_id', 'in', summaryIds)
    .orderBy('at')
    .orderBy('person_id')
    .execute()
}

/** False when somebody else published this version meanwhile, or this form was sent before. */
export async function insertSummary({ db, now, actor }: Ctx, summary: Omit<Summary, 'byId' | 'at'> & { key: string }): Promise<boolean> {
  const { id, key, talkId, version, sentences } = summary
  const done = await db
    .insertInto('talk_summaries')
    .values({ id, key, talk_id: talkId, version, sentences: JSON.stringify(sentences), by_id: actor.id, at: now })
    .onConflict(clash => clash.doNothing())
    .executeTakeFirst()
  return done.numInsertedOrUpdatedRows === 1n
}

/** One view of each person on a version; the last one counts. Answers whether it says something new. */
export async function putView({ db, now, actor }: Ctx, summaryId: string, agrees: boolean, reason: string): Promise<boolean> {
  const values = { agrees, reason, at: now }
  const done = await db
    .insertInto('summary_views')
    .values({ summary_id: summaryId, person_id: actor.id, ...values })
    .onConflict(clash =>
      clash
        .columns(['summary_id', 'person_id'])
        .doUpdateSet(values)
        .where(({ eb, or }) => or([eb('summary_views.agrees', '<>', agrees), eb('summary_views.reason', '<>', reason)])),
    )
    .executeTakeFirst()
  return done.numInsertedOrUpdatedRows === 1n
}

export const viewsBy = ({ db }: Ctx, personId: string) =>
  db.selectFrom('summary_views').select(['summary_id', 'agrees', 'reason', 'at']).where('person_id', '=', personId).orderBy('at').execute()
export async function removeViewsOf({ db }: Ctx, personId: string): Promise<void> {
  await db.deleteFrom('summary_views').where('person_id', '=', personId).execute()
  await db.updateTable('talk_summaries').set({ by_id: '' }).where('by_id', '=', personId).execute()
}
/** The sentences stay for history; who wrote them and who thought what goes. */
export async function removeViewsBefore({ db }: Ctx, before: Date): Promise<number> {
  await db.updateTable('talk_summaries').set({ by_id: '' }).where('at', '<', before).where('by_id', '<>', '').execute()
  return Number((await db.deleteFrom('summary_views').where('at', '<', before).executeTakeFirst()).numDeletedRows)
}
