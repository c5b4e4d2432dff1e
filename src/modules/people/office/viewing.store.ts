import { sql } from 'kysely'
import { viewingAlarm } from '#modules/people/people.rules.ts'
import type { Ctx } from '#platform/context.ts'

const hour = 3_600_000

/** One look at a time is counted for each viewer, so that two at once do not both miss the limit. */
export const lockViewer = ({ db, actor }: Ctx) => sql`select pg_advisory_xact_lock(hashtextextended(${actor.id}, 7))`.execute(db)

const since = (fact: string, from: Date) => sql`
  select subject, actor_id, payload, recorded_at from ledger_inbox where fact = ${fact} and recorded_at > ${from}
  union all select c.subject, p.actor_id, p.payload, p.recorded_at from ledger_payloads p join ledger_chain c on c.seq = p.seq
    where c.fact = ${fact} and p.recorded_at > ${from}`

/** Of how many people this member of staff has seen the data within the last hour, and whether it has been told already. */
export async function countViewed({ db, actor, wall }: Ctx): Promise<{ persons: number; told: boolean }> {
  const from = new Date(wall.getTime() - viewingAlarm.hours * hour)
  const { rows } = await sql<{ persons: number; told: boolean }>`select
    (select count(distinct subject)::int from (${since('person.viewed', from)}) v where actor_id = ${actor.id}) as persons,
    exists (select from (${since('viewing.alarmed', from)}) a where a.subject = ${actor.id}) as told`.execute(db)
  return rows[0] ?? { persons: 0, told: false }
}

export type Alarm = { readonly viewerId: string; readonly name: string; readonly persons: number }
/** The newest of each viewer. */
export async function listAlarms({ db, wall }: Ctx): Promise<Alarm[]> {
  const from = new Date(wall.getTime() - viewingAlarm.shownDays * 24 * hour)
  const { rows } =
    await sql<Alarm>`select distinct on (a.subject) a.subject as "viewerId", p.display_name as name, (a.payload ->> 'persons')::int as persons
    from (${since('viewing.alarmed', from)}) a join persons p on p.id = a.subject order by a.subject, a.recorded_at desc`.execute(db)
  return rows
}
