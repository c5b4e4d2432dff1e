import { sql } from 'kysely'
import { notFound } from '#kit/refusal.ts'
import type { PlaceRole } from '#modules/proposals/authors/authors.rules.ts'
import type { AskedBefore, JoinRequest, RequestState } from '#modules/proposals/authors/requests.rules.ts'
import type { Ctx } from '#platform/context.ts'

declare module '#platform/schema.ts' {
  interface Tables {
    project_requests: {
      id: string
      project_id: string
      person_id: string
      role: PlaceRole
      sentence: string
      state: RequestState
      asked_at: Date
      expires_at: Date
      answered_at: Date | null
      answered_by: string | null
      reason: string | null
    }
  }
}

const requests = ({ db }: Pick<Ctx, 'db'>) =>
  db
    .selectFrom('project_requests')
    .select(['id', 'project_id as projectId', 'person_id as personId', 'role', 'sentence', 'state', 'asked_at as askedAt', 'expires_at as expiresAt'])

/** False when one of this person waits here already. */
export async function insertRequest({ db, now, actor }: Ctx, request: Pick<JoinRequest, 'id' | 'projectId' | 'role' | 'sentence' | 'expiresAt'>) {
  const made = await db
    .insertInto('project_requests')
    .values({
      id: request.id,
      project_id: request.projectId,
      person_id: actor.id,
      role: request.role,
      sentence: request.sentence,
      state: 'waiting',
      asked_at: now,
      expires_at: request.expiresAt,
    })
    .onConflict(clash => clash.doNothing())
    .executeTakeFirst()
  return made.numInsertedOrUpdatedRows === 1n
}

export const loadRequest = async (ctx: Ctx, projectId: string, id: string): Promise<JoinRequest> =>
  (await requests(ctx).where('project_id', '=', projectId).where('id', '=', id).executeTakeFirst()) ?? notFound('request')

export const listWaitingRequests = (ctx: Ctx, projectIds: readonly string[]): Promise<JoinRequest[]> =>
  projectIds.length === 0
    ? Promise.resolve([])
    : requests(ctx).where('project_id', 'in', projectIds).where('state', '=', 'waiting').orderBy('asked_at').orderBy('id').execute()

export const findOwnRequest = (ctx: Ctx, projectId: string): Promise<JoinRequest | undefined> =>
  requests(ctx).where('project_id', '=', projectId).where('person_id', '=', ctx.actor.id).where('state', '=', 'waiting').executeTakeFirst()

export async function askedBefore(ctx: Ctx, projectId: string): Promise<AskedBefore> {
  if (ctx.actor.id === '') return { waitsHere: false, waitsElsewhere: 0, refusedAt: undefined, now: ctx.now }
  const { rows } = await sql<{ here: number; elsewhere: number; refused: Date | null }>`
    select count(*) filter (where state = 'waiting' and project_id = ${projectId})::int as here,
      count(*) filter (where state = 'waiting' and project_id <> ${projectId})::int as elsewhere,
      max(answered_at) filter (where state = 'refused' and project_id = ${projectId}) as refused
    from project_requests where person_id = ${ctx.actor.id}`.execute(ctx.db)
  const [row] = rows
  return { waitsHere: (row?.here ?? 0) > 0, waitsElsewhere: row?.elsewhere ?? 0, refusedAt: row?.refused ?? undefined, now: ctx.now }
}

export async function moveRequest({ db, now, actor }: Ctx, id: string, to: RequestState, reason?: string): Promise<boolean> {
  const done = await db
    .updateTable('project_requests')
    .set({ state: to, answered_at: now, answered_by: actor.id, reason: reason ?? null })
    .where('id', '=', id)
    .where('state', '=', 'waiting')
    .executeTakeFirst()
  return done.numUpdatedRows === 1n
}

export const lapsedRequests = (ctx: Ctx): Promise<JoinRequest[]> =>
  requests(ctx).where('state', '=', 'waiting').where('expires_at', '<=', ctx.now).orderBy('expires_at').limit(500).execute()

export const requestsBy = ({ db }: Ctx, personId: string) =>
  db
    .selectFrom('project_requests')
    .select(['project_id as projectId', 'role', 'sentence', 'state', 'asked_at as askedAt', 'answered_at as answeredAt', 'reason'])
    .where('person_id', '=', personId)
    .orderBy('asked_at')
    .execute()

/** An answered request has done its work; nobody needs the sentence a year later. */
export async function sweepRequests({ db }: Ctx, before: Date): Promise<number> {
  const gone = await db.deleteFrom('project_requests').where('answered_at', '<', before).executeTakeFirst()
  return Number(gone.numDeletedRows)
}

export async function forgetRequestsOf({ db }: Ctx, personId: string): Promise<void> {
  await db.deleteFrom('project_requests').where('person_id', '=', personId).execute()
}
