import { type FormState, filled } from '#kit/form.ts'
import { type Grosze, moneyTyped, parseMoney } from '#kit/money.ts'
import { ownLines } from '#modules/proposals/cost/estimate.rules.ts'
import { needsReason, priceReasons, type UnitPrice, type UnitStatement } from '#modules/proposals/cost/unit-prices.rules.ts'
import { type CostLine, formatQuantity, lineTotal, parseQuantity } from '#modules/proposals/drafting/drafting.rules.ts'

export type PriceFault = 'price' | 'reason' | 'reason-words' | 'sums-differ' | 'name' | 'quantity' | 'measure' | 'long'
type Read = { readonly prices: readonly UnitPrice[]; readonly faults: Readonly<Record<string, PriceFault>> }

const most = 30
const dearest = 100_000_000_000
const typedIn = (typed: FormState['typed']) => (name: string) => (typeof typed[name] === 'string' ? typed[name] : '')
const money = (typed: string): Grosze | undefined => {
  const sum = parseMoney(typed)
  return sum !== undefined && sum <= dearest ? sum : undefined
}

/** How many rows for what the table lacks the form shows. */
export const lackingRows = (typed: FormState['typed']): number => Math.min(most, Math.max(1, Number(typed.wierszy) || 1))

/**
 * What the expert typed beside the authors' table: for a row the price of one or the sum of the row, a reason and words. An untouched row says nothing, or,
 * where the expert said so, that its price is right. `listed` are the prices of the list on this day.
 */
export function readUnitPrices(
  typed: FormState['typed'],
  { costs, listed, adviceId }: { costs: readonly CostLine[]; listed: ReadonlyMap<string, Grosze>; adviceId: string },
): Read {
  const faults: Record<string, PriceFault> = {}
  const known = ownLines(costs).flatMap(line => readRow(typed, line, listed, faults) ?? [])
  const lacking = Array.from({ length: lackingRows(typed) }, (_, i) => readLacking(typed, { i, adviceId }, faults) ?? []).flat()
  return { prices: [...known, ...lacking], faults }
}

function sumsOf(typed: FormState['typed'], key: string, quantity: number, faults: Record<string, PriceFault>) {
  const at = typedIn(typed)
  const [one, all] = [at(`cena-${key}`), at(`suma-${key}`)]
  if (one === '' && all === '') return undefined
  const [price, sum] = [money(one), money(all)]
  if (one !== '' && price === undefined) faults[`cena-${key}`] = 'price'
  if (all !== '' && sum === undefined) faults[`suma-${key}`] = 'price'
  const counted = price === undefined ? undefined : lineTotal({ quantity, price })
  if (counted !== undefined && sum !== undefined && counted !== sum) faults[`suma-${key}`] = 'sums-differ'
  const total = counted ?? sum
  return total === undefined ? ('unreadable' as const) : { ...(price !== undefined && { price }), total }
}

function wordsOf(typed: FormState['typed'], key: string, faults: Record<string, PriceFault>) {
  const at = typedIn(typed)
  const reason = priceReasons.find(one => one === at(`powod-${key}`))
  const words = at(`slowa-${key}`)
  if (words.length > 500) faults[`slowa-${key}`] = 'long'
  if (reason === 'other' && words === '') faults[`slowa-${key}`] = 'reason-words'
  return { ...(reason && { reason }), words }
}

function readRow(
  typed: FormState['typed'],
  line: CostLine,
  listed: ReadonlyMap<string, Grosze>,
  faults: Record<string, PriceFault>,
): UnitPrice | undefined {
  const { id, name, quantity, unit, price: ours, item } = line
  const [typedSums, said] = [sumsOf(typed, id, quantity, faults), wordsOf(typed, id, faults)]
  const agreed = typed.zgodne === undefined ? undefined : { price: ours, total: lineTotal(line) }
  if (typedSums === 'unreadable') return undefined
  const sums = typedSums ?? agreed
  // words about a row without a price are still worth nothing to a comparison
  if (!sums) {
    if (said.reason || said.words !== '') faults[`cena-${id}`] = 'price'
    return undefined
  }
  if (needsReason(lineTotal(line), sums.total) && !said.reason) faults[`powod-${id}`] = 'reason'
  const known = item === undefined ? {} : { item, ...(listed.has(item) && { listed: listed.get(item) as Grosze }) }
  return { lineId: id, lacking: false, name, quantity, unit, ours, ...known, ...sums, ...said }
}

function readLacking(
  typed: FormState['typed'],
  { i, adviceId }: { i: number; adviceId: string },
  faults: Record<string, PriceFault>,
): UnitPrice | undefined {
  const at = typedIn(typed)
  const key = `brak-${i}`
  const [name, amount, unit] = [at(`co-${key}`), at(`ile-${key}`), at(`jednostka-${key}`)]
  const quantity = parseQuantity(amount) || undefined
  const sums = sumsOf(typed, key, quantity ?? 1000, faults)
  const words = at(`slowa-${key}`)
  if (name === '' && amount === '' && unit === '' && !sums && words === '') return undefined
  if (name === '') faults[`co-${key}`] = 'name'
  if (!quantity) faults[`ile-${key}`] = 'quantity'
  if (unit === '') faults[`jednostka-${key}`] = 'measure'
  if (!sums) faults[`cena-${key}`] = 'price'
  if (words.length > 500) faults[`slowa-${key}`] = 'long'
  const row = { name: name.slice(0, 120), quantity: quantity ?? 1000, unit: unit.slice(0, 20), reason: 'missing' as const, words }
  // the same row whenever the answer is sent, and no other answer's
  return { lineId: `line_${adviceId.slice(-20)}${i}`, lacking: true, ...row, total: 0, ...(sums !== 'unreadable' && sums) }
}

/** The form as the expert left it, to go on from. */
export function typeUnitPrices({ prices }: UnitStatement): FormState['typed'] {
  const lacking = prices.filter(one => one.lacking)
  const fields = prices.flatMap((row): [string, string][] => {
    const key = row.lacking ? `brak-${lacking.indexOf(row)}` : row.lineId
    const own: [string, string][] = row.lacking
      ? [
          [`co-${key}`, row.name],
          [`ile-${key}`, formatQuantity(row.quantity)],
          [`jednostka-${key}`, row.unit],
        ]
      : [[`powod-${key}`, row.reason ?? '']]
    const sum: [string, string] = row.price === undefined ? [`suma-${key}`, moneyTyped(row.total)] : [`cena-${key}`, moneyTyped(row.price)]
    return [...own, sum, [`slowa-${key}`, row.words]]
  })
  return filled({ ...Object.fromEntries(fields), wierszy: String(Math.max(1, lacking.length)) }).typed
}
