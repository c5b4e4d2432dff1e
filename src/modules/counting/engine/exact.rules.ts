import type { Election } from '#modules/counting/engine/election.rules.ts'

/** Exactly what one unit of a ballot's weight pays for a project: `top / bottom` grosze. */
export type Fraction = { readonly top: bigint; readonly bottom: bigint }
export const isLess = (a: Fraction, b: Fraction): boolean => a.top * b.bottom < b.top * a.bottom
export const isEqual = (a: Fraction, b: Fraction): boolean => a.top * b.bottom === b.top * a.bottom

export type ExactPurses = {
  /** What one unit of weight pays if the supporters buy it together now; undefined when they cannot. */
  price(project: number): Fraction | undefined
  pay(project: number): { readonly price: Fraction; readonly poor: number; readonly rich: number }
}

/**
 * The purses of all merged ballots with one common denominator. After a purchase the denominator is multiplied by the weight of those who paid in full,
 * and a purse is brought to it only when it is looked at.
 */
export function exactPurses(e: Election, start: Fraction): ExactPurses {
  const levels = [start.bottom]
  const purses: bigint[] = Array(e.times.length).fill(start.top)
  const seen = new Int32Array(e.times.length)
  const bottom = () => levels.at(-1) ?? 1n
  const purse = (ballot: number): bigint => {
    const at = seen[ballot] ?? 0
    if (at !== levels.length - 1) {
      purses[ballot] = (purses[ballot] ?? 0n) * (bottom() / (levels[at] ?? 1n))
      seen[ballot] = levels.length - 1
    }
    return purses[ballot] ?? 0n
  }
  const supportersOf = (project: number) => {
    const from = e.starts[project] ?? 0
    return Array.from({ length: (e.starts[project + 1] ?? 0) - from }, (_, i) => {
      const ballot = e.by[from + i] ?? 0
      return { ballot, purse: purse(ballot), weight: BigInt(e.weights[from + i] ?? 0), times: BigInt(e.times[ballot] ?? 0) }
    }).filter(({ weight }) => weight > 0n)
  }

  function split(project: number) {
    const cost = e.costs[project] ?? Number.POSITIVE_INFINITY
    if (cost === Number.POSITIVE_INFINITY) return undefined
    const due = BigInt(cost) * bottom()
    let rich = supportersOf(project)
    if (rich.reduce((sum, { purse: has, times }) => sum + has * times, 0n) < due) return undefined
    let [poorPays, poor] = [0n, 0]
    for (;;) {
      const weight = rich.reduce((sum, one) => sum + one.weight * one.times, 0n)
      const left = due - poorPays
      const still = rich.filter(one => one.purse * weight >= left * one.weight)
      if (still.length === rich.length) return { rich, left, weight, poor }
      for (const one of rich) {
        if (one.purse * weight >= left * one.weight) continue
        poorPays += one.purse * one.times
        poor += Number(one.times)
      }
      rich = still
    }
  }
  return {
    price(project) {
      const found = split(project)
      return found && { top: found.left, bottom: found.weight * bottom() }
    },
    pay(project) {
      const found = split(project)
      if (!found) throw new Error(`the supporters of ${e.ids[project]} cannot pay for it`)
      const { rich, left, weight, poor } = found
      const price = { top: left, bottom: weight * bottom() }
      const full = new Map(rich.map(one => [one.ballot, one]))
      const all = supportersOf(project)
      levels.push(bottom() * (weight || 1n))
      for (const { ballot } of all) {
        const one = full.get(ballot)
        purses[ballot] = one ? purse(ballot) - left * one.weight : 0n
        seen[ballot] = levels.length - 1
      }
      return { price, poor, rich: rich.reduce((sum, { times }) => sum + Number(times), 0) }
    },
  }
}
