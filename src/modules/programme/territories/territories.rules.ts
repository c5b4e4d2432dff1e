import { type Actor, has, house } from '#kit/actor.ts'
import type { FactRules } from '#kit/facts.ts'
import type { Point } from '#kit/geo.ts'
import type { Locale } from '#kit/texts.ts'
import { no, type Verdict, yes } from '#kit/verdict.ts'

declare module '#kit/facts.ts' {
  interface Facts {
    'territories.founded': { city: string; districts: number }
    'territories.imported': { areas: number; source: string }
    'territory.added': { name: string; drawn: boolean }
  }
}
export const territoriesFacts = {
  'territories.founded': { keep: { years: 50 } },
  'territories.imported': { keep: { years: 50 } },
  'territory.added': { keep: { years: 50 } },
} satisfies FactRules

export const territoryKinds = ['city', 'district', 'estate', 'custom'] as const
export type TerritoryKind = (typeof territoryKinds)[number]
export type Territory = {
  readonly id: string
  readonly kind: TerritoryKind
  readonly number: number | null
  readonly name: string
  readonly parentId: string | null
}

/** An area with what is known of its boundary. */
export type ListedTerritory = Territory & { readonly squareKm: number | null; readonly source: string | null }

const numerals: readonly (readonly [number, string])[] = [
  [100, 'C'],
  [90, 'XC'],
  [50, 'L'],
  [40, 'XL'],
  [10, 'X'],
  [9, 'IX'],
  [5, 'V'],
  [4, 'IV'],
  [1, 'I'],
]

/** 13 -> "XIII" */
export function roman(number: number): string {
  let [left, written] = [number, '']
  for (const [value, numeral] of numerals)
    while (left >= value) {
      written += numeral
      left -= value
    }
  return written
}
/** "XIII" -> 13; undefined when it is not a Roman number. */
export function fromRoman(written: string): number | undefined {
  const upper = written.trim().toUpperCase()
  for (let number = 1; number < 100; number += 1) if (roman(number) === upper) return number
  return undefined
}

/** "XIII Podgórze"; names are the same in every language, but the city as a space of talk is said in words by texts. */
export const territoryTitle = (territory: Pick<Territory, 'number' | 'name'>, _locale?: Locale): string =>
  territory.number === null ? territory.name : `${roman(territory.number)} ${territory.name}`

export const cityWhere = 'miasto'
/** How a place stands in an address: the number of the district, or "miasto". */
export const whereOf = (territory: Pick<Territory, 'kind' | 'number' | 'id'>): string =>
  territory.kind === 'city' ? cityWhere : territory.number === null ? territory.id : String(territory.number)

/** Names compared without Polish letters, case, hyphens and spaces: "Lagiewniki-Borek_Falecki" is "Łagiewniki-Borek Fałęcki". */
export const plainName = (name: string): string =>
  name
    .toLowerCase()
    .replace(/ł/g, 'l')
    .normalize('NFD')
    .replace(/[^a-z0-9]/g, '')

export const findByName = <T extends { readonly name: string }>(territories: readonly T[], name: string): T | undefined =>
  territories.find(territory => plainName(territory.name) === plainName(name))

/** A point typed or sent by a form: two decimal numbers on Earth, with a point or a comma. */
export function readPoint(lon: string, lat: string): Point | undefined {
  const point = { lon: Number(lon.replace(',', '.')), lat: Number(lat.replace(',', '.')) }
  if (lon.trim() === '' || lat.trim() === '') return undefined
  return Math.abs(point.lon) <= 180 && Math.abs(point.lat) <= 90 ? point : undefined
}

export const mayImportAreas = (actor: Actor): Verdict<'not-yours'> => (actor === house || has(actor, 'coordinator') ? yes : no('not-yours'))
