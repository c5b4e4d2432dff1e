import { notFound } from '#kit/refusal.ts'
import type { ExpertState, Invitation } from '#modules/meetings/experts/experts.rules.ts'
import type { Meeting } from '#modules/meetings/meetings.rules.ts'
import type { Ctx } from '#platform/context.ts'

declare module '#platform/schema.ts' {
  interface Tables {
    meeting_experts: {
      id: string
      meeting_id: string
      unit_id: string
      topic: string
      state: ExpertState
      person_id: string | null
      remark: string | null
      proposed_at: Date | null
      asked_by: string
      asked_at: Date
      answered_at: Date | null
    }
  }
}

const invitations = ({ db }: Ctx) =>
  db
    .selectFrom('meeting_experts as x')
    .innerJoin('units as u', 'u.id', 'x.unit_id')
    .select(['x.id', 'x.meeting_id as meetingId', 'x.unit_id as unitId', 'u.code as unitCode', 'u.name as unitName'])
    .select(['x.topic', 'x.state', 'x.person_id as personId', 'x.remark', 'x.proposed_at as proposedAt'])

export const listInvitations = (ctx: Ctx, meetingId: string): Promise<Invitation[]> =>
  invitations(ctx).where('x.meeting_id', '=', meetingId).orderBy('u.code').execute()
export const loadInvitation = async (ctx: Ctx, meetingId: string, id: string): Promise<Invitation> =>
  (await invitations(ctx).where('x.meeting_id', '=', meetingId).where('x.id', '=', id).executeTakeFirst()) ?? notFound('no such invitation')

/** Invitations to meetings that are not over: of these units, or of all; the nearest meeting first. */
export async function listComingInvitations(ctx: Ctx, unitIds?: readonly string[]): Promise<Invitation[]> {
  if (unitIds?.length === 0) return []
  let query = invitations(ctx)
    .innerJoin('meetings as m', 'm.id', 'x.meeting_id')
    .where('m.state', 'in', ['draft', 'announced'])
    .where('m.ends_at', '>', ctx.now)
    .orderBy('m.starts_at')
    .orderBy('x.id')
  if (unitIds) query = query.where('x.unit_id', 'in', unitIds)
  return query.execute()
}

/** Asks a unit, or asks it once more. */
export async function putInvitation({ db, actor, now }: Ctx, asked: { id: string; meetingId: string; unitId: string; topic: string }): Promise<void> {
  const again = {
    topic: asked.topic,
    state: 'asked' as const,
    person_id: null,
    proposed_at: null,
    asked_by: actor.id,
    asked_at: now,
    answered_at: null,
  }
  await db
    .insertInto('meeting_experts')
    .values({ id: asked.id, meeting_id: asked.meetingId, unit_id: asked.unitId, remark: null, ...again })
    .onConflict(clash => clash.columns(['meeting_id', 'unit_id']).doUpdateSet(again))
    .execute()
}
export type Answered = { readonly personId: string | null; readonly remark: string | null; readonly proposedAt: Date | null }
/** Writes only if nobody of the unit answered meanwhile. */
export async function moveInvitation({ db, now }: Ctx, id: string, from: ExpertState, to: ExpertState, answered: Answered): Promise<boolean> {
  const moved = await db
    .updateTable('meeting_experts')
    .set({ state: to, person_id: answered.personId, remark: answered.remark, proposed_at: answered.proposedAt, answered_at: now })
    .where('id', '=', id)
    .where('state', '=', from)
    .executeTakeFirst()
  return moved.numUpdatedRows === 1n
}
/** The meeting has moved: whoever had accepted is asked again. Answers who that is. */
export async function askAgain({ db, now }: Ctx, meetingId: string): Promise<string[]> {
  const before = await db
    .selectFrom('meeting_experts')
    .select('person_id')
    .where('meeting_id', '=', meetingId)
    .where('state', '=', 'accepted')
    .forUpdate()
    .execute()
  await db
    .updateTable('meeting_experts')
    .set({ state: 'asked', person_id: null, proposed_at: null, asked_at: now, answered_at: null })
    .where('meeting_id', '=', meetingId)
    .where('state', 'in', ['accepted', 'other-date'])
    .execute()
  return before.flatMap(row => row.person_id ?? [])
}
/** Whoever has accepted to come. */
export async function acceptedOf({ db }: Ctx, meetingId: string): Promise<string[]> {
  const rows = await db
    .selectFrom('meeting_experts')
    .select('person_id')
    .where('meeting_id', '=', meetingId)
    .where('state', '=', 'accepted')
    .execute()
  return rows.flatMap(row => row.person_id ?? [])
}
/** Other meetings at this time that this expert has promised to come to. */
export async function promisedAt(
  { db }: Ctx,
  personId: string,
  { id, startsAt, endsAt }: Pick<Meeting, 'id' | 'startsAt' | 'endsAt'>,
): Promise<{ id: string; title: string; startsAt: Date; endsAt: Date; state: Meeting['state'] } | undefined> {
  return db
    .selectFrom('meeting_experts as x')
    .innerJoin('meetings as m', 'm.id', 'x.meeting_id')
    .select(['m.id', 'm.title', 'm.starts_at as startsAt', 'm.ends_at as endsAt', 'm.state'])
    .where('x.person_id', '=', personId)
    .where('x.state', '=', 'accepted')
    .where('m.id', '<>', id)
    .where('m.state', 'in', ['draft', 'announced'])
    .where('m.starts_at', '<', endsAt)
    .where('m.ends_at', '>', startsAt)
    .executeTakeFirst()
}
