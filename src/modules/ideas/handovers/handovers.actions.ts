import type { Day } from '#kit/dates.ts'
import { dayOf } from '#kit/dates.ts'
import { assert, notFound } from '#kit/refusal.ts'
import { no, type Verdict, yes } from '#kit/verdict.ts'
import { listComments } from '#modules/discussions/discussions.store.ts'
import { countBackings } from '#modules/ideas/backings.store.ts'
import { answeredNews, handedNews, officeLetter, overdueNews } from '#modules/ideas/handovers/handovers.mail.tsx'
import {
  dayOfRecord,
  dueOf,
  type Handover,
  type HandoverForm,
  type HandoverOutcome,
  handing,
  handoverLimits,
  mayHandOver,
  type Packet,
} from '#modules/ideas/handovers/handovers.rules.ts'
import { findHandoverByKey, insertHandover, loadHandover, moveHandover, takeUnreminded } from '#modules/ideas/handovers/handovers.store.ts'
import { type Idea, shaping } from '#modules/ideas/ideas.rules.ts'
import { loadIdea, moveIdea } from '#modules/ideas/ideas.store.ts'
import { type Need, needing } from '#modules/ideas/needs.rules.ts'
import { loadNeed, moveNeed } from '#modules/ideas/needs.store.ts'
import { supportersOf } from '#modules/ideas/supporters.store.ts'
import { peopleWithRole } from '#modules/people/people.store.ts'
import { tell } from '#modules/people/telling.actions.ts'
import { findUnit } from '#modules/programme/registers/units.store.ts'
import { territoryTitle } from '#modules/programme/territories/territories.rules.ts'
import { loadTerritory } from '#modules/programme/territories/territories.store.ts'
import { type Ctx, inTransaction } from '#platform/context.ts'
import { record } from '#platform/ledger.ts'
import { postLetter } from '#platform/letters.ts'
import { addOrigin, ancestorsOf } from '#platform/origins.ts'
import { findThings, type ThingKind } from '#platform/things.ts'

type Kind = 'need' | 'idea'
const kindOf = (id: string): Kind => (id.startsWith('need_') ? 'need' : id.startsWith('idea_') ? 'idea' : notFound('neither a need nor an idea'))
/** The need or the idea that is handed over. */
export const loadHandedSubject = (ctx: Ctx, id: string): Promise<Need | Idea> => (kindOf(id) === 'need' ? loadNeed(ctx, id) : loadIdea(ctx, id))

/** Everything an office needs to begin with, and nobody's data: figures instead of names. */
export async function packetOf(ctx: Ctx, kinds: readonly ThingKind[], said: Need | Idea): Promise<Packet> {
  const [place, backings, comments, origins] = await Promise.all([
    loadTerritory(ctx, said.territoryId),
    countBackings(ctx, said.id),
    listComments(ctx, said.id),
    ancestorsOf(ctx, said.id),
  ])
  const things = await findThings(ctx, kinds, origins)
  const figures = new Map<string, number>()
  for (const { kind } of comments) figures.set(kind, (figures.get(kind) ?? 0) + 1)
  return {
    title: said.title,
    text: said.text,
    place: [territoryTitle(place), said.placeWords].filter(Boolean).join(' · '),
    backings,
    comments: Object.fromEntries(figures),
    sources: [...things.values()].filter(({ isPublic }) => isPublic).map(({ title, path }) => ({ title, path })),
  }
}

export type NewHandover = {
  readonly key: string
  readonly subjectId: string
  readonly form: HandoverForm
  /** A city unit, or an office in words with its address. */
  readonly unitId?: string | undefined
  readonly office?: string | undefined
  readonly address?: string | undefined
  readonly email?: string | undefined
  readonly note: string
}
export type HandWhy = 'not-yours' | 'own' | 'wrong-state' | 'ended' | 'office-missing' | 'address-missing'

/** Hands a need or an idea over. The id comes from the form's key: sent twice, it is one hand-over. */
export async function handOver(ctx: Ctx, kinds: readonly ThingKind[], asked: NewHandover): Promise<Verdict<HandWhy> & { readonly id?: string }> {
  return inTransaction(ctx, async ctx => {
    const before = await findHandoverByKey(ctx, asked.key)
    if (before) return { ...yes, id: before }
    const said = await loadHandedSubject(ctx, asked.subjectId)
    const verdict = mayHandOver(ctx.actor, said)
    if (!verdict.ok) return madeMeanwhile(ctx, asked.key, verdict)
    const unit = asked.unitId ? await findUnit(ctx, asked.unitId) : undefined
    const office = unit?.name ?? asked.office
    if (!office) return no('office-missing')
    if (!asked.address && !unit) return no('address-missing')
    const id = asked.key.replace(/^key/, 'handover')
    const { editionId, territoryId, title } = said
    const { key, form, note, email = null } = asked
    const packet = await packetOf(ctx, kinds, said)
    const place = { subjectId: said.id, title, editionId, territoryId, unitId: unit?.id ?? null, office, address: asked.address ?? '', email }
    if (!(await redirect(ctx, said))) return madeMeanwhile(ctx, key, no('wrong-state'))
    const made = await insertHandover(ctx, { id, key, form, note, packet, handedBy: ctx.actor.id, dueOn: dueOf(ctx.now), ...place })
    assert(made, 'what waits in the talk is with no office')
    await addOrigin(ctx, said.id, id)
    await record(ctx, 'handover.made', said.id, { title, form, office, handover: id })
    const handover = await loadHandover(ctx, id)
    await tell(ctx, await concerned(ctx, said), handedNews(handover))
    if (email) await postLetter(ctx, { personId: null, address: email, ...officeLetter(handover) })
    return { ...yes, id }
  })
}

