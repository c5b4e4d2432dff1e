import { z } from 'zod'
import { isDay } from '#kit/dates.ts'
import { emptyForm, type FormState } from '#kit/form.ts'
import { newId } from '#kit/ids.ts'
import { forbidden } from '#kit/refusal.ts'
import type { Verdict } from '#kit/verdict.ts'
import { admitAdvice } from '#modules/consultation/advice.actions.ts'
import type { AdviceWhy } from '#modules/consultation/advice.pages.tsx'
import { criteria } from '#modules/consultation/advice.rules.ts'
import { adviceHere, adviceIdIn, showAdvice } from '#modules/consultation/advice-view.routes.tsx'
import { rejectAdvice, releaseAdvice } from '#modules/consultation/answering.actions.ts'
import { changeDesk, endAbsence, nameDeputy, peopleOf } from '#modules/consultation/desk/desk.actions.ts'
import { DeskPage, type DeskWhy } from '#modules/consultation/desk/desk.pages.tsx'
import { mayKeepDesk, mayNameDeputy, maySeeDesk } from '#modules/consultation/desk/desk.rules.ts'
import { findDesk, listAbsences } from '#modules/consultation/desk/desk.store.ts'
import { deskTextsEn } from '#modules/consultation/desk/desk.texts.en.ts'
import { deskTexts } from '#modules/consultation/desk/desk.texts.ts'
import { dropPart, joinUnit } from '#modules/consultation/joint.actions.ts'
import { addNote, askBack, replyToUnit } from '#modules/consultation/queries.actions.ts'
import { withdrawQuestion } from '#modules/consultation/withdrawing.actions.ts'
import { loadUnit } from '#modules/programme/registers/units.store.ts'
import { paths, url } from '#paths'
import { readForm } from '#web/forms.ts'
import { done, get, page, post, type Route, type Visit } from '#web/http.ts'

const texts = { pl: deskTexts, en: deskTextsEn }
const wordsOf = (c: Visit) => texts[c.var.ctx.locale]
const key = z.string().regex(/^key_\w{10,40}$/)
const words = (most: number) => z.string('required').max(most, 'long')

/** A refusal shows the page again, with why and with what was typed. */
const answered = (c: Visit, verdict: Verdict<AdviceWhy>, sentence: string, form: FormState = emptyForm) =>
  verdict.ok ? done(c, adviceHere(c), sentence) : showAdvice(c, { form, why: verdict.why }, 409)

async function ask(c: Visit) {
  const t = wordsOf(c)
  const read = await readForm(c, z.object({ key, 'do-autorow': words(1000) }), t.errors)
  if (!read.ok) return showAdvice(c, { form: read.form }, 422)
  return answered(c, await askBack(c.var.ctx, adviceIdIn(c), read.value.key, read.value['do-autorow']), t.back.asked, read.form)
}
async function reply(c: Visit) {
  const t = wordsOf(c)
  const read = await readForm(c, z.object({ 'dla-jednostki': words(2000) }), t.errors)
  if (!read.ok) return showAdvice(c, { form: read.form }, 422)
  return answered(c, await replyToUnit(c.var.ctx, adviceIdIn(c), read.value['dla-jednostki']), t.back.replied, read.form)
}
async function note(c: Visit) {
  const t = wordsOf(c)
  const read = await readForm(c, z.object({ key, notatka: words(2000) }), t.errors)
  if (!read.ok) return showAdvice(c, { form: read.form }, 422)
  return answered(c, await addNote(c.var.ctx, adviceIdIn(c), read.value.key, read.value.notatka), t.notes.added, read.form)
}
async function reject(c: Visit) {
  const t = wordsOf(c)
  const read = await readForm(c, z.object({ poprawki: words(1000) }), t.errors)
  if (!read.ok) return showAdvice(c, { form: read.form }, 422)
  return answered(c, await rejectAdvice(c.var.ctx, adviceIdIn(c), read.value.poprawki), t.release.rejected, read.form)
}
async function withdraw(c: Visit) {
  const t = wordsOf(c)
  const read = await readForm(c, z.object({ 'powod-wycofania': words(500) }), t.errors)
  if (!read.ok) return showAdvice(c, { form: read.form }, 422)
  return answered(c, await withdrawQuestion(c.var.ctx, adviceIdIn(c), read.value['powod-wycofania']), t.withdrawal.done, read.form)
}
const partForm = z.object({ key, wspolnie: z.string('choose').max(60), czesc: words(1000), kryteria: z.array(z.enum(criteria)).max(9).default([]) })
async function join(c: Visit) {
  const t = wordsOf(c)
  const read = await readForm(c, partForm, t.errors)
  if (!read.ok) return showAdvice(c, { form: read.form }, 422)
  const { key, wspolnie: unitId, czesc: question, kryteria } = read.value
  return answered(c, await joinUnit(c.var.ctx, adviceIdIn(c), { key, unitId, question, criteria: kryteria }), t.joint.joined, read.form)
}
async function drop(c: Visit) {
  const dropped = await dropPart(c.var.ctx, adviceIdIn(c))
  return dropped.ok ? done(c, url(paths.advice, { id: dropped.leadingId }), wordsOf(c).joint.dropped) : showAdvice(c, { why: dropped.why }, 409)
}

