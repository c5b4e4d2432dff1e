import { z } from 'zod'
import { longDate, startOfDay, weekdayDate } from '#kit/dates.ts'
import { emptyForm, type FormState, typedOne } from '#kit/form.ts'
import { answerHandover, handOver, loadHandedSubject, packetOf, receiveHandover } from '#modules/ideas/handovers/handovers.actions.ts'
import { figuresOf, HandoverPage, HandoversPage, HandPage } from '#modules/ideas/handovers/handovers.pages.tsx'
import { handoversWords } from '#modules/ideas/handovers/handovers.parts.tsx'
import { handing, handoverForms, handoverOutcomes, handoverLimits as limits, mayHandOver } from '#modules/ideas/handovers/handovers.rules.ts'
import { listHandovers, loadHandover } from '#modules/ideas/handovers/handovers.store.ts'
import { placeTitle } from '#modules/ideas/space.parts.tsx'
import { listUnits } from '#modules/programme/registers/units.store.ts'
import { loadTerritory } from '#modules/programme/territories/territories.store.ts'
import { paths, url } from '#paths'
import { renderPdf } from '#platform/documents.ts'
import { qrRows } from '#ui/qr.ts'
import { readForm } from '#web/forms.ts'
import { done, get, page, post, type Route, type Visit } from '#web/http.ts'

const idOf = (c: Visit) => c.req.param('id') ?? ''
const pathOf = (id: string) => (id.startsWith('need_') ? url(paths.need, { id }) : url(paths.idea, { id }))
const withError = (form: FormState, field: string, sentence: string): FormState => ({ ...form, errors: { [field]: sentence } })

const newSchema = z.object({
  key: z.string().regex(/^key_\w{10,40}$/, 'wrong'),
  o: z.string().max(60, 'wrong'),
  form: z.enum(handoverForms, 'form-missing'),
  unit: z.string().max(60, 'wrong').optional(),
  office: z.string().max(limits.officeMax, 'office-long').optional(),
  address: z.string().max(limits.addressMax, 'address-long').optional(),
  email: z.email('email-wrong').max(120, 'email-wrong').optional(),
  note: z.string('required').min(limits.noteMin, 'note-short').max(limits.noteMax, 'note-long'),
})

async function showHand(c: Visit, subjectId: string, form: FormState = emptyForm, status: 200 | 409 | 422 = 200) {
  const { ctx, frame, things } = c.var
  const said = await loadHandedSubject(ctx, subjectId)
  const verdict = mayHandOver(ctx.actor, said)
  const [packet, units] = await Promise.all([packetOf(ctx, things, said), listUnits(ctx)])
  const subject = { id: said.id, title: said.title, path: pathOf(said.id) }
  return page(c, <HandPage frame={frame} view={{ subject, packet, units, form, verdict }} />, verdict.ok ? status : 409)
}

const fieldOf = { 'office-missing': 'office', 'address-missing': 'address' } as const
async function hand(c: Visit) {
  const { ctx, frame, things } = c.var
  const t = handoversWords(frame)
  const read = await readForm(c, newSchema, t.errors)
  if (!read.ok) return showHand(c, typedOne(read.form, 'o'), read.form, 422)
  const { o: subjectId, unit: unitId, ...asked } = read.value
  const verdict = await handOver(ctx, things, { ...asked, subjectId, unitId })
  if (verdict.ok) return done(c, url(paths.handover, { id: verdict.id ?? '' }), t.form.done)
  if (verdict.why === 'office-missing' || verdict.why === 'address-missing')
    return showHand(c, subjectId, withError(read.form, fieldOf[verdict.why], t.errors[verdict.why]), 422)
  return showHand(c, subjectId, withError(read.form, '', t.why[verdict.why]), 409)
}

type Forms = { receiveForm?: FormState; answerForm?: FormState }
async function showHandover(c: Visit, forms: Forms = {}, status: 200 | 409 | 422 = 200) {
  const { ctx, frame } = c.var
  const handover = await loadHandover(ctx, idOf(c))
  const place = await loadTerritory(ctx, handover.territoryId)
  const view = {
    handover,
    subjectPath: pathOf(handover.subjectId),
    place: placeTitle(place, frame),
    receive: handing.may(ctx.actor, 'receive', handover),
    answer: handing.may(ctx.actor, 'answer', handover),
    receiveForm: forms.receiveForm ?? emptyForm,
    answerForm: forms.answerForm ?? emptyForm,
  }
  return page(c, <HandoverPage frame={frame} view={view} />, status)
}

