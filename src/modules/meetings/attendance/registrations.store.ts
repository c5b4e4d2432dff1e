import { type Generated, type Selectable, sql } from 'kysely'
import type { Channel } from '#kit/channels.ts'
import type { Elsewhere, Registration, RegistrationState, Seats } from '#modules/meetings/attendance/registrations.rules.ts'
import type { Meeting } from '#modules/meetings/meetings.rules.ts'
import type { Ctx } from '#platform/context.ts'

type RegistrationRow = {
  id: string
  key: string
  meeting_id: string
  person_id: string
  entered_by: string | null
  channel: Channel
  guests: number
  state: RegistrationState
  at: Date
  seated_at: Date | null
  revision: number
  reminded_days: Generated<boolean>
  reminded_hours: Generated<boolean>
}
declare module '#platform/schema.ts' {
  interface Tables {
    meeting_registrations: RegistrationRow
    meeting_access_needs: { registration_id: string; meeting_id: string; needs: string }
  }
}
const toRegistration = (row: Selectable<RegistrationRow>): Registration => ({
  id: row.id,
  meetingId: row.meeting_id,
  personId: row.person_id,
  enteredBy: row.entered_by,
  channel: row.channel,
  guests: row.guests,
  state: row.state,
  at: row.at,
  revision: row.revision,
})

export async function findRegistration({ db }: Ctx, meetingId: string, personId: string): Promise<Registration | undefined> {
  const row = await db
    .selectFrom('meeting_registrations')
    .selectAll()
    .where('meeting_id', '=', meetingId)
    .where('person_id', '=', personId)
    .executeTakeFirst()
  return row && toRegistration(row)
}
/** Where else this person means to be at that time. A meeting in writing asks nobody to be there. */
export async function elsewhereAt({ db, actor }: Ctx, { id, way, startsAt, endsAt }: Elsewhere & Pick<Meeting, 'way'>): Promise<Elsewhere[]> {
  if (actor.id === '' || way === 'async') return []
  return db
    .selectFrom('meeting_registrations as r')
    .innerJoin('meetings as m', 'm.id', 'r.meeting_id')
    .select(['m.id', 'm.title', 'm.starts_at as startsAt', 'm.ends_at as endsAt'])
    .where('r.person_id', '=', actor.id)
    .where('r.state', '<>', 'withdrawn')
    .where('m.id', '<>', id)
    .where('m.state', '=', 'announced')
    .where('m.way', '<>', 'async')
    .where('m.starts_at', '<', endsAt)
    .where('m.ends_at', '>', startsAt)
    .orderBy('m.starts_at')
    .execute()
}

/** Who made this very registration; a second post of a form finds it. */
export async function findRegistrationByKey({ db }: Ctx, key: string): Promise<Registration | undefined> {
  const row = await db.selectFrom('meeting_registrations').selectAll().where('key', '=', key).executeTakeFirst()
  return row && toRegistration(row)
}

/** Everybody who means to come: those with a seat first, each group in the order in which they asked. */
export async function listRegistrations({ db }: Ctx, meetingId: string): Promise<Registration[]> {
  const rows = await db
    .selectFrom('meeting_registrations')
    .selectAll()
    .where('meeting_id', '=', meetingId)
    .where('state', '<>', 'withdrawn')
    .orderBy(sql`array_position(array['registered', 'waiting'], state)`)
    .orderBy(sql`coalesce(seated_at, at)`)
    .orderBy('at')
    .orderBy('id')
    .execute()
  return rows.map(toRegistration)
}
export async function countSeats({ db }: Ctx, meetingId: string): Promise<Seats> {
  const row = await db
    .selectFrom('meeting_registrations')
    .select([
      sql<number>`coalesce(sum(1 + guests) filter (where state = 'registered'), 0)::int`.as('taken'),
      sql<number>`coalesce(sum(1 + guests) filter (where state = 'waiting'), 0)::int`.as('waiting'),
    ])
    .where('meeting_id', '=', meetingId)
    .executeTakeFirstOrThrow()
  return row
}
/** Access needs of a meeting, by registration. */
export async function needsOf({ db }: Ctx, meetingId: string): Promise<Map<string, string>> {
  const rows = await db.selectFrom('meeting_access_needs').select(['registration_id', 'needs']).where('meeting_id', '=', meetingId).execute()
  return new Map(rows.map(row => [row.registration_id, row.needs]))
}

