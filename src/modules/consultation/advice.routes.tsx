import { z } from 'zod'
import { isSomebody } from '#kit/actor.ts'
import { emptyForm, type FormState, filled, typedOne } from '#kit/form.ts'
import { newId } from '#kit/ids.ts'
import { parseMoney } from '#kit/money.ts'
import { forbidden, notFound } from '#kit/refusal.ts'
import { askAdvice, assignAdvice, mayAskAbout, passAdvice } from '#modules/consultation/advice.actions.ts'
import { AskPage, SubjectAdvicePage } from '#modules/consultation/advice.pages.tsx'
import {
  type AdviceVerdict,
  adviceVerdicts,
  type CriterionAnswer,
  criteria,
  headsIt,
  isMine,
  openStates,
  unitsOf,
} from '#modules/consultation/advice.rules.ts'
import { listAdviceOn, listQueue } from '#modules/consultation/advice.store.ts'
import { adviceTextsEn } from '#modules/consultation/advice.texts.en.ts'
import { adviceTexts } from '#modules/consultation/advice.texts.ts'
import { adviceHere, adviceIdIn, showAdvice } from '#modules/consultation/advice-view.routes.tsx'
import { answerAdvice, type Finish } from '#modules/consultation/answering.actions.ts'
import { listPackets } from '#modules/consultation/desk/packets.store.ts'
import { AdviceQueuePage } from '#modules/consultation/desk/queue.pages.tsx'
import { readLinks } from '#modules/consultation/links.rules.ts'
import { oneRowMore, readPriced } from '#modules/consultation/priced-rows.routes.ts'
import { LandBeside } from '#modules/consultation/registers/land.parts.tsx'
import { type LandStatement, landBurdens, landOwners } from '#modules/consultation/registers/land.rules.ts'
import { landTextsEn } from '#modules/consultation/registers/land.texts.en.ts'
import { landTexts } from '#modules/consultation/registers/land.texts.ts'
import { proposeFor } from '#modules/consultation/registers/registers.actions.ts'
import { loadSubject, loadSubjects } from '#modules/consultation/registers/subjects.store.ts'
import { listUnits, loadUnit } from '#modules/programme/registers/units.store.ts'
import { paths, url } from '#paths'
import type { Ctx } from '#platform/context.ts'
import { readForm } from '#web/forms.ts'
import { done, get, page, post, type Route, type Visit } from '#web/http.ts'

const texts = { pl: adviceTexts, en: adviceTextsEn }
const lands = { pl: landTexts, en: landTextsEn }
const wordsOf = (c: Visit) => texts[c.var.ctx.locale]

// asking

async function showAsk(c: Visit, subjectId: string, typed: FormState = emptyForm, status: 200 | 409 | 422 = 200) {
  const { ctx, frame } = c.var
  const subject = await loadSubject(ctx, subjectId)
  const asking = await mayAskAbout(ctx, subjectId)
  if (!subject.shared && !subject.ownerIds.includes(ctx.actor.id)) return notFound('subject')
  // what was said at a meeting is mostly the question itself
  const form = typed === emptyForm && subject.kind === 'line' ? filled({ pytanie: subject.title }) : typed
  const key = typedOne(form, 'key') || newId('key')
  const [proposed] = await proposeFor(ctx, subject, typedOne(form, 'pytanie'))
  return page(c, <AskPage {...{ frame, subject, form, key, asking, proposed }} units={await listUnits(ctx)} />, status)
}

const askForm = z.object({
  key: z.string().regex(/^key_\w{10,40}$/),
  o: z.string().max(60),
  // none: whoever the table of competences says
  jednostka: z.string().max(60).optional(),
  pytanie: z.string().max(2000, 'long'),
})

async function ask(c: Visit) {
  const { ctx } = c.var
  const t = wordsOf(c)
  const read = await readForm(c, askForm, t.errors)
  if (!read.ok) return showAsk(c, typedOne(read.form, 'o'), read.form, 422)
  const { key, o: subjectId, pytanie: question } = read.value
  const unitId = read.value.jednostka ?? (await proposeFor(ctx, await loadSubject(ctx, subjectId), question))[0]?.unitId
  if (!unitId) return showAsk(c, subjectId, { ...read.form, errors: { jednostka: t.errors.noProposal } }, 422)
  const asked = await askAdvice(ctx, { key, subjectId, unitId, question })
  if (!asked.ok) return showAsk(c, subjectId, { ...read.form, errors: { [asked.why === 'already-asked' ? 'jednostka' : '']: t.why[asked.why] } }, 409)
  const unit = await loadUnit(ctx, unitId)
  return done(c, url(paths.advice, { id: asked.id ?? notFound('advice') }), t.done.asked(unit.name))
}

