import { sql } from 'kysely'
import type { Ctx } from '#platform/context.ts'

export type MeetingMatter = {
  readonly kind: 'hold' | 'paper' | 'close' | 'coming' | 'confirm' | 'expert'
  readonly id: string
  readonly title: string
  readonly territoryId: string
  readonly startsAt: Date
  readonly endsAt: Date
}

/** What waits for this person around meetings: as a host, as somebody registered, as an expert of a unit; in one statement. */
export async function meetingMatters({ db, actor, now }: Ctx): Promise<MeetingMatter[]> {
  if (actor.id === '') return []
  const units = actor.grants.flatMap(({ role, unitId }) => (unitId && (role === 'unit-expert' || role === 'unit-head') ? [unitId] : []))
  const { rows } = await sql<MeetingMatter>`
    select w.kind, m.id, m.title, m.territory_id as "territoryId", m.starts_at as "startsAt", m.ends_at as "endsAt" from meetings m join (
      select h.meeting_id, case when m.state = 'announced' then 'hold' when p.meeting_id is null then 'paper' else 'close' end as kind
        from meeting_hosts h join meetings m on m.id = h.meeting_id left join meeting_papers p on p.meeting_id = m.id
        where h.person_id = ${actor.id} and (m.state = 'held' or (m.state = 'announced' and m.ends_at < ${now}))
      union all
      select r.meeting_id, case when r.revision < m.revision and r.state = 'registered' then 'confirm' else 'coming' end
        from meeting_registrations r join meetings m on m.id = r.meeting_id
        where r.person_id = ${actor.id} and r.state <> 'withdrawn' and m.state = 'announced' and m.ends_at > ${now}
      union all
      select x.meeting_id, 'expert' from meeting_experts x join meetings m on m.id = x.meeting_id
        where x.unit_id = any(${units}::text[]) and x.state = 'asked' and m.state in ('draft', 'announced') and m.ends_at > ${now}
    ) w on w.meeting_id = m.id order by m.starts_at, m.id`.execute(db)
  return rows
}
