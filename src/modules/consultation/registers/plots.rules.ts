import { type Actor, has, house } from '#kit/actor.ts'
import { plainColumn, type TypedTable } from '#kit/columns.ts'
import type { FactRules } from '#kit/facts.ts'
import type { Area, Point } from '#kit/geo.ts'
import { no, type Verdict, yes } from '#kit/verdict.ts'
import { readOutline } from '#modules/consultation/registers/outlines.rules.ts'
import { plainName, readPoint } from '#modules/programme/territories/territories.rules.ts'
import { metresToSpot, type Spot, touches } from '#modules/proposals/place/spots.rules.ts'

declare module '#kit/facts.ts' {
  interface Facts {
    'plots.imported': { rows: number; removed: number }
  }
}
export const plotsFacts = { 'plots.imported': { keep: { years: 10 } } } satisfies FactRules

/** A plot of the land register as the office gave it. Owners who are private persons have no place in it: the manager is an institution. */
export type Plot = {
  readonly number: string
  readonly precinct: string
  readonly manager: string
  readonly status: string
  /** Somewhere inside it. */
  readonly point: Point | undefined
  readonly outline?: Area | undefined
}
export const mayImportPlots = (actor: Actor): Verdict<'not-yours'> => (actor === house || has(actor, 'coordinator') ? yes : no('not-yours'))
export const samePlot = ({ number, precinct }: Pick<Plot, 'number' | 'precinct'>): string => `${number} ${precinct}`

const numberForm = /^\d{1,5}(\/\d{1,5})*$/
/** Numbers of plots that a text names: "214/7" anywhere, a plain number only after a word for a plot. */
export const plotNumbersIn = (text: string): string[] => [
  ...new Set([
    ...[...text.matchAll(/(?<![\d/.])\d{1,5}(?:\/\d{1,5})+(?![\d/])/g)].map(([number]) => number),
    ...[...text.matchAll(/\b(?:dz\.|działk\p{L}+)\s*(?:nr\.?\s*|numer\s*)?(\d{1,5})(?![\d/])/giu)].map(([, number = '']) => number),
  ]),
]

/** About how far from its mark a plot still counts as meant by what is marked on the map, where its outline is not known. */
const reachInMetres = 60
const isUnder = (spot: Spot, { outline, point }: Plot): boolean =>
  outline ? touches(spot, outline) : point !== undefined && metresToSpot(point, spot) <= reachInMetres

/**
 * The plots a request is about: those its text names and those under what is marked on the map, by their outlines, or by their marks where these are all that
 * is known. Where the same number stands in several precincts, only those whose precinct is named too.
 */
export function plotsMeant(plots: readonly Plot[], about: { readonly text: string; readonly spot: Spot }): Plot[] {
  const numbers = plotNumbersIn(about.text)
  const text = plainName(about.text)
  const named = plots.filter(plot => numbers.includes(plot.number))
  const sure = named.filter(plot => {
    const same = named.filter(other => other.number === plot.number)
    return same.length === 1 || text.includes(plainName(plot.precinct))
  })
  const near = plots.filter(plot => isUnder(about.spot, plot))
  return [...new Set([...sure, ...near])]
}

export const plotColumns = ['numer', 'obreb', 'zarzadca', 'stan', 'lon', 'lat', 'obrys'] as const
type Column = (typeof plotColumns)[number]
const needed: readonly Column[] = ['numer', 'obreb', 'zarzadca', 'stan']
export type PlotFault = {
  readonly line: number
  readonly why: 'no-column' | 'empty' | 'values' | 'missing' | 'number' | 'point' | 'outline' | 'too-long' | 'twice' | 'not-csv'
  readonly what: string
}

/** Reads the whole table; every fault is told with its line. With any fault nothing should be taken. */
export function readPlots(table: TypedTable): { readonly plots: readonly Plot[]; readonly faults: readonly PlotFault[] } {
  const columns = table.columns.map(name => plotColumns.find(column => column === plainColumn(name)))
  const missing = needed.filter(column => !columns.includes(column))
  if (missing.length > 0) return { plots: [], faults: missing.map(what => ({ line: 1, why: 'no-column', what })) }
  if (table.rows.length === 0) return { plots: [], faults: [{ line: 1, why: 'empty', what: '' }] }
  const seen = new Set<string>()
  const faults: PlotFault[] = []
  const plots = table.rows.flatMap(({ line, values }) => {
    const read = readRow(line, columns, values)
    if (Array.isArray(read)) {
      faults.push(...read)
      return []
    }
    if (seen.has(samePlot(read))) faults.push({ line, why: 'twice', what: `${read.number}, ${read.precinct}` })
    seen.add(samePlot(read))
    return [read]
  })
  return { plots, faults }
}

function readRow(line: number, columns: readonly (Column | undefined)[], values: readonly string[]): Plot | PlotFault[] {
  if (values.length !== columns.length) return [{ line, why: 'values', what: `${values.length} ≠ ${columns.length}` }]
  const value = (column: Column) => (columns.includes(column) ? (values[columns.indexOf(column)] ?? '').trim() : '')
  const faults: PlotFault[] = needed.filter(column => value(column) === '').map(what => ({ line, why: 'missing', what }))
  const [number, lon, lat] = [value('numer'), value('lon'), value('lat')]
  if (number !== '' && !numberForm.test(number)) faults.push({ line, why: 'number', what: number })
  const point = lon || lat ? readPoint(lon, lat) : undefined
  if ((lon || lat) && !point) faults.push({ line, why: 'point', what: `${lon} ${lat}` })
  const outline = value('obrys') === '' ? undefined : readOutline(value('obrys'))
  if (value('obrys') !== '' && !outline) faults.push({ line, why: 'outline', what: value('obrys').slice(0, 60) })
  for (const column of ['obreb', 'zarzadca', 'stan'] as const)
    if (value(column).length > 200) faults.push({ line, why: 'too-long', what: `${column}: ${value(column).length} > 200` })
  return faults.length > 0 ? faults : { number, precinct: value('obreb'), manager: value('zarzadca'), status: value('stan'), point, outline }
}

export type PlotChanges = {
  readonly added: readonly Plot[]
  readonly changed: readonly Plot[]
  readonly gone: readonly Plot[]
  readonly same: number
}
/** What the table would change; `removing` takes out what it no longer holds. */
export function plotChanges(rows: readonly Plot[], before: readonly Plot[], removing: boolean): PlotChanges {
  const known = new Map(before.map(plot => [samePlot(plot), plot]))
  const isSame = (a: Plot, b: Plot) =>
    a.manager === b.manager &&
    a.status === b.status &&
    a.point?.lon === b.point?.lon &&
    a.point?.lat === b.point?.lat &&
    JSON.stringify(a.outline) === JSON.stringify(b.outline)
  const added = rows.filter(row => !known.has(samePlot(row)))
  const changed = rows.filter(row => {
    const was = known.get(samePlot(row))
    return was !== undefined && !isSame(was, row)
  })
  const kept = new Set(rows.map(samePlot))
  const gone = removing ? before.filter(plot => !kept.has(samePlot(plot))) : []
  return { added, changed, gone, same: rows.length - added.length - changed.length }
}
