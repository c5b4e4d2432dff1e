import { z } from 'zod'
import { isSomebody } from '#kit/actor.ts'
import { notFound } from '#kit/refusal.ts'
import { listIdeas, listIdeasById } from '#modules/ideas/ideas.store.ts'
import { type AgendaForms, AgendaPage } from '#modules/ideas/workshops/agenda.pages.tsx'
import { agendaWords, type ShownAnswer } from '#modules/ideas/workshops/agenda.parts.tsx'
import { confirmAnswer, putOnAgenda, recordSpoken } from '#modules/meetings/agenda.actions.ts'
import { agendaLimits, mayConfirm, mayPutOnAgenda, mayRecordSpoken } from '#modules/meetings/agenda.rules.ts'
import { findSpoken, listAgendaIdeas, spokenAbout } from '#modules/meetings/agenda.store.ts'
import { type Meeting, mayCall, maySeeMeeting, mayWriteDown } from '#modules/meetings/meetings.rules.ts'
import { loadMeeting } from '#modules/meetings/meetings.store.ts'
import { listUnits } from '#modules/programme/registers/units.store.ts'
import { paths, url } from '#paths'
import { readForm } from '#web/forms.ts'
import { done, get, page, post, type Route, type Visit } from '#web/http.ts'

const idOf = (c: Visit) => c.req.param('id') ?? ''

/** Spoken answers about ideas, with the names of units and whether this visitor may confirm them. */
export async function spokenOn(c: Visit, ideaIds: readonly string[]): Promise<ShownAnswer[]> {
  const { ctx } = c.var
  const found = await spokenAbout(ctx, ideaIds)
  if (found.length === 0) return []
  const units = new Map((await listUnits(ctx)).map(unit => [unit.id, unit.name]))
  return found.map(one => ({ ...one, unitName: units.get(one.unitId) ?? '', mayConfirm: mayConfirm(ctx.actor, one).ok }))
}

/** What this visitor may do with the agenda as it stands. */
function agendaRights({ ctx }: Visit['var'], meeting: Meeting) {
  const signed = isSomebody(ctx.actor)
  const open = meeting.state === 'draft' || meeting.state === 'announced'
  return {
    add: mayPutOnAgenda(signed && mayCall(ctx.actor, meeting).ok, open),
    record: mayRecordSpoken(signed && mayWriteDown(ctx.actor, meeting).ok, ctx.now >= meeting.startsAt),
  }
}

async function showAgenda(c: Visit, forms: AgendaForms = {}, status: 200 | 409 | 422 = 200) {
  const { ctx, frame } = c.var
  const meeting = await loadMeeting(ctx, idOf(c))
  if (!maySeeMeeting(ctx.actor, meeting)) return notFound('no such meeting')
  const may = agendaRights(c.var, meeting)
  const [mayAdd, mayRecord] = [may.add.ok, may.record.ok]
  const ids = await listAgendaIdeas(ctx, meeting.id)
  const ideas = (await listIdeasById(ctx, ids)).filter(idea => !idea.hidden)
  const answers = await spokenOn(c, ids)
  const near = mayAdd
    ? (
        await Promise.all(
          meeting.areaIds.map(territoryId => listIdeas(ctx, { editionId: meeting.editionId, territoryId, limit: 40, sort: 'backed' })),
        )
      ).flat()
    : []
  const view = {
    ...{ meeting, mayAdd, mayRecord },
    ideas: ideas.map(idea => ({ idea, answers: answers.filter(one => one.ideaId === idea.id && one.meetingId === meeting.id) })),
    free: near.filter(idea => !ids.includes(idea.id)),
    units: mayRecord ? await listUnits(ctx) : [],
  }
  return page(c, <AgendaPage frame={frame} view={view} forms={forms} />, status)
}

async function add(c: Visit) {
  const { ctx, frame } = c.var
  const t = agendaWords(frame)
  const read = await readForm(c, z.object({ ideas: z.array(z.string().max(60), 'choose').min(1, 'choose').max(agendaLimits.ideas) }), t.errors)
  if (!read.ok) {
    const may = agendaRights(c.var, await loadMeeting(ctx, idOf(c))).add
    return may.ok ? showAgenda(c, { add: read.form }, 422) : showAgenda(c, { why: may.why }, 409)
  }
  const ideas = (await listIdeasById(ctx, read.value.ideas)).filter(idea => !idea.hidden)
  const verdict = await putOnAgenda(
    ctx,
    idOf(c),
    ideas.map(idea => idea.id),
  )
  return verdict.ok ? done(c, url(paths.meetingIdeas, { id: idOf(c) }), t.added) : showAgenda(c, { add: read.form, why: verdict.why }, 409)
}

const spokenSchema = z.object({
  key: z.string().regex(/^key_\w{10,60}$/, 'wrong'),
  idea: z.string().max(60),
  unit: z.string('required').max(60),
  text: z.string('short').min(agendaLimits.textMin, 'short').max(agendaLimits.textMax, 'long'),
})
async function write(c: Visit) {
  const t = agendaWords(c.var.frame)
  const read = await readForm(c, spokenSchema, t.errors)
  const spoken = { ideaId: String(read.form.typed.idea ?? ''), form: read.form }
  if (!read.ok) {
    const may = agendaRights(c.var, await loadMeeting(c.var.ctx, idOf(c))).record
    return may.ok ? showAgenda(c, { spoken }, 422) : showAgenda(c, { why: may.why }, 409)
  }
  const { key, idea: ideaId, unit: unitId, text } = read.value
  const verdict = await recordSpoken(c.var.ctx, idOf(c), { key, ideaId, unitId, text })
  return verdict.ok ? done(c, `${url(paths.meetingIdeas, { id: idOf(c) })}#${ideaId}`, t.recorded) : showAgenda(c, { spoken, why: verdict.why }, 409)
}

async function confirm(c: Visit) {
  const { ctx, frame } = c.var
  const answer = (await findSpoken(ctx, c.req.param('answer') ?? '')) ?? notFound('no such answer')
  const verdict = await confirmAnswer(ctx, answer.id)
  return verdict.ok
    ? done(c, `${url(paths.idea, { id: answer.ideaId })}#${answer.id}`, agendaWords(frame).done)
    : showAgenda(c, { why: verdict.why }, 409)
}

export const agendaRoutes: readonly Route[] = [
  get(paths.meetingIdeas, 'everyone', c => showAgenda(c)),
  post(paths.meetingIdeas, 'signed-in', 'agenda.idea-added', add),
  post(paths.meetingSpoken, 'signed-in', 'spoken-answer.recorded', write),
  post(paths.spokenConfirmation, 'signed-in', 'spoken-answer.confirmed', confirm),
]
