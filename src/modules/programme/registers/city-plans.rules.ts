import { type Actor, has, house } from '#kit/actor.ts'
import { plainColumn, type TypedTable } from '#kit/columns.ts'
import type { FactRules } from '#kit/facts.ts'
import { type Grosze, parseMoney } from '#kit/money.ts'
import { no, type Verdict, yes } from '#kit/verdict.ts'
import { findByName, fromRoman, readPoint, type Territory } from '#modules/programme/territories/territories.rules.ts'

declare module '#kit/facts.ts' {
  interface Facts {
    'plans.imported': { rows: number; removed: number }
  }
}
export const cityPlansFacts = { 'plans.imported': { keep: { years: 10 } } } satisfies FactRules

export const planStates = ['ongoing', 'planned', 'done'] as const
export type PlanState = (typeof planStates)[number]

/** Something that the city already does or means to do in a place, whatever the residents decide. */
export type CityPlan = {
  readonly id: string
  /** The number the city itself gives it: the same number again is the same thing. */
  readonly foreignId: string
  readonly territoryId: string
  readonly title: string
  readonly text: string
  readonly state: PlanState
  readonly cost: Grosze | null
  /** When, in words: "do końca 2027". */
  readonly term: string | null
  readonly placeWords: string | null
  readonly point: { readonly lon: number; readonly lat: number } | null
  readonly link: string | null
  readonly unit: string | null
}
export type PlanRow = Omit<CityPlan, 'id'>

export const mayImportPlans = (actor: Actor): Verdict<'not-yours'> => (actor === house || has(actor, 'coordinator') ? yes : no('not-yours'))

export const planColumns = ['id', 'dzielnica', 'tytul', 'opis', 'stan', 'koszt', 'termin', 'miejsce', 'lon', 'lat', 'link', 'jednostka'] as const
export type PlanColumn = (typeof planColumns)[number]
const needed: readonly PlanColumn[] = ['id', 'dzielnica', 'tytul', 'stan']
/** What else such a column is called in tables of offices. */
const alias: Readonly<Record<string, PlanColumn>> = {
  numer: 'id',
  nazwa: 'tytul',
  status: 'stan',
  obszar: 'dzielnica',
  adres: 'miejsce',
  url: 'link',
  kwota: 'koszt',
}

export type PlanFault = {
  readonly line: number
  readonly why:
    | 'no-column'
    | 'empty'
    | 'values'
    | 'missing'
    | 'no-such-district'
    | 'state'
    | 'cost'
    | 'point'
    | 'link'
    | 'twice'
    | 'too-long'
    | 'not-csv'
  readonly what: string
}
export type ReadPlans = { readonly plans: readonly PlanRow[]; readonly faults: readonly PlanFault[] }

const states: Readonly<Record<string, PlanState>> = {
  wplanie: 'planned',
  planowane: 'planned',
  plan: 'planned',
  planned: 'planned',
  wtoku: 'ongoing',
  trwa: 'ongoing',
  wrealizacji: 'ongoing',
  ongoing: 'ongoing',
  gotowe: 'done',
  zrobione: 'done',
  zakonczone: 'done',
  done: 'done',
}

/** Reads the whole table; every fault is told with its line. With any fault nothing should be taken. */
export function readPlans(table: TypedTable, territories: readonly Territory[]): ReadPlans {
  const columns = table.columns.map(name => planColumns.find(column => column === plainColumn(name)) ?? alias[plainColumn(name)])
  const missing = needed.filter(column => !columns.includes(column))
  if (missing.length > 0) return { plans: [], faults: missing.map(what => ({ line: 1, why: 'no-column', what })) }
  if (table.rows.length === 0) return { plans: [], faults: [{ line: 1, why: 'empty', what: '' }] }
  const read = table.rows.map(({ line, values }) => ({ line, row: readRow(line, columns, values, territories) }))
  const faults = read.flatMap(({ row }) => (Array.isArray(row) ? row : []))
  const plans = read.flatMap(({ line, row }) => (Array.isArray(row) ? [] : [{ line, row }]))
  const seen = new Set<string>()
  const twice = plans.flatMap(({ line, row }): PlanFault[] => {
    if (!seen.has(row.foreignId)) return seen.add(row.foreignId) && []
    return [{ line, why: 'twice', what: row.foreignId }]
  })
  return { plans: plans.map(({ row }) => row), faults: [...faults, ...twice].sort((a, b) => a.line - b.line) }
}

