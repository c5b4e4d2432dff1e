import { sql } from 'kysely'
import type { Day } from '#kit/dates.ts'
import { type Application, applicationStates } from '#modules/ambassadors/applications/applications.rules.ts'
import { applications, toApplication } from '#modules/ambassadors/applications/applications.store.ts'
import type { ApplicationFilter, ApplicationSort, Decision, DecisionKind } from '#modules/ambassadors/applications/decisions.rules.ts'
import type { Ctx } from '#platform/context.ts'

declare module '#platform/schema.ts' {
  interface Tables {
    ambassador_decisions: {
      id: string
      application_id: string
      number: string
      kind: DecisionKind
      reason: string
      due_on: Day | null
      by_id: string
      at: Date
    }
  }
}

export async function insertDecision({ db, now, actor }: Ctx, decision: Omit<Decision, 'byId' | 'at'>): Promise<void> {
  const { id, applicationId, number, kind, reason, dueOn } = decision
  await db
    .insertInto('ambassador_decisions')
    .values({ id, application_id: applicationId, number, kind, reason, due_on: dueOn, by_id: actor.id, at: now })
    .execute()
}

/** Letters about one application, the newest first. */
export async function listDecisions({ db }: Ctx, applicationId: string): Promise<Decision[]> {
  const rows = await db
    .selectFrom('ambassador_decisions')
    .selectAll()
    .where('application_id', '=', applicationId)
    .orderBy('at', 'desc')
    .orderBy('id', 'desc')
    .execute()
  return rows.map(row => ({
    id: row.id,
    applicationId: row.application_id,
    number: row.number,
    kind: row.kind,
    reason: row.reason,
    dueOn: row.due_on,
    byId: row.by_id,
    at: row.at,
  }))
}

const statesOf = (filter: ApplicationFilter | undefined) =>
  filter === undefined
    ? applicationStates.filter(state => state !== 'draft')
    : filter === 'to-decide'
      ? (['submitted', 'waiting'] as const)
      : [filter]

export type ListOptions = {
  readonly filter?: ApplicationFilter | undefined
  readonly districtId?: string | undefined
  readonly sort?: ApplicationSort | undefined
  readonly limit: number
  readonly offset?: number
}

/** Applications to a call, one statement whatever their number. Drafts are nobody's business but their author's. */
export async function listApplications(ctx: Ctx, callId: string, options: ListOptions): Promise<Application[]> {
  const { filter, districtId, sort = 'date', limit, offset = 0 } = options
  const number = sql`(select min(t.number) from territories t where t.id = any(a.district_ids))`
  const rows = await applications(ctx)
    .where('a.call_id', '=', callId)
    .where('a.state', 'in', statesOf(filter))
    .$if(districtId !== undefined, query => query.where(sql<boolean>`${districtId} = any(a.district_ids)`))
    .$if(filter === 'waiting', query => query.orderBy('a.waiting_no'))
    .$if(sort === 'district', query => query.orderBy(number))
    .$if(sort === 'name', query => query.orderBy(sql`a.content ->> 'name' collate "pl-x-icu"`))
    .orderBy('a.submitted_at')
    .orderBy('a.id')
    .limit(limit)
    .offset(offset)
    .execute()
  return rows.map(toApplication)
}

/** How many are in each state, without drafts. */
export async function countApplications({ db }: Ctx, callIds: readonly string[]): Promise<ReadonlyMap<string, ReadonlyMap<string, number>>> {
  if (callIds.length === 0) return new Map()
  const rows = await db
    .selectFrom('ambassador_applications')
    .select(['call_id', 'state', sql<number>`count(*)::int`.as('n')])
    .where('call_id', 'in', callIds)
    .where('state', '<>', 'draft')
    .groupBy(['call_id', 'state'])
    .execute()
  return new Map(callIds.map(id => [id, new Map(rows.filter(row => row.call_id === id).map(row => [row.state, row.n]))]))
}
