import type { Election } from '#modules/counting/engine/election.rules.ts'

export const tieSteps = ['points', 'firsts', 'votes', 'cost', 'id', 'draw'] as const
export type TieStep = (typeof tieSteps)[number]

/** A tie whose order changed who won, and what settled it. */
export type Tie = { readonly projects: readonly string[]; readonly step: TieStep }
/** What decides between equals, in this order. `lots` are needed for the draw. */
export type TieOrder = { readonly steps: readonly TieStep[]; readonly lots?: ReadonlyMap<string, string> }

type Compare = (a: number, b: number) => number
const text = (a: string, b: string) => (a < b ? -1 : a > b ? 1 : 0)

export function comparisons(e: Election, lots: ReadonlyMap<string, string> = new Map()): Readonly<Record<TieStep, Compare>> {
  const more = (values: readonly number[]) => (a: number, b: number) => (values[b] ?? 0) - (values[a] ?? 0)
  const id = (p: number) => e.ids[p] ?? ''
  return {
    points: more(e.points),
    firsts: more(e.firsts),
    votes: more(e.votes),
    cost: (a, b) => (e.costs[a] === e.costs[b] ? 0 : (e.costs[a] ?? 0) - (e.costs[b] ?? 0)),
    id: (a, b) => text(id(a), id(b)),
    draw: (a, b) => text(lots.get(id(a)) ?? '', lots.get(id(b)) ?? ''),
  }
}

/** The order among equals: no two projects are ever left equal, since ids differ and close every list. */
export function tieCompare(e: Election, { steps, lots }: TieOrder): Compare {
  const by = comparisons(e, lots)
  const used = [...steps, 'id' as const].map(step => by[step])
  return (a, b) => used.reduce((found, compare) => found || compare(a, b), 0)
}

/** The first step that tells these two apart. */
export function settledBy(e: Election, { steps, lots }: TieOrder, a: number, b: number): TieStep {
  const by = comparisons(e, lots)
  return steps.find(step => by[step](a, b) !== 0) ?? 'id'
}
