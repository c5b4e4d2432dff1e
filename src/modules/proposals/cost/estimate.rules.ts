import type { Grosze } from '#kit/money.ts'
import { type CostLine, costTotal, type Limits, lineTotal } from '#modules/proposals/drafting/drafting.rules.ts'

/** For what nobody foresees, in percent of everything else: kept as the last line of the table, and counted anew with every change of the others. */
export const reserveChoices = [0, 5, 10, 15, 20] as const
export type Reserve = (typeof reserveChoices)[number]
const reserveId = 'line_reserve000'
const itemOf = (percent: Reserve) => `reserve-${percent}`

const isReserve = (line: Pick<CostLine, 'item'>) => line.item?.startsWith('reserve-') ?? false
/** The lines that people wrote, without the reserve. */
export const ownLines = (lines: readonly CostLine[]): readonly CostLine[] => lines.filter(line => !isReserve(line))
/** Percent of the reserve in these lines; 0 where there is none. */
export const reserveIn = (lines: readonly CostLine[]): Reserve =>
  reserveChoices.find(percent => percent > 0 && lines.some(line => line.item === itemOf(percent))) ?? 0

/** Percent of a sum, halves of a grosz upwards. */
export const shareOf = (sum: Grosze, percent: number): Grosze => Number((BigInt(sum) * BigInt(percent) + 50n) / 100n)

/** The table with its reserve counted from its other lines, whatever stood there; none for an empty table. */
export function withReserve(lines: readonly CostLine[], percent: Reserve = reserveIn(lines), name = nameIn(lines)): readonly CostLine[] {
  const own = ownLines(lines)
  const price = shareOf(costTotal(own), percent)
  if (percent === 0 || price === 0) return own
  return [...own, { id: reserveId, name: name ?? `Rezerwa ${percent}%`, quantity: 1000, unit: '×', price, item: itemOf(percent) }]
}
const nameIn = (lines: readonly CostLine[]) => lines.find(isReserve)?.name

/** What the price list knows of a thing beside its price. */
export type Listed = { readonly vat: number; readonly upkeep: Grosze }
export type Estimate = {
  readonly own: Grosze
  readonly reserve: Grosze
  readonly total: Grosze
  /** The tax inside the prices that came from the list; of the authors' own prices nobody knows it. */
  readonly vat: Grosze
  readonly vatKnownOf: Grosze
  readonly upkeep: Grosze
}

/** Every total of the table, from its lines alone. */
export function estimate(
  lines: readonly Pick<CostLine, 'quantity' | 'price' | 'item'>[],
  percent: Reserve,
  listed: ReadonlyMap<string, Listed>,
): Estimate {
  const own = costTotal(lines)
  const known = lines.flatMap(line => {
    const item = line.item === undefined ? undefined : listed.get(line.item)
    return item ? [{ ...line, ...item, sum: lineTotal(line) }] : []
  })
  const reserve = shareOf(own, percent)
  const add = (values: readonly Grosze[]) => values.reduce((sum, value) => sum + value, 0)
  return {
    own,
    reserve,
    total: own + reserve,
    vat: add(known.map(({ sum, vat }) => Number((BigInt(sum) * BigInt(vat) * 2n + BigInt(100 + vat)) / (2n * BigInt(100 + vat))))),
    vatKnownOf: add(known.map(({ sum }) => sum)),
    upkeep: add(known.map(({ quantity, upkeep }) => lineTotal({ quantity, price: upkeep }))),
  }
}

/** How a total stands to what one project of the pool may cost; `by` is how much is missing or too much. */
export type Fit = { readonly fit: 'unknown' | 'fits' } | { readonly fit: 'cheap' | 'dear'; readonly by: Grosze }
export function fitOf(total: Grosze, { costMin, costMax }: Pick<Limits, 'costMin' | 'costMax'>): Fit {
  if (costMin !== undefined && total < costMin) return { fit: 'cheap', by: costMin - total }
  if (costMax !== undefined && total > costMax) return { fit: 'dear', by: total - costMax }
  return { fit: costMin === undefined && costMax === undefined ? 'unknown' : 'fits' }
}
