import type { Grosze } from '#kit/money.ts'
import type { UnitEstimate } from '#modules/proposals/cost/unit-prices.rules.ts'
import { lineTotal } from '#modules/proposals/drafting/drafting.rules.ts'

/** One thing of the price list as a unit priced it in one project: the sum of the row by the list, and by the unit. */
export type Comparison = { readonly item: string; readonly listed: Grosze; readonly unit: Grosze }

/** Below this many comparisons no figure is shown: of one thing, and of all. */
export const fewestOfItem = 3
export const fewestOfAll = 5

/**
 * What units said of rows that were taken from the price list. Each unit counts once for a row, with what it said last; a price of nothing says nothing about
 * the list. `estimates` come newest first.
 */
export function comparisonsOf(estimates: readonly UnitEstimate[]): Comparison[] {
  const seen = new Set<string>()
  return estimates.flatMap(({ projectId, unitId, prices }) =>
    prices.flatMap((row): Comparison[] => {
      const key = `${projectId} ${unitId} ${row.lineId}`
      if (row.item === undefined || row.listed === undefined || row.total === 0 || seen.has(key)) return []
      seen.add(key)
      return [{ item: row.item, listed: lineTotal({ quantity: row.quantity, price: row.listed }), unit: row.total }]
    }),
  )
}

/** |list − unit| / unit, in hundredths of a percent, halves upwards. */
export const relativeError = ({ listed, unit }: Comparison): number =>
  Number((BigInt(Math.abs(listed - unit)) * 20_000n + BigInt(unit)) / (2n * BigInt(unit)))

/** The middle one in order of size; of an even count the mean of the two in the middle, halves upwards. Undefined for none. */
export function median(values: readonly number[]): number | undefined {
  const sorted = [...values].sort((a, b) => a - b)
  const [low, high] = [sorted[(sorted.length - 1) >> 1], sorted[sorted.length >> 1]]
  return low === undefined || high === undefined ? undefined : Math.ceil((low + high) / 2)
}

export type ErrorFigure = {
  readonly count: number
  /** Hundredths of a percent; undefined where too few prices were compared. */
  readonly median: number | undefined
  /** How often the list said less than the unit, and how often more. */
  readonly low: number
  readonly high: number
}
export type ListError = { readonly all: ErrorFigure; readonly items: readonly (ErrorFigure & { readonly code: string })[] }

const figureOf = (comparisons: readonly Comparison[], fewest: number): ErrorFigure => ({
  count: comparisons.length,
  median: comparisons.length < fewest ? undefined : median(comparisons.map(relativeError)),
  low: comparisons.filter(({ listed, unit }) => listed < unit).length,
  high: comparisons.filter(({ listed, unit }) => listed > unit).length,
})

/** How far the price list is from what units said, in all and thing by thing, the furthest off first. */
export function listErrorOf(comparisons: readonly Comparison[]): ListError {
  const codes = [...new Set(comparisons.map(({ item }) => item))].sort()
  const items = codes.map(code => ({
    code,
    ...figureOf(
      comparisons.filter(({ item }) => item === code),
      fewestOfItem,
    ),
  }))
  return {
    all: figureOf(comparisons, fewestOfAll),
    items: items.sort((a, b) => (b.median ?? -1) - (a.median ?? -1) || b.count - a.count),
  }
}
