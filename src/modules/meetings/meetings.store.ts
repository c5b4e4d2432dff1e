import { type ExpressionBuilder, type Generated, type Selectable, sql } from 'kysely'
import { jsonArrayFrom } from 'kysely/helpers/postgres'
import { notFound } from '#kit/refusal.ts'
import type { AccessSteps, Meeting, MeetingKind, MeetingPath, MeetingPlan, MeetingState, Way } from '#modules/meetings/meetings.rules.ts'
import type { TerritoryKind } from '#modules/programme/territories/territories.rules.ts'
import type { Ctx } from '#platform/context.ts'
import { notHidden } from '#platform/hidings.ts'
import type { Tables } from '#platform/schema.ts'

type MeetingTable = {
  id: string
  key: string
  number: Generated<number>
  edition_id: string
  territory_id: string
  path: MeetingPath
  kind: MeetingKind
  way: Way
  state: MeetingState
  title: string
  about: string
  agenda: string[]
  questions: string[]
  starts_at: Date
  ends_at: Date
  place: string | null
  address: string | null
  room_shared: boolean
  link: string | null
  phone: string | null
  access_steps: AccessSteps
  access_loop: boolean
  access_sign: boolean
  access_transport: string | null
  access_other: string | null
  capacity: number | null
  reason: Generated<string | null>
  code: string
  revision: Generated<number>
  version: Generated<number>
  created_by: string
  created_at: Date
  announced_at: Generated<Date | null>
}
declare module '#platform/schema.ts' {
  interface Tables {
    meetings: MeetingTable
    meeting_hosts: { meeting_id: string; person_id: string }
  }
}

const hostsOf = (eb: ExpressionBuilder<Tables & { m: MeetingTable }, 'm'>) =>
  jsonArrayFrom(eb.selectFrom('meeting_hosts as h').select('h.person_id as id').whereRef('h.meeting_id', '=', 'm.id').orderBy('h.person_id')).as(
    'hosts',
  )
/** A meeting with its hosts and the territory around its own, in one statement. */
const meetings = ({ db }: Ctx) =>
  db
    .selectFrom('meetings as m')
    .leftJoin('territories as t', 't.id', 'm.territory_id')
    .selectAll('m')
    .select(['t.parent_id', 't.kind as territory_kind'])
    .select(eb => hostsOf(eb as never))
type Row = Selectable<MeetingTable> & { parent_id: string | null; territory_kind: TerritoryKind | null; hosts: { id: string }[] }

export const toMeeting = (row: Row): Meeting => ({
  id: row.id,
  number: Number(row.number),
  editionId: row.edition_id,
  territoryId: row.territory_id,
  areaIds: [row.territory_id, ...(row.parent_id && row.territory_kind !== 'district' && row.territory_kind !== 'city' ? [row.parent_id] : [])],
  path: row.path,
  kind: row.kind,
  way: row.way,
  state: row.state,
  title: row.title,
  about: row.about,
  agenda: row.agenda,
  questions: row.questions,
  startsAt: row.starts_at,
  endsAt: row.ends_at,
  place: row.place,
  address: row.address,
  roomShared: row.room_shared,
  link: row.link,
  phone: row.phone,
  access: { steps: row.access_steps, loop: row.access_loop, sign: row.access_sign, transport: row.access_transport, other: row.access_other },
  capacity: row.capacity,
  hostIds: row.hosts.map(({ id }) => id),
  reason: row.reason,
  code: row.code,
  revision: row.revision,
  version: row.version,
  createdBy: row.created_by,
})

const columnsOf = (plan: MeetingPlan) => ({
  kind: plan.kind,
  way: plan.way,
  territory_id: plan.territoryId,
  title: plan.title,
  about: plan.about,
  agenda: [...plan.agenda],
  questions: [...plan.questions],
  starts_at: plan.startsAt,
  ends_at: plan.endsAt,
  place: plan.place,
  address: plan.address,
  room_shared: plan.roomShared,
  link: plan.link,
  phone: plan.phone,
  access_steps: plan.access.steps,
  access_loop: plan.access.loop,
  access_sign: plan.access.sign,
  access_transport: plan.access.transport,
  access_other: plan.access.other,
  capacity: plan.capacity,
})

