import { type Actor, has, isSomebody } from '#kit/actor.ts'
import type { FactRules } from '#kit/facts.ts'
import type { Point } from '#kit/geo.ts'
import { no, type Verdict, yes } from '#kit/verdict.ts'
import { mayHost, type Talk } from '#modules/discussions/talks.rules.ts'

declare module '#kit/facts.ts' {
  interface Facts {
    'talk.interest-said': { title: string }
    'talk.interest-withdrawn': { title: string }
  }
}
export const interestsFacts = {
  'talk.interest-said': { keep: { years: 1 } },
  'talk.interest-withdrawn': { keep: { years: 1 } },
} satisfies FactRules

/** Somebody would come to a talk nearer by: a point, or words, or neither. */
export type Interest = {
  readonly id: string
  readonly personId: string
  readonly point: Point | null
  readonly placeWords: string
  readonly at: Date
}
export const interestLimits = { wordsMax: 200, smallest: 3 } as const

export function mayBeInterested(actor: Actor, talk: Pick<Talk, 'state' | 'territoryKind'>): Verdict<'sign-in' | 'joined' | 'city-wide'> {
  if (talk.territoryKind === 'city') return no('city-wide')
  if (talk.state !== 'open') return no('joined')
  return isSomebody(actor) ? yes : no('sign-in')
}
/** The coordinator, and whoever hosts the talk, see how many and where. */
export const maySeeInterest = (actor: Actor, talk: Talk): boolean => has(actor, 'coordinator') || mayHost(actor, talk).ok

export type Cell = Point & { readonly count: number }
/** Nobody's door is shown: points are gathered in squares of some three hundred metres. */
const [wide, tall] = [0.004, 0.0027]
export function cellsOf(points: readonly Point[]): Cell[] {
  const cells = new Map<string, { lon: number; lat: number; count: number }>()
  for (const { lon, lat } of points) {
    const [x, y] = [Math.floor(lon / wide), Math.floor(lat / tall)]
    const cell = cells.get(`${x} ${y}`) ?? { lon: (x + 0.5) * wide, lat: (y + 0.5) * tall, count: 0 }
    cells.set(`${x} ${y}`, { ...cell, count: cell.count + 1 })
  }
  return [...cells.values()].sort((a, b) => b.count - a.count || a.lon - b.lon || a.lat - b.lat)
}

/** What a reader is shown: an ambassador no group under three and nobody's words, the coordinator all of it. */
export type ShownInterest = { readonly all: number; readonly cells: readonly Cell[]; readonly scattered: number; readonly words: readonly string[] }
export function shownInterest(actor: Actor, interests: readonly Interest[]): ShownInterest {
  const cells = cellsOf(interests.flatMap(({ point }) => point ?? []))
  if (has(actor, 'coordinator')) return { all: interests.length, cells, scattered: 0, words: interests.flatMap(one => one.placeWords || []) }
  const shown = cells.filter(({ count }) => count >= interestLimits.smallest)
  return { all: interests.length, cells: shown, scattered: interests.length - shown.reduce((sum, cell) => sum + cell.count, 0), words: [] }
}
