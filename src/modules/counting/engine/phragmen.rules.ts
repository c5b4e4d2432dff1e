import type { Grosze } from '#kit/money.ts'
import type { Election } from '#modules/counting/engine/election.rules.ts'
import { band } from '#modules/counting/engine/equal-shares.rules.ts'
import { type Fraction, isEqual, isLess } from '#modules/counting/engine/exact.rules.ts'

export type PhragmenRound = { readonly project: number; readonly load: Fraction }
export type PhragmenRun = {
  readonly rounds: readonly PhragmenRound[]
  readonly spent: Grosze
  /** Rounds in which several projects would have led to exactly the same load; the winner first. */
  readonly tied: readonly { readonly round: number; readonly projects: readonly number[] }[]
  /** The project whose turn came and that no longer fitted: there the count ends. */
  readonly refused: number | undefined
}
export type PhragmenRule = {
  readonly before: (a: number, b: number) => number
  /** Another choice in one tied round, to see whether the tie mattered. */
  readonly instead?: { readonly round: number; readonly project: number }
}

/**
 * Sequential Phragmén (Los, Christoff and Grossi, IJCAI 2022): everybody saves at the same pace, and a project is bought by its supporters at the moment
 * they hold its cost together; then they start again from nothing. The load of a ballot is the moment at which it paid last, in grosze. The count ends
 * at the first project that does not fit. Loads that floats cannot tell apart are compared exactly.
 */
export function runPhragmen(e: Election, { before, instead }: PhragmenRule): PhragmenRun {
  const floats = new Float64Array(e.times.length)
  const exact = exactLoads(e)
  const rounds: PhragmenRound[] = []
  const tied: { round: number; projects: readonly number[] }[] = []
  let spent = 0
  let waiting = e.ids.map((_, p) => p).filter(p => e.costs[p] !== Number.POSITIVE_INFINITY && (e.votes[p] ?? 0) > 0)
  while (waiting.length > 0) {
    const equals = lowest(waiting, p => loadAfter(e, floats, p), exact.after).sort(before)
    const project = instead?.round === rounds.length && equals.includes(instead.project) ? instead.project : equals[0]
    if (project === undefined) break
    if (equals.length > 1) tied.push({ round: rounds.length, projects: equals })
    const cost = e.costs[project] ?? 0
    if (spent + cost > e.budget) return { rounds, spent, tied, refused: project }
    const float = loadAfter(e, floats, project)
    for (let i = e.starts[project] ?? 0; i < (e.starts[project + 1] ?? 0); i += 1) floats[e.by[i] ?? 0] = float
    rounds.push({ project, load: exact.pay(project) })
    spent += cost
    waiting = waiting.filter(p => p !== project)
  }
  return { rounds, spent, tied, refused: undefined }
}

function lowest(waiting: readonly number[], float: (p: number) => number, exactly: (p: number) => Fraction): number[] {
  const loads = new Map(waiting.map(p => [p, float(p)]))
  const least = Math.min(...loads.values())
  const near = waiting.filter(p => (loads.get(p) ?? 0) <= least * (1 + band))
  if (near.length < 2) return near
  const exact = near.map(p => ({ p, load: exactly(p) }))
  const best = exact.reduce((low, one) => (isLess(one.load, low.load) ? one : low))
  return exact.filter(({ load }) => isEqual(load, best.load)).map(({ p }) => p)
}

function loadAfter(e: Election, loads: Float64Array, project: number): number {
  let [sum, people] = [e.costs[project] ?? 0, 0]
  for (let i = e.starts[project] ?? 0; i < (e.starts[project + 1] ?? 0); i += 1) {
    const ballot = e.by[i] ?? 0
    const times = e.times[ballot] ?? 0
    sum += (loads[ballot] ?? 0) * times
    people += times
  }
  return sum / people
}

/** Loads with one common denominator, brought to the newest only when looked at. */
function exactLoads(e: Election) {
  const bottoms = [1n]
  const loads: bigint[] = Array(e.times.length).fill(0n)
  const seen = new Int32Array(e.times.length)
  const bottom = () => bottoms.at(-1) ?? 1n
  const ballotsOf = (project: number) => e.by.subarray(e.starts[project] ?? 0, e.starts[project + 1] ?? 0)
  const loadOf = (ballot: number) => (loads[ballot] ?? 0n) * (bottom() / (bottoms[seen[ballot] ?? 0] ?? 1n))
  const after = (project: number): Fraction => {
    let [top, people] = [BigInt(e.costs[project] ?? 0) * bottom(), 0n]
    for (const ballot of ballotsOf(project)) {
      const times = BigInt(e.times[ballot] ?? 0)
      top += loadOf(ballot) * times
      people += times
    }
    return { top, bottom: people * bottom() }
  }
  return {
    after,
    pay(project: number): Fraction {
      const load = after(project)
      bottoms.push(load.bottom)
      for (const ballot of ballotsOf(project)) {
        loads[ballot] = load.top
        seen[ballot] = bottoms.length - 1
      }
      return load
    },
  }
}
