import type { SectionName } from '#modules/proposals/drafting/drafting.rules.ts'

export type Part = SectionName | 'costs' | 'spot'
/** One saved change of one part. */
export type Revision = {
  readonly section: Part
  readonly revision: number
  readonly personId: string
  readonly at: Date
  readonly credit?: string | undefined
}
/** What one person did to one part without a long rest: from the text of `from` to the text of `to`. */
export type Burst = {
  readonly section: Part
  readonly personId: string
  readonly from: number
  readonly to: number
  readonly since: Date
  readonly until: Date
  /** Whose words it follows: a unit's advice, somebody's suggestion. */
  readonly credits: readonly string[]
}
/** A moment of the draft that somebody gave a name, or a version that was frozen. */
export type Moment = { readonly at: Date; readonly name: string | undefined; readonly version: number | undefined; readonly personId: string }

const rest = 30 * 60_000

/** Newest first. A person's changes of one part belong together until somebody else changes it or half an hour passes. */
export function burstsOf(revisions: readonly Revision[]): Burst[] {
  const bursts: Burst[] = []
  const newest = new Map<Part, number>()
  for (const { section, revision, personId, at, credit } of [...revisions].sort(
    (a, b) => a.at.getTime() - b.at.getTime() || a.revision - b.revision,
  )) {
    const credits = credit ? [credit] : []
    const place = newest.get(section)
    const last = place === undefined ? undefined : bursts[place]
    if (place !== undefined && last && last.personId === personId && at.getTime() - last.until.getTime() <= rest)
      bursts[place] = { ...last, to: revision, until: at, credits: [...new Set([...last.credits, ...credits])] }
    else {
      newest.set(section, bursts.length)
      bursts.push({ section, personId, from: revision - 1, to: revision, since: at, until: at, credits })
    }
  }
  return bursts.sort((a, b) => b.until.getTime() - a.until.getTime())
}
