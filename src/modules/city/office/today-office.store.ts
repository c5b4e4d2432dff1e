import type { Actor } from '#kit/actor.ts'
import { has } from '#kit/actor.ts'
import { dayOf } from '#kit/dates.ts'
import type { WaitingMatter } from '#kit/things.ts'
import { freeAfterHours, type Taken } from '#modules/city/office/today-office.rules.ts'
import { listQueue } from '#modules/consultation/advice.store.ts'
import { loadSubjects } from '#modules/consultation/registers/subjects.store.ts'
import { listWaitingQuestions } from '#modules/discussions/questions.store.ts'
import { sameTimeOf } from '#modules/meetings/experts/experts.rules.ts'
import { listComingInvitations } from '#modules/meetings/experts/experts.store.ts'
import { listMeetingsById } from '#modules/meetings/meetings.store.ts'
import { namesOf } from '#modules/people/people.store.ts'
import { listUnits } from '#modules/programme/registers/units.store.ts'
import type { Ctx } from '#platform/context.ts'

declare module '#platform/schema.ts' {
  interface Tables {
    taken_matters: { matter_id: string; person_id: string; taken_at: Date }
  }
}

/** What units owe and have not answered in time: whoever runs the programme reminds them. */
export async function listOverdue(ctx: Ctx, actor: Actor): Promise<{ advice: OverdueAdvice[]; questions: OverdueQuestion[] }> {
  if (!has(actor, 'coordinator')) return { advice: [], questions: [] }
  const today = dayOf(ctx.now)
  const units = (await listUnits(ctx)).map(unit => unit.id)
  const [queue, waiting] = await Promise.all([listQueue(ctx, units, ['asked', 'assigned', 'drafted']), listWaitingQuestions(ctx, units)])
  const late = queue.filter(({ dueOn }) => dueOn < today)
  const subjects = await loadSubjects(
    ctx,
    late.map(({ subjectId }) => subjectId),
  )
  const advice = late.map(({ id, subjectId, dueOn, unitCode }) => ({ id, title: subjects.get(subjectId)?.title ?? '', dueOn, unitCode }))
  return { advice, questions: waiting.flatMap(({ dueOn, ...rest }) => (dueOn !== null && dueOn < today ? [{ ...rest, dueOn }] : [])) }
}
export type OverdueAdvice = { readonly id: string; readonly title: string; readonly dueOn: string; readonly unitCode: string }
export type OverdueQuestion = { readonly id: string; readonly text: string; readonly dueOn: string; readonly unitCode: string }

export type Clash = { readonly id: string; readonly title: string; readonly other: string; readonly unitCode: string; readonly dueOn: string }
/** The same unit is wanted at two coming meetings at once: each pair stands once, at the earlier of the two. */
export async function listClashes(ctx: Ctx, actor: Actor): Promise<Clash[]> {
  if (!has(actor, 'coordinator')) return []
  const invitations = await listComingInvitations(ctx)
  const meetings = new Map((await listMeetingsById(ctx, [...new Set(invitations.map(one => one.meetingId))])).map(one => [one.id, one]))
  const planned = invitations.flatMap(invitation => {
    const meeting = meetings.get(invitation.meetingId)
    return meeting && invitation.state !== 'declined' ? [{ invitation, meeting }] : []
  })
  return planned.flatMap(one => {
    const other = sameTimeOf(one, planned).find(({ id }) => id > one.meeting.id)
    const { id, unitCode } = one.invitation
    return other ? [{ id, unitCode, title: one.meeting.title, other: other.title, dueOn: dayOf(one.meeting.startsAt) }] : []
  })
}

const freeBefore = (wall: Date) => new Date(wall.getTime() - freeAfterHours * 3_600_000)

/** Who has which row now, in two statements; what was taken a day ago is free again. */
export async function listTaken(ctx: Ctx, matters: readonly Pick<WaitingMatter, 'id'>[]): Promise<Map<string, Taken>> {
  if (matters.length === 0) return new Map()
  const rows = await ctx.db
    .selectFrom('taken_matters')
    .selectAll()
    .where(
      'matter_id',
      'in',
      matters.map(({ id }) => id),
    )
    .where('taken_at', '>', freeBefore(ctx.wall))
    .execute()
  const names = await namesOf(
    ctx,
    rows.map(row => row.person_id),
  )
  return new Map(rows.map(row => [row.matter_id, { personId: row.person_id, name: names.get(row.person_id) ?? '', at: row.taken_at }]))
}

/** False when a colleague has it: whoever was first keeps it for a day. */
export async function takeRow({ db, wall, actor }: Ctx, matterId: string): Promise<boolean> {
  const mine = { person_id: actor.id, taken_at: wall }
  const done = await db
    .insertInto('taken_matters')
    .values({ matter_id: matterId, ...mine })
    .onConflict(clash =>
      clash
        .column('matter_id')
        .doUpdateSet(mine)
        .where(is => is.or([is('taken_matters.taken_at', '<=', freeBefore(wall)), is('taken_matters.person_id', '=', actor.id)])),
    )
    .executeTakeFirst()
  return done.numInsertedOrUpdatedRows === 1n
}
export async function releaseRow({ db, actor }: Ctx, matterId: string): Promise<boolean> {
  const gone = await db.deleteFrom('taken_matters').where('matter_id', '=', matterId).where('person_id', '=', actor.id).executeTakeFirst()
  return gone.numDeletedRows === 1n
}

export async function sweepTaken({ db }: Ctx, before: Date): Promise<number> {
  return Number((await db.deleteFrom('taken_matters').where('taken_at', '<', before).executeTakeFirst()).numDeletedRows)
}
export const takenBy = ({ db }: Ctx, personId: string) =>
  db.selectFrom('taken_matters').select(['matter_id', 'taken_at']).where('person_id', '=', personId).execute()
export async function forgetTaker({ db }: Ctx, personId: string): Promise<void> {
  await db.deleteFrom('taken_matters').where('person_id', '=', personId).execute()
}
