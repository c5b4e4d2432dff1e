import { z } from 'zod'
import { has } from '#kit/actor.ts'
import type { FormState } from '#kit/form.ts'
import { answerInvitation, inviteUnit } from '#modules/meetings/experts/experts.actions.ts'
import { ExpertsPage } from '#modules/meetings/experts/experts.pages.tsx'
import { expertsWords } from '#modules/meetings/experts/experts.parts.tsx'
import { answers, expertLimits as limits, mayAnswer } from '#modules/meetings/experts/experts.rules.ts'
import { listComingInvitations } from '#modules/meetings/experts/experts.store.ts'
import { showMeeting } from '#modules/meetings/meetings.routes.tsx'
import { momentOf } from '#modules/meetings/meetings.rules.ts'
import { listMeetingsById } from '#modules/meetings/meetings.store.ts'
import { whenWords } from '#modules/meetings/times.rules.ts'
import { idOf, meetingFor } from '#modules/meetings/view.routes.tsx'
import { namesOf } from '#modules/people/people.store.ts'
import { listTerritories } from '#modules/programme/territories/territories.store.ts'
import { paths, url } from '#paths'
import type { Ctx } from '#platform/context.ts'
import { readForm } from '#web/forms.ts'
import { done, get, page, post, type Visit } from '#web/http.ts'

const inviteSchema = z.object({
  unit: z.string('required').max(60),
  topic: z.string('required').min(limits.topicMin, 'topic-short').max(limits.topicMax, 'too-much'),
})
const answerSchema = z.object({
  answer: z.enum(answers, 'required'),
  day: z.string().max(20).optional(),
  time: z.string().max(10).optional(),
  remark: z.string().max(limits.remarkMax, 'too-much').optional(),
})

const unitIdsOf = ({ actor }: Ctx) => [
  ...new Set(actor.grants.flatMap(({ role, unitId }) => (unitId !== undefined && (role === 'unit-expert' || role === 'unit-head') ? [unitId] : []))),
]

async function showPlan(c: Visit, extra: { answering?: { id: string; form: FormState }; refused?: string } = {}, status: 200 | 409 | 422 = 200) {
  const { ctx, frame } = c.var
  const everybody = has(ctx.actor, 'coordinator')
  const invitations = await listComingInvitations(ctx, everybody ? undefined : unitIdsOf(ctx))
  const meetings = new Map((await listMeetingsById(ctx, [...new Set(invitations.map(one => one.meetingId))])).map(one => [one.id, one]))
  const planned = invitations.flatMap(invitation => {
    const meeting = meetings.get(invitation.meetingId)
    return meeting ? [{ invitation, meeting }] : []
  })
  const may = (answer: (typeof answers)[number]) => (one: (typeof planned)[number]) =>
    mayAnswer(ctx.actor, answer, one.invitation, one.meeting, ctx.now).ok
  const mine = planned.filter(one => may('accept')(one) || may('decline')(one)).map(one => one.invitation.id)
  const names = await namesOf(
    ctx,
    invitations.flatMap(({ personId }) => personId ?? []),
  )
  const territories = new Map((await listTerritories(ctx)).map(one => [one.id, one]))
  return page(c, <ExpertsPage frame={frame} view={{ planned, mine, everybody, territories, names, ...extra }} />, status)
}

export const expertsRoutes = [
  get(paths.expertsPlan, ['coordinator', 'unit-head', 'unit-expert'], c => showPlan(c)),
  post(paths.meetingExperts, 'signed-in', 'meeting.expert-asked', async c => {
    const t = expertsWords(c.var.frame)
    await meetingFor(c)
    const read = await readForm(c, inviteSchema, t.errors)
    if (!read.ok) return showMeeting(c, { experts: { form: read.form } }, 422)
    const asked = await inviteUnit(c.var.ctx, idOf(c), { unitId: read.value.unit, topic: read.value.topic })
    if (asked.ok) return done(c, `${url(paths.meeting, { id: idOf(c) })}#eksperci`, t.flash.asked)
    const beside = asked.why === 'unit-missing' || asked.why === 'already-asked'
    if (!beside) return showMeeting(c, { refused: t.why[asked.why] }, 409)
    return showMeeting(c, { experts: { form: { ...read.form, errors: { unit: t.why[asked.why] } } } }, 422)
  }),
  post(paths.meetingExpertAnswer, ['unit-head', 'unit-expert'], 'meeting.expert-accepted', async c => {
    const t = expertsWords(c.var.frame)
    const id = c.req.param('invitation') ?? ''
    const read = await readForm(c, answerSchema, t.errors)
    if (!read.ok) return showPlan(c, { answering: { id, form: read.form } }, 422)
    const { answer, day = '', time = '', remark } = read.value
    const proposedAt = answer === 'propose' ? (momentOf(day, time) ?? null) : null
    const answered = await answerInvitation(c.var.ctx, idOf(c), id, { answer, proposedAt, remark: remark ?? null })
    if (answered.ok) return done(c, paths.expertsPlan, t.flash.answered)
    if (answered.why === 'date-missing')
      return showPlan(c, { answering: { id, form: { ...read.form, errors: { day: t.why['date-missing'] } } } }, 422)
    const words = answered.with ? t.busy({ title: answered.with.title, when: whenWords(answered.with, c.var.frame.locale) }) : t.why[answered.why]
    return showPlan(c, { refused: words }, 409)
  }),
]
