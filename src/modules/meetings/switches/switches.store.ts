import { type Generated, sql } from 'kysely'
import { startOfDay } from '#kit/dates.ts'
import { notFound } from '#kit/refusal.ts'
import { type Meeting, type MeetingPath, meetingLimits, type Way } from '#modules/meetings/meetings.rules.ts'
import { numberMark, type Switch, type Switched, type SwitchHow, type SwitchPlan } from '#modules/meetings/switches/switches.rules.ts'
import type { Ctx } from '#platform/context.ts'

declare module '#platform/schema.ts' {
  interface Tables {
    meeting_switches: {
      id: string
      key: string
      edition_id: string
      path: MeetingPath
      from_day: string
      how: SwitchHow
      reason: string
      link_pattern: string | null
      phone_pattern: string | null
      made_by: string
      at: Date
      people: Generated<number>
    }
    meeting_switched: {
      switch_id: string
      meeting_id: string
      way: Way
      ends_at: Date
      link: string | null
      phone: string | null
      capacity: number | null
      back_at: Generated<Date | null>
      back_by: Generated<string | null>
    }
  }
}

const switches = ({ db }: Ctx) =>
  db
    .selectFrom('meeting_switches')
    .select(['id', 'path', 'how', 'reason', 'at', 'people', 'link_pattern as linkPattern', 'phone_pattern as phonePattern'])
    .select(sql<string>`from_day::text`.as('fromDay'))
export const listSwitches = (ctx: Ctx, editionId: string): Promise<Switch[]> =>
  switches(ctx).where('edition_id', '=', editionId).orderBy('at', 'desc').orderBy('id').execute()
export const loadSwitch = async (ctx: Ctx, id: string): Promise<Switch> =>
  (await switches(ctx).where('id', '=', id).executeTakeFirst()) ?? notFound('no such switch')
export const findSwitchByKey = async ({ db }: Ctx, key: string): Promise<string | undefined> =>
  (await db.selectFrom('meeting_switches').select('id').where('key', '=', key).executeTakeFirst())?.id

export async function listSwitched({ db }: Ctx, switchId: string): Promise<Switched[]> {
  return db.selectFrom('meeting_switched').select(['meeting_id as meetingId', 'back_at as backAt']).where('switch_id', '=', switchId).execute()
}
/** The switch that holds for this meeting now. */
export async function switchOf(ctx: Ctx, meetingId: string): Promise<Switch | undefined> {
  return switches(ctx)
    .where('id', 'in', ctx.db.selectFrom('meeting_switched').select('switch_id').where('meeting_id', '=', meetingId).where('back_at', 'is', null))
    .executeTakeFirst()
}
/** Switches that still hold for a meeting to come: said on the list of meetings. */
export const switchesInForce = (ctx: Ctx, editionId: string): Promise<Switch[]> =>
  switches(ctx)
    .where('edition_id', '=', editionId)
    .where(
      'id',
      'in',
      ctx.db
        .selectFrom('meeting_switched as s')
        .innerJoin('meetings as m', 'm.id', 's.meeting_id')
        .select('s.switch_id')
        .where('s.back_at', 'is', null)
        .where('m.state', '=', 'announced')
        .where('m.ends_at', '>', ctx.now),
    )
    .orderBy('at', 'desc')
    .execute()

/** How many hall meetings are still to come on each path from a day on, and how many people mean to go. */
export async function countInHalls({ db }: Ctx, editionId: string, from: Date): Promise<Map<MeetingPath, { meetings: number; people: number }>> {
  const { rows } = await sql<{ path: MeetingPath; meetings: number; people: number }>`
    select m.path, count(distinct m.id)::int as meetings, count(r.id)::int as people from meetings m
    left join meeting_registrations r on r.meeting_id = m.id and r.state <> 'withdrawn'
    where m.edition_id = ${editionId} and m.way in ('hall', 'mixed') and m.state in ('draft', 'announced') and m.starts_at >= ${from} group by m.path`.execute(
    db,
  )
  return new Map(rows.map(({ path, ...counts }) => [path, counts]))
}

