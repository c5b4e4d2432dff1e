import { type Actor, has, house } from '#kit/actor.ts'
import { plainColumn } from '#kit/columns.ts'
import type { FactRules } from '#kit/facts.ts'
import type { Point } from '#kit/geo.ts'
import { no, type Verdict, yes } from '#kit/verdict.ts'
import { fromRoman, plainName, readPoint, type Territory } from '#modules/programme/territories/territories.rules.ts'

declare module '#kit/facts.ts' {
  interface Facts {
    'addresses.imported': { added: number; changed: number; removed?: number }
  }
}
export const addressesFacts = { 'addresses.imported': { keep: { years: 10 } } } satisfies FactRules

export const mayImportAddresses = (actor: Actor): Verdict<'not-yours'> => (actor === house || has(actor, 'coordinator') ? yes : no('not-yours'))

const columnNames = {
  street: ['ulica', 'street'],
  number: ['numer', 'number'],
  lat: ['lat'],
  lon: ['lon'],
  district: ['dzielnica', 'district'],
} as const
type Column = keyof typeof columnNames
const needed: readonly Column[] = ['street', 'number', 'lat', 'lon']
export type Columns = Readonly<Record<Column, number>>
export type AddressFault = {
  readonly line: number
  readonly why: 'no-column' | 'empty' | 'values' | 'missing' | 'too-long' | 'point' | 'elsewhere' | 'district' | 'twice' | 'not-csv'
  readonly what: string
}

/** Where each column stands. */
export function readColumns(head: readonly string[]): Columns | AddressFault {
  const names = head.map(plainColumn)
  const at = (column: Column) => names.findIndex(name => (columnNames[column] as readonly string[]).includes(name))
  const missing = needed.filter(column => at(column) < 0)
  if (missing.length > 0) return { line: 1, why: 'no-column', what: missing.map(column => columnNames[column].join(' / ')).join(', ') }
  return { street: at('street'), number: at('number'), lat: at('lat'), lon: at('lon'), district: at('district') }
}

export type AddressRow = { readonly street: string; readonly number: string; readonly point: Point; readonly territoryId: string }
type City = { readonly districts: readonly Territory[]; readonly districtAt: (point: Point) => Territory | undefined; readonly columns: number }

/** One line of the register. A point outside the city is most often one whose two numbers stand the wrong way round. */
export function readAddress(line: number, columns: Columns, values: readonly string[], city: City): AddressRow | AddressFault {
  if (values.length !== city.columns) return { line, why: 'values', what: `${values.length} ≠ ${city.columns}` }
  const value = (column: Column) => (values[columns[column]] ?? '').trim().replace(/\s+/g, ' ')
  const missing = needed.filter(column => value(column) === '')
  if (missing.length > 0) return { line, why: 'missing', what: missing.map(column => columnNames[column].join(' / ')).join(', ') }
  const [street, number, district] = [value('street'), value('number'), value('district')]
  if (street.length > 120 || number.length > 20) return { line, why: 'too-long', what: `${street} ${number}`.slice(0, 160) }
  const point = readPoint(value('lon'), value('lat'))
  if (!point) return { line, why: 'point', what: `${value('lat')}, ${value('lon')}` }
  const under = city.districtAt(point)
  if (!under) return { line, why: 'elsewhere', what: `${value('lat')}, ${value('lon')}` }
  const named = district === '' ? under : districtNamed(city.districts, district)
  return named ? { street, number, point, territoryId: named.id } : { line, why: 'district', what: district }
}

const districtNamed = (districts: readonly Territory[], typed: string): Territory | undefined => {
  const number = /^\d+$/.test(typed) ? Number(typed) : fromRoman(typed)
  return districts.find(district => district.number === number || plainName(district.name) === plainName(typed))
}

/** "przy Łąkowej 12/4, Kraków" asks for the street and the number 12/4; a number that begins the name ("3 Maja") belongs to it. */
export function splitAddress(typed: string): { readonly street: string; readonly number: string } {
  const words = (typed.split(',')[0] ?? '').trim().split(/\s+/)
  const at = words.findLastIndex((word, i) => i > 0 && /^\d{1,4}\p{L}?(?:[/-]\d{1,4}\p{L}?)?$/u.test(word))
  return { street: words.filter((_, i) => i !== at).join(' '), number: words[at] ?? '' }
}

const leading = (number: string) => Number(/^\d+/.exec(number)?.[0] ?? 0)
/** The house that is meant, or the two whose numbers come nearest. */
export function pickNumbers<T extends { readonly number: string }>(
  houses: readonly T[],
  typed: string,
  most = 2,
): { readonly exact: boolean; readonly picked: readonly T[] } {
  const plain = (number: string) => number.toLowerCase()
  const exact = [typed, typed.split(/[/-]/)[0] ?? ''].map(wanted => houses.filter(({ number }) => plain(number) === plain(wanted)))
  const found = exact.find(some => some.length > 0)
  const away = ({ number }: T) => Math.abs(leading(number) - leading(typed))
  if (found) return { exact: true, picked: found }
  return { exact: false, picked: [...houses].sort((a, b) => away(a) - away(b)).slice(0, most) }
}
/** The house in the middle of a street. */
export const middleOf = <T extends { readonly number: string }>(houses: readonly T[]): T | undefined =>
  [...houses].sort((a, b) => leading(a.number) - leading(b.number))[Math.floor(houses.length / 2)]

/** An address to choose: a house, or a street as a whole. */
export type FoundAddress = { readonly id: string; readonly words: string; readonly point: Point; readonly territory: Territory }
/** What stands in a form about addresses: nothing where the city has none. `found` is there once somebody has asked. */
export type Addresses = { readonly found?: readonly FoundAddress[] | undefined } | undefined
