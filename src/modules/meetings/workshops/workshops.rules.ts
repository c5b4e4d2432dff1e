import { type Actor, has, isSomebody } from '#kit/actor.ts'
import type { FactRules } from '#kit/facts.ts'
import { procedure } from '#kit/procedure.ts'
import { no, type Verdict, yes } from '#kit/verdict.ts'
import { mayShare } from '#modules/ambassadors/workspace/practices.rules.ts'

type Staged = { title: string; stage: Stage }
declare module '#kit/facts.ts' {
  interface Facts {
    'series.planned': { title: string }
    'workshop.opened': Staged
    'workshop.settled': Staged
    'workshop.needs-taken': Staged & { needs: readonly string[] }
    'workshop.groups-merged': Staged & { group: string }
    'workshop.need-parted': Staged & { need: string }
    'workshop.marked': Staged
    'workshop.hall-counted': Staged & { voters: number }
    'workshop.table-set': Staged & { name: string }
    'workshop.table-joined': Staged & { name: string }
    'workshop.card-written': Staged & { card: string }
    'workshop.card-changed': Staged & { card: string; version: number }
    'workshop.practice-attached': Staged & { practice: string }
    'workshop.practice-detached': Staged & { practice: string }
  }
}
export const workshopsFacts = {
  'series.planned': { keep: { years: 6 } },
  'workshop.opened': { keep: { years: 6 } },
  'workshop.settled': { keep: { years: 6 } },
  'workshop.needs-taken': { keep: { years: 6 } },
  'workshop.groups-merged': { keep: { years: 6 } },
  'workshop.need-parted': { keep: { years: 6 } },
  'workshop.marked': { keep: { days: 90 } },
  'workshop.hall-counted': { keep: { years: 6 } },
  'workshop.table-set': { keep: { years: 2 } },
  'workshop.table-joined': { keep: { years: 2 } },
  'workshop.card-written': { keep: { years: 6 } },
  'workshop.card-changed': { keep: { years: 2 } },
  'workshop.practice-attached': { keep: { years: 6 } },
  'workshop.practice-detached': { keep: { years: 2 } },
} satisfies FactRules

/** 1 gathers, merges and ranks needs; 2 develops idea cards at tables; 3 turns ideas into joint drafts. */
export const stages = [1, 2, 3] as const
export type Stage = (typeof stages)[number]
export const workshopStates = ['planned', 'open', 'settled'] as const
export type WorkshopState = (typeof workshopStates)[number]
export const workshopLimits = {
  titleMin: 5,
  titleMax: 120,
  aboutMax: 2000,
  marks: 3,
  marksMax: 20,
  needs: 60,
  fieldMax: 1500,
  nameMax: 60,
  votersMax: 500,
} as const

export type Series = {
  readonly id: string
  readonly editionId: string
  readonly territoryId: string
  readonly title: string
  readonly about: string
  /** How many marks each participant gives. */
  readonly marks: number
}
export type Workshop = {
  readonly id: string
  readonly seriesId: string
  readonly stage: Stage
  readonly meetingId: string
  readonly state: WorkshopState
  /** Whoever missed the meeting adds until then. */
  readonly openUntil: Date
  readonly hallVoters: number
}
/** Needs that say the same, merged; each source is kept. A need alone is a group too. */
export type Group = {
  readonly id: string
  readonly title: string
  readonly needIds: readonly string[]
  readonly marks: number
  readonly hallMarks: number
}
export type Table = { readonly id: string; readonly name: string; readonly groupId: string | null; readonly memberIds: readonly string[] }
export const cardFields = ['title', 'problem', 'forWhom', 'solution', 'place', 'askUnit'] as const
export type CardField = (typeof cardFields)[number]
export type Card = Readonly<Record<CardField, string>> & {
  readonly id: string
  readonly workshopId: string
  readonly tableId: string
  readonly version: number
  readonly madeBy: string
}