/** The existing ones among these, whatever their state. */
export async function listMeetingsById(ctx: Ctx, ids: readonly string[]): Promise<Meeting[]> {
  if (ids.length === 0) return []
  return (await meetings(ctx).where('m.id', 'in', ids).orderBy('m.starts_at').orderBy('m.id').execute()).map(toMeeting)
}
export const findMeeting = async (ctx: Ctx, id: string): Promise<Meeting | undefined> => (await listMeetingsById(ctx, [id]))[0]
export const loadMeeting = async (ctx: Ctx, id: string): Promise<Meeting> => (await findMeeting(ctx, id)) ?? notFound('no such meeting')
export const findMeetingByCode = async (ctx: Ctx, code: string): Promise<Meeting | undefined> => {
  const row = await meetings(ctx).where('m.code', '=', code).executeTakeFirst()
  return row && toMeeting(row)
}
/** By what stands on posters; whether it may be seen is asked by its page. */
export const findMeetingIdByNumber = async ({ db }: Ctx, number: number): Promise<string | undefined> =>
  (await db.selectFrom('meetings').select('id').where('number', '=', number).executeTakeFirst())?.id
/** The same, held until the end of the transaction: seats are counted by one at a time. */
export async function holdMeeting(ctx: Ctx, id: string): Promise<Meeting> {
  await ctx.db.selectFrom('meetings').select('id').where('id', '=', id).forUpdate().execute()
  return loadMeeting(ctx, id)
}
export const findMeetingByKey = async ({ db }: Ctx, key: string): Promise<string | undefined> =>
  (await db.selectFrom('meetings').select('id').where('key', '=', key).executeTakeFirst())?.id

export type MeetingsWanted = {
  readonly editionId?: string | undefined
  /** Only these territories. */
  readonly territoryIds?: readonly string[] | undefined
  readonly hostId?: string | undefined
  readonly states?: readonly MeetingState[]
  readonly after?: Date
  readonly before?: Date
  readonly newestFirst?: boolean
  readonly limit: number
}
/** What a moderator has hidden stays out. */
export async function listMeetings(ctx: Ctx, wanted: MeetingsWanted): Promise<Meeting[]> {
  const { editionId, territoryIds, hostId, states = ['announced', 'held', 'closed', 'cancelled'], after, before, newestFirst, limit } = wanted
  if (territoryIds?.length === 0) return []
  let query = meetings(ctx).where('m.state', 'in', states).where(notHidden('m.id'))
  if (editionId !== undefined) query = query.where('m.edition_id', '=', editionId)
  if (territoryIds) query = query.where('m.territory_id', 'in', territoryIds)
  if (hostId !== undefined)
    query = query.where(eb =>
      eb.exists(eb.selectFrom('meeting_hosts as h').select('h.person_id').whereRef('h.meeting_id', '=', 'm.id').where('h.person_id', '=', hostId)),
    )
  if (after) query = query.where('m.ends_at', '>', after)
  if (before) query = query.where('m.ends_at', '<=', before)
  const rows = await query
    .orderBy('m.starts_at', newestFirst ? 'desc' : 'asc')
    .orderBy('m.id')
    .limit(limit)
    .execute()
  return rows.map(toMeeting)
}

/** Meetings that are announced and not over: of a district with the areas in it, of one host, or of the whole city. */
export async function listComingMeetings(
  ctx: Ctx,
  { territoryId, hostId, limit }: { territoryId?: string; hostId?: string; limit: number },
): Promise<Meeting[]> {
  const territoryIds = territoryId === undefined ? undefined : await idsWithin(ctx, territoryId)
  return listMeetings(ctx, { territoryIds, hostId, states: ['announced'], after: ctx.now, limit })
}
/** A district with the smaller areas in it. The city is its own space: its districts have their own meetings. */
export async function idsWithin({ db }: Ctx, territoryId: string): Promise<string[]> {
  const inside = await db
    .selectFrom('territories')
    .select('id')
    .where('parent_id', '=', territoryId)
    .where('kind', 'in', ['estate', 'custom'])
    .where(eb => eb.exists(eb.selectFrom('territories as p').select('p.id').where('p.id', '=', territoryId).where('p.kind', '<>', 'city')))
    .execute()
  return [territoryId, ...inside.map(({ id }) => id)]
}

