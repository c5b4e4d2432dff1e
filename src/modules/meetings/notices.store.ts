import { type Generated, sql } from 'kysely'
import type { NoticeKind } from '#modules/meetings/attendance/registrations.rules.ts'
import type { Ctx } from '#platform/context.ts'

declare module '#platform/schema.ts' {
  interface Tables {
    /** Who is still to be told what about a meeting; a row goes once it has become a letter or a line of the phone list. */
    meeting_notices: { id: Generated<number>; meeting_id: string; person_id: string; kind: NoticeKind; switch_id: string | null; at: Date }
  }
}

/** One person. What is said twice before it was sent is said once. */
export async function addNotice({ db, now }: Ctx, meetingId: string, personId: string, kind: NoticeKind): Promise<void> {
  await db
    .insertInto('meeting_notices')
    .values({ meeting_id: meetingId, person_id: personId, kind, switch_id: null, at: now })
    .onConflict(clash => clash.doNothing())
    .execute()
}
export async function addNotices(ctx: Ctx, meetingId: string, personIds: readonly string[], kind: NoticeKind): Promise<void> {
  for (const personId of personIds) await addNotice(ctx, meetingId, personId, kind)
}
/** Everybody who has not withdrawn, of however many meetings, in one statement. Answers how many people that is. */
export async function noticeAll({ db, now }: Ctx, meetingIds: readonly string[], kind: NoticeKind, switchId?: string): Promise<number> {
  if (meetingIds.length === 0) return 0
  const done = await sql`insert into meeting_notices (meeting_id, person_id, kind, switch_id, at)
    select meeting_id, person_id, ${kind}, ${switchId ?? null}, ${now} from meeting_registrations
    where meeting_id = any(${meetingIds}::text[]) and state <> 'withdrawn' on conflict do nothing`.execute(db)
  return Number(done.numAffectedRows ?? 0n)
}

/** Those who lead these meetings or promised to come as experts. */
export async function noticeStaff({ db, now }: Ctx, meetingIds: readonly string[], kind: NoticeKind, switchId: string): Promise<number> {
  const done = await sql`insert into meeting_notices (meeting_id, person_id, kind, switch_id, at)
    select meeting_id, person_id, ${kind}, ${switchId}, ${now} from (
      select meeting_id, person_id from meeting_hosts union
      select meeting_id, person_id from meeting_experts where state = 'accepted') staff
    where meeting_id = any(${meetingIds}::text[]) on conflict do nothing`.execute(db)
  return Number(done.numAffectedRows ?? 0n)
}

/** Registered people whose meeting is near, once each: two days before, three hours before. Whoever registered later than that knows. */
export async function noticeComing({ db, now }: Ctx, kind: 'days' | 'hours', ahead: number): Promise<string[]> {
  const column = sql.ref(kind === 'days' ? 'reminded_days' : 'reminded_hours')
  const until = new Date(now.getTime() + ahead)
  const { rows } = await sql<{ meeting_id: string }>`with due as (
      update meeting_registrations r set ${column} = true from meetings m
      where m.id = r.meeting_id and m.state = 'announced' and m.starts_at > ${now} and m.starts_at <= ${until} and r.state = 'registered' and not r.${column}
      returning r.meeting_id, r.person_id, r.at < m.starts_at - make_interval(secs => ${ahead / 1000}) as early)
    insert into meeting_notices (meeting_id, person_id, kind, at) select meeting_id, person_id, ${kind}, ${now} from due where early on conflict do nothing
    returning meeting_id`.execute(db)
  return [...new Set(rows.map(row => row.meeting_id))]
}

export type Notice = { readonly meetingId: string; readonly personId: string; readonly kind: NoticeKind }
/** Takes so many off the pile; two jobs at once never take the same. Inside the transaction that writes the letters. */
export async function takeNotices({ db }: Ctx, limit: number): Promise<Notice[]> {
  const { rows } = await sql<Notice>`delete from meeting_notices where id in
    (select id from meeting_notices order by id limit ${limit} for update skip locked)
    returning meeting_id as "meetingId", person_id as "personId", kind`.execute(db)
  return rows
}
export async function countNotices({ db }: Ctx, switchId: string): Promise<number> {
  const row = await db
    .selectFrom('meeting_notices')
    .select(sql<number>`count(*)::int`.as('n'))
    .where('switch_id', '=', switchId)
    .executeTakeFirstOrThrow()
  return row.n
}
