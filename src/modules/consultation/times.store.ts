import { sql } from 'kysely'
import type { UnitTimes } from '#modules/consultation/times.rules.ts'
import type { Ctx } from '#platform/context.ts'

/** How many questions of an edition each unit has and had, and in how many days it answered; parts of joint opinions are in the whole. */
export async function timesOf({ db }: Ctx, editionId: string): Promise<ReadonlyMap<string, UnitTimes>> {
  const { rows } = await sql<{ unit: string; waiting: number; queued: number; answered: number; days: number[] | null }>`
    select unit_id as unit,
      count(*) filter (where state in ('asked', 'assigned', 'asked-back', 'drafted'))::int as waiting,
      count(*) filter (where state = 'queued')::int as queued,
      count(*) filter (where state = 'answered')::int as answered,
      array_agg((answered_at at time zone 'Europe/Warsaw')::date - (asked_at at time zone 'Europe/Warsaw')::date)
        filter (where state = 'answered') as days
    from advice where edition_id = ${editionId} and leading_id is null group by unit_id`.execute(db)
  return new Map(rows.map(({ unit, days, ...counts }) => [unit, { ...counts, days: days ?? [] }]))
}