async function insertSwitch({ db, now, actor }: Ctx, id: string, key: string, editionId: string, plan: SwitchPlan): Promise<void> {
  const { path, fromDay, how, reason, linkPattern, phonePattern } = plan
  const texts = { reason, link_pattern: linkPattern, phone_pattern: phonePattern }
  await db
    .insertInto('meeting_switches')
    .values({ id, key, edition_id: editionId, path, from_day: fromDay, how, ...texts, made_by: actor.id, at: now })
    .execute()
}

/** Turns all of them, in a few statements however many there are, and keeps how each was. Answers which. */
export async function turnAll(
  ctx: Ctx,
  switchId: string,
  editionId: string,
  plan: SwitchPlan,
  key: string,
): Promise<{ id: string; title: string }[]> {
  const { db, now } = ctx
  const from = new Date(Math.max(startOfDay(plan.fromDay).getTime(), now.getTime()))
  const { rows: halls } = await sql<{ id: string; title: string }>`select id, title from meetings
    where edition_id = ${editionId} and path = ${plan.path} and way in ('hall', 'mixed') and state in ('draft', 'announced') and starts_at >= ${from}
    order by id for update`.execute(db)
  const ids = halls.map(({ id }) => id)
  if (ids.length === 0) return []
  await insertSwitch(ctx, switchId, key, editionId, plan)
  await db.updateTable('meeting_switched').set({ back_at: now }).where('meeting_id', 'in', ids).where('back_at', 'is', null).execute()
  await sql`insert into meeting_switched (switch_id, meeting_id, way, ends_at, link, phone, capacity)
    select ${switchId}, id, way, ends_at, link, phone, capacity from meetings where id = any(${ids}::text[])`.execute(db)
  const link = sql`coalesce(link, replace(${plan.linkPattern}::text, ${numberMark}, number::text))`
  const phone = sql`coalesce(phone, replace(${plan.phonePattern}::text, ${numberMark}, number::text))`
  const ends = plan.how === 'async' ? sql`starts_at + make_interval(hours => ${meetingLimits.asyncHours})` : sql`ends_at`
  await sql`update meetings set way = ${plan.how}, link = ${link}, phone = ${phone}, ends_at = ${ends}, capacity = null,
    revision = revision + 1, version = version + 1 where id = any(${ids}::text[])`.execute(db)
  await sql`update meeting_registrations set state = 'registered', seated_at = ${now} where meeting_id = any(${ids}::text[]) and state = 'waiting'`.execute(
    db,
  )
  return halls
}
export async function countTold({ db }: Ctx, id: string, people: number): Promise<void> {
  await db.updateTable('meeting_switches').set({ people }).where('id', '=', id).execute()
}

export type Before = {
  readonly way: Way
  readonly endsAt: Date
  readonly link: string | null
  readonly phone: string | null
  readonly capacity: number | null
}
/** How the meeting was before the switch that holds for it. */
export async function findBefore({ db }: Ctx, meetingId: string): Promise<Before | undefined> {
  return db
    .selectFrom('meeting_switched')
    .select(['way', 'ends_at as endsAt', 'link', 'phone', 'capacity'])
    .where('meeting_id', '=', meetingId)
    .where('back_at', 'is', null)
    .executeTakeFirst()
}
export async function turnBack({ db, now, actor }: Ctx, meeting: Pick<Meeting, 'id' | 'version'>, before: Before): Promise<boolean> {
  const done = await db
    .updateTable('meetings')
    .set({
      way: before.way,
      ends_at: before.endsAt,
      link: before.link,
      phone: before.phone,
      capacity: before.capacity,
      revision: sql<number>`revision + 1`,
      version: meeting.version + 1,
    })
    .where('id', '=', meeting.id)
    .where('version', '=', meeting.version)
    .executeTakeFirst()
  await db
    .updateTable('meeting_switched')
    .set({ back_at: now, back_by: actor.id })
    .where('meeting_id', '=', meeting.id)
    .where('back_at', 'is', null)
    .execute()
  return done.numUpdatedRows === 1n
}
