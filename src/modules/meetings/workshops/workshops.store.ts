import { sql } from 'kysely'
import { notFound } from '#kit/refusal.ts'
import type { Group, Series, Stage, Workshop, WorkshopState } from '#modules/meetings/workshops/workshops.rules.ts'
import type { Ctx } from '#platform/context.ts'

declare module '#platform/schema.ts' {
  interface Tables {
    workshop_series: {
      id: string
      key: string
      edition_id: string
      territory_id: string
      title: string
      about: string
      marks: number
      created_by: string
      created_at: Date
    }
    workshops: {
      id: string
      series_id: string
      stage: Stage
      meeting_id: string
      state: WorkshopState
      open_until: Date
      hall_voters: number
      settled_at: Date | null
    }
    workshop_groups: { id: string; workshop_id: string; title: string; hall_marks: number }
    workshop_needs: { workshop_id: string; need_id: string; group_id: string; added_by: string; at: Date }
    group_marks: { group_id: string; person_id: string; workshop_id: string; at: Date }
  }
}

const series = ({ db }: Ctx) =>
  db.selectFrom('workshop_series').select(['id', 'edition_id as editionId', 'territory_id as territoryId', 'title', 'about', 'marks'])
export const listSeries = (ctx: Ctx, editionId: string): Promise<Series[]> =>
  series(ctx).where('edition_id', '=', editionId).orderBy('created_at', 'desc').orderBy('id').limit(100).execute()
export const loadSeries = async (ctx: Ctx, id: string): Promise<Series> =>
  (await series(ctx).where('id', '=', id).executeTakeFirst()) ?? notFound('no such series')

export async function insertSeries({ db, now, actor }: Ctx, one: Series & { readonly key: string }): Promise<boolean> {
  const { id, key, editionId, territoryId, title, about, marks } = one
  const row = { id, key, edition_id: editionId, territory_id: territoryId, title, about, marks, created_by: actor.id, created_at: now }
  const added = await db
    .insertInto('workshop_series')
    .values(row)
    .onConflict(clash => clash.doNothing())
    .executeTakeFirst()
  return added.numInsertedOrUpdatedRows === 1n
}
export const findSeriesByKey = async ({ db }: Ctx, key: string): Promise<string | undefined> =>
  (await db.selectFrom('workshop_series').select('id').where('key', '=', key).executeTakeFirst())?.id

const workshops = ({ db }: Ctx) =>
  db
    .selectFrom('workshops')
    .select(['id', 'series_id as seriesId', 'stage', 'meeting_id as meetingId', 'state', 'open_until as openUntil', 'hall_voters as hallVoters'])
    .orderBy('stage')
export const listWorkshops = async (ctx: Ctx, seriesIds: readonly string[]): Promise<Workshop[]> =>
  seriesIds.length === 0 ? [] : workshops(ctx).where('series_id', 'in', seriesIds).execute()
export const listWorkshopsById = async (ctx: Ctx, ids: readonly string[]): Promise<Workshop[]> =>
  ids.length === 0 ? [] : workshops(ctx).where('id', 'in', ids).execute()
export const loadWorkshop = async (ctx: Ctx, id: string): Promise<Workshop> => (await listWorkshopsById(ctx, [id]))[0] ?? notFound('no such workshop')

export async function insertWorkshops({ db }: Ctx, rows: readonly Omit<Workshop, 'hallVoters'>[]): Promise<boolean> {
  const added = await db
    .insertInto('workshops')
    .values(
      rows.map(({ id, seriesId, stage, meetingId, state, openUntil }) => ({
        ...{ id, stage, state, hall_voters: 0, settled_at: null },
        series_id: seriesId,
        meeting_id: meetingId,
        open_until: openUntil,
      })),
    )
    .onConflict(clash => clash.doNothing())
    .executeTakeFirst()
  return added.numInsertedOrUpdatedRows === BigInt(rows.length)
}
export async function moveWorkshop({ db, now }: Ctx, id: string, from: WorkshopState, to: WorkshopState): Promise<boolean> {
  const done = await db
    .updateTable('workshops')
    .set({ state: to, ...(to === 'settled' && { settled_at: now }) })
    .where('id', '=', id)
    .where('state', '=', from)
    .executeTakeFirst()
  return done.numUpdatedRows === 1n
}
/** Those who merge, mark and settle wait for each other. */
export const holdWorkshop = async ({ db }: Ctx, id: string): Promise<void> => {
  await sql`select pg_advisory_xact_lock(hashtextextended(${id}, 14))`.execute(db)
}

// needs, groups and marks

