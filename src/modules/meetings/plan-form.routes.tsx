import { z } from 'zod'
import { timeOfDay } from '#kit/dates.ts'
import { type FormState, filled } from '#kit/form.ts'
import { forbidden } from '#kit/refusal.ts'
import { changeMeeting, planMeeting, type Refused } from '#modules/meetings/meetings.actions.ts'
import { meetingsWords, refusalWords } from '#modules/meetings/meetings.parts.tsx'
import { accessSteps, meetingLimits as limits, type Meeting, mayChange, meetingKinds, ways } from '#modules/meetings/meetings.rules.ts'
import { loadMeeting } from '#modules/meetings/meetings.store.ts'
import { meetingPlaces } from '#modules/meetings/places.store.ts'
import { PlanPage } from '#modules/meetings/plan-form.pages.tsx'
import { areFewLines, isCapacity, planOf, typePlan } from '#modules/meetings/plan-form.rules.ts'
import { idOf, meetingFor } from '#modules/meetings/view.routes.tsx'
import { namesOf, peopleWithRole } from '#modules/people/people.store.ts'
import { whereOf } from '#modules/programme/territories/territories.rules.ts'
import { paths, url } from '#paths'
import type { Ctx } from '#platform/context.ts'
import { readForm } from '#web/forms.ts'
import { done, get, page, post, type Visit } from '#web/http.ts'

const words = (max: number) => z.string().max(max, 'too-much').optional()
const tick = z.string().max(10).optional()
const lines = z.string().refine(areFewLines, 'too-many-lines').optional()
const planFields = {
  kind: z.enum(meetingKinds, 'wrong'),
  way: z.enum(ways, 'required'),
  territory: z.string('required').max(60),
  title: z.string('required').min(limits.titleMin, 'title-short').max(limits.titleMax, 'title-long'),
  about: z.string('required').max(limits.aboutMax, 'too-much'),
  agenda: lines,
  questions: lines,
  day: z.string('required').max(20, 'bad-day'),
  starts: z.string('required').max(10, 'bad-time'),
  ends: z.string().max(10, 'bad-time').optional(),
  place: words(limits.placeMax),
  address: words(limits.placeMax),
  roomShared: tick,
  link: z
    .url({ protocol: /^https?$/, error: 'bad-link' })
    .max(limits.placeMax, 'too-much')
    .optional(),
  phone: words(limits.placeMax),
  capacity: z.string().refine(isCapacity, 'bad-capacity').optional(),
  steps: z.enum(accessSteps, 'wrong'),
  loop: tick,
  sign: tick,
  transport: words(limits.placeMax),
  other: words(limits.placeMax),
  hosts: z.array(z.string().max(60)).max(20).optional(),
}
const newSchema = z.object({ ...planFields, key: z.string().regex(/^key_\w{10,40}$/, 'wrong') })
const changeSchema = z.object({
  ...planFields,
  version: z.coerce.number('wrong').int(),
  reason: z.string().min(limits.reasonMin, 'reason-missing').max(limits.reasonMax, 'reason-long').optional(),
})

/** Who may be named as a host: the office and ambassadors; whether they may lead here is asked when it is saved. */
async function possibleHosts(ctx: Ctx, meeting?: Meeting) {
  const groups = await Promise.all((['coordinator', 'moderator', 'ambassador'] as const).map(role => peopleWithRole(ctx, role)))
  const names = await namesOf(ctx, meeting?.hostIds ?? [])
  const before = (meeting?.hostIds ?? []).map(id => ({ id, name: names.get(id) ?? '' }))
  return [...new Map([...before, ...groups.flat()].map(person => [person.id, person])).values()]
}

