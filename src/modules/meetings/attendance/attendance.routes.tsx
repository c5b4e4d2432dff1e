import { z } from 'zod'
import { has, isSomebody } from '#kit/actor.ts'
import { emptyForm, type FormState, filled } from '#kit/form.ts'
import { forbidden } from '#kit/refusal.ts'
import { checkIn, countFromPaper, markPresent, markWalkIn, unmarkPresent } from '#modules/meetings/attendance/attendance.actions.ts'
import { AttendancePage, CheckInPage, FindCodePage } from '#modules/meetings/attendance/attendance.pages.tsx'
import { attendanceWords } from '#modules/meetings/attendance/attendance.parts.tsx'
import { attendanceLimits, mayCheckIn, mayMark, readCode } from '#modules/meetings/attendance/attendance.rules.ts'
import { countPresent, isPresent, listPresent, paperCount } from '#modules/meetings/attendance/attendance.store.ts'
import { listRegistrations } from '#modules/meetings/attendance/registrations.store.ts'
import { type Meeting, mayWriteDown } from '#modules/meetings/meetings.rules.ts'
import { findMeetingByCode } from '#modules/meetings/meetings.store.ts'
import { whenWords } from '#modules/meetings/times.rules.ts'
import { idOf, meetingFor } from '#modules/meetings/view.routes.tsx'
import { listAssisted, namesOf } from '#modules/people/people.store.ts'
import { paths, url } from '#paths'
import { renderPdf } from '#platform/documents.ts'
import { qrPath, qrRows } from '#ui/qr.ts'
import { readForm } from '#web/forms.ts'
import { done, get, page, post, type Visit } from '#web/http.ts'

const addressOf = (c: Visit, path: string) => new URL(path, c.var.config.publicUrl).href

const noCode = (c: Visit, kod: string) => {
  const errors = { kod: attendanceWords(c.var.frame).why['no-code'] }
  return page(c, <FindCodePage frame={c.var.frame} form={{ typed: { kod }, errors }} />, 404)
}
async function showCheckIn(c: Visit, status: 200 | 409 = 200) {
  const { ctx, frame } = c.var
  const code = c.req.param('code') ?? ''
  const meeting = await findMeetingByCode(ctx, readCode(code))
  if (!meeting || meeting.state === 'draft') return noCode(c, code)
  const mine = isSomebody(ctx.actor) && (await isPresent(ctx, meeting.id, ctx.actor.id))
  const view = { meeting, may: mayCheckIn(meeting, ctx.now), mine, name: isSomebody(ctx.actor) ? ctx.actor.name : undefined }
  return page(c, <CheckInPage frame={frame} view={view} />, view.may.ok ? status : 409)
}
async function doCheckIn(c: Visit) {
  const { ctx, frame } = c.var
  const t = attendanceWords(frame).checkIn
  const code = c.req.param('code') ?? ''
  const meeting = await findMeetingByCode(ctx, readCode(code))
  if (!meeting) return noCode(c, code)
  const read = await readForm(
    c,
    z.object({
      key: z
        .string()
        .regex(/^key_\w{10,40}$/)
        .optional(),
    }),
    {},
  )
  const nameless = read.ok && !isSomebody(ctx.actor) && read.value.key ? { key: read.value.key } : undefined
  const verdict = await checkIn(ctx, meeting.id, nameless)
  return verdict.ok ? done(c, url(paths.meeting, { id: meeting.id }), nameless ? t.thanks : t.done) : showCheckIn(c, 409)
}

async function led(c: Visit): Promise<Meeting> {
  const meeting = await meetingFor(c)
  if (!mayWriteDown(c.var.ctx.actor, meeting).ok) forbidden('does not lead it')
  return meeting
}
async function showAttendance(
  c: Visit,
  extra: { paperForm?: FormState; walkInForm?: FormState; refused?: string } = {},
  status: 200 | 409 | 422 = 200,
) {
  const { ctx, frame } = c.var
  const meeting = await led(c)
  const [registrations, present, onPaper] = [
    await listRegistrations(ctx, meeting.id),
    await listPresent(ctx, meeting.id),
    await paperCount(ctx, meeting.id),
  ]
  const names = await namesOf(
    ctx,
    [...registrations, ...present].map(({ personId }) => personId),
  )
  const address = addressOf(c, url(paths.checkInCode, { code: meeting.code }))
  const people = (await countPresent(ctx, [meeting.id])).get(meeting.id) ?? 0
  const assisted = await listAssisted(ctx, has(ctx.actor, 'clerk') ? undefined : ctx.actor.id)
  const may = mayMark(ctx.actor, meeting, ctx.now)
  const view = { meeting, address, qr: qrPath(address), registrations, present, people, onPaper, names, assisted, may }
  return page(c, <AttendancePage frame={frame} view={{ ...view, ...extra }} />, status)
}

