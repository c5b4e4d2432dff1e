import { sql } from 'kysely'
import type { Channel } from '#kit/channels.ts'
import { notFound } from '#kit/refusal.ts'
import type { IdeaState } from '#modules/ideas/ideas.rules.ts'
import type { NeedState } from '#modules/ideas/needs.rules.ts'
import { coauthorsOf } from '#modules/ideas/space.store.ts'
import type { Ctx } from '#platform/context.ts'
import { notHidden } from '#platform/hidings.ts'

export type Kind = 'need' | 'idea'
const tables = { need: sql`needs`, idea: sql`ideas` }

/** What is asked of a need or an idea before somebody backs it. */
export type Backed = {
  readonly title: string
  readonly editionId: string
  readonly territoryId: string
  readonly authorId: string
  readonly coauthorIds: readonly string[]
  readonly state: NeedState | IdeaState
  readonly hidden: boolean
}
export async function loadBacked({ db }: Ctx, kind: Kind, id: string): Promise<Backed> {
  const { rows } = await sql<Backed>`select t.title, t.edition_id as "editionId", t.territory_id as "territoryId", t.author_id as "authorId",
      ${coauthorsOf} as "coauthorIds", t.state,
      not ${notHidden('t.id')} as hidden
    from ${tables[kind]} t where t.id = ${id}`.execute(db)
  return rows[0] ?? notFound('nothing to back')
}

type NewBacking = { readonly subjectId: string; readonly personId: string; readonly enteredBy: string | null; readonly channel: Channel }
/**
 * The row to write: only while what is backed still is as the verdict saw it. The primary key keeps one row per person, however many posts come at once.
 */
export const backingRow = ({ now }: Ctx, kind: Kind, seen: Pick<Backed, 'state'>, { subjectId, personId, enteredBy, channel }: NewBacking) =>
  sql`insert into backings (subject_id, person_id, entered_by, channel, at)
    select t.id, ${personId}, ${enteredBy}, ${channel}, ${now}::timestamptz from ${tables[kind]} t
    where t.id = ${subjectId} and t.state = ${seen.state} and ${notHidden('t.id')}
    on conflict do nothing`

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

export async function backersOf({ db }: Ctx, ids: readonly string[]): Promise<string[]> {
  const rows = await db.selectFrom('backings').select('person_id').distinct().where('subject_id', 'in', ids).execute()
  return rows.map(row => row.person_id)
}
/** Whoever is an author now stands behind it already. */
export async function dropBackingsOf({ db }: Ctx, id: string, personIds: readonly string[]): Promise<void> {
  if (personIds.length > 0) await db.deleteFrom('backings').where('subject_id', '=', id).where('person_id', 'in', personIds).execute()
}