/** Groups with their needs and marks, in one statement. */
export async function listGroups({ db }: Ctx, workshopId: string): Promise<Group[]> {
  const { rows } = await sql<Group>`
    select g.id, g.title, g.hall_marks as "hallMarks",
      (select count(*)::int from group_marks m where m.group_id = g.id) as marks,
      coalesce((select array_agg(n.need_id order by n.at, n.need_id) from workshop_needs n where n.group_id = g.id), '{}') as "needIds"
    from workshop_groups g where g.workshop_id = ${workshopId} order by g.id`.execute(db)
  return rows
}
/** True when it was not there yet. */
export async function takeNeed({ db, now, actor }: Ctx, workshopId: string, need: { id: string; title: string }, groupId: string): Promise<boolean> {
  const known = await db
    .selectFrom('workshop_needs')
    .select('need_id')
    .where('workshop_id', '=', workshopId)
    .where('need_id', '=', need.id)
    .executeTakeFirst()
  if (known) return false
  await db.insertInto('workshop_groups').values({ id: groupId, workshop_id: workshopId, title: need.title, hall_marks: 0 }).execute()
  await db
    .insertInto('workshop_needs')
    .values({ workshop_id: workshopId, need_id: need.id, group_id: groupId, added_by: actor.id, at: now })
    .execute()
  return true
}
/** Needs and marks of the others move into the first; who has marked several of them has marked the merged one once. */
export async function mergeGroups({ db }: Ctx, intoId: string, otherIds: readonly string[], title: string): Promise<void> {
  await db.updateTable('workshop_needs').set({ group_id: intoId }).where('group_id', 'in', otherIds).execute()
  await sql`insert into group_marks (group_id, person_id, workshop_id, at)
    select distinct on (person_id) ${intoId}, person_id, workshop_id, at from group_marks where group_id in (${sql.join(otherIds)}) order by person_id, at
    on conflict do nothing`.execute(db)
  await db.deleteFrom('workshop_groups').where('id', 'in', otherIds).execute()
  await db.updateTable('workshop_groups').set({ title }).where('id', '=', intoId).execute()
}
export async function partNeed({ db }: Ctx, workshopId: string, need: { id: string; title: string }, groupId: string): Promise<void> {
  await db.insertInto('workshop_groups').values({ id: groupId, workshop_id: workshopId, title: need.title, hall_marks: 0 }).execute()
  await db.updateTable('workshop_needs').set({ group_id: groupId }).where('workshop_id', '=', workshopId).where('need_id', '=', need.id).execute()
}

export const marksOf = async ({ db }: Ctx, workshopId: string, personId: string): Promise<string[]> =>
  (await db.selectFrom('group_marks').select('group_id').where('workshop_id', '=', workshopId).where('person_id', '=', personId).execute()).map(
    row => row.group_id,
  )
/** The whole choice of one person at once. */
export async function putMarks({ db, now }: Ctx, workshopId: string, personId: string, groupIds: readonly string[]): Promise<void> {
  await db.deleteFrom('group_marks').where('workshop_id', '=', workshopId).where('person_id', '=', personId).execute()
  if (groupIds.length === 0) return
  await db
    .insertInto('group_marks')
    .values(groupIds.map(group_id => ({ group_id, person_id: personId, workshop_id: workshopId, at: now })))
    .execute()
}
export async function putHallMarks({ db }: Ctx, workshopId: string, voters: number, dots: ReadonlyMap<string, number>): Promise<void> {
  await db.updateTable('workshops').set({ hall_voters: voters }).where('id', '=', workshopId).execute()
  for (const [id, hall_marks] of dots)
    await db.updateTable('workshop_groups').set({ hall_marks }).where('id', '=', id).where('workshop_id', '=', workshopId).execute()
}

// keeping

/** Who marked what is nobody's business once it is long settled; the sums stay as dots of the hall. */
export async function sumUpMarksBefore({ db }: Ctx, before: Date): Promise<number> {
  await sql`update workshop_groups g set hall_marks = hall_marks + (select count(*) from group_marks m where m.group_id = g.id and m.at < ${before})`.execute(
    db,
  )
  const gone = await db.deleteFrom('group_marks').where('at', '<', before).executeTakeFirst()
  return Number(gone.numDeletedRows)
}
export const marksBy = ({ db }: Ctx, personId: string) =>
  db.selectFrom('group_marks').select(['group_id', 'workshop_id', 'at']).where('person_id', '=', personId).execute()
export async function blankWorkshopsOf({ db }: Ctx, personId: string): Promise<void> {
  await sql`update workshop_groups g set hall_marks = hall_marks + 1 where exists (select from group_marks m where m.group_id = g.id and m.person_id = ${personId})`.execute(
    db,
  )
  await db.deleteFrom('group_marks').where('person_id', '=', personId).execute()
  await db.updateTable('workshop_needs').set({ added_by: '' }).where('added_by', '=', personId).execute()
  await db.updateTable('workshop_series').set({ created_by: '' }).where('created_by', '=', personId).execute()
}
