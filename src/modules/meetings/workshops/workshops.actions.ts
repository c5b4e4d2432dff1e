import { isSomebody } from '#kit/actor.ts'
import { newId } from '#kit/ids.ts'
import { notFound } from '#kit/refusal.ts'
import { no, type Verdict, yes } from '#kit/verdict.ts'
import { isInEdition, type Meeting, mayHost } from '#modules/meetings/meetings.rules.ts'
import { listMeetingsById, loadMeeting } from '#modules/meetings/meetings.store.ts'
import {
  type AddWhy,
  fitsHall,
  mayAdd,
  mayArrange,
  mayPlanSeries,
  mayStepWorkshop,
  type Series,
  stages,
  type Workshop,
  type WorkshopCase,
  workshopLimits,
  workshopping,
} from '#modules/meetings/workshops/workshops.rules.ts'
import {
  findSeriesByKey,
  holdWorkshop,
  insertSeries,
  insertWorkshops,
  listGroups,
  listWorkshops,
  loadSeries,
  loadWorkshop,
  mergeGroups as merge,
  moveWorkshop,
  partNeed as part,
  putHallMarks,
  putMarks,
  takeNeed,
} from '#modules/meetings/workshops/workshops.store.ts'
import { findCurrentEdition } from '#modules/programme/editions/editions.store.ts'
import { type Ctx, inTransaction } from '#platform/context.ts'
import { record } from '#platform/ledger.ts'

export type NewSeries = {
  readonly key: string
  readonly title: string
  readonly about: string
  readonly marks: number
  /** One for each stage, in their order: the meeting, and until when those who missed it may add. */
  readonly workshops: readonly { readonly meetingId: string; readonly openUntil: Date }[]
}
export type PlanSeriesWhy = 'not-coordinator' | 'no-edition' | 'no-workshops' | 'meetings-wrong' | 'order-wrong' | 'window-wrong' | 'taken'

/** Three linked workshops of one place, each with its meeting; the same form sent twice is one series. */
export async function planSeries(ctx: Ctx, plan: NewSeries): Promise<Verdict<PlanSeriesWhy> & { readonly id?: string }> {
  const verdict = mayPlanSeries(ctx.actor)
  if (!verdict.ok) return verdict
  return inTransaction(ctx, async ctx => {
    const known = await findSeriesByKey(ctx, plan.key)
    if (known) return { ...yes, id: known }
    const checked = await checkPlan(ctx, plan)
    if (!checked.ok) return checked
    const id = plan.key.replace(/^key/, 'series')
    const { key, title, about, marks } = plan
    if (!(await insertSeries(ctx, { id, key, title, about, marks, ...checked.where }))) return { ...yes, id }
    const rows = plan.workshops.map((one, at) => ({ ...one, id: newId('workshop'), seriesId: id, stage: stages[at] ?? 1, state: workshopping.first }))
    if (!(await insertWorkshops(ctx, rows))) return notFound('a meeting belongs to another series already')
    await record(ctx, 'series.planned', id, { title })
    return { ...yes, id }
  })
}

async function checkPlan(
  ctx: Ctx,
  plan: NewSeries,
): Promise<{ ok: true; where: Pick<Series, 'editionId' | 'territoryId'> } | { ok: false; why: PlanSeriesWhy }> {
  const edition = await findCurrentEdition(ctx)
  if (!edition) return no('no-edition')
  const found = await listMeetingsById(
    ctx,
    plan.workshops.map(one => one.meetingId),
  )
  const meetings = plan.workshops.map(one => found.find(meeting => meeting.id === one.meetingId))
  const [first] = meetings
  if (
    !first ||
    meetings.length !== stages.length ||
    !meetings.every(meeting => meeting?.kind === 'workshop' && meeting.territoryId === first.territoryId)
  )
    return no('meetings-wrong')
  if (first.editionId !== edition.id || !isInEdition(edition, first)) return no('no-workshops')
  return checkOrder(meetings as readonly Meeting[], plan)
}

function checkOrder(meetings: readonly Meeting[], { workshops }: NewSeries) {
  const starts = meetings.map(meeting => meeting.startsAt.getTime())
  if (starts.some((start, at) => at > 0 && start <= (starts[at - 1] ?? 0))) return no('order-wrong')
  const ends = workshops.map(one => one.openUntil.getTime())
  // who missed one can add before the next one opens with what came of it
  if (ends.some((end, at) => end < (meetings[at]?.endsAt.getTime() ?? 0) || end > (starts[at + 1] ?? Number.POSITIVE_INFINITY)))
    return no('window-wrong')
  const [{ editionId, territoryId }] = meetings as readonly [Meeting]
  return { ok: true, where: { editionId, territoryId } } as const
}

// a workshop as the rules see it

export type StandingWorkshop = {
  readonly series: Series
  readonly workshop: Workshop
  readonly meeting: Meeting
  readonly asked: WorkshopCase
  readonly before: Workshop | undefined
}

export async function standingWorkshop(ctx: Ctx, id: string): Promise<StandingWorkshop> {
  const workshop = await loadWorkshop(ctx, id)
  const [series, meeting, siblings] = [
    await loadSeries(ctx, workshop.seriesId),
    await loadMeeting(ctx, workshop.meetingId),
    await listWorkshops(ctx, [workshop.seriesId]),
  ]
  const before = siblings.find(one => one.stage === workshop.stage - 1)
  const leads = isSomebody(ctx.actor) && mayHost(ctx.actor, meeting).ok
  const { state, stage, openUntil } = workshop
  return { series, workshop, meeting, before, asked: { state, stage, openUntil, leads, before: before?.state } }
}

