import type { Grosze } from '#kit/money.ts'
import type { Election } from '#modules/counting/engine/election.rules.ts'
import { type TieOrder, tieCompare } from '#modules/counting/engine/ties.rules.ts'

export type GreedyRule = {
  /** Does a project too dear for what is left let the next ones try? Kraków: yes. */
  readonly skip: boolean
  readonly threshold: number
  /** What decides between equal points. */
  readonly ties: TieOrder
  /** Of each of these groups at most one project wins. */
  readonly exclusive: readonly (readonly string[])[]
}

export type TurnOutcome = 'won' | 'no-money' | 'below-threshold' | 'withdrawn' | 'excluded'
export type Turn = {
  readonly id: string
  readonly project: number
  readonly place: number
  readonly points: number
  readonly outcome: TurnOutcome
  /** What was left when its turn came: the cost at which it would have won. */
  readonly left: Grosze
}
/** Equals whose order changed who won. `first` was before `lost`, and so `lost` did not win what it could have won. */
export type DecisiveTie = { readonly projects: readonly number[]; readonly first: number; readonly lost: number }
type GreedyTies = {
  readonly decisiveTies: readonly DecisiveTie[]
  /** Groups of equals whose order changed nothing. */
  readonly harmlessTies: number
}
export type GreedyCount = GreedyTies & {
  readonly turns: readonly Turn[]
  readonly spent: Grosze
  /** With so many points more it would have won; undefined for winners and where no number of points would help. */
  missingPoints(turn: Turn): number | undefined
}

type Walked = { readonly project: number; readonly cost: Grosze | undefined; readonly points: number; left: Grosze; outcome: TurnOutcome }
type Walk = {
  readonly rule: Pick<GreedyRule, 'skip' | 'threshold'>
  /** Who is before whom if both had the same points. */
  readonly before: (a: number, b: number) => number
  readonly isRival: (a: number, b: number) => boolean
}

/** Walks down the list of points and takes every project that still fits. */
export function countGreedy(e: Election, rule: GreedyRule): GreedyCount {
  const walk: Walk = {
    rule,
    before: tieCompare(e, { ...rule.ties, steps: rule.ties.steps.filter(step => step !== 'points') }),
    isRival: rivals(e, rule.exclusive),
  }
  const projects = e.ids.map((_, p) => p)
  const walked = walkDown(e, { projects, points: e.points, money: e.budget }, walk)
  const turns = walked.map((turn, i): Turn => {
    const { project, points, outcome } = turn
    return { id: e.ids[project] ?? '', project, place: i + 1, points, outcome, left: turn.left }
  })
  const spent = walked.reduce((sum, { outcome, cost }) => (outcome === 'won' ? sum + (cost ?? 0) : sum), 0)
  return { turns, spent, ...tiesOf(walked, walk), missingPoints: ({ place }) => missing(walked, place - 1, walk) }
}

/** Down the list of votes, what still fits besides those that have won. */
export function fillUp(e: Election, winners: readonly number[], before: Walk['before']): GreedyTies & { readonly added: readonly number[] } {
  const won = new Set(winners)
  const walk: Walk = { rule: { skip: true, threshold: 0 }, before, isRival: () => false }
  const projects = e.ids.map((_, p) => p).filter(p => !won.has(p))
  const money = winners.reduce((sum, p) => sum - (e.costs[p] ?? 0), e.budget)
  const walked = walkDown(e, { projects, points: e.votes, money }, walk)
  return { added: walked.flatMap(({ project, outcome }) => (outcome === 'won' ? [project] : [])), ...tiesOf(walked, walk) }
}

type List = { readonly projects: readonly number[]; readonly points: readonly number[]; readonly money: Grosze }
function walkDown(e: Election, { projects, points, money }: List, walk: Walk): Walked[] {
  const walked: Walked[] = []
  let [left, stopped] = [money, false]
  for (const project of projects.toSorted((a, b) => (points[b] ?? 0) - (points[a] ?? 0) || walk.before(a, b))) {
    const cost = e.costs[project] === Number.POSITIVE_INFINITY ? undefined : (e.costs[project] ?? 0)
    const turn: Walked = { project, cost, points: points[project] ?? 0, left, outcome: 'won' }
    turn.outcome = outcomeOf(turn, walked, stopped, walk)
    if (turn.outcome === 'won') left -= cost ?? 0
    if (turn.outcome === 'no-money' && !walk.rule.skip) stopped = true
    walked.push(turn)
  }
  return walked
}

