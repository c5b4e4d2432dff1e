import type { Actor } from '#kit/actor.ts'
import type { Day } from '#kit/dates.ts'
import { no, type Verdict, yes } from '#kit/verdict.ts'

/** How a unit works: whether its head releases answers, and how many questions of one edition it takes. */
export type Desk = { readonly unitId: string; readonly releases: boolean; readonly cap: number | null; readonly version: number }
export const plainDesk = (unitId: string): Desk => ({ unitId, releases: false, cap: null, version: 0 })

/** Somebody is away from one day to another, and somebody of the same unit stands in. */
export type Absence = {
  readonly id: string
  readonly unitId: string
  readonly personId: string
  readonly deputyId: string
  /** The absent person heads the unit, and the deputy may what the head may. */
  readonly head: boolean
  readonly firstDay: Day
  readonly lastDay: Day
}

const holds = (actor: Actor, unitId: string, role: 'unit-head' | 'unit-expert') =>
  actor.grants.some(grant => grant.unitId === unitId && grant.role === role)

export const mayKeepDesk = (actor: Actor, unitId: string): Verdict<'not-yours'> => (holds(actor, unitId, 'unit-head') ? yes : no('not-yours'))
export const maySeeDesk = (actor: Actor, unitId: string): boolean => holds(actor, unitId, 'unit-head') || holds(actor, unitId, 'unit-expert')
/** The head for anybody in the unit, everybody for themselves. */
export function mayNameDeputy(actor: Actor, { unitId, personId }: Pick<Absence, 'unitId' | 'personId'>): Verdict<'not-yours'> {
  return holds(actor, unitId, 'unit-head') || (maySeeDesk(actor, unitId) && actor.id === personId) ? yes : no('not-yours')
}

/** Is there still room in this edition? `taken` are the questions the unit has let in. */
export const hasRoom = ({ cap }: Pick<Desk, 'cap'>, taken: number): boolean => cap === null || taken < cap

/** When silence about a question is told, and to whom, in days from its due date. */
export const steps = [
  { level: 1, after: -2, to: 'expert' },
  { level: 2, after: 1, to: 'head' },
  { level: 3, after: 5, to: 'coordinator' },
] as const
export type Reminder = (typeof steps)[number]
/** The furthest step that is due and has not been taken. A question that is late already is not told of step by step. */
export const reminderDue = (daysAfterDue: number, reminded: number): Reminder | undefined =>
  steps.findLast(({ after, level }) => daysAfterDue >= after && level > reminded)
