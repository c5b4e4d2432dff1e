import type { Grosze } from '#kit/money.ts'
import type { Election } from '#modules/counting/engine/election.rules.ts'
import { type ExactPurses, exactPurses, type Fraction, isEqual, isLess } from '#modules/counting/engine/exact.rules.ts'

/** What a winner is worth to somebody who chose it: its cost, or the same for all. With points both are multiplied by the points given. */
export type Utility = 'cost' | 'cardinality'
export type SharesRun = {
  readonly winners: readonly number[]
  readonly spent: Grosze
  /** Rounds in which several projects had exactly the same price for their supporters; the winner first. */
  readonly tied: readonly { readonly round: number; readonly projects: readonly number[] }[]
  readonly exceeded: boolean
}
export type SharesRule = {
  readonly utility: Utility
  readonly before: (a: number, b: number) => number
  /** Another choice in one tied round, to see whether the tie mattered. */
  readonly instead?: { readonly round: number; readonly project: number }
}

/** Two prices nearer than this are compared exactly. On real votes nothing but true equality was ever found nearer than 1e-7. */
export const band = 1e-9

/** `plain`: nobody's support weighs more than anybody else's. */
type Waiting = { readonly project: number; readonly unit: number; readonly plain: boolean; price: number; rank: number }

/** One run of the method with the purse `start` for each ballot; stops early when more than `most` is spent. `first` is the same for all runs. */
export function runShares(e: Election, start: Fraction, rule: SharesRule, most: Grosze, first = firstPrices(e, rule)): SharesRun {
  const purses = new Float64Array(e.times.length).fill(Number(start.top) / Number(start.bottom))
  const winners: number[] = []
  const tied: { round: number; projects: readonly number[] }[] = []
  let exact: ExactPurses | undefined
  const exactly = () => {
    if (exact) return exact
    exact = exactPurses(e, start)
    for (const winner of winners) exact.pay(winner)
    return exact
  }
  let waiting = first.map(one => ({ ...one }))
  let spent = 0
  while (waiting.length > 0 && spent <= most) {
    const found = cheapest(e, purses, waiting, exactly)
    waiting = found.waiting
    const equals = found.near.length > 1 ? exactEquals(exactly(), found.near).sort((a, b) => rule.before(a.project, b.project)) : found.near
    const chosen = (rule.instead?.round === winners.length && equals.find(({ project }) => project === rule.instead?.project)) || equals[0]
    if (!chosen) break
    if (equals.length > 1) tied.push({ round: winners.length, projects: equals.map(({ project }) => project) })
    pay(e, purses, chosen)
    exact?.pay(chosen.project)
    winners.push(chosen.project)
    spent += e.costs[chosen.project] ?? 0
    waiting = waiting.filter(one => one !== chosen)
  }
  return { winners, spent, tied, exceeded: spent > most }
}

/** What each project would cost its supporters if all of them could pay in full. */
export function firstPrices(e: Election, { utility }: SharesRule): readonly Readonly<Waiting>[] {
  return e.ids.flatMap((_, project): Waiting[] => {
    const cost = e.costs[project] ?? Number.POSITIVE_INFINITY
    let [weight, plain] = [0, true]
    for (let i = e.starts[project] ?? 0; i < (e.starts[project + 1] ?? 0); i += 1) {
      weight += Math.max(0, e.weights[i] ?? 0) * (e.times[e.by[i] ?? 0] ?? 0)
      plain &&= e.weights[i] === 1
    }
    if (weight === 0 || cost === Number.POSITIVE_INFINITY) return []
    const unit = utility === 'cost' && cost > 0 ? cost : 1
    return [{ project, unit, plain, price: cost / weight, rank: cost / weight / unit }]
  })
}