export const held = <T>(ctx: Ctx, id: string, work: (ctx: Ctx, standing: StandingWorkshop) => Promise<T>): Promise<T> =>
  inTransaction(ctx, async ctx => {
    await holdWorkshop(ctx, id)
    return work(ctx, await standingWorkshop(ctx, id))
  })
export const about = ({ series, workshop }: StandingWorkshop) => ({ title: series.title, stage: workshop.stage })

export function stepWorkshop(ctx: Ctx, id: string, step: 'open' | 'settle') {
  return held(ctx, id, async (ctx, standing) => {
    const verdict = mayStepWorkshop(ctx.actor, step, standing.asked)
    if (!verdict.ok) return verdict
    if (!(await moveWorkshop(ctx, id, standing.workshop.state, workshopping.steps[step].to))) return no('wrong-state')
    if (step === 'open') await record(ctx, 'workshop.opened', id, about(standing))
    else await record(ctx, 'workshop.settled', id, about(standing))
    return yes
  })
}

// the first: needs gathered, merged and ranked

/** Links needs that are there already, each as a group of its own; what is taken in already is left alone. */
export function takeNeedsIn(ctx: Ctx, id: string, needs: readonly { id: string; title: string }[]): Promise<Verdict<AddWhy | 'other-stage'>> {
  return held(ctx, id, async (ctx, standing) => {
    if (standing.workshop.stage !== 1) return no('other-stage')
    const verdict = mayAdd(ctx.actor, standing.asked, ctx.now)
    if (!verdict.ok) return verdict
    const taken: string[] = []
    for (const need of needs.slice(0, workshopLimits.needs)) if (await takeNeed(ctx, id, need, newId('group'))) taken.push(need.id)
    if (taken.length > 0) await record(ctx, 'workshop.needs-taken', id, { ...about(standing), needs: taken })
    return yes
  })
}

type ArrangeWhy = 'not-yours' | 'planned' | 'settled' | 'groups-missing'
/** Needs that say the same become one group. Nothing of them is lost: each keeps its words, its author and its supporters. */
export function mergeGroups(ctx: Ctx, id: string, groupIds: readonly string[], title: string): Promise<Verdict<ArrangeWhy>> {
  return held(ctx, id, async (ctx, standing) => {
    const verdict = mayArrange(ctx.actor, standing.asked)
    if (!verdict.ok) return verdict
    const groups = (await listGroups(ctx, id)).filter(group => groupIds.includes(group.id))
    const [into, ...others] = groups
    if (!into || others.length === 0) return no('groups-missing')
    await merge(
      ctx,
      into.id,
      others.map(group => group.id),
      title,
    )
    await record(ctx, 'workshop.groups-merged', id, { ...about(standing), group: into.id })
    return yes
  })
}

/** A need that does not belong there after all stands alone again. */
export function partNeed(ctx: Ctx, id: string, need: { id: string; title: string }): Promise<Verdict<ArrangeWhy>> {
  return held(ctx, id, async (ctx, standing) => {
    const verdict = mayArrange(ctx.actor, standing.asked)
    if (!verdict.ok) return verdict
    const group = (await listGroups(ctx, id)).find(one => one.needIds.includes(need.id))
    if (!group || group.needIds.length < 2) return no('groups-missing')
    await part(ctx, id, need, newId('group'))
    await record(ctx, 'workshop.need-parted', id, { ...about(standing), need: need.id })
    return yes
  })
}

/** One person's whole choice: so many marks, one for a group. Given again, it replaces the one before. */
export function giveMarks(ctx: Ctx, id: string, groupIds: readonly string[]): Promise<Verdict<AddWhy | 'too-many-marks' | 'groups-missing'>> {
  return held(ctx, id, async (ctx, standing) => {
    const verdict = mayAdd(ctx.actor, standing.asked, ctx.now)
    if (!verdict.ok) return verdict
    const chosen = [...new Set(groupIds)]
    if (chosen.length > standing.series.marks) return no('too-many-marks')
    const known = new Set((await listGroups(ctx, id)).map(group => group.id))
    if (!chosen.every(groupId => known.has(groupId))) return no('groups-missing')
    await putMarks(ctx, id, ctx.actor.id, chosen)
    await record(ctx, 'workshop.marked', id, about(standing))
    return yes
  })
}

/** The dots of those in the hall who have no account, counted from the sheet on the wall. */
export function countHall(ctx: Ctx, id: string, voters: number, dots: ReadonlyMap<string, number>): Promise<Verdict<ArrangeWhy | 'too-many-dots'>> {
  return held(ctx, id, async (ctx, standing) => {
    const verdict = mayArrange(ctx.actor, standing.asked)
    if (!verdict.ok) return verdict
    if (!fitsHall([...dots.values()], voters, standing.series.marks)) return no('too-many-dots')
    await putHallMarks(ctx, id, voters, dots)
    await record(ctx, 'workshop.hall-counted', id, { ...about(standing), voters })
    return yes
  })
}