/** The same form, sent twice at once: the other one was faster and has made it. */
async function madeMeanwhile(ctx: Ctx, key: string, refusal: Verdict<HandWhy>): Promise<Verdict<HandWhy> & { readonly id?: string }> {
  const id = await findHandoverByKey(ctx, key)
  return id ? { ...yes, id } : refusal
}

/** The step of the thing itself: it waits elsewhere. False when it has moved meanwhile. */
const redirect = (ctx: Ctx, said: Need | Idea) =>
  kindOf(said.id) === 'need'
    ? moveNeed(ctx, said.id, (said as Need).state, needing.steps.redirect.to)
    : moveIdea(ctx, said.id, (said as Idea).state, shaping.steps.redirect.to)
/** What an office would not do is not lost: it waits in the talk again. */
const resume = (ctx: Ctx, id: string) =>
  kindOf(id) === 'need' ? moveNeed(ctx, id, 'redirected', needing.steps.resume.to) : moveIdea(ctx, id, 'redirected', shaping.steps.resume.to)

/** Whoever said, backed or discussed it, but not whoever acts now. */
const concerned = async (ctx: Ctx, { id }: Pick<Need | Idea, 'id'>) =>
  (await supportersOf(ctx, id)).filter(person => person !== '' && person !== ctx.actor.id)

type DayWhy = 'day-wrong' | 'day-ahead' | 'day-before'
type RecordWhy = 'not-yours' | 'wrong-state' | 'changed' | DayWhy

/** The office has confirmed that it has it. */
export async function receiveHandover(
  ctx: Ctx,
  id: string,
  { on, reference, version }: { readonly on: Day; readonly reference?: string | undefined; readonly version: number },
): Promise<Verdict<RecordWhy>> {
  return inTransaction(ctx, async ctx => {
    const handover = await loadHandover(ctx, id)
    const verdict = mayRecord(ctx, 'receive', handover, on)
    if (!verdict.ok) return verdict
    if (!(await moveHandover(ctx, handover, handing.steps.receive.to, { received_on: on, reference: reference ?? null }, version)))
      return no('changed')
    await record(ctx, 'handover.received', handover.subjectId, { title: handover.title, office: handover.office, handover: id })
    return yes
  })
}

export type OfficeAnswer = { readonly on: Day; readonly outcome: HandoverOutcome; readonly answer: string; readonly version: number }
/** What the office decided, with its reason. What it refused waits in the talk again. */
export async function answerHandover(ctx: Ctx, id: string, { on, outcome, answer, version }: OfficeAnswer): Promise<Verdict<RecordWhy>> {
  return inTransaction(ctx, async ctx => {
    const handover = await loadHandover(ctx, id)
    const verdict = mayRecord(ctx, 'answer', handover, on)
    if (!verdict.ok) return verdict
    if (!(await moveHandover(ctx, handover, handing.steps.answer.to, { outcome, answer, answered_on: on }, version))) return no('changed')
    if (outcome === 'refused') await resume(ctx, handover.subjectId)
    const { subjectId, title, office } = handover
    await record(ctx, 'handover.answered', subjectId, { title, office, outcome, handover: id })
    await tell(ctx, await concerned(ctx, { id: subjectId }), answeredNews(await loadHandover(ctx, id)))
    return yes
  })
}

function mayRecord(ctx: Ctx, step: 'receive' | 'answer', handover: Handover, on: Day): Verdict<RecordWhy> {
  const verdict = handing.may(ctx.actor, step, handover)
  return verdict.ok ? dayOfRecord(on, handover.handedAt, ctx.now) : verdict
}

/** Once every thirty days for each that is late: the coordinators are told, and the office if it has an e-mail. */
export async function remindOfHandovers(ctx: Ctx): Promise<number> {
  return inTransaction(ctx, async ctx => {
    const notSince = new Date(ctx.now.getTime() - handoverLimits.days * 86_400_000)
    const late = await takeUnreminded(ctx, dayOf(ctx.now), notSince)
    for (const handover of late) {
      const { id, subjectId, title, office, email, territoryId, editionId } = handover
      const coordinators = await peopleWithRole(ctx, 'coordinator', { territoryId, editionId })
      await tell(
        ctx,
        coordinators.map(person => person.id),
        overdueNews(handover),
      )
      if (email) await postLetter(ctx, { personId: null, address: email, ...officeLetter(handover, true) })
      await record(ctx, 'handover.reminded', subjectId, { title, office, handover: id })
    }
    return late.length
  })
}
