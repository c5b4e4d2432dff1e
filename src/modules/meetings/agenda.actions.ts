import { isSomebody } from '#kit/actor.ts'
import { notFound } from '#kit/refusal.ts'
import { no, type Verdict, yes } from '#kit/verdict.ts'
import { agendaLimits, mayConfirm, mayPutOnAgenda, mayRecordSpoken } from '#modules/meetings/agenda.rules.ts'
import { confirmSpoken, findSpoken, insertAgendaIdea, insertSpoken, listAgendaIdeas } from '#modules/meetings/agenda.store.ts'
import { mayCall, mayWriteDown } from '#modules/meetings/meetings.rules.ts'
import { loadMeeting } from '#modules/meetings/meetings.store.ts'
import { findUnit } from '#modules/programme/registers/units.store.ts'
import { type Ctx, inTransaction } from '#platform/context.ts'
import { record } from '#platform/ledger.ts'
import { addOrigin } from '#platform/origins.ts'

/** Ideas that the unit will be asked about; the caller has seen that they are there to be read. */
export async function putOnAgenda(ctx: Ctx, meetingId: string, ideaIds: readonly string[]): Promise<Verdict<'not-host' | 'wrong-state'>> {
  return inTransaction(ctx, async ctx => {
    const meeting = await loadMeeting(ctx, meetingId)
    const open = meeting.state === 'draft' || meeting.state === 'announced'
    const verdict = mayPutOnAgenda(isSomebody(ctx.actor) && mayCall(ctx.actor, meeting).ok, open)
    if (!verdict.ok) return verdict
    for (const idea of ideaIds.slice(0, agendaLimits.ideas))
      if (await insertAgendaIdea(ctx, meetingId, idea)) await record(ctx, 'agenda.idea-added', meetingId, { title: meeting.title, idea })
    return yes
  })
}

export type Spoken = { readonly key: string; readonly ideaId: string; readonly unitId: string; readonly text: string }
/** Said at the meeting, written down by its host: it lands on the idea, and waits there for the unit to confirm it. */
export async function recordSpoken(
  ctx: Ctx,
  meetingId: string,
  spoken: Spoken,
): Promise<Verdict<'not-helper' | 'not-begun' | 'unit-missing' | 'not-on-agenda'>> {
  return inTransaction(ctx, async ctx => {
    const meeting = await loadMeeting(ctx, meetingId)
    const helps = isSomebody(ctx.actor) && mayWriteDown(ctx.actor, meeting).ok
    const verdict = mayRecordSpoken(helps, ctx.now >= meeting.startsAt && meeting.state !== 'cancelled' && meeting.state !== 'draft')
    if (!verdict.ok) return verdict
    if (!(await listAgendaIdeas(ctx, meetingId)).includes(spoken.ideaId)) return no('not-on-agenda')
    const unit = await findUnit(ctx, spoken.unitId)
    if (!unit) return no('unit-missing')
    const id = spoken.key.replace(/^key/, 'spoken')
    if (!(await insertSpoken(ctx, { ...spoken, id, meetingId }))) return yes
    await addOrigin(ctx, spoken.ideaId, id)
    await record(ctx, 'spoken-answer.recorded', spoken.ideaId, { title: meeting.title, idea: spoken.ideaId, unit: unit.code })
    return yes
  })
}

export async function confirmAnswer(ctx: Ctx, id: string): Promise<ReturnType<typeof mayConfirm>> {
  return inTransaction(ctx, async ctx => {
    const answer = (await findSpoken(ctx, id)) ?? notFound('no such answer')
    const verdict = mayConfirm(ctx.actor, answer)
    if (!verdict.ok) return verdict
    if (!(await confirmSpoken(ctx, id))) return no('confirmed')
    const [meeting, unit] = [await loadMeeting(ctx, answer.meetingId), await findUnit(ctx, answer.unitId)]
    await record(ctx, 'spoken-answer.confirmed', answer.ideaId, { title: meeting.title, idea: answer.ideaId, unit: unit?.code ?? '' })
    return yes
  })
}