// what a unit does with a question

async function assign(c: Visit) {
  const t = wordsOf(c)
  const read = await readForm(c, z.object({ osoba: z.string('choose').max(60) }), t.errors)
  if (!read.ok) return showAdvice(c, { form: read.form }, 422)
  const verdict = await assignAdvice(c.var.ctx, adviceIdIn(c), read.value.osoba)
  return verdict.ok ? done(c, adviceHere(c), t.done.assigned) : showAdvice(c, { form: read.form, why: verdict.why }, 409)
}

async function pass(c: Visit) {
  const t = wordsOf(c)
  const read = await readForm(c, z.object({ jednostka: z.string('choose').max(60), powod: z.string().max(1000, 'long') }), t.errors)
  if (!read.ok) return showAdvice(c, { form: read.form }, 422)
  const verdict = await passAdvice(c.var.ctx, adviceIdIn(c), read.value.jednostka, read.value.powod)
  // the question has left this unit, so its page may be closed to whoever passed it on
  return verdict.ok ? done(c, paths.adviceQueue, t.done.passed) : showAdvice(c, { form: read.form, why: verdict.why }, 409)
}

const verdict = z.enum(adviceVerdicts, 'choose')
const remark = z.string().max(2000, 'long').default('')
const basis = z.string().max(300, 'long').default('')
const landFields = {
  grunt: z.string().optional(),
  'grunt-wlasciciel': z.enum(landOwners).optional(),
  'grunt-dzialki': z.string().max(300, 'long').default(''),
  'grunt-zarzadca': z.string().max(300, 'long').default(''),
  'grunt-ogranicza': z.array(z.enum(landBurdens)).default([]),
  'grunt-uwagi': z.string().max(1000, 'long').default(''),
}
const answerForm = z.object({
  ...Object.fromEntries(criteria.map(criterion => [`ocena-${criterion}`, verdict.optional()])),
  ...Object.fromEntries(criteria.map(criterion => [`uwagi-${criterion}`, remark])),
  ...Object.fromEntries(criteria.map(criterion => [`podstawa-${criterion}`, basis])),
  ocena: verdict,
  uwagi: z.string().max(2000, 'long'),
  kwota: z.string().max(30, 'money').optional(),
  linki: z.string().max(1500, 'long').default(''),
  ...landFields,
  reszta: z.string().optional(),
  razem: z.array(z.string().max(60)).max(20).default([]),
})

/** "Fine, if" and "not" mean nothing without a word about why. */
const needsRemark = (answer: { verdict: AdviceVerdict; remark: string }) =>
  (answer.verdict === 'fine-if' || answer.verdict === 'not') && answer.remark === ''

/** What is stated of the land, where the box is ticked. */
function landIn(typed: z.infer<typeof answerForm>): LandStatement | 'no-owner' | undefined {
  const owner = typed['grunt-wlasciciel']
  if (typed.grunt === undefined) return undefined
  if (owner === undefined) return 'no-owner'
  const { 'grunt-dzialki': plots, 'grunt-zarzadca': manager, 'grunt-ogranicza': burdens, 'grunt-uwagi': remark } = typed
  return { owner, plots, manager, burdens, remark }
}

async function answer(c: Visit) {
  const t = wordsOf(c)
  const read = await readForm(c, answerForm, t.errors)
  if (read.form.typed.akcja === 'wiersz') return showAdvice(c, { form: oneRowMore(read.form) })
  if (!read.ok) return showAdvice(c, { form: read.form }, 422)
  const typed: Readonly<Record<string, unknown>> = read.value
  const answers = criteria.flatMap((criterion): CriterionAnswer[] => {
    // "other" holds words, and is not fine by itself
    const rest = typed.reszta !== undefined && criterion !== 'other' ? 'fine' : undefined
    const given = verdict.safeParse(typed[`ocena-${criterion}`] ?? rest)
    if (!given.success) return []
    const [remark, basis] = [String(typed[`uwagi-${criterion}`] ?? ''), String(typed[`podstawa-${criterion}`] ?? '')]
    return [{ criterion, verdict: given.data, remark, basis }]
  })
  const { ocena: overall, uwagi, kwota, linki, razem: together } = read.value
  const links = readLinks(linki)
  const estimate = kwota === undefined ? undefined : parseMoney(kwota)
  const errors = Object.fromEntries(answers.filter(needsRemark).map(one => [`uwagi-${one.criterion}`, t.errors.remark]))
  if (kwota !== undefined && estimate === undefined) errors.kwota = t.errors.money
  if (!links) errors.linki = t.errors.links
  const priced = await readPriced(c, read.form, estimate)
  Object.assign(errors, priced.errors)
  const land = landIn(read.value)
  if (land === 'no-owner') errors['grunt-wlasciciel'] = lands[c.var.ctx.locale].errors.choose
  if (Object.keys(errors).length > 0) return showAdvice(c, { form: { ...read.form, errors } }, 422)
  const given = {
    answers,
    overall,
    remark: uwagi,
    links: links ?? [],
    ...(estimate !== undefined && { estimate }),
    ...(priced.stated && { prices: priced.stated }),
    ...(typeof land === 'object' && { land }),
  }
  const answered = await answerAdvice(c.var.ctx, adviceIdIn(c), given, together)
  return answered.ok ? goOn(c, answered.finish ?? 'answer') : showAdvice(c, { form: read.form, why: answered.why }, 409)
}