/** Those with the lowest price within the band. A price never falls, so whoever was dearer last time need not be asked. */
function cheapest(e: Election, purses: Float64Array, waiting: readonly Waiting[], exactly: () => ExactPurses) {
  const order = waiting.toSorted((a, b) => a.rank - b.rank)
  const gone = new Set<Waiting>()
  let best = Number.POSITIVE_INFINITY
  const asked: Waiting[] = []
  for (const one of order) {
    if (one.rank > best * (1 + band)) break
    const price = priceOf(e, purses, one, exactly)
    if (price === undefined) {
      gone.add(one)
      continue
    }
    one.price = price
    one.rank = price / one.unit
    best = Math.min(best, one.rank)
    asked.push(one)
  }
  return { near: asked.filter(({ rank }) => rank <= best * (1 + band)), waiting: order.filter(one => !gone.has(one)) }
}

/** What a unit of weight pays: starts at the last known price and lets those who cannot pay it give all they have. */
function priceOf(e: Election, purses: Float64Array, { project, plain, price: known }: Waiting, exactly: () => ExactPurses): number | undefined {
  const [cost, from, to] = [e.costs[project] ?? 0, e.starts[project] ?? 0, e.starts[project + 1] ?? 0]
  let [price, first] = [known, true]
  for (;;) {
    const { poor, rich, all, most } = plain ? plainSplit(e, purses, from, to, price) : weighedSplit(e, purses, from, to, price)
    if (first && all < cost * (1 + band) && (all < cost * (1 - band) || !exactly().price(project))) return undefined
    first = false
    if (rich === 0) return most
    const next = (cost - poor) / rich
    if (next <= price * (1 + 1e-15)) return price
    price = Math.min(next, Math.max(most, price))
    if (price === most) return price
  }
}

type Split = { readonly poor: number; readonly rich: number; readonly all: number; readonly most: number }
function weighedSplit(e: Election, purses: Float64Array, from: number, to: number, price: number): Split {
  let [poor, rich, all, most] = [0, 0, 0, 0]
  for (let i = from; i < to; i += 1) {
    const ballot = e.by[i] ?? 0
    const weight = e.weights[i] ?? 0
    if (weight <= 0) continue
    const [purse, times] = [purses[ballot] ?? 0, e.times[ballot] ?? 0]
    all += purse * times
    if (purse > most * weight) most = purse / weight
    if (purse < price * weight) poor += purse * times
    else rich += weight * times
  }
  return { poor, rich, all, most }
}
/** The same where all weights are 1: this loop takes most of the time of a count. */
function plainSplit({ by, times: cast }: Election, purses: Float64Array, from: number, to: number, price: number): Split {
  let [poor, rich, richHave, most] = [0, 0, 0, 0]
  for (let i = from; i < to; i += 1) {
    const ballot = by[i] as number
    const purse = purses[ballot] as number
    const times = cast[ballot] as number
    if (purse > most) most = purse
    if (purse < price) poor += purse * times
    else {
      rich += times
      richHave += purse * times
    }
  }
  return { poor, rich, all: poor + richHave, most }
}

function pay(e: Election, purses: Float64Array, { project, price }: Waiting): void {
  for (let i = e.starts[project] ?? 0; i < (e.starts[project + 1] ?? 0); i += 1) {
    const ballot = e.by[i] ?? 0
    purses[ballot] = Math.max(0, (purses[ballot] ?? 0) - price * Math.max(0, e.weights[i] ?? 0))
  }
}

/** Of those that floats cannot tell apart, the ones whose price is exactly the lowest. */
function exactEquals(exact: ExactPurses, near: readonly Waiting[]): Waiting[] {
  const priced = near.flatMap(one => {
    const price = exact.price(one.project)
    return price ? [{ one, rank: { top: price.top, bottom: price.bottom * BigInt(one.unit) } }] : []
  })
  const [first, ...rest] = priced
  if (!first) return []
  const lowest = rest.reduce((low, { rank }) => (isLess(rank, low) ? rank : low), first.rank)
  return priced.filter(({ rank }) => isEqual(rank, lowest)).map(({ one }) => one)
}