type NewMeeting = MeetingPlan & Pick<Meeting, 'id' | 'editionId' | 'path' | 'code'> & { readonly key: string }
/** False when this form has made its meeting already. */
export async function insertMeeting({ db, now, actor }: Ctx, plan: NewMeeting, state: MeetingState): Promise<boolean> {
  const { id, key, editionId, path, code } = plan
  const made = await db
    .insertInto('meetings')
    .values({ ...columnsOf(plan), id, key, edition_id: editionId, path, code, state, created_by: actor.id, created_at: now })
    .onConflict(clash => clash.doNothing())
    .executeTakeFirst()
  return made.numInsertedOrUpdatedRows === 1n
}
export async function putHosts({ db }: Ctx, meetingId: string, personIds: readonly string[]): Promise<void> {
  await db
    .deleteFrom('meeting_hosts')
    .where('meeting_id', '=', meetingId)
    .where('person_id', 'not in', ['', ...personIds])
    .execute()
  if (personIds.length === 0) return
  const rows = personIds.map(personId => ({ meeting_id: meetingId, person_id: personId }))
  await db
    .insertInto('meeting_hosts')
    .values(rows)
    .onConflict(clash => clash.doNothing())
    .execute()
}

/** False when somebody changed it meanwhile. */
export async function updateMeeting({ db }: Ctx, before: Pick<Meeting, 'id' | 'version'>, plan: MeetingPlan, moved: boolean): Promise<boolean> {
  const done = await db
    .updateTable('meetings')
    .set({ ...columnsOf(plan), version: before.version + 1, ...(moved && { revision: sql<number>`revision + 1` }) })
    .where('id', '=', before.id)
    .where('version', '=', before.version)
    .executeTakeFirst()
  return done.numUpdatedRows === 1n
}

/** Writes only if nobody moved it meanwhile. */
export async function moveMeeting({ db, now }: Ctx, id: string, from: MeetingState, to: MeetingState, reason?: string): Promise<boolean> {
  const moved = await db
    .updateTable('meetings')
    .set({
      state: to,
      version: sql<number>`version + 1`,
      ...(to === 'announced' && { announced_at: now }),
      ...(reason !== undefined && { reason }),
    })
    .where('id', '=', id)
    .where('state', '=', from)
    .executeTakeFirst()
  return moved.numUpdatedRows === 1n
}

/** Whoever books a host, an expert or a room does so one after another, so that two bookings see each other. */
export const lockBookings = async ({ db }: Ctx): Promise<void> => {
  await sql`select pg_advisory_xact_lock(hashtext('meetings.bookings'))`.execute(db)
}
/** Planned or announced meetings at this time, whoever leads them. */
export async function listAtTheTime(ctx: Ctx, { startsAt, endsAt }: Pick<Meeting, 'startsAt' | 'endsAt'>, except?: string): Promise<Meeting[]> {
  let query = meetings(ctx).where('m.state', 'in', ['draft', 'announced']).where('m.starts_at', '<', endsAt).where('m.ends_at', '>', startsAt)
  if (except !== undefined) query = query.where('m.id', '<>', except)
  return (await query.orderBy('m.starts_at').orderBy('m.id').execute()).map(toMeeting)
}

/** A moderator has taken it out of sight. */
export const isHiddenMeeting = async ({ db }: Ctx, id: string): Promise<boolean> =>
  (await db.selectFrom('meetings as m').select('m.id').where('m.id', '=', id).where(notHidden('m.id')).executeTakeFirst()) === undefined
