import { type RawBuilder, sql } from 'kysely'
import type { Deeds } from '#kit/things.ts'
import type { Ctx } from '#platform/context.ts'

/** Whoever registered, was marked present, or said something was there. `meeting` and `person` are columns or values. */
export const wasThere = (meeting: RawBuilder<unknown>, person: RawBuilder<unknown>): RawBuilder<boolean> => sql<boolean>`(
  exists (select from meeting_registrations r where r.meeting_id = ${meeting} and r.person_id = ${person} and r.state = 'registered')
  or exists (select from meeting_attendance a where a.meeting_id = ${meeting} and a.person_id = ${person})
  or exists (select from meeting_voices v where v.meeting_id = ${meeting} and v.author_id = ${person}))`

export async function tookPart({ db }: Ctx, meetingId: string, personId: string): Promise<boolean> {
  const { rows } = await sql<{ there: boolean }>`select ${wasThere(sql`${meetingId}`, sql`${personId}`)} as there`.execute(db)
  return rows[0]?.there ?? false
}

/** The same people, as a list: whom to tell that the minutes may be corrected. */
export async function listWhoWasThere({ db }: Ctx, meetingId: string): Promise<string[]> {
  const { rows } = await sql<{ id: string }>`
    select person_id as id from meeting_registrations where meeting_id = ${meetingId} and state = 'registered'
    union select person_id from meeting_attendance where meeting_id = ${meetingId} and person_id is not null
    union select author_id from meeting_voices where meeting_id = ${meetingId} and author_id <> '' order by 1`.execute(db)
  return rows.map(row => row.id)
}

export async function countLines({ db }: Ctx, meetingId: string): Promise<{ lines: number; unanswered: number }> {
  const { rows } = await sql<{ lines: number; unanswered: number }>`
    select (select count(*)::int from minute_lines where meeting_id = ${meetingId}) as lines,
      (select count(*)::int from minute_corrections where meeting_id = ${meetingId} and outcome is null) as unanswered`.execute(db)
  return rows[0] ?? { lines: 0, unanswered: 0 }
}

/** What a host's meetings came to in a span of time: those that took place, who was there, what was said. Writing over days has no hours. */
export async function figuresOfHost({ db }: Ctx, personId: string, from: Date, to: Date): Promise<Deeds> {
  const { rows } = await sql<Required<Deeds>>`
    with held as (select m.* from meetings m join meeting_hosts h on h.meeting_id = m.id
      where h.person_id = ${personId} and m.state in ('held', 'closed') and m.starts_at >= ${from} and m.starts_at < ${to})
    select (select count(*)::int from held) as meetings,
      (select coalesce(sum(people), 0)::int from meeting_attendance where meeting_id in (select id from held)) as people,
      (select count(*)::int from meeting_voices where meeting_id in (select id from held)) as voices,
      (select coalesce(round(sum(extract(epoch from ends_at - starts_at)) / 3600), 0)::int from held where way <> 'async') as hours`.execute(db)
  return rows[0] ?? {}
}