/** After an answer comes the next question of this expert, the nearest deadline first. */
async function goOn(c: Visit, finish: Finish) {
  const { ctx } = c.var
  const next = (await listQueue(ctx, unitsOf(ctx.actor), ['assigned'])).find(one => isMine(ctx.actor, one))
  const t = wordsOf(c).done
  return next ? done(c, url(paths.advice, { id: next.id }), t.next(t[finish])) : done(c, adviceHere(c), t[finish])
}

// the queue of a unit

/** For everybody: what units have said about one idea or project. */
async function adviceAbout(c: Visit, subjectId: string) {
  const { ctx, frame } = c.var
  const subject = await loadSubject(ctx, subjectId)
  if (!subject.shared) return notFound('subject')
  return page(
    c,
    <SubjectAdvicePage frame={frame} subject={subject} advice={await listAdviceOn(ctx, [subjectId])} asking={await mayAskAbout(ctx, subjectId)} />,
  )
}

async function queue(c: Visit) {
  const { ctx, frame } = c.var
  if (!isSomebody(ctx.actor)) return c.redirect(url(paths.signIn, undefined, { powrot: paths.adviceQueue }), 303)
  const units = unitsOf(ctx.actor)
  if (units.length === 0) return forbidden()
  const open = await listQueue(ctx, units, ['queued', ...openStates], 500)
  const answered = await listQueue(ctx, units, ['answered'], 10)
  const mine = open.filter(one => one.state !== 'queued' && isMine(ctx.actor, one))
  const waiting = open.filter(one => !mine.includes(one))
  const subjects = await loadSubjects(
    ctx,
    [...open, ...answered].map(one => one.subjectId),
  )
  return page(
    c,
    <AdviceQueuePage
      {...{ frame, mine, waiting, answered, subjects }}
      units={await unitsNamed(ctx, units)}
      toRelease={countBy(open.filter(one => one.state === 'drafted' && headsIt(ctx.actor, one)).map(one => one.unitId))}
      packets={await listPackets(ctx, units)}
    />,
  )
}

const countBy = (ids: readonly string[]) => new Map([...new Set(ids)].map(id => [id, ids.filter(other => other === id).length]))
const unitsNamed = async (ctx: Ctx, ids: readonly string[]) => (await listUnits(ctx)).filter(({ id }) => ids.includes(id))

export const adviceRoutes: readonly Route[] = [
  get(paths.adviceNew, 'signed-in', c => showAsk(c, c.req.query('o') ?? '')),
  post(paths.adviceNew, 'signed-in', 'advice.asked', ask),
  get(paths.adviceQueue, 'everyone', c => (c.req.query('o') === undefined ? queue(c) : adviceAbout(c, c.req.query('o') ?? ''))),
  get(paths.advice, 'everyone', c => showAdvice(c)),
  post(paths.adviceAssignment, ['unit-expert'], 'advice.assigned', assign),
  post(paths.adviceReturn, ['unit-expert'], 'advice.returned', pass),
  post(paths.adviceAnswer, ['unit-expert'], 'advice.answered', answer),
]

/** What this module says on a project's own page: the status of its land, as units stated it. */
export async function landBeside(c: Visit, id: string) {
  const { ctx, frame } = c.var
  if (!id.startsWith('project_')) return undefined
  const stated = (await listAdviceOn(ctx, [id]))
    .flatMap(one => [one, ...one.parts])
    .flatMap(({ id, unitName, land, answeredAt }) => (land && answeredAt ? [{ id, unitName, land, at: answeredAt }] : []))
    .sort((a, b) => b.at.getTime() - a.at.getTime())
  return stated.length === 0 ? undefined : <LandBeside frame={frame} stated={stated} />
}
