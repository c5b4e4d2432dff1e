import type { Grosze } from '#kit/money.ts'

/** A project on the list: how many points it got, and how many people put it first, second, third. */
export type Candidate = {
  readonly id: string
  /** Undefined when it was withdrawn after the vote. */
  readonly cost: Grosze | undefined
  readonly points: number
  readonly marks: readonly number[]
}
export type GreedyRule = {
  /** Does a project too dear for what is left let the next ones try? Kraków: yes. */
  readonly skip: boolean
  readonly threshold?: number
  /** What decides between equal points, in this order; what is still equal stays in the order of the list. */
  readonly ties: readonly ('more-first-marks' | 'lower-cost' | 'higher-cost')[]
}
/**
 * Kraków counts points and takes from the top whatever still fits. How it breaks ties is not in any text we found; in both ties that ever decided
 * anything (Czyżyny 2022, Krowodrza 2024) the project that more people had put first won.
 */
export const krakowRule: GreedyRule = { skip: true, ties: ['more-first-marks'] }

export type TurnOutcome = 'won' | 'no-money' | 'below-threshold' | 'withdrawn'
export type Turn = {
  readonly id: string
  readonly place: number
  readonly points: number
  readonly outcome: TurnOutcome
  /** What was left when its turn came: the cost at which it would have won. */
  readonly left: Grosze
  /** With so many points more it would have won; undefined for winners and where no number of points would help. */
  readonly missingPoints: number | undefined
}
export type GreedyCount = {
  readonly turns: readonly Turn[]
  readonly spent: Grosze
  /** Groups of equal points whose order changed who won. */
  readonly decisiveTies: readonly (readonly string[])[]
}

/** Walks down the list and takes every project that still fits. */
export function countGreedy(candidates: readonly Candidate[], budget: Grosze, rule: GreedyRule = krakowRule): GreedyCount {
  const before = orderOf(candidates, rule)
  const order = candidates.toSorted(before)
  let [left, stopped] = [budget, false]
  const walked = order.map(candidate => {
    const leftBefore = left
    const outcome = outcomeOf(candidate, leftBefore, stopped, rule)
    if (outcome === 'won') left -= candidate.cost ?? 0
    if (outcome === 'no-money' && !rule.skip) stopped = true
    return { candidate, left: leftBefore, outcome }
  })
  const turns = walked.map(({ candidate, left: leftBefore, outcome }, i): Turn => {
    const missing = outcome === 'won' || outcome === 'withdrawn' ? undefined : pointsMissing(candidate, walked.slice(0, i), outcome, rule, before)
    return { id: candidate.id, place: i + 1, points: candidate.points, outcome, left: leftBefore, missingPoints: missing }
  })
  return { turns, spent: budget - left, decisiveTies: decisiveTies(walked, rule) }
}

type Walked = { readonly candidate: Candidate; readonly left: Grosze; readonly outcome: TurnOutcome }

function outcomeOf({ cost, points }: Candidate, left: Grosze, stopped: boolean, rule: GreedyRule): TurnOutcome {
  if (cost === undefined) return 'withdrawn'
  if (points < (rule.threshold ?? 0)) return 'below-threshold'
  return !stopped && cost <= left ? 'won' : 'no-money'
}

const deciders: Readonly<Record<GreedyRule['ties'][number], (a: Candidate, b: Candidate) => number>> = {
  'more-first-marks': (a, b) => (b.marks[0] ?? 0) - (a.marks[0] ?? 0),
  'lower-cost': (a, b) => (a.cost ?? 0) - (b.cost ?? 0),
  'higher-cost': (a, b) => (b.cost ?? 0) - (a.cost ?? 0),
}
type Before = (a: Candidate, b: Candidate) => number
function orderOf(candidates: readonly Candidate[], { ties }: GreedyRule): Before {
  const listed = new Map(candidates.map(({ id }, i) => [id, i]))
  const inList = ({ id }: Candidate) => listed.get(id) ?? 0
  return (a, b) => b.points - a.points || ties.reduce((found, tie) => found || deciders[tie](a, b), 0) || inList(a) - inList(b)
}

/**
 * The lowest place above its own at which a loser would have fitted, and what it takes to stand there. Exact: a loser took nothing,
 * so what was left at each turn above it stays the same when it moves up.
 */
function pointsMissing(loser: Candidate, above: readonly Walked[], outcome: TurnOutcome, rule: GreedyRule, before: Before): number | undefined {
  const toThreshold = Math.max(0, (rule.threshold ?? 0) - loser.points)
  const cost = loser.cost ?? 0
  if (outcome === 'below-threshold' && fitsAtOwnPlace(above, cost, rule)) return toThreshold
  const target = above.findLast((turn, i) => turn.left >= cost && (rule.skip || !above.slice(0, i).some(one => one.outcome === 'no-money')))
  if (!target) return undefined
  const raised = { ...loser, points: target.candidate.points }
  const level = target.candidate.points - loser.points
  return Math.max(before(raised, target.candidate) < 0 ? level : level + 1, toThreshold)
}
function fitsAtOwnPlace(above: readonly Walked[], cost: Grosze, rule: GreedyRule): boolean {
  const last = above.at(-1)
  if (!last) return true
  const left = last.outcome === 'won' ? last.left - (last.candidate.cost ?? 0) : last.left
  return left >= cost && (rule.skip || !above.some(one => one.outcome === 'no-money'))
}

/**
 * A tie decides only where some of the equals fit one by one but not all together. Where the first that does not fit ends the count, one that fits and
 * one that does not are enough.
 */
function decisiveTies(walked: readonly Walked[], { skip }: GreedyRule): string[][] {
  const groups = new Map<number, Walked[]>()
  for (const turn of walked) groups.set(turn.candidate.points, [...(groups.get(turn.candidate.points) ?? []), turn])
  const stop = skip ? walked.length : walked.findIndex(({ outcome }) => outcome === 'no-money')
  return [...groups.values()]
    .filter(group => {
      const [first] = group
      if (!first || (stop >= 0 && walked.indexOf(first) > stop)) return false
      const asked = group.filter(({ candidate, outcome }) => outcome !== 'below-threshold' && candidate.cost !== undefined)
      const fitting = asked.filter(({ candidate }) => (candidate.cost ?? 0) <= first.left)
      const rivals = skip ? fitting : asked
      return fitting.length > 0 && rivals.length > 1 && rivals.reduce((sum, { candidate }) => sum + (candidate.cost ?? 0), 0) > first.left
    })
    .map(group => group.map(({ candidate }) => candidate.id))
}
