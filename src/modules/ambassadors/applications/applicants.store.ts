import { sql } from 'kysely'
import type { Day } from '#kit/dates.ts'
import type { Ctx } from '#platform/context.ts'

/** What the visitor began and has not sent: drafts of calls that are open, and what was called to complete. */
export async function listOwnUnfinished({ db, actor, now }: Ctx): Promise<{ id: string; state: string; dueOn: Day | null; until: Day }[]> {
  return db
    .selectFrom('ambassador_applications as a')
    .innerJoin('ambassador_calls as c', 'c.id', 'a.call_id')
    .select(['a.id', 'a.state', 'a.due_on as dueOn', 'c.last_day as until'])
    .where('a.person_id', '=', actor.id)
    .where('a.state', 'in', ['draft', 'to-complete'])
    .where(is =>
      is.or([
        is('a.state', '=', 'to-complete'),
        sql<boolean>`(${now}::timestamptz at time zone 'Europe/Warsaw')::date between c.first_day and c.last_day`,
      ]),
    )
    .execute()
}

/** How many applications wait for a decision, by call. Nobody decides on their own, so it is not counted. */
export async function listUndecided({ db, actor }: Ctx): Promise<{ callId: string; editionId: string; n: number }[]> {
  return db
    .selectFrom('ambassador_applications as a')
    .innerJoin('ambassador_calls as c', 'c.id', 'a.call_id')
    .select(['c.id as callId', 'c.edition_id as editionId', sql<number>`count(*)::int`.as('n')])
    .where('a.state', '=', 'submitted')
    .where('a.person_id', '<>', actor.id)
    .groupBy(['c.id', 'c.edition_id'])
    .execute()
}

/** Who has an application to this call, by what a table knows them. */
export async function listApplicants({ db }: Ctx, callId: string): Promise<{ name: string; email: string | null; phone: string | null }[]> {
  return db
    .selectFrom('ambassador_applications as a')
    .innerJoin('persons as p', 'p.id', 'a.person_id')
    .select([sql<string>`a.content ->> 'name'`.as('name'), 'p.email', 'p.phone'])
    .where('a.call_id', '=', callId)
    .where('a.state', '<>', 'withdrawn')
    .execute()
}
