import type { Grosze } from '#kit/money.ts'
import type { Election } from '#modules/counting/engine/election.rules.ts'
import { type Complaint, placesOf, supportersOf } from '#modules/counting/results/audit.rules.ts'

/** Groups smaller than this are not told apart. */
export const smallestGroup = 5

/** An outcome seen by those who voted; numbers of people, never a person. Sums are exact; a share is a pair, so that nothing is rounded here. */
export type VotersSide = {
  readonly voters: number
  /** How many have at least one of their choices among the winners. */
  readonly withWinner: number
  /** Of all marks on all ballots, how many went to winners. */
  readonly marks: number
  readonly marksWon: number
  /** Of their own ballot, how much people won on average, from 0 to 1; an empty ballot won nothing. */
  readonly ballotShare: number
  /** How many people have 0, 1, 2, … of their choices among the winners; null: fewer than `smallestGroup`, but somebody. */
  readonly byWinners: readonly (number | null)[]
  /** Money of the winners for each of their supporters, in the order of `winners`. */
  readonly winners: readonly { readonly project: string; readonly cost: Grosze; readonly supporters: number }[]
}

/** The cost for each supporter, to whole złote; for so few supporters it would say who they are. */
export const moneyEach = (cost: Grosze, supporters: number): Grosze | undefined =>
  supporters < smallestGroup ? undefined : Math.round(cost / supporters / 100) * 100
/** Complaints of groups large enough to be told of. */
export const complaintsTold = (complaints: readonly Complaint[]): readonly Complaint[] => complaints.filter(({ people }) => people >= smallestGroup)

/** For each merged ballot, how many of its choices won. */
export function winnersOnBallots(e: Election, winners: readonly string[]): Int32Array {
  const won = new Int32Array(e.times.length)
  for (const project of placesOf(e, winners)) for (const ballot of supportersOf(e, project)) won[ballot] = (won[ballot] ?? 0) + 1
  return won
}

export function votersSide(e: Election, winners: readonly string[]): VotersSide {
  const won = winnersOnBallots(e, winners)
  const marked = winnersOnBallots(e, e.ids)
  const places = placesOf(e, winners)
  const most = won.reduce((a, b) => Math.max(a, b), 0)
  const people: number[] = Array(most + 1).fill(0)
  let [marks, marksWon] = [0, 0]
  // whole numbers for each length of a ballot, so that nothing is rounded before the end
  const wonByLength = new Map<number, number>()
  for (const [ballot, times] of e.times.entries()) {
    people[won[ballot] ?? 0] = (people[won[ballot] ?? 0] ?? 0) + times
    marks += (marked[ballot] ?? 0) * times
    marksWon += (won[ballot] ?? 0) * times
    const length = marked[ballot] ?? 0
    wonByLength.set(length, (wonByLength.get(length) ?? 0) + (won[ballot] ?? 0) * times)
  }
  const withWinner = people.slice(1).reduce((sum, count) => sum + count, 0)
  // ballots without a mark are not among the merged ones
  people[0] = e.voters - withWinner
  return {
    voters: e.voters,
    withWinner,
    marks,
    marksWon,
    ballotShare:
      [...wonByLength].sort(([a], [b]) => a - b).reduce((sum, [length, won]) => sum + (length === 0 ? 0 : won / length), 0) / Math.max(1, e.voters),
    byWinners: hideSmall(people),
    winners: places.map(p => ({
      project: e.ids[p] ?? '',
      cost: e.costs[p] ?? 0,
      supporters: supportersOf(e, p).reduce((sum, ballot) => sum + (e.times[ballot] ?? 0), 0),
    })),
  }
}

/** A hidden group alone could be found from the sum of all; so a second one, the smallest of the others, is hidden with it. */
function hideSmall(people: readonly number[]): (number | null)[] {
  const isSmall = (count: number) => count > 0 && count < smallestGroup
  const small = people.flatMap((count, i) => (isSmall(count) ? [i] : []))
  const others = people.flatMap((count, i) => (count > 0 && !isSmall(count) ? [i] : []))
  const second = small.length === 1 ? others.sort((a, b) => (people[a] ?? 0) - (people[b] ?? 0)).slice(0, 1) : []
  const hidden = new Set([...small, ...second])
  return people.map((count, i) => (hidden.has(i) ? null : count))
}
