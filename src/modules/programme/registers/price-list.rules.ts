import { type Actor, has, house } from '#kit/actor.ts'
import { plainColumn, type TypedTable } from '#kit/columns.ts'
import type { Day } from '#kit/dates.ts'
import type { FactRules } from '#kit/facts.ts'
import { type Grosze, parseMoney } from '#kit/money.ts'
import { no, type Verdict, yes } from '#kit/verdict.ts'

declare module '#kit/facts.ts' {
  interface Facts {
    'prices.imported': { rows: number }
  }
}
export const priceListFacts = { 'prices.imported': { keep: { years: 10 } } } satisfies FactRules

/** What one unit of a thing costs from a day on, with whose word that is. A new price is a new row; the old one stays for what was counted with it. */
export type PriceItem = {
  readonly code: string
  readonly from: Day
  readonly category: string
  readonly name: string
  readonly unit: string
  /** Gross, for one unit. */
  readonly price: Grosze
  /** The rate inside the price, in percent. */
  readonly vat: number
  /** What one unit costs the city each year afterwards, gross. */
  readonly upkeep: Grosze
  readonly source: string
}

export const mayEditPrices = (actor: Actor): Verdict<'not-yours'> => (actor === house || has(actor, 'editor') ? yes : no('not-yours'))

/** The net price and its tax, of a gross one; halves of a grosz go to the net price. Together they are always the gross price. */
export function taxIn(gross: Grosze, vat: number): { readonly net: Grosze; readonly tax: Grosze } {
  const net = Number((BigInt(gross) * 200n + BigInt(100 + vat)) / (2n * BigInt(100 + vat)))
  return { net, tax: gross - net }
}

/** The price of each thing on a day: the newest that has begun. */
export function pricesOn(items: readonly PriceItem[], day: Day): PriceItem[] {
  const newest = new Map<string, PriceItem>()
  for (const item of items) {
    const known = newest.get(item.code)
    if (item.from <= day && (!known || known.from < item.from)) newest.set(item.code, item)
  }
  return [...newest.values()]
}

export const priceColumns = ['kod', 'kategoria', 'nazwa', 'jednostka', 'cena', 'vat', 'utrzymanie', 'zrodlo', 'od'] as const
type PriceColumn = (typeof priceColumns)[number]
const needed: readonly PriceColumn[] = ['kod', 'kategoria', 'nazwa', 'jednostka', 'cena', 'zrodlo', 'od']
const most: Partial<Record<PriceColumn, number>> = { kod: 30, kategoria: 60, nazwa: 120, jednostka: 20, zrodlo: 200 }

export type PriceFault = {
  readonly line: number
  readonly why: 'no-column' | 'empty' | 'values' | 'missing' | 'price' | 'vat' | 'day' | 'twice' | 'too-long' | 'not-csv'
  readonly what: string
}

/** Reads the whole table; every fault is told with its line. With any fault nothing should be taken. */
export function readPrices(table: TypedTable): { readonly items: readonly PriceItem[]; readonly faults: readonly PriceFault[] } {
  const columns = table.columns.map(name => priceColumns.find(column => column === plainColumn(name)))
  const missing = needed.filter(column => !columns.includes(column))
  if (missing.length > 0) return { items: [], faults: missing.map(what => ({ line: 1, why: 'no-column', what })) }
  if (table.rows.length === 0) return { items: [], faults: [{ line: 1, why: 'empty', what: '' }] }
  const seen = new Set<string>()
  const faults: PriceFault[] = []
  const items = table.rows.flatMap(({ line, values }) => {
    const read = readRow(line, columns, values)
    if (Array.isArray(read)) {
      faults.push(...read)
      return []
    }
    const key = `${read.code} ${read.from}`
    if (seen.has(key)) faults.push({ line, why: 'twice', what: key })
    seen.add(key)
    return [read]
  })
  return { items, faults }
}

function readRow(line: number, columns: readonly (PriceColumn | undefined)[], values: readonly string[]): PriceItem | PriceFault[] {
  if (values.length !== columns.length) return [{ line, why: 'values', what: `${values.length} ≠ ${columns.length}` }]
  const value = (column: PriceColumn) => (columns.includes(column) ? (values[columns.indexOf(column)] ?? '').trim() : '')
  const faults: PriceFault[] = needed.filter(column => value(column) === '').map(what => ({ line, why: 'missing', what }))
  for (const [column, max] of Object.entries(most) as [PriceColumn, number][])
    if (value(column).length > max) faults.push({ line, why: 'too-long', what: `${column}: ${value(column).length} > ${max}` })
  const [price, upkeep] = [parseMoney(value('cena')), value('utrzymanie') === '' ? 0 : parseMoney(value('utrzymanie'))]
  if (value('cena') && price === undefined) faults.push({ line, why: 'price', what: value('cena') })
  if (upkeep === undefined) faults.push({ line, why: 'price', what: value('utrzymanie') })
  const vat = value('vat') === '' ? 23 : Number(value('vat').replace(/\s*%$/, ''))
  if (!Number.isInteger(vat) || vat < 0 || vat > 100) faults.push({ line, why: 'vat', what: value('vat') })
  if (value('od') && !isDay(value('od'))) faults.push({ line, why: 'day', what: value('od') })
  if (faults.length > 0 || price === undefined || upkeep === undefined) return faults
  const [code, category, name, unit, source] = (['kod', 'kategoria', 'nazwa', 'jednostka', 'zrodlo'] as const).map(value) as [
    string,
    string,
    string,
    string,
    string,
  ]
  return { code, category, name, unit, source, price, upkeep, vat, from: value('od') as Day }
}

const isDay = (typed: string): boolean =>
  /^\d{4}-\d{2}-\d{2}$/.test(typed) && !Number.isNaN(Date.parse(typed)) && new Date(typed).toISOString().startsWith(typed)

export type PriceChanges = { readonly added: readonly PriceItem[]; readonly changed: readonly PriceItem[]; readonly same: number }

/** What taking the rows would change; nothing is ever removed. */
export function priceChanges(rows: readonly PriceItem[], before: readonly PriceItem[]): PriceChanges {
  const byKey = new Map(before.map(item => [`${item.code} ${item.from}`, item]))
  const known = (item: PriceItem) => byKey.get(`${item.code} ${item.from}`)
  const added = rows.filter(item => !known(item))
  const changed = rows.filter(item => known(item) && JSON.stringify(sorted(item)) !== JSON.stringify(sorted(known(item))))
  return { added, changed, same: rows.length - added.length - changed.length }
}
const sorted = (item: PriceItem | undefined) => Object.entries(item ?? {}).sort(([a], [b]) => a.localeCompare(b))
