import { type Actor, isSomebody } from '#kit/actor.ts'
import { dayOf } from '#kit/dates.ts'
import type { Thing } from '#kit/things.ts'
import { no, type Verdict, yes } from '#kit/verdict.ts'

export const reportLimits = { wordsMax: 1000, toHide: 3, youngDays: 7, sameDayDays: 30 } as const
const dayLong = 86_400_000

/** Who reported, as far as it matters for how much a report weighs. */
export type Reporter = { readonly id: string; readonly joinedAt: Date; readonly broughtBy: string | undefined; readonly at: Date }

/** What one reporter may share with another, so that together they count as one. */
function marksOf({ joinedAt, broughtBy, at }: Reporter): readonly string[] {
  const age = (at.getTime() - joinedAt.getTime()) / dayLong
  return [
    ...(age < reportLimits.youngDays ? ['young'] : []),
    ...(age < reportLimits.sameDayDays ? [`day ${dayOf(joinedAt)}`] : []),
    ...(broughtBy === undefined ? [] : [`by ${broughtBy}`]),
  ]
}

/** How many independent reports these are: new accounts, those of one day and those that one person brought count as one. */
export function weightOf(reporters: readonly Reporter[]): number {
  let groups: Set<string>[] = []
  for (const reporter of reporters) {
    const marks = new Set([`by ${reporter.id}`, ...marksOf(reporter)])
    const touched = groups.filter(group => [...marks].some(mark => group.has(mark)))
    groups = [...groups.filter(group => !touched.includes(group)), new Set([...marks, ...touched.flatMap(group => [...group])])]
  }
  return groups.length
}

/** Three independent reports hide until review. What a moderator has looked at and kept is not hidden by itself again. */
export const hidesByItself = (weight: number, keptBefore: boolean): boolean => weight >= reportLimits.toHide && !keptBefore

export type ReportWhy = 'sign-in' | 'own' | 'not-public' | 'already-reported'
/** Everybody signed in may report what everybody may read, once; nobody reports their own words. */
export function mayReport(actor: Actor, thing: Pick<Thing, 'authorIds' | 'isPublic'>, reported: boolean): Verdict<ReportWhy> {
  if (!isSomebody(actor)) return no('sign-in')
  if (thing.authorIds.includes(actor.id)) return no('own')
  if (reported) return no('already-reported')
  return thing.isPublic ? yes : no('not-public')
}
