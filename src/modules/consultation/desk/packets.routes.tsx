import { z } from 'zod'
import { emptyForm, type FormState, typedOne } from '#kit/form.ts'
import { newId } from '#kit/ids.ts'
import { forbidden, notFound } from '#kit/refusal.ts'
import { adviceVerdicts, type NamedAdvice } from '#modules/consultation/advice.rules.ts'
import { listAdviceById, listQueue } from '#modules/consultation/advice.store.ts'
import { adviceIdIn } from '#modules/consultation/advice-view.routes.tsx'
import { confirmSaid, makePacket, noteSaid } from '#modules/consultation/desk/packets.actions.ts'
import { type Asked, PacketMakePage, PacketPage, type PacketWhy } from '#modules/consultation/desk/packets.pages.tsx'
import { isForPacket, mayKeepPacket } from '#modules/consultation/desk/packets.rules.ts'
import { loadPacket, questionsIn } from '#modules/consultation/desk/packets.store.ts'
import { packetsTextsEn } from '#modules/consultation/desk/packets.texts.en.ts'
import { packetsTexts } from '#modules/consultation/desk/packets.texts.ts'
import { loadSubjects } from '#modules/consultation/registers/subjects.store.ts'
import { listMeetings, loadMeeting } from '#modules/meetings/meetings.store.ts'
import { findMinutes } from '#modules/meetings/minutes/minutes.store.ts'
import { namesOf } from '#modules/people/people.store.ts'
import { loadUnit } from '#modules/programme/registers/units.store.ts'
import { paths, url } from '#paths'
import type { Ctx } from '#platform/context.ts'
import { readForm } from '#web/forms.ts'
import { done, get, page, post, type Route, type Visit } from '#web/http.ts'

const texts = { pl: packetsTexts, en: packetsTextsEn }
const wordsOf = (c: Visit) => texts[c.var.ctx.locale]
const twoWeeks = 14 * 86_400_000

async function askedOf(ctx: Ctx, advice: readonly NamedAdvice[]): Promise<Asked[]> {
  const subjects = await loadSubjects(
    ctx,
    advice.map(({ subjectId }) => subjectId),
  )
  const names = await namesOf(
    ctx,
    advice.map(({ askedBy }) => askedBy),
  )
  return advice.map(one => ({ advice: one, subject: subjects.get(one.subjectId), asker: names.get(one.askedBy) ?? '' }))
}
/** Whoever asks most stands first, with all of theirs together. */
function byAsker(asked: readonly Asked[]): Asked[] {
  const many = (one: Asked) => asked.filter(({ asker }) => asker === one.asker).length
  return [...asked].sort((a, b) => many(b) - many(a) || a.asker.localeCompare(b.asker) || a.advice.dueOn.localeCompare(b.advice.dueOn))
}

async function showMake(c: Visit, form: FormState = emptyForm, status: 200 | 409 | 422 = 200) {
  const { ctx, frame } = c.var
  const unit = await loadUnit(ctx, adviceIdIn(c))
  if (!mayKeepPacket(ctx.actor, unit.id).ok) return forbidden()
  const open = (await listQueue(ctx, [unit.id], ['asked', 'assigned', 'asked-back'], 500)).filter(one => isForPacket(one, unit.id))
  const after = new Date(ctx.now.getTime() - twoWeeks)
  const meetings = await listMeetings(ctx, { states: ['announced', 'held', 'closed'], after, limit: 60 })
  const formKey = typedOne(form, 'key') || newId('key')
  return page(c, <PacketMakePage {...{ frame, unit, meetings, form, formKey }} asked={byAsker(await askedOf(ctx, open))} />, status)
}

const makeForm = z.object({
  key: z.string().regex(/^key_\w{10,40}$/),
  spotkanie: z.string('choose').max(60),
  pytania: z.array(z.string().max(60)).max(500).default([]),
})
const fieldOf: Partial<Record<PacketWhy, string>> = { 'meeting-missing': 'spotkanie', 'nothing-chosen': 'pytania', 'too-many': 'pytania' }

async function make(c: Visit) {
  const t = wordsOf(c)
  const read = await readForm(c, makeForm, t.errors)
  if (!read.ok) return showMake(c, read.form, 422)
  const { key, spotkanie: meetingId, pytania: adviceIds } = read.value
  const made = await makePacket(c.var.ctx, { key, unitId: adviceIdIn(c), meetingId, adviceIds })
  if (made.ok) return done(c, url(paths.packet, { id: made.id ?? notFound('packet') }), t.make.made)
  return showMake(c, { ...read.form, errors: { [fieldOf[made.why] ?? '']: t.why[made.why] } }, fieldOf[made.why] ? 422 : 409)
}

async function showPacket(c: Visit, options: { form?: FormState; why?: PacketWhy } = {}, status: 200 | 409 | 422 = 200) {
  const { ctx, frame } = c.var
  const packet = await loadPacket(ctx, adviceIdIn(c))
  if (!mayKeepPacket(ctx.actor, packet.unitId).ok) return notFound('packet')
  const said = await questionsIn(ctx, packet.id)
  const asked = await askedOf(
    ctx,
    await listAdviceById(
      ctx,
      said.map(({ adviceId }) => adviceId),
    ),
  )
  const questions = byAsker(asked).flatMap(one => {
    const own = said.find(({ adviceId }) => adviceId === one.advice.id)
    return own ? [{ ...one, said: own, open: isForPacket(one.advice, packet.unitId) }] : []
  })
  const meeting = await loadMeeting(ctx, packet.meetingId)
  const view = { packet, meeting, questions, hasMinutes: (await findMinutes(ctx, meeting.id)) !== undefined }
  const form = options.form ?? emptyForm
  return page(c, <PacketPage frame={frame} view={view} form={form} at={typedOne(form, 'pytanie')} why={options.why} />, status)
}

const saidForm = z.object({
  pytanie: z.string().max(60),
  ocena: z.enum(adviceVerdicts, 'choose'),
  zdanie: z.string('required').max(500, 'long'),
})
async function say(c: Visit) {
  const t = wordsOf(c)
  const read = await readForm(c, saidForm, t.errors)
  if (!read.ok) return showPacket(c, { form: read.form }, 422)
  const { pytanie: adviceId, ocena: verdict, zdanie: words } = read.value
  const noted = await noteSaid(c.var.ctx, adviceIdIn(c), { adviceId, verdict, words })
  return noted.ok ? done(c, `${here(c)}#${adviceId}`, t.page.said) : showPacket(c, { form: read.form, why: noted.why }, 409)
}
const here = (c: Visit) => url(paths.packet, { id: adviceIdIn(c) })

async function confirm(c: Visit) {
  const confirmed = await confirmSaid(c.var.ctx, adviceIdIn(c))
  return confirmed.ok ? done(c, here(c), wordsOf(c).page.confirmed(confirmed)) : forbidden()
}

const unit = ['unit-expert'] as const
export const packetsRoutes: readonly Route[] = [
  get(paths.packetNew, unit, c => showMake(c)),
  post(paths.packetNew, unit, 'packet.made', make),
  get(paths.packet, unit, c => showPacket(c)),
  post(paths.packetSaid, unit, 'packet.noted', say),
  post(paths.packetConfirmation, unit, 'advice.answered', confirm),
]
