import type { FactRules } from '#kit/facts.ts'
import type { Grosze } from '#kit/money.ts'
import { ownLines, reserveIn, shareOf, withReserve } from '#modules/proposals/cost/estimate.rules.ts'
import { type CostLine, costTotal, lineTotal } from '#modules/proposals/drafting/drafting.rules.ts'

declare module '#kit/facts.ts' {
  interface Facts {
    'unit-price.stated': { title: string; unit: string; rows: number }
    'unit-price.taken': { title: string; unit: string; rows: number }
  }
}
export const unitPricesFacts = {
  'unit-price.stated': { keep: { years: 10 } },
  'unit-price.taken': { keep: { years: 10 } },
} satisfies FactRules

/** Why a unit's price is another one. */
export const priceReasons = ['tender', 'scope', 'ground', 'standard', 'quantity', 'simpler', 'missing', 'other'] as const
export type PriceReason = (typeof priceReasons)[number]

/** What a unit says of one row: of the draft's table as it stood then, or of one that the table lacks. */
export type UnitPrice = {
  readonly lineId: string
  readonly lacking: boolean
  readonly name: string
  readonly quantity: number
  readonly unit: string
  /** The authors' price of one; of a lacking row there is none. */
  readonly ours?: Grosze
  /** Code of the price list, and its price of one on that day. */
  readonly item?: string
  readonly listed?: Grosze
  /** The unit's price of one, where it was given so. */
  readonly price?: Grosze
  /** The unit's price of the whole row. */
  readonly total: Grosze
  readonly reason?: PriceReason
  readonly words: string
}
/** What a unit said of the costs of a draft. `lump`: one sum for all, where there are no rows. */
export type UnitStatement = {
  readonly revision: number
  readonly costs: readonly CostLine[]
  readonly prices: readonly UnitPrice[]
  readonly lump?: Grosze
}
export type UnitEstimate = UnitStatement & {
  readonly adviceId: string
  readonly projectId: string
  readonly unitId: string
  readonly unitName: string
  readonly unitCode: string
  /** None while only the unit sees it. */
  readonly at?: Date
}

/** From this share of the authors' price on (in percent), a difference needs its reason. */
export const reasonFrom = 10
export function needsReason(ours: Grosze, unit: Grosze): boolean {
  return BigInt(Math.abs(unit - ours)) * 100n > BigInt(ours) * BigInt(reasonFrom)
}

/** A part of a whole in tenths of a percent, halves away from zero; undefined where there is no whole. */
export function tenths(part: number, whole: number): number | undefined {
  if (whole === 0) return undefined
  const size = (BigInt(Math.abs(part)) * 2000n + BigInt(whole)) / (2n * BigInt(whole))
  return part < 0 ? -Number(size) : Number(size)
}

/** The unit's price of one: as given, or the nearest to its sum of the row, halves upwards. */
export const priceOfOne = ({ price, total, quantity }: Pick<UnitPrice, 'price' | 'total' | 'quantity'>): Grosze =>
  price ?? Number((BigInt(total) * 2000n + BigInt(quantity)) / (2n * BigInt(quantity)))

/** The table with the unit's sums in place of the authors', the rows that it lacks, and its reserve. */
export function unitTotal({ costs, prices, lump }: UnitStatement): Grosze {
  if (lump !== undefined) return lump
  const said = new Map(prices.map(one => [one.lineId, one.total]))
  const own = ownLines(costs).reduce((sum, line) => sum + (said.get(line.id) ?? lineTotal(line)), 0)
  const lacking = prices.filter(one => one.lacking).reduce((sum, { total }) => sum + total, 0)
  return own + lacking + shareOf(own + lacking, reserveIn(costs))
}

/** How a row stands now to what it was when the unit spoke. */
export type RowStanding = 'as-was' | 'taken' | 'changed' | 'gone'
export function standingOf(row: UnitPrice, now: readonly CostLine[]): RowStanding {
  const line = now.find(({ id }) => id === row.lineId)
  if (!line) return row.lacking ? 'as-was' : 'gone'
  if (line.price === priceOfOne(row) && line.quantity === row.quantity) return 'taken'
  return !row.lacking && line.price === row.ours && line.quantity === row.quantity ? 'as-was' : 'changed'
}

export type ComparedRow = UnitPrice & {
  readonly oursTotal?: Grosze
  readonly difference?: Grosze
  readonly share?: number
  readonly now: RowStanding
}
export type Compared = {
  readonly estimate: UnitEstimate
  readonly rows: readonly ComparedRow[]
  readonly ours: Grosze
  readonly unit: Grosze
  readonly difference: Grosze
  readonly share: number | undefined
  /** The table is another one than the unit spoke of. */
  readonly changed: boolean
}

/** The unit's prices beside those that the authors had, row by row and in all. */
export function compare(estimate: UnitEstimate, now: readonly CostLine[]): Compared {
  const [ours, unit] = [costTotal(estimate.costs), unitTotal(estimate)]
  const rows = estimate.prices.map((row): ComparedRow => {
    const standing = standingOf(row, now)
    if (row.ours === undefined) return { ...row, now: standing }
    const oursTotal = lineTotal({ quantity: row.quantity, price: row.ours })
    const difference = row.total - oursTotal
    const share = tenths(difference, oursTotal)
    return { ...row, oursTotal, difference, now: standing, ...(share !== undefined && { share }) }
  })
  const changed = JSON.stringify(plain(estimate.costs)) !== JSON.stringify(plain(now))
  return { estimate, rows, ours, unit, difference: unit - ours, share: tenths(unit - ours, ours), changed }
}
const plain = (lines: readonly CostLine[]) => ownLines(lines).map(({ id, name, quantity, unit, price }) => [id, name, quantity, unit, price])

/** What the authors have not taken over yet and still can, because the row is as it was when the unit spoke. */
export const takeable = (row: UnitPrice, now: readonly CostLine[]): boolean =>
  standingOf(row, now) === 'as-was' && (row.lacking || priceOfOne(row) !== row.ours)

/** The table with the unit's prices of these rows. A row that changed since stays as it is, and is told of. */
export function takeOver(
  now: readonly CostLine[],
  statement: UnitStatement,
  which: 'all' | string,
): { readonly lines: readonly CostLine[]; readonly taken: number; readonly left: number } {
  const asked = statement.prices.filter(row => which === 'all' || row.lineId === which)
  const taken = asked.filter(row => takeable(row, now))
  const prices = new Map(taken.map(row => [row.lineId, priceOfOne(row)]))
  const priced = now.map(line => ({ ...line, price: prices.get(line.id) ?? line.price }))
  const added = taken
    .filter(row => row.lacking)
    .map((row): CostLine => ({ id: row.lineId, name: row.name, quantity: row.quantity, unit: row.unit, price: priceOfOne(row) }))
  const left = asked.filter(row => ['changed', 'gone'].includes(standingOf(row, now))).length
  return { lines: withReserve([...priced, ...added]), taken: taken.length, left }
}
