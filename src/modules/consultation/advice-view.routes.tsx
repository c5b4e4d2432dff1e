import { emptyForm, type FormState, filled } from '#kit/form.ts'
import { newId } from '#kit/ids.ts'
import { formatMoney } from '#kit/money.ts'
import { notFound } from '#kit/refusal.ts'
import { expertsFor } from '#modules/consultation/advice.actions.ts'
import { AdvicePage, type AdviceWhy } from '#modules/consultation/advice.pages.tsx'
import {
  type AdviceCase,
  caseOf,
  finishOf,
  isInside,
  mayAdmit,
  mayAnswerAdvice,
  mayAskBack,
  mayAssign,
  mayJoin,
  mayNote,
  mayPass,
  mayReadAdvice,
  mayReadQueries,
  mayReject,
  mayRelease,
  mayReply,
  mayWithdraw,
  type NamedAdvice,
} from '#modules/consultation/advice.rules.ts'
import { listAdviceById, loadAdvice } from '#modules/consultation/advice.store.ts'
import { listAlikeAnswered, listAlikeWaiting } from '#modules/consultation/desk/alike.store.ts'
import type { DeskView } from '#modules/consultation/desk/desk.parts.tsx'
import { findDesk, listWaitingList } from '#modules/consultation/desk/desk.store.ts'
import { returnsOf } from '#modules/consultation/desk/moves.store.ts'
import { typeLinks } from '#modules/consultation/links.rules.ts'
import { notesOf, queriesOf } from '#modules/consultation/queries.store.ts'
import { type LandStatement, proposeLand } from '#modules/consultation/registers/land.rules.ts'
import type { Plot } from '#modules/consultation/registers/plots.rules.ts'
import { plotsOf, proposeFor, spotOfSubject } from '#modules/consultation/registers/registers.actions.ts'
import { loadSubject } from '#modules/consultation/registers/subjects.store.ts'
import { namesOf } from '#modules/people/people.store.ts'
import { findUnit, listUnits } from '#modules/programme/registers/units.store.ts'
import { findUnitEstimate } from '#modules/proposals/cost/unit-prices.store.ts'
import { typeUnitPrices } from '#modules/proposals/cost/unit-prices-form.rules.ts'
import { noSpot } from '#modules/proposals/place/spots.rules.ts'
import { costsOf } from '#modules/proposals/proposals.store.ts'
import { shownNamesOn } from '#modules/proposals/shown-names.store.ts'
import { paths, url } from '#paths'
import type { Ctx } from '#platform/context.ts'
import { page, type Visit } from '#web/http.ts'

export const adviceIdIn = (c: Visit): string => c.req.param('id') ?? ''
export const adviceHere = (c: Visit): string => url(paths.advice, { id: adviceIdIn(c) })

/** The page of one question, for whoever may read it: with what this person may do, and why not after a refusal. */
export async function showAdvice(c: Visit, options: { form?: FormState; why?: AdviceWhy | undefined } = {}, status: 200 | 409 | 422 = 200) {
  const { ctx, frame } = c.var
  const advice = await loadAdvice(ctx, adviceIdIn(c))
  const subject = await loadSubject(ctx, advice.subjectId)
  const matter = caseOf(advice, subject)
  if (!mayReadAdvice(ctx.actor, matter)) return notFound('advice')
  const may = { assign: mayAssign(ctx.actor, matter).ok, pass: mayPass(ctx.actor, matter).ok, answer: mayAnswerAdvice(ctx.actor, matter).ok }
  const view = {
    advice,
    subject,
    may,
    finish: finishOf(ctx.actor, matter),
    desk: await deskView(ctx, advice, matter),
    askedByName: (await shownNamesOn(ctx, advice.subjectId, [advice.askedBy])).get(advice.askedBy) ?? '',
    passed: await returnsOf(ctx, advice.id),
    experts: may.assign ? await expertsFor(ctx, advice.unitId, subject.ownerIds) : [],
    units: may.pass ? await listUnits(ctx) : [],
    proposals: may.pass ? (await proposeFor(ctx, subject, advice.question)).filter(one => one.unitId !== advice.unitId) : [],
    plots: advice.state === 'answered' ? [] : await plotsOf(ctx, subject, advice.question),
    spot: advice.state === 'answered' ? noSpot : await spotOfSubject(ctx, subject),
    help: may.answer
      ? { earlier: await listAlikeAnswered(ctx, advice, subject), waiting: await listAlikeWaiting(ctx, advice, subject), model: c.req.query('wzor') }
      : { earlier: [], waiting: [] },
    costs: may.answer && subject.kind === 'project' ? await costsOf(ctx, subject.id) : undefined,
    unitPrices: advice.state === 'answered' || isInside(ctx.actor, advice) ? await findUnitEstimate(ctx, advice.id) : undefined,
  }
  const form = options.form ?? (may.answer ? await startOf(c, advice, view.plots) : emptyForm)
  return page(c, <AdvicePage frame={frame} view={view} form={form} why={options.why} />, status)
}

