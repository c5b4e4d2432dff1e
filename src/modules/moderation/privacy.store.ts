import { sql } from 'kysely'
import type { Ctx } from '#platform/context.ts'

/** After two years a report stays without who made it. */
export async function blankReportersBefore({ db }: Ctx, before: Date): Promise<number> {
  const done = await db.updateTable('reports').set({ reporter_id: '' }).where('at', '<', before).where('reporter_id', '<>', '').executeTakeFirst()
  return Number(done.numUpdatedRows)
}
export async function removePostsBefore({ db }: Ctx, before: Date): Promise<number> {
  const gone = await db.deleteFrom('posts_counted').where('at', '<', before).executeTakeFirst()
  return Number(gone.numDeletedRows)
}
export async function removeSlowModesBefore({ db }: Ctx, before: Date): Promise<number> {
  const gone = await db.deleteFrom('slow_modes').where('until', '<', before).executeTakeFirst()
  return Number(gone.numDeletedRows)
}
/** The decision stays for the log; whose words, what they said and who judged go. */
export async function blankCasesBefore({ db }: Ctx, before: Date): Promise<number> {
  const done = await db
    .updateTable('moderation_cases')
    .set({
      author_ids: sql`'{}'`,
      about_author_ids: sql`'{}'`,
      title: '',
      words: '',
      appeal: null,
      appealed_by: null,
      hidden_by: null,
      decided_by: null,
      settled_by: null,
    })
    .where('opened_at', '<', before)
    .where('state', 'not in', ['open', 'appealed'])
    .where(sql<boolean>`cardinality(author_ids) > 0`)
    .executeTakeFirst()
  return Number(done.numUpdatedRows)
}

export async function moderationDataOf({ db }: Ctx, personId: string): Promise<Readonly<Record<string, unknown>>> {
  const reports = await db
    .selectFrom('reports')
    .select(['subject_id as subjectId', 'rule', 'words', 'at'])
    .where('reporter_id', '=', personId)
    .orderBy('at')
    .execute()
  const decisions = await db
    .selectFrom('moderation_cases')
    .select(['subject_id as subjectId', 'title', 'words', 'state', 'rule', 'statement', 'decided_at as decidedAt', 'appeal', 'settlement'])
    .where(sql<boolean>`author_ids @> array[${personId}]`)
    .orderBy('opened_at')
    .execute()
  const slowModes = await db.selectFrom('slow_modes').select(['since', 'until', 'minutes', 'reason']).where('subject_id', '=', personId).execute()
  const posts = await db.selectFrom('posts_counted').select(['subject_id as subjectId', 'at']).where('person_id', '=', personId).execute()
  return { reports, decisions, slowModes, posts }
}

export async function blankModerationOf({ db }: Ctx, personId: string): Promise<void> {
  await db.updateTable('reports').set({ reporter_id: '', words: '' }).where('reporter_id', '=', personId).execute()
  await db.deleteFrom('posts_counted').where('person_id', '=', personId).execute()
  await db.deleteFrom('slow_modes').where('subject_id', '=', personId).execute()
  await db
    .updateTable('moderation_cases')
    .set({ author_ids: sql`array_remove(author_ids, ${personId})`, title: '', words: '', appeal: null, appealed_by: null })
    .where(sql<boolean>`author_ids @> array[${personId}]`)
    .execute()
}
