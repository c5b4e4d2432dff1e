import { type Actor, has, house } from '#kit/actor.ts'
import { plainColumn, type TypedTable } from '#kit/columns.ts'
import type { FactRules } from '#kit/facts.ts'
import { no, type Verdict, yes } from '#kit/verdict.ts'
import { territoryOf } from '#modules/programme/registers/city-plans.rules.ts'
import type { Unit } from '#modules/programme/registers/units.rules.ts'
import { plainName, type Territory } from '#modules/programme/territories/territories.rules.ts'

declare module '#kit/facts.ts' {
  interface Facts {
    'competences.changed': { added: number; removed: number }
  }
}
export const competencesFacts = { 'competences.changed': { keep: { years: 10 } } } satisfies FactRules

/** One line of the table of competences: a topic, a place and a manager of land, each of which may be open, lead to a unit. */
export type CompetenceRow = {
  readonly topics: readonly string[]
  /** Undefined: anywhere in the city. */
  readonly territoryId: string | undefined
  /** Empty: whoever manages the land. */
  readonly manager: string
  readonly unitId: string
}
export type Competence = CompetenceRow & { readonly id: string }

export const mayKeepCompetences = (actor: Actor): Verdict<'not-yours'> => (actor === house || has(actor, 'coordinator') ? yes : no('not-yours'))

/** What a request is about: its words in basic form, its place, and who manages the land. */
export type Sought = { readonly lemmas: ReadonlySet<string>; readonly territoryId: string; readonly managers: readonly string[] }
/** A topic together with the basic forms of its words. */
export type Topic = { readonly topic: string; readonly lemmas: readonly string[] }
export type Proposal = { readonly unitId: string; readonly topics: readonly string[]; readonly place: boolean; readonly manager: string }

/**
 * Units in charge by the table, the surest first. A line counts when all it names holds; whose land it is weighs more than where it lies,
 * and that more than how many of its topics are meant.
 */
export function proposeUnits(
  lines: readonly (Omit<CompetenceRow, 'topics'> & { readonly topics: readonly Topic[] })[],
  sought: Sought,
  most = 3,
): Proposal[] {
  const managers = sought.managers.map(plainName)
  const fitting = lines.flatMap(({ unitId, topics, territoryId, manager }) => {
    const meant = topics.filter(({ lemmas }) => lemmas.length > 0 && lemmas.every(lemma => sought.lemmas.has(lemma)))
    if (topics.length > 0 && meant.length === 0) return []
    if (territoryId !== undefined && territoryId !== sought.territoryId) return []
    if (manager !== '' && !managers.includes(plainName(manager))) return []
    const place = territoryId !== undefined
    const weight = (manager === '' ? 0 : 10_000) + (place ? 100 : 0) + meant.length * (place || manager ? 1 : 2)
    return [{ weight, proposal: { unitId, topics: meant.map(({ topic }) => topic), place, manager } }]
  })
  const ranked = fitting.sort((a, b) => b.weight - a.weight).map(({ proposal }) => proposal)
  return ranked.filter((one, at) => ranked.findIndex(({ unitId }) => unitId === one.unitId) === at).slice(0, most)
}

export const competenceColumns = ['temat', 'miejsce', 'zarzadca', 'jednostka'] as const
type Column = (typeof competenceColumns)[number]
export type CompetenceFault = {
  readonly line: number
  readonly why: 'no-column' | 'empty' | 'values' | 'missing' | 'no-such-district' | 'no-such-unit' | 'open-line' | 'too-long' | 'twice' | 'not-csv'
  readonly what: string
}
type Known = { readonly units: readonly Unit[]; readonly territories: readonly Territory[] }

export const topicsOf = (written: string): string[] => [
  ...new Set(
    written
      .split(',')
      .map(topic => topic.trim().replace(/\s+/g, ' '))
      .filter(Boolean),
  ),
]
export const sameLine = (line: CompetenceRow): string => JSON.stringify([[...line.topics].sort(), line.territoryId ?? '', line.manager, line.unitId])

/** Reads the whole table; every fault is told with its line. With any fault nothing should be taken. */
export function readCompetences(
  table: TypedTable,
  known: Known,
): { readonly lines: readonly CompetenceRow[]; readonly faults: readonly CompetenceFault[] } {
  const columns = table.columns.map(name => competenceColumns.find(column => column === plainColumn(name)))
  if (!columns.includes('jednostka')) return { lines: [], faults: [{ line: 1, why: 'no-column', what: 'jednostka' }] }
  if (table.rows.length === 0) return { lines: [], faults: [{ line: 1, why: 'empty', what: '' }] }
  const seen = new Set<string>()
  const faults: CompetenceFault[] = []
  const lines = table.rows.flatMap(({ line, values }) => {
    const read = readLine(line, columns, values, known)
    if (Array.isArray(read)) {
      faults.push(...read)
      return []
    }
    if (seen.has(sameLine(read))) faults.push({ line, why: 'twice', what: values.join('; ') })
    seen.add(sameLine(read))
    return [read]
  })
  return { lines, faults }
}

function readLine(
  line: number,
  columns: readonly (Column | undefined)[],
  values: readonly string[],
  known: Known,
): CompetenceRow | CompetenceFault[] {
  if (values.length !== columns.length) return [{ line, why: 'values', what: `${values.length} ≠ ${columns.length}` }]
  const value = (column: Column) => (columns.includes(column) ? (values[columns.indexOf(column)] ?? '').trim() : '')
  const [topics, manager, code] = [topicsOf(value('temat')), value('zarzadca'), value('jednostka')]
  const faults: CompetenceFault[] = []
  const wrong = (why: CompetenceFault['why'], what: string) => faults.push({ line, why, what })
  const unit = known.units.find(one => one.code === code || plainName(one.name) === plainName(code))
  if (code === '') wrong('missing', 'jednostka')
  else if (!unit) wrong('no-such-unit', code)
  const territory = territoryOf(value('miejsce'), known.territories)
  if (value('miejsce') !== '' && !territory) wrong('no-such-district', value('miejsce'))
  for (const [column, most] of Object.entries({ temat: 500, zarzadca: 200 } as const))
    if (value(column as Column).length > most) wrong('too-long', `${column}: ${value(column as Column).length} > ${most}`)
  const place = territory?.kind === 'city' ? undefined : territory?.id
  if (faults.length === 0 && topics.length === 0 && manager === '' && place === undefined) wrong('open-line', code)
  return faults.length > 0 || !unit ? faults : { topics, territoryId: place, manager, unitId: unit.id }
}