const recorded = { version: z.coerce.number().int('wrong'), on: z.string('day-wrong') }
const receiptSchema = z.object({ ...recorded, reference: z.string().max(60, 'wrong').optional() })
const answerSchema = z.object({
  ...recorded,
  outcome: z.enum(handoverOutcomes, 'outcome-missing'),
  answer: z.string('answer-short').min(limits.answerMin, 'answer-short').max(limits.answerMax, 'answer-long'),
})

/** A wrong day stands beside its field; somebody else's earlier record is a conflict, with what was typed kept. */
function refused(c: Visit, why: string, form: FormState, as: 'receiveForm' | 'answerForm') {
  const t = handoversWords(c.var.frame)
  if (why.startsWith('day-')) return showHandover(c, { [as]: withError(form, 'on', t.errors[why as 'day-wrong']) }, 422)
  const sentence = why === 'changed' ? t.record.changed : t.why[why as keyof typeof t.why]
  return showHandover(c, { [as]: withError(form, '', sentence) }, 409)
}

async function receive(c: Visit) {
  const t = handoversWords(c.var.frame)
  const read = await readForm(c, receiptSchema, t.errors)
  if (!read.ok) return showHandover(c, { receiveForm: read.form }, 422)
  const verdict = await receiveHandover(c.var.ctx, idOf(c), read.value)
  return verdict.ok ? done(c, url(paths.handover, { id: idOf(c) }), t.record.receiveDone) : refused(c, verdict.why, read.form, 'receiveForm')
}

async function answer(c: Visit) {
  const t = handoversWords(c.var.frame)
  const read = await readForm(c, answerSchema, t.errors)
  if (!read.ok) return showHandover(c, { answerForm: read.form }, 422)
  const verdict = await answerHandover(c.var.ctx, idOf(c), read.value)
  return verdict.ok ? done(c, url(paths.handover, { id: idOf(c) }), t.record.answerDone) : refused(c, verdict.why, read.form, 'answerForm')
}

/** The packet as it went out on that day. */
async function packet(c: Visit) {
  const { ctx, frame, config } = c.var
  const handover = await loadHandover(ctx, idOf(c))
  const t = handoversWords(frame)
  const address = `${config.publicUrl}${url(paths.handover, { id: handover.id })}`
  const data = {
    lang: frame.locale,
    words: t.packet,
    title: handover.packet.title,
    address,
    qr: qrRows(address),
    entries: [
      [t.packet.from, `${t.packet.programme}, ${frame.cityName}`],
      [t.packet.to, [handover.office, handover.address].filter(Boolean).join(', ')],
      [t.packet.form, t.forms[handover.form]],
      [t.packet.place, handover.packet.place],
      [t.packet.handed, longDate(handover.handedAt, frame.locale)],
      [t.packet.due, weekdayDate(startOfDay(handover.dueOn), frame.locale)],
    ],
    note: handover.note.split(/\n+/),
    text: handover.packet.text.split(/\n+/),
    figures: figuresOf(handover.packet, t),
    sources: handover.packet.sources.map(({ title, path }) => ({ title, address: `${config.publicUrl}${path}` })),
  }
  const pdf = renderPdf(new URL('./handover.typ', import.meta.url), data, handover.handedAt)
  return c.body(new Uint8Array(pdf), 200, { 'Content-Type': 'application/pdf', 'Content-Disposition': `inline; filename="${handover.id}.pdf"` })
}

export const handoversRoutes: readonly Route[] = [
  get(paths.handovers, 'everyone', async c => {
    const form = handoverForms.find(one => one === c.req.query('droga'))
    return page(c, <HandoversPage frame={c.var.frame} handovers={await listHandovers(c.var.ctx, { form })} form={form ?? ''} />)
  }),
  get(paths.handoverNew, ['coordinator', 'ambassador'], c => showHand(c, c.req.query('o') ?? '')),
  post(paths.handovers, ['coordinator', 'ambassador'], 'handover.made', hand),
  get(paths.handover, 'everyone', c => showHandover(c)),
  get(paths.handoverPacket, 'everyone', packet),
  post(paths.handoverReceipt, ['coordinator'], 'handover.received', receive),
  post(paths.handoverAnswer, ['coordinator'], 'handover.answered', answer),
]
