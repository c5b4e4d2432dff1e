import type { Grosze } from '#kit/money.ts'
import type { Election } from '#modules/counting/engine/election.rules.ts'

/** Somebody could rightly complain: so many supporters of one project, whose equal share of the money covers it beside all that they have won. */
export type Complaint = {
  readonly project: string
  readonly cost: Grosze
  readonly people: number
  /** The equal share of the budget of all these people together, rounded down to the grosz. */
  readonly share: Grosze
  /** What won of their choices, for the one of them who won most, in money. */
  readonly wonMost: Grosze
}
export type Audit = { readonly ok: true } | { readonly ok: false; readonly complaints: readonly Complaint[] }

/**
 * EJR+ up to any project, with cost as utility (Brill & Peters 2023, arXiv 2302.01989): fails when there are a project that did not win and a group of
 * its supporters such that each of them, with the project added, would have winners worth no more than the group's equal share of the budget. Only the
 * supporters who won least need be looked at, so one sorting per project decides it. Equal Shares with cost utilities always passes.
 *
 * The strongest complaint of each project comes out, the strongest of all first. Ballots are read as approvals: whatever somebody marked, they support.
 */
export function auditProportionality(e: Election, winners: readonly string[]): Audit {
  const isWinner = new Set(winners)
  const worth = worthOf(e, winners)
  const complaints = e.ids.flatMap((id, project) => (isWinner.has(id) ? [] : (strongest(e, project, worth) ?? [])))
  return complaints.length === 0 ? { ok: true } : { ok: false, complaints: complaints.sort(byStrength) }
}

/** For each merged ballot, what of its choices won, in grosze. */
export function worthOf(e: Election, winners: readonly string[]): Float64Array {
  const worth = new Float64Array(e.times.length)
  for (const project of placesOf(e, winners))
    for (const ballot of supportersOf(e, project)) worth[ballot] = (worth[ballot] ?? 0) + (e.costs[project] ?? 0)
  return worth
}

export const placesOf = (e: Election, ids: readonly string[]): number[] => {
  const places = new Map(e.ids.map((id, place) => [id, place]))
  return ids.flatMap(id => places.get(id) ?? [])
}
/** The merged ballots that name this project with a positive weight. */
export function supportersOf(e: Election, project: number): number[] {
  const [from, to] = [e.starts[project] ?? 0, e.starts[project + 1] ?? 0]
  return Array.from(e.by.subarray(from, to)).filter((_, i) => (e.weights[from + i] ?? 0) > 0)
}

function strongest(e: Election, project: number, worth: Float64Array): Complaint | undefined {
  const cost = e.costs[project] ?? Number.POSITIVE_INFINITY
  if (cost === Number.POSITIVE_INFINITY) return undefined
  const wonBy = (ballot: number) => worth[ballot] ?? 0
  const poorestFirst = supportersOf(e, project).sort((a, b) => wonBy(a) - wonBy(b))
  let [people, best]: [number, Complaint | undefined] = [0, undefined]
  for (const [i, ballot] of poorestFirst.entries()) {
    people += e.times[ballot] ?? 0
    const next = poorestFirst[i + 1]
    if (next !== undefined && wonBy(next) === wonBy(ballot)) continue
    const due = BigInt(wonBy(ballot)) + BigInt(cost)
    const money = BigInt(e.budget) * BigInt(people)
    if (due * BigInt(e.voters) > money) continue
    const complaint = { project: e.ids[project] ?? '', cost, people, share: Number(money / BigInt(e.voters)), wonMost: wonBy(ballot) }
    if (!best || byStrength(complaint, best) < 0) best = complaint
  }
  return best
}

/** The more of their share a group is left without, relative to what it asks for, the stronger; then the larger group. */
function byStrength(a: Complaint, b: Complaint): number {
  const [mine, theirs] = [BigInt(a.share) * BigInt(b.cost + b.wonMost), BigInt(b.share) * BigInt(a.cost + a.wonMost)]
  return mine === theirs ? b.people - a.people : mine > theirs ? -1 : 1
}
