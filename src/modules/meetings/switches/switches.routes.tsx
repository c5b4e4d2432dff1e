import { z } from 'zod'
import { isDay } from '#kit/dates.ts'
import { emptyForm, type FormState } from '#kit/form.ts'
import { refusalWords } from '#modules/meetings/meetings.parts.tsx'
import { meetingLimits, meetingPaths } from '#modules/meetings/meetings.rules.ts'
import { listMeetingsById } from '#modules/meetings/meetings.store.ts'
import { countNotices } from '#modules/meetings/notices.store.ts'
import { returnToHall, type SwitchWhy, switchToOnline } from '#modules/meetings/switches/switches.actions.ts'
import { SwitchesPage, SwitchPage } from '#modules/meetings/switches/switches.pages.tsx'
import { switchesWords } from '#modules/meetings/switches/switches.parts.tsx'
import { switchHows } from '#modules/meetings/switches/switches.rules.ts'
import { countInHalls, listSwitched, listSwitches, loadSwitch, switchOf } from '#modules/meetings/switches/switches.store.ts'
import { idOf } from '#modules/meetings/view.routes.tsx'
import { findCurrentEdition } from '#modules/programme/editions/editions.store.ts'
import { listTerritories } from '#modules/programme/territories/territories.store.ts'
import { paths, url } from '#paths'
import { readForm } from '#web/forms.ts'
import { done, get, page, post, type Visit } from '#web/http.ts'

const schema = z.object({
  key: z.string('required').regex(/^key_\w{10,40}$/, 'wrong'),
  path: z.enum(meetingPaths, 'required'),
  day: z.string('required').refine(isDay, 'bad-day'),
  how: z.enum(switchHows, 'required'),
  link: z.string().max(200, 'too-much').optional(),
  phone: z.string().max(200, 'too-much').optional(),
  reason: z.string('reason-missing').min(meetingLimits.reasonMin, 'reason-missing').max(meetingLimits.reasonMax, 'too-much'),
})
const fieldOf: Partial<Record<SwitchWhy, string>> = {
  'link-missing': 'link',
  'bad-link': 'link',
  'phone-missing': 'phone',
  'nothing-to-switch': 'day',
}

async function showForm(c: Visit, form: FormState, status: 200 | 409 | 422 = 200) {
  const { ctx, frame } = c.var
  const edition = await findCurrentEdition(ctx)
  const switches = edition ? await listSwitches(ctx, edition.id) : []
  const inHalls = await countInHalls(ctx, edition?.id ?? '', ctx.now)
  return page(c, <SwitchesPage frame={frame} view={{ form, switches, inHalls }} />, status)
}
async function showSwitch(c: Visit, id: string, refused?: string) {
  const { ctx, frame } = c.var
  const of = await loadSwitch(ctx, id)
  const switched = new Map((await listSwitched(ctx, id)).map(one => [one.meetingId, one.backAt]))
  const [found, territories, left] = [await listMeetingsById(ctx, [...switched.keys()]), await listTerritories(ctx), await countNotices(ctx, id)]
  const meetings = found.map(meeting => ({ meeting, backAt: switched.get(meeting.id) ?? null }))
  const view = { of, meetings, territories: new Map(territories.map(one => [one.id, one])), left, refused }
  return page(c, <SwitchPage frame={frame} view={view} />, refused ? 409 : 200)
}

export const switchesRoutes = [
  get(paths.onlineSwitches, ['coordinator'], c => showForm(c, emptyForm)),
  get(paths.onlineSwitch, ['coordinator'], c => showSwitch(c, idOf(c))),
  post(paths.onlineSwitches, ['coordinator'], 'meetings.switched', async c => {
    const t = switchesWords(c.var.frame)
    const read = await readForm(c, schema, t.errors)
    if (!read.ok) return showForm(c, read.form, 422)
    const { key, path, day, how, reason, link = null, phone = null } = read.value
    const made = await switchToOnline(c.var.ctx, key, { path, fromDay: day, how, reason, linkPattern: link, phonePattern: phone })
    if (made.ok) return done(c, url(paths.onlineSwitch, { id: made.id }), t.flash.switched)
    return showForm(c, { ...read.form, errors: { [fieldOf[made.why] ?? '']: t.why[made.why] } }, fieldOf[made.why] ? 422 : 409)
  }),
  post(paths.meetingReturn, ['coordinator'], 'meeting.returned-to-hall', async c => {
    const { ctx, frame } = c.var
    const t = switchesWords(frame)
    const before = await switchOf(ctx, idOf(c))
    const back = await returnToHall(ctx, idOf(c))
    if (back.ok) return done(c, before ? url(paths.onlineSwitch, { id: before.id }) : url(paths.meeting, { id: idOf(c) }), t.flash.returned)
    const words = back.why in t.why ? t.why[back.why as keyof typeof t.why] : refusalWords(back, frame)
    return before ? showSwitch(c, before.id, words) : showForm(c, { typed: {}, errors: { '': words } }, 409)
  }),
]
