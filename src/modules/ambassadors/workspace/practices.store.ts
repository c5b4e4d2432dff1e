import { type Generated, type Selectable, sql } from 'kysely'
import { notFound } from '#kit/refusal.ts'
import type { Practice, PracticeFields, PracticeState, PracticeTopic } from '#modules/ambassadors/workspace/practices.rules.ts'
import type { Ctx } from '#platform/context.ts'
import { filesOf, type KeptFile } from '#platform/files.ts'
import { notHidden } from '#platform/hidings.ts'

type PracticeRow = {
  id: string
  key: string
  state: PracticeState
  title: string
  text: string
  topic: PracticeTopic
  source: string
  link: string | null
  author_id: string
  created_at: Date
  version: Generated<number>
}
declare module '#platform/schema.ts' {
  interface Tables {
    good_practices: PracticeRow
  }
}
const toPractice = (row: Selectable<PracticeRow>): Practice => ({
  id: row.id,
  state: row.state,
  title: row.title,
  text: row.text,
  topic: row.topic,
  source: row.source,
  link: row.link ?? undefined,
  authorId: row.author_id,
  createdAt: row.created_at,
  version: row.version,
})

export type ListedPractice = Practice & { readonly pictures: readonly KeptFile[] }
/** Those that are shown, of one topic or all, the newest first, with their pictures: two statements. */
export async function listPractices(
  ctx: Ctx,
  { topic, limit = 100 }: { topic?: PracticeTopic | undefined; limit?: number } = {},
): Promise<ListedPractice[]> {
  let query = ctx.db
    .selectFrom('good_practices as p')
    .selectAll('p')
    .where('p.state', '=', 'shown')
    .where(notHidden('p.id'))
    .orderBy('p.created_at', 'desc')
    .orderBy('p.id')
    .limit(limit)
  if (topic) query = query.where('p.topic', '=', topic)
  const found = (await query.execute()).map(toPractice)
  const pictures = await filesOf(
    ctx,
    found.map(({ id }) => id),
  )
  return found.map(practice => ({ ...practice, pictures: pictures.filter(file => file.subject === practice.id) }))
}
export async function countPractices({ db }: Ctx): Promise<Map<PracticeTopic, number>> {
  const rows = await db
    .selectFrom('good_practices as p')
    .select(['p.topic', sql<number>`count(*)::int`.as('n')])
    .where('p.state', '=', 'shown')
    .where(notHidden('p.id'))
    .groupBy('p.topic')
    .execute()
  return new Map(rows.map(row => [row.topic, row.n]))
}
export async function listPracticesById({ db }: Ctx, ids: readonly string[]): Promise<(Practice & { readonly visible: boolean })[]> {
  if (ids.length === 0) return []
  const rows = await db.selectFrom('good_practices as p').selectAll('p').select(notHidden('p.id').as('open')).where('p.id', 'in', ids).execute()
  return rows.map(({ open, ...row }) => ({ ...toPractice(row), visible: open && row.state === 'shown' }))
}
export const loadPractice = async (ctx: Ctx, id: string): Promise<Practice & { readonly visible: boolean }> =>
  (await listPracticesById(ctx, [id]))[0] ?? notFound('no such practice')

const columnsOf = ({ title, text, topic, source, link }: PracticeFields) => ({ title, text, topic, source, link: link ?? null })
export async function insertPractice(
  { db, now, actor }: Ctx,
  id: string,
  key: string,
  fields: PracticeFields,
  state: PracticeState,
): Promise<boolean> {
  const made = await db
    .insertInto('good_practices')
    .values({ id, key, state, author_id: actor.id, created_at: now, ...columnsOf(fields) })
    .onConflict(clash => clash.doNothing())
    .executeTakeFirst()
  return made.numInsertedOrUpdatedRows === 1n
}
/** False when somebody changed it after this form was opened. */
export async function updatePractice({ db }: Ctx, id: string, version: number, fields: PracticeFields): Promise<boolean> {
  const done = await db
    .updateTable('good_practices')
    .set({ ...columnsOf(fields), version: version + 1 })
    .where('id', '=', id)
    .where('version', '=', version)
    .executeTakeFirst()
  return done.numUpdatedRows === 1n
}
export async function movePractice({ db }: Ctx, id: string, from: PracticeState, to: PracticeState): Promise<boolean> {
  const done = await db.updateTable('good_practices').set({ state: to }).where('id', '=', id).where('state', '=', from).executeTakeFirst()
  return done.numUpdatedRows === 1n
}
export const practicesBy = ({ db }: Ctx, personId: string) =>
  db
    .selectFrom('good_practices')
    .select(['id', 'title', 'text', 'topic', 'source', 'link', 'state', 'created_at'])
    .where('author_id', '=', personId)
    .execute()
/** The example stays, without whose it was. */
export async function blankPracticesOf({ db }: Ctx, personId: string): Promise<void> {
  await db.updateTable('good_practices').set({ author_id: '' }).where('author_id', '=', personId).execute()
}
export async function blankPracticesBefore({ db }: Ctx, before: Date): Promise<number> {
  const done = await db
    .updateTable('good_practices')
    .set({ author_id: '' })
    .where('author_id', '<>', '')
    .where('created_at', '<', before)
    .executeTakeFirst()
  return Number(done.numUpdatedRows)
}