/** What the rules must know: who leads the workshop's meeting, and where the one before stands. */
export type WorkshopCase = {
  readonly state: WorkshopState
  readonly stage: Stage
  readonly openUntil: Date
  readonly leads: boolean
  readonly before: WorkshopState | undefined
}

const leads = (actor: Actor, workshop: WorkshopCase) => isSomebody(actor) && workshop.leads
/** Warsztat. Its output is settled once and opens the next one. */
export const workshopping = procedure<WorkshopState, Actor, WorkshopCase>('planned')({
  open: { from: ['planned'], to: 'open', allows: leads },
  settle: { from: ['open'], to: 'settled', allows: leads },
})
export function mayStepWorkshop(
  actor: Actor,
  step: 'open' | 'settle',
  workshop: WorkshopCase,
): Verdict<'not-yours' | 'wrong-state' | 'before-unsettled'> {
  const verdict = workshopping.may(actor, step, workshop)
  if (!verdict.ok) return verdict
  return step === 'open' && workshop.before !== undefined && workshop.before !== 'settled' ? no('before-unsettled') : yes
}

export type AddWhy = 'sign-in' | 'planned' | 'settled' | 'window-over'
/** In the hall or afterwards, until the day that was said: everybody signed in adds. The host may put things in order until it is settled. */
export function mayAdd(actor: Actor, workshop: WorkshopCase, now: Date): Verdict<AddWhy> {
  if (!isSomebody(actor)) return no('sign-in')
  if (workshop.state !== 'open') return no(workshop.state)
  return now <= workshop.openUntil || workshop.leads ? yes : no('window-over')
}
/** Merging is the host's: whose need it is keeps its words and its place. */
export const mayArrange = (actor: Actor, workshop: WorkshopCase): Verdict<'not-yours' | 'planned' | 'settled'> => {
  if (!leads(actor, workshop)) return no('not-yours')
  return workshop.state === 'open' ? yes : no(workshop.state)
}
/** Good practice is brought by whoever leads the workshop, by ambassadors at work and by experts, before it as well as after. */
export const mayAttachPractice = (actor: Actor, workshop: WorkshopCase): Verdict<'not-yours'> =>
  leads(actor, workshop) || mayShare(actor).ok ? yes : no('not-yours')

/** Who sits at the table writes its cards, and so does the host. */
export function mayWriteCard(actor: Actor, workshop: WorkshopCase, table: Pick<Table, 'memberIds'>, now: Date): Verdict<AddWhy | 'not-at-table'> {
  const adding = mayAdd(actor, workshop, now)
  if (!adding.ok) return adding
  return table.memberIds.includes(actor.id) || workshop.leads ? yes : no('not-at-table')
}
/** Hall participants stick dots on paper: no more of them than people times marks. */
export const fitsHall = (dots: readonly number[], voters: number, marks: number): boolean =>
  dots.every(n => n <= voters) && dots.reduce((sum, n) => sum + n, 0) <= voters * marks

export const mayPlanSeries = (actor: Actor): Verdict<'not-coordinator'> => (has(actor, 'coordinator') ? yes : no('not-coordinator'))

export type Ranked<G> = G & { readonly from: number; readonly to: number; readonly tied: boolean; readonly total: number }
/**
 * By marks alone. Those with as many share their places: a tie is shown as a tie and broken by nobody. How many support the needs stands
 * beside it and decides nothing.
 */
export function rankGroups<G extends Pick<Group, 'id' | 'title' | 'marks' | 'hallMarks'>>(groups: readonly G[]): Ranked<G>[] {
  const totals = groups.map(group => ({ ...group, total: group.marks + group.hallMarks }))
  return totals
    .map(group => {
      const better = totals.filter(other => other.total > group.total).length
      const same = totals.filter(other => other.total === group.total).length
      return { ...group, from: better + 1, to: better + same, tied: same > 1 }
    })
    .sort((a, b) => a.from - b.from || a.title.localeCompare(b.title, 'pl'))
}