function rivals(e: Election, groups: GreedyRule['exclusive']): Walk['isRival'] {
  const sets = groups.map(group => new Set(group))
  return (a, b) => a !== b && sets.some(group => group.has(e.ids[a] ?? '') && group.has(e.ids[b] ?? ''))
}

const beaten = (project: number, above: readonly Walked[], { isRival }: Walk): boolean =>
  above.some(one => one.outcome === 'won' && isRival(one.project, project))

function outcomeOf({ project, cost, points, left }: Walked, above: readonly Walked[], stopped: boolean, walk: Walk): TurnOutcome {
  if (cost === undefined) return 'withdrawn'
  if (points < walk.rule.threshold) return 'below-threshold'
  if (stopped) return 'no-money'
  if (beaten(project, above, walk)) return 'excluded'
  return cost <= left ? 'won' : 'no-money'
}

/**
 * The lowest place above its own at which a loser would have fitted, and what it takes to stand there. Exact: a loser took nothing,
 * so what was left at each turn above it stays the same when it moves up.
 */
function missing(walked: readonly Walked[], at: number, walk: Walk): number | undefined {
  const { project, cost, points, outcome } = walked[at] ?? { project: 0, cost: undefined, points: 0, outcome: 'withdrawn' }
  if (outcome === 'won' || cost === undefined) return undefined
  const above = walked.slice(0, at)
  const isFree = (place: number, left: Grosze) => {
    const before = above.slice(0, place)
    return left >= cost && (walk.rule.skip || !before.some(one => one.outcome === 'no-money')) && !beaten(project, before, walk)
  }
  const toThreshold = Math.max(0, walk.rule.threshold - points)
  if (outcome === 'below-threshold' && isFree(at, walked[at]?.left ?? 0)) return toThreshold
  const target = above.findLast((turn, i) => isFree(i, turn.left))
  if (!target) return undefined
  const level = target.points - points
  return Math.max(walk.before(project, target.project) < 0 ? level : level + 1, toThreshold)
}

/**
 * A tie decides only where some of the equals fit one by one but not all together, or exclude one another. Where the first that does not fit ends the
 * count, one that fits and one that does not are enough.
 */
function tiesOf(walked: readonly Walked[], walk: Walk): GreedyTies {
  const { skip } = walk.rule
  const groups = new Map<number, Walked[]>()
  for (const turn of walked) groups.set(turn.points, [...(groups.get(turn.points) ?? []), turn])
  const stop = skip ? walked.length : walked.findIndex(({ outcome }) => outcome === 'no-money')
  const decisiveTies = [...groups.values()].flatMap((group): DecisiveTie[] => {
    const [first] = group
    if (!first || (stop >= 0 && walked.indexOf(first) > stop)) return []
    const before = walked.slice(0, walked.indexOf(first))
    const asked = group.filter(one => one.outcome !== 'below-threshold' && one.cost !== undefined && !beaten(one.project, before, walk))
    const isFitting = ({ cost }: Walked) => (cost ?? 0) <= first.left
    const fitting = asked.filter(isFitting)
    const contest = skip ? fitting : asked
    const exclude = fitting.some(one => fitting.some(other => walk.isRival(one.project, other.project)))
    const isDecisive = fitting.length > 0 && contest.length > 1 && (exclude || contest.reduce((sum, { cost }) => sum + (cost ?? 0), 0) > first.left)
    if (!isDecisive) return []
    const couldHave = contest.findIndex(one => one.outcome !== 'won' && isFitting(one))
    const at = couldHave > 0 ? couldHave : contest.findIndex(one => one.outcome !== 'won')
    return [{ projects: group.map(({ project }) => project), first: contest[at - 1]?.project ?? 0, lost: contest[at]?.project ?? 0 }]
  })
  return { decisiveTies, harmlessTies: [...groups.values()].filter(({ length }) => length > 1).length - decisiveTies.length }
}
