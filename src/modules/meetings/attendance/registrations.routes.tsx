import { z } from 'zod'
import { channels } from '#kit/channels.ts'
import type { FormState } from '#kit/form.ts'
import { forbidden } from '#kit/refusal.ts'
import { confirmRegistration, register, type SignUpWhy, withdrawRegistration } from '#modules/meetings/attendance/registrations.actions.ts'
import { RegistrationsPage } from '#modules/meetings/attendance/registrations.pages.tsx'
import { registrationsWords } from '#modules/meetings/attendance/registrations.parts.tsx'
import { keepsNeeds, registrationLimits as limits, mayReadNeeds } from '#modules/meetings/attendance/registrations.rules.ts'
import { countSeats, listRegistrations, needsOf } from '#modules/meetings/attendance/registrations.store.ts'
import { showMeeting } from '#modules/meetings/meetings.routes.tsx'
import { mayWriteDown } from '#modules/meetings/meetings.rules.ts'
import { idOf, meetingFor } from '#modules/meetings/view.routes.tsx'
import { namesOf } from '#modules/people/people.store.ts'
import { paths, url } from '#paths'
import { readForm } from '#web/forms.ts'
import { done, get, page, post, type Visit } from '#web/http.ts'

const schema = z.object({
  key: z.string('required').regex(/^key_\w{10,40}$/, 'wrong'),
  guests: z
    .string()
    .regex(/^\d$/, 'too-many-guests')
    .optional()
    .transform(typed => Number(typed ?? 0)),
  needs: z.string().max(limits.needsMax, 'needs-long').optional(),
  other: z.string().max(5).optional(),
  person: z.string().max(60).optional(),
  name: z.string().max(100).optional(),
  phone: z.string().max(40).optional(),
  channel: z.enum(channels, 'wrong').optional(),
})
/** The field a refusal belongs to. */
const fieldOf: Partial<Record<SignUpWhy, string>> = {
  'bad-name': 'name',
  'bad-phone': 'phone',
  'not-assisted': 'person',
  'no-room-for-guests': 'guests',
  'too-many-guests': 'guests',
}

async function signUp(c: Visit) {
  const { ctx, frame } = c.var
  const t = registrationsWords(frame)
  await meetingFor(c)
  const read = await readForm(c, schema, t.errors)
  const shown = (form: FormState) => (form.typed.other ? { behalfForm: form } : { form })
  if (!read.ok) return showMeeting(c, { register: shown(read.form) }, 422)
  const { key, guests, needs, other, person, name, phone, channel = 'phone' } = read.value
  if (other && !person && !name) return showMeeting(c, { register: shown({ ...read.form, errors: { name: t.errors.required } }) }, 422)
  const behalf = other ? { personId: person, name, phone, channel } : undefined
  const signed = await register(ctx, idOf(c), { key, guests, needs, behalf })
  if (!signed.ok) {
    const errors = { [fieldOf[signed.why] ?? '']: t.why[signed.why] }
    return showMeeting(c, { register: shown({ ...read.form, errors }) }, fieldOf[signed.why] ? 422 : 409)
  }
  return done(c, url(paths.meeting, { id: idOf(c) }), other ? t.flash.other : t.flash[signed.state])
}

async function showRegistrations(c: Visit) {
  const { ctx, frame } = c.var
  const meeting = await meetingFor(c)
  if (!mayWriteDown(ctx.actor, meeting).ok) forbidden('does not lead it')
  const [registrations, seats] = [await listRegistrations(ctx, meeting.id), await countSeats(ctx, meeting.id)]
  const needs = mayReadNeeds(ctx.actor, meeting) && keepsNeeds(meeting, ctx.now) ? await needsOf(ctx, meeting.id) : new Map<string, string>()
  const names = await namesOf(
    ctx,
    registrations.map(one => one.personId),
  )
  return page(c, <RegistrationsPage frame={frame} view={{ meeting, registrations, seats, names, needs, me: ctx.actor.id }} />)
}

export const registrationsRoutes = [
  get(paths.meetingRegistrations, 'signed-in', showRegistrations),
  post(paths.meetingRegistrations, 'signed-in', 'meeting.registered', signUp),
  post(paths.meetingRegistrationEnd, 'signed-in', 'meeting.registration-withdrawn', async c => {
    const t = registrationsWords(c.var.frame)
    await meetingFor(c)
    const read = await readForm(c, z.object({ person: z.string().max(60).optional() }), t.errors)
    const other = read.ok ? read.value.person : undefined
    const verdict = await withdrawRegistration(c.var.ctx, idOf(c), other)
    if (!verdict.ok) return showMeeting(c, { refused: t.why[verdict.why] }, 409)
    return done(c, other ? url(paths.meetingRegistrations, { id: idOf(c) }) : url(paths.meeting, { id: idOf(c) }), t.flash.withdrawn)
  }),
  post(paths.meetingRegistrationConsent, 'signed-in', 'meeting.registration-confirmed', async c => {
    const t = registrationsWords(c.var.frame)
    await meetingFor(c)
    const verdict = await confirmRegistration(c.var.ctx, idOf(c))
    return verdict.ok ? done(c, url(paths.meeting, { id: idOf(c) }), t.flash.confirmed) : showMeeting(c, { refused: t.why[verdict.why] }, 409)
  }),
]
