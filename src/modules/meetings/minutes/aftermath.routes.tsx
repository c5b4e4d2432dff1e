import { z } from 'zod'
import type { FormState } from '#kit/form.ts'
import { addPhoto, closeMeeting, notePaper, type PhotoWhy, removePhoto } from '#modules/meetings/attendance/attendance.actions.ts'
import { attendanceWords } from '#modules/meetings/attendance/attendance.parts.tsx'
import { attendanceLimits, paperHows } from '#modules/meetings/attendance/attendance.rules.ts'
import { showMeeting } from '#modules/meetings/meetings.routes.tsx'
import { idOf, meetingFor } from '#modules/meetings/view.routes.tsx'
import { paths, url } from '#paths'
import { filesTextsEn } from '#ui/files.texts.en.ts'
import { filesTexts } from '#ui/files.texts.ts'
import { readForm } from '#web/forms.ts'
import { done, post, type Visit } from '#web/http.ts'
import { chosenFile, holdFiles } from '#web/uploads.ts'

const files = { pl: filesTexts, en: filesTextsEn }
const here = (c: Visit) => url(paths.meeting, { id: idOf(c) })
const paperSchema = z.object({ how: z.enum(paperHows, 'required'), remark: z.string().max(attendanceLimits.remarkMax, 'too-much').optional() })
const photoSchema = z.object({
  key: z.string('required').regex(/^key_\w{10,40}$/, 'wrong'),
  alt: z.string().max(attendanceLimits.altMax, 'too-much').optional(),
  caption: z.string().max(attendanceLimits.captionMax, 'too-much').optional(),
  consent: z.string().max(10).optional(),
})
const fieldOf: Partial<Record<PhotoWhy, string>> = { 'consent-missing': 'consent', 'alt-missing': 'alt' }

/** What follows a meeting: its paper, its photos, its end. */
export const aftermathRoutes = [
  post(paths.meetingPaper, 'signed-in', 'meeting.paper-noted', async c => {
    const t = attendanceWords(c.var.frame)
    await meetingFor(c)
    const read = await readForm(c, paperSchema, t.errors)
    if (!read.ok) return showMeeting(c, { aftermath: { paperForm: read.form } }, 422)
    const verdict = await notePaper(c.var.ctx, idOf(c), read.value.how, read.value.remark)
    return verdict.ok ? done(c, here(c), t.flash.paper) : showMeeting(c, { refused: t.why[verdict.why] }, 409)
  }),
  post(paths.meetingClosing, 'signed-in', 'meeting.closed', async c => {
    const t = attendanceWords(c.var.frame)
    await meetingFor(c)
    const verdict = await closeMeeting(c.var.ctx, idOf(c))
    return verdict.ok ? done(c, here(c), t.flash.closed) : showMeeting(c, { refused: t.why[verdict.why] }, 409)
  }),
  post(paths.meetingPhotos, 'signed-in', 'meeting.photo-added', async c => {
    const t = attendanceWords(c.var.frame)
    await meetingFor(c)
    const read = await readForm(c, photoSchema, t.errors)
    const shown = async (errors: FormState['errors']) =>
      showMeeting(c, { aftermath: { photoForm: await holdFiles(c, { ...read.form, errors }, 'image') } }, 422)
    if (!read.ok) return shown(read.form.errors)
    const file = await chosenFile(c, 'photo')
    if (!file) return shown({ photo: t.errors.required })
    const { key, alt = '', caption = '', consent } = read.value
    const verdict = await addPhoto(c.var.ctx, idOf(c), { key, file, alt, caption, consent: consent !== undefined })
    if (verdict.ok) return done(c, `${here(c)}#zdjecia`, t.flash.photo)
    const words: Record<string, string> = { ...files[c.var.frame.locale].why, ...t.why }
    return shown({ [fieldOf[verdict.why] ?? 'photo']: words[verdict.why] ?? t.errors.wrong })
  }),
  post(paths.meetingPhotoRemoval, 'signed-in', 'meeting.photo-removed', async c => {
    const t = attendanceWords(c.var.frame)
    await meetingFor(c)
    const verdict = await removePhoto(c.var.ctx, idOf(c), c.req.param('file') ?? '')
    return verdict.ok ? done(c, `${here(c)}#zdjecia`, t.flash.photoGone) : showMeeting(c, { refused: t.why[verdict.why] }, 409)
  }),
]