/** Why not, for people of the unit who cannot go on with it, each reason once; an answer says for itself that there is nothing more to do. */
function refusalsFor({ actor }: Ctx, matter: AdviceCase): AdviceWhy[] {
  if (!isInside(actor, matter) || matter.state === 'answered') return []
  if ([mayAssign(actor, matter), mayAnswerAdvice(actor, matter), mayRelease(actor, matter)].some(({ ok }) => ok)) return []
  const asked = [mayAssign(actor, matter), mayPass(actor, matter), mayAnswerAdvice(actor, matter), mayAskBack(actor, matter)]
  const verdicts = matter.state === 'drafted' ? [...asked, mayRelease(actor, matter)] : asked
  return [...new Set(verdicts.flatMap(verdict => (verdict.ok || verdict.why === 'not-yours' ? [] : [verdict.why])))]
}

async function deskView(ctx: Ctx, advice: NamedAdvice, matter: AdviceCase): Promise<DeskView> {
  const { actor } = ctx
  const inside = isInside(actor, advice)
  const join = mayJoin(actor, matter).ok
  return {
    key: newId('key'),
    inside,
    queries: mayReadQueries(actor, matter) ? await queriesOf(ctx, advice.id) : [],
    notes: inside ? await namedNotes(ctx, advice) : undefined,
    leaderName: advice.leading && (await findUnit(ctx, advice.leading.unitId))?.name,
    leadingPath: advice.leadingId && url(paths.advice, { id: advice.leadingId }),
    waiting: advice.state === 'queued' ? await waitingOf(ctx, advice) : undefined,
    joinable: join ? (await listUnits(ctx)).filter(({ id }) => mayJoin(actor, matter, id).ok) : [],
    may: {
      join,
      note: mayNote(actor, matter).ok,
      askBack: mayAskBack(actor, matter).ok,
      reply: mayReply(actor, matter).ok,
      release: mayRelease(actor, matter).ok,
      reject: mayReject(actor, matter).ok,
      admit: mayAdmit(actor, matter).ok,
      withdraw: mayWithdraw(actor, matter).ok,
    },
    refusals: refusalsFor(ctx, matter),
  }
}

async function namedNotes(ctx: Ctx, { id, unitId }: NamedAdvice) {
  const notes = await notesOf(ctx, id, unitId)
  const names = await namesOf(
    ctx,
    notes.map(({ authorId }) => authorId),
  )
  return notes.map(({ authorId, text, at }) => ({ name: names.get(authorId) ?? '', text, at }))
}
async function waitingOf(ctx: Ctx, { id, unitId, editionId }: NamedAdvice) {
  const list = await listWaitingList(ctx, unitId, editionId)
  return { place: list.findIndex(one => one.id === id) + 1, cap: (await findDesk(ctx, unitId)).cap }
}

/**
 * An earlier answer to start from, public as all are; the sum belongs to what it was said about and stays there. Or this very answer, which
 * the head sent back.
 */
async function startOf(c: Visit, advice: NamedAdvice, plots: readonly Plot[]): Promise<FormState> {
  const asked = c.req.query('wzor')
  const model = asked === undefined ? advice : (await listAdviceById(c.var.ctx, [asked])).find(({ state }) => state === 'answered')
  const land = advice.land ? { grunt: 'on', ...landTyped(advice.land) } : landTyped(proposeLand(plots))
  if (!model?.overall) return filled(land)
  const fields = model.answers.flatMap(({ criterion, verdict, remark, basis }) => [
    [`ocena-${criterion}`, verdict],
    [`uwagi-${criterion}`, remark],
    [`podstawa-${criterion}`, basis],
  ])
  const own = model === advice ? await findUnitEstimate(c.var.ctx, advice.id) : undefined
  const priced = own && own.prices.length > 0 ? typeUnitPrices(own) : undefined
  const sum = priced ?? (model === advice && advice.estimate !== undefined ? { kwota: formatMoney(advice.estimate) } : {})
  return filled({ ...land, ...Object.fromEntries(fields), ...sum, ocena: model.overall, uwagi: model.remark, linki: typeLinks(model.links) })
}

/** What the office's table proposes to say of the land, or what the head sent back. */
const landTyped = (land: Partial<LandStatement> | undefined): FormState['typed'] => ({
  'grunt-wlasciciel': land?.owner,
  'grunt-dzialki': land?.plots,
  'grunt-zarzadca': land?.manager,
  'grunt-ogranicza': land?.burdens,
  'grunt-uwagi': land?.remark,
})