function readRow(
  line: number,
  columns: readonly (PlanColumn | undefined)[],
  values: readonly string[],
  territories: readonly Territory[],
): PlanRow | PlanFault[] {
  if (values.length !== columns.length) return [{ line, why: 'values', what: `${values.length} ≠ ${columns.length}` }]
  const value = (column: PlanColumn) => (columns.includes(column) ? (values[columns.indexOf(column)] ?? '').trim() : '')
  const faults: PlanFault[] = needed.filter(column => value(column) === '').map(what => ({ line, why: 'missing', what }))
  const wrong = (why: PlanFault['why'], what: string) => faults.push({ line, why, what })
  const territory = territoryOf(value('dzielnica'), territories)
  if (value('dzielnica') && !territory) wrong('no-such-district', value('dzielnica'))
  const state = states[plainColumn(value('stan'))]
  if (value('stan') && !state) wrong('state', value('stan'))
  const cost = value('koszt') === '' ? null : parseMoney(value('koszt'))
  if (cost === undefined) wrong('cost', value('koszt'))
  const [lon, lat] = [value('lon'), value('lat')]
  const point = lon || lat ? readPoint(lon, lat) : null
  if (point === undefined) wrong('point', `${lon} ${lat}`)
  const link = value('link') || null
  if (link && !/^https?:\/\/[^\s<>"]+$/.test(link)) wrong('link', link)
  for (const [column, most] of [
    ['id', 100],
    ['tytul', 300],
    ['opis', 4000],
    ['termin', 200],
    ['miejsce', 300],
    ['link', 500],
    ['jednostka', 50],
  ] as const)
    if (value(column).length > most) wrong('too-long', `${column}: ${value(column).length} > ${most}`)
  if (faults.length > 0 || !territory || !state || cost === undefined || point === undefined) return faults
  const word = (column: PlanColumn) => value(column) || null
  return {
    foreignId: value('id'),
    territoryId: territory.id,
    title: value('tytul'),
    text: value('opis'),
    state,
    cost,
    term: word('termin'),
    placeWords: word('miejsce'),
    point,
    link,
    unit: word('jednostka'),
  }
}

/** The place that a table of an office means: by number, Roman number or name. */
export function territoryOf(written: string, territories: readonly Territory[]): Territory | undefined {
  const number = /^\d{1,3}$/.test(written) ? Number(written) : fromRoman(written)
  const byNumber = territories.find(territory => territory.kind === 'district' && territory.number === number)
  const bare = written.replace(/^dzielnica\s+/i, '').replace(/^[IVXLC]+\s+/, '')
  const city = territories.find(({ kind }) => kind === 'city')
  return byNumber ?? findByName(territories, bare) ?? (/^(miasto|cale miasto|całe miasto)$/i.test(written) ? city : undefined)
}

/** What taking the rows would change. */
export type PlanChanges = {
  readonly added: readonly PlanRow[]
  readonly changed: readonly PlanRow[]
  readonly same: number
  readonly gone: readonly CityPlan[]
}

export function changesOf(rows: readonly PlanRow[], before: readonly CityPlan[], removing: boolean): PlanChanges {
  const byId = new Map(before.map(plan => [plan.foreignId, plan]))
  const added = rows.filter(row => !byId.has(row.foreignId))
  const known = rows.filter(row => byId.has(row.foreignId))
  const changed = known.filter(row => !isSame(row, byId.get(row.foreignId)))
  const kept = new Set(rows.map(row => row.foreignId))
  return { added, changed, same: known.length - changed.length, gone: removing ? before.filter(plan => !kept.has(plan.foreignId)) : [] }
}

const isSame = (row: PlanRow, plan: CityPlan | undefined): boolean =>
  plan !== undefined &&
  row.point?.lon === plan.point?.lon &&
  row.point?.lat === plan.point?.lat &&
  (['territoryId', 'title', 'text', 'state', 'cost', 'term', 'placeWords', 'link', 'unit'] as const).every(key => row[key] === plan[key])
