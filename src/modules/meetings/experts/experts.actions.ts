import { newId } from '#kit/ids.ts'
import { no, yes } from '#kit/verdict.ts'
import { answeredNews, askedNews, movedNews } from '#modules/meetings/experts/experts.mail.tsx'
import { type Answer, inviting, mayAnswer, mayInvite } from '#modules/meetings/experts/experts.rules.ts'
import {
  acceptedOf,
  askAgain,
  listInvitations,
  loadInvitation,
  moveInvitation,
  promisedAt,
  putInvitation,
} from '#modules/meetings/experts/experts.store.ts'
import type { Meeting } from '#modules/meetings/meetings.rules.ts'
import { holdMeeting, lockBookings } from '#modules/meetings/meetings.store.ts'
import { peopleWithRole } from '#modules/people/people.store.ts'
import { tell } from '#modules/people/telling.actions.ts'
import { findUnit } from '#modules/programme/registers/units.store.ts'
import { type Ctx, inTransaction } from '#platform/context.ts'
import { record } from '#platform/ledger.ts'

type Busy = Pick<Meeting, 'id' | 'title' | 'startsAt' | 'endsAt' | 'state'>
type Refused<Why extends string> = { readonly ok: false; readonly why: Why; readonly with?: Busy }

const expertsOf = async (ctx: Ctx, unitId: string): Promise<string[]> => {
  const found = [...(await peopleWithRole(ctx, 'unit-expert', { unitId })), ...(await peopleWithRole(ctx, 'unit-head', { unitId }))]
  return [...new Set(found.map(({ id }) => id))]
}

/** A host asks a unit for somebody at the table; asking again after a no is the same act. */
export async function inviteUnit(
  ctx: Ctx,
  meetingId: string,
  { unitId, topic }: { unitId: string; topic: string },
): Promise<{ ok: true } | Refused<'not-host' | 'wrong-state' | 'unit-missing' | 'already-asked'>> {
  return inTransaction(ctx, async ctx => {
    const meeting = await holdMeeting(ctx, meetingId)
    const verdict = mayInvite(ctx.actor, meeting, ctx.now)
    if (!verdict.ok) return verdict
    const unit = await findUnit(ctx, unitId)
    if (!unit) return no('unit-missing')
    const before = (await listInvitations(ctx, meetingId)).find(one => one.unitId === unitId)
    if (before && (before.state === 'asked' || before.state === 'accepted')) return before.topic === topic ? yes : no('already-asked')
    await putInvitation(ctx, { id: newId('invitation'), meetingId, unitId, topic })
    await record(ctx, 'meeting.expert-asked', meetingId, { title: meeting.title, unit: unit.code })
    await tell(ctx, await expertsOf(ctx, unitId), askedNews(meeting, topic))
    return yes
  })
}

export type AnswerWhy = 'not-yours' | 'wrong-state' | 'over' | 'expert-busy' | 'date-missing'
const factOf = { accept: 'meeting.expert-accepted', decline: 'meeting.expert-declined', propose: 'meeting.expert-proposed' } as const

/** An expert of the unit accepts, declines or proposes another date. Nobody promises to be at two meetings at once. */
export async function answerInvitation(
  ctx: Ctx,
  meetingId: string,
  id: string,
  { answer, remark = null, proposedAt = null }: { answer: Answer; remark?: string | null; proposedAt?: Date | null },
): Promise<{ ok: true } | Refused<AnswerWhy>> {
  return inTransaction(ctx, async ctx => {
    await lockBookings(ctx)
    const meeting = await holdMeeting(ctx, meetingId)
    const invitation = await loadInvitation(ctx, meetingId, id)
    if (answer === 'accept' && invitation.state === 'accepted' && invitation.personId === ctx.actor.id) return yes
    const verdict = mayAnswer(ctx.actor, answer, invitation, meeting, ctx.now)
    if (!verdict.ok) return verdict
    if (answer === 'propose' && (!proposedAt || proposedAt <= ctx.now)) return no('date-missing')
    const busy = answer === 'accept' ? await promisedAt(ctx, ctx.actor.id, meeting) : undefined
    if (busy) return { ok: false, why: 'expert-busy', with: busy }
    const answered = { personId: answer === 'accept' ? ctx.actor.id : null, remark, proposedAt: answer === 'propose' ? proposedAt : null }
    if (!(await moveInvitation(ctx, id, invitation.state, inviting.steps[answer].to, answered))) return no('wrong-state')
    await record(ctx, factOf[answer], meetingId, { title: meeting.title, unit: invitation.unitCode })
    await tell(ctx, meeting.hostIds, answeredNews(meeting, { ...invitation, ...answered }, answer))
    return yes
  })
}

/** A meeting has moved, or is called off: experts who had promised to come are told; after a move they are asked again. */
export async function tellExperts(ctx: Ctx, meeting: Meeting, what: 'moved' | 'cancelled'): Promise<void> {
  const promised = what === 'moved' ? await askAgain(ctx, meeting.id) : await acceptedOf(ctx, meeting.id)
  await tell(ctx, promised, movedNews(meeting, what))
}
