import { type Generated, sql } from 'kysely'
import type { Channel } from '#kit/channels.ts'
import type { Day } from '#kit/dates.ts'
import type { Area } from '#kit/geo.ts'
import { notFound } from '#kit/refusal.ts'
import { type Application, type ApplicationState, type Content, emptyContent } from '#modules/ambassadors/applications/applications.rules.ts'
import type { Ctx } from '#platform/context.ts'

declare module '#platform/schema.ts' {
  interface Tables {
    ambassador_applications: {
      id: string
      key: string
      call_id: string
      person_id: string
      state: ApplicationState
      version: Generated<number>
      channel: Channel
      entered_by: string | null
      content: unknown
      area: unknown
      district_ids: string[]
      received_on: Day | null
      submitted_at: Date | null
      missing: string | null
      due_on: Day | null
      waiting_no: number | null
      created_at: Date
      changed_at: Date
    }
  }
}

/** The place on the waiting list is counted among those who still wait, so it never has gaps. */
const place = sql<number>`(select count(*)::int from ambassador_applications w
  where w.call_id = a.call_id and w.state = 'waiting' and w.waiting_no <= a.waiting_no)`
export const applications = ({ db }: Ctx) =>
  db
    .selectFrom('ambassador_applications as a')
    .innerJoin('ambassador_calls as c', 'c.id', 'a.call_id')
    .selectAll('a')
    .select(['c.edition_id', place.as('place')])
type Row = Awaited<ReturnType<ReturnType<typeof applications>['executeTakeFirstOrThrow']>>

export const toApplication = (row: Row): Application => ({
  id: row.id,
  callId: row.call_id,
  editionId: row.edition_id,
  personId: row.person_id,
  state: row.state,
  version: row.version,
  channel: row.channel,
  enteredBy: row.entered_by,
  content: { ...emptyContent, ...(row.content as Partial<Content>) },
  area: row.area as Area | null,
  districtIds: row.district_ids,
  receivedOn: row.received_on,
  submittedAt: row.submitted_at,
  missing: row.missing,
  dueOn: row.due_on,
  waitingNo: row.state === 'waiting' ? row.place : null,
  changedAt: row.changed_at,
})

export async function findApplication(ctx: Ctx, id: string): Promise<Application | undefined> {
  const row = await applications(ctx).where('a.id', '=', id).executeTakeFirst()
  return row && toApplication(row)
}
export const loadApplication = async (ctx: Ctx, id: string): Promise<Application> =>
  (await findApplication(ctx, id)) ?? notFound('no such application')

/** Loads it and keeps others waiting until this transaction is over. */
export async function holdApplication(ctx: Ctx, id: string): Promise<Application> {
  await ctx.db.selectFrom('ambassador_applications').select('id').where('id', '=', id).forUpdate().execute()
  return loadApplication(ctx, id)
}

/** The person's application to this call that still counts. */
export async function findApplicationOf(ctx: Ctx, callId: string, personId: string): Promise<Application | undefined> {
  const row = await applications(ctx)
    .where('a.call_id', '=', callId)
    .where('a.person_id', '=', personId)
    .where('a.state', '<>', 'withdrawn')
    .executeTakeFirst()
  return row && toApplication(row)
}
export const findApplicationByKey = async ({ db }: Ctx, key: string): Promise<string | undefined> =>
  (await db.selectFrom('ambassador_applications').select('id').where('key', '=', key).executeTakeFirst())?.id

export type NewApplication = {
  readonly id: string
  readonly key: string
  readonly callId: string
  readonly personId: string
  readonly channel: Channel
  readonly enteredBy: string | null
  readonly receivedOn: Day | null
  readonly content: Content
}

/** False when this person has one in this call already, or this form was sent before. */
export async function insertApplication({ db, now }: Ctx, one: NewApplication): Promise<boolean> {
  const { id, key, callId, personId, channel, enteredBy, receivedOn } = one
  const made = await db
    .insertInto('ambassador_applications')
    .values({
      id,
      key,
      call_id: callId,
      person_id: personId,
      state: 'draft',
      channel,
      entered_by: enteredBy,
      received_on: receivedOn,
      content: JSON.stringify(one.content),
      district_ids: [],
      created_at: now,
      changed_at: now,
    })
    .onConflict(clash => clash.doNothing())
    .executeTakeFirst()
  return made.numInsertedOrUpdatedRows === 1n
}

export type Writing = { readonly content: Content; readonly area: Area | null; readonly districtIds: readonly string[] }
/** False when it was changed meanwhile. */
export async function writeApplication({ db, now }: Ctx, id: string, version: number, { content, area, districtIds }: Writing): Promise<boolean> {
  const done = await db
    .updateTable('ambassador_applications')
    .set({
      content: JSON.stringify(content),
      area: area === null ? null : JSON.stringify(area),
      district_ids: [...districtIds],
      version: version + 1,
      changed_at: now,
    })
    .where('id', '=', id)
    .where('version', '=', version)
    .executeTakeFirst()
  return done.numUpdatedRows === 1n
}

export type Move = { readonly missing?: string; readonly dueOn?: Day; readonly waitingNo?: number }

/** Moves it only from the state and the version that whoever moves it has seen. What it was called to complete goes with the answer. */
export async function moveApplication({ db, now }: Ctx, one: Application, to: ApplicationState, move: Move = {}): Promise<boolean> {
  const done = await db
    .updateTable('ambassador_applications')
    .set({
      state: to,
      version: one.version + 1,
      changed_at: now,
      missing: move.missing ?? null,
      due_on: move.dueOn ?? null,
      waiting_no: move.waitingNo ?? null,
      ...(to === 'submitted' && {
        submitted_at: sql<Date>`coalesce(submitted_at, ${now})`,
        received_on: sql<Day>`coalesce(received_on, ${dayOfNow(now)})`,
      }),
    })
    .where('id', '=', one.id)
    .where('state', '=', one.state)
    .where('version', '=', one.version)
    .executeTakeFirst()
  return done.numUpdatedRows === 1n
}
const dayOfNow = (now: Date) => sql<Day>`(${now}::timestamptz at time zone 'Europe/Warsaw')::date`

/** The end of the waiting list of a call. */
export async function lastWaitingNo({ db }: Ctx, callId: string): Promise<number> {
  const row = await db
    .selectFrom('ambassador_applications')
    .select(sql<number>`coalesce(max(waiting_no), 0)`.as('last'))
    .where('call_id', '=', callId)
    .executeTakeFirstOrThrow()
  return Number(row.last)
}

/** Changes places with whoever stands just before; false when nobody does. */
export async function moveUpTheList({ db }: Ctx, one: Pick<Application, 'id' | 'callId'>): Promise<boolean> {
  const moved = await sql<{ id: string }>`
    with mine as (select id, waiting_no from ambassador_applications where id = ${one.id} and state = 'waiting'),
      before as (select b.id, b.waiting_no from ambassador_applications b, mine
        where b.call_id = ${one.callId} and b.state = 'waiting' and b.waiting_no < mine.waiting_no order by b.waiting_no desc limit 1)
    update ambassador_applications a set waiting_no = case when a.id = mine.id then before.waiting_no else mine.waiting_no end
      from mine, before where a.id in (mine.id, before.id) returning a.id`.execute(db)
  return moved.rows.length === 2
}

/** Whoever changes the waiting list of a call, or writes down what came on paper, does so one after another. */
export async function holdCall({ db }: Ctx, callId: string): Promise<void> {
  await db.selectFrom('ambassador_calls').select('id').where('id', '=', callId).forUpdate().execute()
}