// how a unit works

async function showDesk(c: Visit, options: { form?: FormState; why?: DeskWhy } = {}, status: 200 | 409 | 422 = 200) {
  const { ctx, frame } = c.var
  const unit = await loadUnit(ctx, adviceIdIn(c))
  if (!maySeeDesk(ctx.actor, unit.id)) return forbidden()
  const people = await peopleOf(ctx, unit.id)
  const absences = (await listAbsences(ctx, unit.id)).map(one => ({ ...one, mine: mayNameDeputy(ctx.actor, one).ok }))
  const absentees = people.filter(({ id }) => mayNameDeputy(ctx.actor, { unitId: unit.id, personId: id }).ok)
  const [desk, mayKeep, form] = [await findDesk(ctx, unit.id), mayKeepDesk(ctx.actor, unit.id).ok, options.form ?? emptyForm]
  return page(
    c,
    <DeskPage frame={frame} view={{ unit, desk, people, absentees, absences, mayKeep, key: newId('key') }} form={form} why={options.why} />,
    status,
  )
}
const deskHere = (c: Visit, id = adviceIdIn(c)) => url(paths.desk, { id })

const settingsForm = z.object({
  version: z.coerce.number().int().min(0),
  wydaje: z.string().optional(),
  limit: z
    .string()
    .regex(/^[1-9]\d{0,3}$/, 'cap')
    .optional(),
})
async function settle(c: Visit) {
  const t = wordsOf(c)
  const read = await readForm(c, settingsForm, t.errors)
  if (!read.ok) return showDesk(c, { form: read.form }, 422)
  const { version, wydaje, limit } = read.value
  const desk = { unitId: adviceIdIn(c), releases: wydaje !== undefined, cap: limit === undefined ? null : Number(limit), version }
  const changed = await changeDesk(c.var.ctx, desk)
  return changed.ok ? done(c, deskHere(c), t.settings.saved) : showDesk(c, { form: read.form, why: changed.why }, 409)
}

const day = z.string('required').refine(isDay, 'day')
const deputyForm = z.object({ key, kogo: z.string('choose').max(60), kto: z.string('choose').max(60), od: day, do: day })
const fieldOf = { 'same-person': 'kto', 'not-in-unit': 'kto', 'days-wrong': 'do' } as const
async function standIn(c: Visit) {
  const t = wordsOf(c)
  const read = await readForm(c, deputyForm, t.errors)
  if (!read.ok) return showDesk(c, { form: read.form }, 422)
  const { key, kogo: personId, kto: deputyId, od: firstDay, do: lastDay } = read.value
  const named = await nameDeputy(c.var.ctx, key, { unitId: adviceIdIn(c), personId, deputyId, firstDay, lastDay })
  if (named.ok) return done(c, deskHere(c), t.settings.named)
  if (named.why === 'not-yours') return showDesk(c, { form: read.form, why: named.why }, 409)
  return showDesk(c, { form: { ...read.form, errors: { [fieldOf[named.why]]: t.why[named.why] } } }, 422)
}
async function endStandIn(c: Visit) {
  const ended = await endAbsence(c.var.ctx, adviceIdIn(c))
  return ended.ok ? done(c, deskHere(c, ended.unitId), wordsOf(c).settings.ended) : forbidden()
}

const unit = ['unit-expert'] as const
export const deskRoutes: readonly Route[] = [
  post(paths.adviceQuery, unit, 'advice.asked-back', ask),
  post(paths.adviceReply, 'signed-in', 'advice.replied', reply),
  post(paths.adviceWithdrawal, 'signed-in', 'advice.withdrawn', withdraw),
  post(paths.adviceNote, unit, 'advice.noted', note),
  post(paths.adviceRelease, unit, 'advice.answered', async c =>
    answered(c, await releaseAdvice(c.var.ctx, adviceIdIn(c)), wordsOf(c).release.released),
  ),
  post(paths.adviceRejection, unit, 'advice.rejected', reject),
  post(paths.advicePart, unit, 'advice.joined', join),
  post(paths.advicePartEnd, unit, 'advice.dropped', drop),
  post(paths.adviceAdmission, unit, 'advice.admitted', async c =>
    answered(c, await admitAdvice(c.var.ctx, adviceIdIn(c)), wordsOf(c).waitingList.admitted),
  ),
  get(paths.desk, unit, c => showDesk(c)),
  post(paths.desk, unit, 'desk.changed', settle),
  post(paths.deskDeputy, unit, 'deputy.named', standIn),
  post(paths.deskDeputyEnd, unit, 'deputy.ended', endStandIn),
]
