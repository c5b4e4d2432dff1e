import type { Grosze } from '#kit/money.ts'
import { type CountSettings, countElection, isShares, type RuleName } from '#modules/counting/engine/count.rules.ts'
import type { Election } from '#modules/counting/engine/election.rules.ts'

/**
 * What would have been enough for a project that did not win, all else as it was (measures of Boehmer et al. 2024, arXiv 2312.14723). Undefined: nothing
 * of this kind would. Each is a border found by recounting: so much is enough and one less is not. Greedy rules have one such border.
 */
export type Counterfactuals = {
  /** More points from the same people. */
  readonly points: number | undefined
  /** The highest cost at which it wins (cost reduction). */
  readonly cost: Grosze | undefined
  /** More people who support it alone, with the most points that one person may give (add singletons). */
  readonly people: number | undefined
}

export type Asked = {
  readonly rule: RuleName
  readonly settings: CountSettings /** Most points that one person may give a project. */
  readonly top: number
}

export const withPoints = (e: Election, project: number, more: number): Election => ({
  ...e,
  points: e.points.with(project, (e.points[project] ?? 0) + more),
})
export const withCost = (e: Election, project: number, cost: Grosze): Election => ({ ...e, costs: e.costs.with(project, cost) })
export function withPeople(e: Election, project: number, people: number, top: number): Election {
  const at = e.starts[project + 1] ?? 0
  const put = (list: Int32Array, value: number) => {
    const longer = new Int32Array(list.length + 1)
    longer.set(list.subarray(0, at))
    longer.set([value], at)
    longer.set(list.subarray(at), at + 1)
    return longer
  }
  const times = new Float64Array(e.times.length + 1)
  times.set(e.times)
  times.set([people], e.times.length)
  const add = (list: readonly number[], more: number) => list.with(project, (list[project] ?? 0) + more)
  return {
    ...e,
    points: add(e.points, people * top),
    firsts: add(e.firsts, people),
    votes: add(e.votes, people),
    voters: e.voters + people,
    times,
    starts: e.starts.map((start, i) => (i > project ? start + 1 : start)),
    by: put(e.by, e.times.length),
    weights: put(e.weights, top),
  }
}

export function counterfactualsOf(election: Election, id: string, { rule, settings, top }: Asked): Counterfactuals {
  const e = isShares(rule) ? election : sumsOf(election)
  const project = e.ids.indexOf(id)
  const cost = e.costs[project] ?? Number.POSITIVE_INFINITY
  if (cost === Number.POSITIVE_INFINITY) return { points: undefined, cost: undefined, people: undefined }
  const wins = (changed: Election) => countElection(changed, rule, settings).winners.includes(id)
  const most = Math.max(...e.points) - (e.points[project] ?? 0) + 1
  const people = Math.max(1, ...e.votes, Math.ceil(most / Math.max(1, top))) * 2
  const saved = border(by => wins(withCost(e, project, cost - by)), cost)
  return {
    points: rule.startsWith('greedy') ? border(more => wins(withPoints(e, project, more)), Math.max(most, settings.threshold)) : undefined,
    cost: saved === undefined ? undefined : cost - saved,
    people: border(more => wins(withPeople(e, project, more, top)), people),
  }
}

/** Greedy rules never look at a ballot: without them a recount takes no time. */
const sumsOf = (e: Election): Election => ({
  ...e,
  times: new Float64Array(0),
  starts: new Int32Array(e.ids.length + 1),
  by: new Int32Array(0),
  weights: new Int32Array(0),
})

/** The smallest step in 1..most that is enough, where more is never worse. */
function border(isEnough: (step: number) => boolean, most: number): number | undefined {
  if (most < 1 || !isEnough(most)) return undefined
  let [low, high] = [0, most]
  while (high - low > 1) {
    const middle = Math.floor((low + high) / 2)
    if (isEnough(middle)) high = middle
    else low = middle
  }
  return high
}