async function showNew(c: Visit, form: FormState, status: 200 | 409 | 422 = 200) {
  const { ctx, frame } = c.var
  const { callable } = await meetingPlaces(ctx)
  if (callable.length === 0) forbidden('calls no meetings')
  return page(c, <PlanPage frame={frame} view={{ form, territories: callable, hosts: await possibleHosts(ctx) }} />, status)
}
async function showEdit(c: Visit, meeting: Meeting, form: FormState, extra: { status?: 200 | 409 | 422; theirs?: Meeting } = {}) {
  const { ctx, frame } = c.var
  const { callable } = await meetingPlaces(ctx)
  const view = { form, meeting, territories: callable, hosts: await possibleHosts(ctx, meeting), theirs: extra.theirs }
  return page(c, <PlanPage frame={frame} view={view} />, extra.status ?? 200)
}

/** The field a refusal belongs to. */
const fieldOf: Readonly<Record<string, string>> = {
  'ends-before': 'ends',
  'too-long': 'ends',
  'in-the-past': 'day',
  'place-missing': 'place',
  'link-missing': 'link',
  'phone-missing': 'phone',
  'room-busy': 'place',
  'host-busy': 'day',
  'no-space': 'territory',
  'not-host': 'territory',
  'host-elsewhere': 'hosts',
  'reason-missing': 'reason',
}
const withRefusal = (c: Visit, form: FormState, refused: Refused<string>): FormState => ({
  ...form,
  errors: { ...form.errors, [fieldOf[refused.why] ?? '']: refusalWords(refused, c.var.frame) },
})
const withTime = (c: Visit, form: FormState, field: 'day' | 'starts' | 'ends'): FormState => ({
  ...form,
  errors: { [field]: meetingsWords(c.var.frame).errors[field === 'day' ? 'bad-day' : 'bad-time'] },
})

export const planFormRoutes = [
  get(paths.meetingNew, 'signed-in', async c => {
    const { callable } = await meetingPlaces(c.var.ctx)
    const here = callable.find(place => whereOf(place) === c.req.query('gdzie')) ?? (callable.length === 1 ? callable[0] : undefined)
    return showNew(c, filled({ territory: here?.id, hosts: [c.var.ctx.actor.id] }))
  }),
  post(paths.meetings, 'signed-in', 'meeting.planned', async c => {
    const t = meetingsWords(c.var.frame)
    const read = await readForm(c, newSchema, t.errors)
    if (!read.ok) return showNew(c, read.form, 422)
    const planned = planOf(read.value)
    if (!planned.ok) return showNew(c, withTime(c, read.form, planned.field), 422)
    const { key, hosts = [] } = read.value
    const made = await planMeeting(c.var.ctx, { ...planned.plan, key, hostIds: hosts })
    if (made.ok) return done(c, url(paths.meeting, { id: made.id }), t.flash.planned)
    return showNew(c, withRefusal(c, read.form, made), 422)
  }),
  get(paths.meetingEdit, 'signed-in', async c => {
    const meeting = await meetingFor(c)
    if (!mayChange(c.var.ctx.actor, meeting).ok) forbidden('does not lead it')
    return showEdit(c, meeting, filled(typePlan(meeting, moment => timeOfDay(moment, 'pl'))))
  }),
  post(paths.meetingEdit, 'signed-in', 'meeting.changed', async c => {
    const t = meetingsWords(c.var.frame)
    const meeting = await meetingFor(c)
    if (!mayChange(c.var.ctx.actor, meeting).ok) forbidden('does not lead it')
    const read = await readForm(c, changeSchema, t.errors)
    if (!read.ok) return showEdit(c, meeting, read.form, { status: 422 })
    const planned = planOf(read.value)
    if (!planned.ok) return showEdit(c, meeting, withTime(c, read.form, planned.field), { status: 422 })
    const { version, reason = '', hosts = [] } = read.value
    const changed = await changeMeeting(c.var.ctx, idOf(c), { ...planned.plan, version, reason, hostIds: hosts })
    if (changed.ok) return done(c, url(paths.meeting, { id: meeting.id }), t.flash.changed)
    const form = withRefusal(c, read.form, changed)
    if (changed.why !== 'changed-meanwhile') return showEdit(c, meeting, form, { status: 422 })
    return showEdit(c, meeting, form, { status: 409, theirs: await loadMeeting(c.var.ctx, meeting.id) })
  }),
]