/** The list for the table at the door: whoever registered, empty lines for others, and what becomes of it. */
async function printSheet(c: Visit) {
  const { ctx, frame } = c.var
  const meeting = await led(c)
  const { sheet: t } = attendanceWords(frame)
  const registered = (await listRegistrations(ctx, meeting.id)).filter(({ state }) => state === 'registered')
  const names = await namesOf(
    ctx,
    registered.map(one => one.personId),
  )
  const address = addressOf(c, paths.privacy)
  const data = {
    ...{ title: t.title, no: t.no, name: t.name, guests: t.guests, sign: t.sign, walkIns: t.walkIns, walkInsLead: t.walkInsLead, more: t.more },
    ...{
      registeredTitle: t.registered,
      privacyTitle: t.privacyTitle,
      privacy: t.privacy.split('\n'),
      qrAlt: t.qr,
      lang: frame.locale,
      foot: meeting.title,
    },
    meeting: meeting.title,
    number: t.number(meeting.number),
    when: [whenWords(meeting, frame.locale), meeting.place, meeting.address].filter(Boolean).join(', '),
    registered: registered.map(one => ({ name: names.get(one.personId) ?? '', guests: one.guests > 0 ? `+${one.guests}` : '' })),
    blank: Math.max(8, 12 - registered.length),
    address: address.replace(/^https?:\/\//, ''),
    qr: qrRows(address),
  }
  c.header('Content-Type', 'application/pdf')
  c.header('Content-Disposition', `inline; filename="lista-obecnosci-${meeting.number}.pdf"`)
  c.header('Cache-Control', 'no-store')
  return c.body(new Uint8Array(renderPdf(new URL('./attendance-sheet.typ', import.meta.url), data, ctx.now)))
}

const countSchema = z.object({
  count: z
    .string('required')
    .regex(/^\d{1,4}$/, 'bad-count')
    .transform(Number)
    .refine(count => count <= attendanceLimits.paperMax, 'bad-count'),
  was: z.coerce.number('wrong').int(),
})
const peopleSchema = z.object({ people: z.array(z.string().max(60)).max(1000).optional() })

const walkInSchema = z.object({
  key: z.string().regex(/^key_\w{10,40}$/, 'wrong'),
  person: z.string().max(60).optional(),
  name: z.string().max(100).optional(),
  phone: z.string().max(40).optional(),
})
const walkInFields: Partial<Record<string, string>> = { 'bad-name': 'name', 'bad-phone': 'phone', 'not-assisted': 'person' }
async function addWalkIn(c: Visit) {
  const t = attendanceWords(c.var.frame)
  const meeting = await led(c)
  const read = await readForm(c, walkInSchema, t.errors)
  if (!read.ok) return showAttendance(c, { walkInForm: read.form }, 422)
  const { key, person, name, phone } = read.value
  const verdict = await markWalkIn(c.var.ctx, meeting.id, key, { personId: person, name, phone })
  if (verdict.ok) return done(c, url(paths.meetingAttendance, { id: idOf(c) }), t.flash.marked)
  const field = walkInFields[verdict.why]
  return field
    ? showAttendance(c, { walkInForm: { ...read.form, errors: { [field]: t.why[verdict.why] } } }, 422)
    : showAttendance(c, { refused: t.why[verdict.why] }, 409)
}

export const attendanceRoutes = [
  get(paths.checkIn, 'everyone', c => {
    const kod = c.req.query('kod')
    return kod
      ? c.redirect(url(paths.checkInCode, { code: readCode(kod) || '-' }), 303)
      : page(c, <FindCodePage frame={c.var.frame} form={emptyForm} />)
  }),
  get(paths.checkInCode, 'everyone', c => showCheckIn(c)),
  post(paths.checkInCode, 'everyone', 'meeting.checked-in', doCheckIn),
  get(paths.meetingAttendance, 'signed-in', c => showAttendance(c)),
  get(paths.meetingAttendanceSheet, 'signed-in', printSheet),
  post(paths.meetingAttendance, 'signed-in', 'meeting.attendance-kept', async c => {
    const t = attendanceWords(c.var.frame)
    const meeting = await led(c)
    const read = await readForm(c, peopleSchema, t.errors)
    const verdict = await markPresent(c.var.ctx, meeting.id, read.ok ? (read.value.people ?? []) : [])
    return verdict.ok
      ? done(c, url(paths.meetingAttendance, { id: idOf(c) }), t.flash.marked)
      : showAttendance(c, { refused: t.why[verdict.why] }, 409)
  }),
  post(paths.meetingAttendanceEnd, 'signed-in', 'meeting.attendance-kept', async c => {
    const t = attendanceWords(c.var.frame)
    const meeting = await led(c)
    const read = await readForm(c, z.object({ person: z.string().max(60) }), t.errors)
    const verdict = await unmarkPresent(c.var.ctx, meeting.id, read.ok ? read.value.person : '')
    return verdict.ok
      ? done(c, url(paths.meetingAttendance, { id: idOf(c) }), t.flash.marked)
      : showAttendance(c, { refused: t.why[verdict.why] }, 409)
  }),
  post(paths.meetingWalkIn, 'signed-in', 'meeting.attendance-kept', addWalkIn),
  post(paths.meetingAttendancePaper, 'signed-in', 'meeting.attendance-kept', async c => {
    const t = attendanceWords(c.var.frame)
    const meeting = await led(c)
    const read = await readForm(c, countSchema, t.errors)
    if (!read.ok) return showAttendance(c, { paperForm: read.form }, 422)
    const verdict = await countFromPaper(c.var.ctx, meeting.id, { people: read.value.count, was: read.value.was })
    if (verdict.ok) return done(c, url(paths.meetingAttendance, { id: idOf(c) }), t.flash.marked)
    const form = { ...filled({ count: String(read.value.count) }), errors: { count: t.why[verdict.why] } }
    return showAttendance(c, verdict.why === 'changed-meanwhile' ? { paperForm: form } : { refused: t.why[verdict.why] }, 409)
  }),
]
