import { type FormState, filled, typedOne } from '#kit/form.ts'
import { type Grosze, moneyTyped, parseMoney } from '#kit/money.ts'
import { no, type Verdict } from '#kit/verdict.ts'
import { withReserve } from '#modules/proposals/cost/estimate.rules.ts'
import { type CostLine, costTotal, formatQuantity, parseQuantity } from '#modules/proposals/drafting/drafting.rules.ts'

/** One row of the costs, as somebody would have it: `was` is the row that they saw, `is` the row they ask for. */
export type RowChange =
  | { readonly kind: 'add'; readonly is: CostLine }
  | { readonly kind: 'change'; readonly was: CostLine; readonly is: CostLine }
  | { readonly kind: 'remove'; readonly was: CostLine }
/** With the totals, reserve and all, before and after it when it was suggested. */
export type CostChange = RowChange & { readonly totals: { readonly was: Grosze; readonly is: Grosze } }

export const changeKinds = ['add', 'change', 'remove'] as const
export type Clashing = 'row-gone' | 'row-changed'
export type Applied = { readonly ok: true; readonly lines: readonly CostLine[] } | Exclude<Verdict<Clashing>, { ok: true }>

const fields = ['name', 'quantity', 'unit', 'price'] as const
export const sameRow = (a: CostLine, b: CostLine): boolean => fields.every(field => a[field] === b[field])

/**
 * The table with the change in it, whatever the authors did since: a field that only one of the two changed is that one's; both changed it otherwise: neither
 * is taken. What is there already is not done again.
 */
export function applyChange(now: readonly CostLine[], change: RowChange): Applied {
  const id = change.kind === 'add' ? change.is.id : change.was.id
  const line = now.find(one => one.id === id)
  if (change.kind === 'add') return { ok: true, lines: line ? now : withReserve([...now, change.is]) }
  if (change.kind === 'remove') {
    if (line && !sameRow(line, change.was)) return no('row-changed')
    return { ok: true, lines: withReserve(now.filter(one => one.id !== id)) }
  }
  if (!line) return no('row-gone')
  const clash = fields.some(field => line[field] !== change.was[field] && change.is[field] !== change.was[field] && line[field] !== change.is[field])
  if (clash) return no('row-changed')
  const merged = Object.fromEntries(fields.map(field => [field, change.is[field] === change.was[field] ? line[field] : change.is[field]]))
  return { ok: true, lines: withReserve(now.map(one => (one.id === id ? { ...one, ...merged } : one))) }
}

/** The table with this very row, in the place of the one that was spoken of: what the authors themselves wrote counts as it stands. */
export function putRow(now: readonly CostLine[], id: string, row: CostLine): readonly CostLine[] {
  const there = now.some(one => one.id === id)
  return withReserve(there ? now.map(one => (one.id === id ? { ...one, ...row, id } : one)) : [...now, { ...row, id }])
}

export function withTotals(now: readonly CostLine[], change: RowChange): CostChange {
  const after = applyChange(now, change)
  return { ...change, totals: { was: costTotal(now), is: costTotal(after.ok ? after.lines : now) } }
}

export type RowFault = 'name' | 'quantity' | 'unit' | 'price'
const dearest = 10_000_000_000

/** One row as it is typed into four fields; `id` and the code of the price list stay those of the row it was. */
export function readRow(
  form: FormState,
  was: Pick<CostLine, 'id' | 'item'>,
): { readonly row: CostLine } | { readonly faults: Readonly<Record<string, RowFault>> } {
  const [name, quantity, unit, price] = [
    typedOne(form, 'co').slice(0, 120),
    parseQuantity(typedOne(form, 'ile')),
    typedOne(form, 'jednostka').slice(0, 20),
    parseMoney(typedOne(form, 'cena')),
  ]
  const faults: Record<string, RowFault> = {}
  if (name === '') faults.co = 'name'
  if (!quantity) faults.ile = 'quantity'
  if (unit === '') faults.jednostka = 'unit'
  if (price === undefined || price > dearest) faults.cena = 'price'
  if (Object.keys(faults).length > 0 || !quantity || price === undefined) return { faults }
  return { row: { ...(was.item !== undefined && { item: was.item }), id: was.id, name, quantity, unit, price } }
}
export const typeRow = (row: CostLine): FormState =>
  filled({ co: row.name, ile: formatQuantity(row.quantity), jednostka: row.unit, cena: moneyTyped(row.price) })