type NewRegistration = Omit<Registration, 'at'> & { readonly key: string }
/** A first registration, or one more after withdrawing: then it stands at the end of the queue again. */
export async function putRegistration({ db, now }: Ctx, one: NewRegistration): Promise<void> {
  const values = {
    key: one.key,
    entered_by: one.enteredBy,
    channel: one.channel,
    guests: one.guests,
    state: one.state,
    at: now,
    seated_at: one.state === 'registered' ? now : null,
    revision: one.revision,
    reminded_days: false,
    reminded_hours: false,
  }
  await db
    .insertInto('meeting_registrations')
    .values({ ...values, id: one.id, meeting_id: one.meetingId, person_id: one.personId })
    .onConflict(clash => clash.columns(['meeting_id', 'person_id']).doUpdateSet(values))
    .execute()
}
export async function putNeeds({ db }: Ctx, registrationId: string, meetingId: string, needs: string | undefined): Promise<void> {
  await db.deleteFrom('meeting_access_needs').where('registration_id', '=', registrationId).execute()
  if (needs) await db.insertInto('meeting_access_needs').values({ registration_id: registrationId, meeting_id: meetingId, needs }).execute()
}
export async function setGuests({ db }: Ctx, id: string, guests: number): Promise<void> {
  await db.updateTable('meeting_registrations').set({ guests }).where('id', '=', id).execute()
}
/** False when it was withdrawn already. */
export async function withdraw({ db }: Ctx, id: string): Promise<boolean> {
  await db.deleteFrom('meeting_access_needs').where('registration_id', '=', id).execute()
  const done = await db
    .updateTable('meeting_registrations')
    .set({ state: 'withdrawn' })
    .where('id', '=', id)
    .where('state', '<>', 'withdrawn')
    .executeTakeFirst()
  return done.numUpdatedRows === 1n
}
export async function seatThem({ db, now }: Ctx, ids: readonly string[]): Promise<void> {
  if (ids.length === 0) return
  await db
    .updateTable('meeting_registrations')
    .set({ state: 'registered', seated_at: now })
    .where('id', 'in', ids)
    .where('state', '=', 'waiting')
    .execute()
}
export async function sendBack({ db }: Ctx, ids: readonly string[]): Promise<void> {
  if (ids.length === 0) return
  await db
    .updateTable('meeting_registrations')
    .set({ state: 'waiting', seated_at: null })
    .where('id', 'in', ids)
    .where('state', '=', 'registered')
    .execute()
}
export async function confirmRevision({ db }: Ctx, id: string, revision: number): Promise<boolean> {
  const done = await db
    .updateTable('meeting_registrations')
    .set({ revision })
    .where('id', '=', id)
    .where('revision', '<', revision)
    .executeTakeFirst()
  return done.numUpdatedRows === 1n
}
/** A moved meeting reminds anew. */
export async function forgetReminders({ db }: Ctx, meetingIds: readonly string[]): Promise<void> {
  if (meetingIds.length === 0) return
  await db.updateTable('meeting_registrations').set({ reminded_days: false, reminded_hours: false }).where('meeting_id', 'in', meetingIds).execute()
}

/** Meetings that this person means to go to, by id. */
export async function registrationsOf({ db }: Ctx, personId: string): Promise<Registration[]> {
  const rows = await db
    .selectFrom('meeting_registrations')
    .selectAll()
    .where('person_id', '=', personId)
    .where('state', '<>', 'withdrawn')
    .orderBy('at')
    .execute()
  return rows.map(toRegistration)
}
