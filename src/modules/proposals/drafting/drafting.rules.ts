import type { Grosze } from '#kit/money.ts'
import type { Spot } from '#modules/proposals/place/spots.rules.ts'

export const sectionNames = ['title', 'summary', 'description', 'place', 'reasons', 'beneficiaries'] as const
export type SectionName = (typeof sectionNames)[number]
export type Sections = Readonly<Record<SectionName, string>>
export const noSections: Sections = { title: '', summary: '', description: '', place: '', reasons: '', beneficiaries: '' }

/** One line of the cost table. Quantity is in thousandths, so that 2,5 m² is exact; price is of one unit. */
export type CostLine = {
  readonly id: string
  readonly name: string
  readonly quantity: number
  readonly unit: string
  readonly price: Grosze
  /** Code of the price list it was taken from; absent for a price of the authors' own. */
  readonly item?: string
}

/** Price times quantity, halves of a grosz upwards; in whole numbers all the way. */
export const lineTotal = (line: Pick<CostLine, 'quantity' | 'price'>): Grosze => Number((BigInt(line.quantity) * BigInt(line.price) + 500n) / 1000n)
export const costTotal = (lines: readonly Pick<CostLine, 'quantity' | 'price'>[]): Grosze => lines.reduce((sum, line) => sum + lineTotal(line), 0)

/** "2,5" -> 2500; at most three decimals, undefined for anything else. */
export function parseQuantity(typed: string): number | undefined {
  const match = /^(\d{1,7})(?:[.,](\d{1,3}))?$/.exec(typed.replace(/[\s\u00a0\u202f]/g, ''))
  if (!match) return undefined
  return Number(match[1]) * 1000 + Number((match[2] ?? '').padEnd(3, '0'))
}
export function formatQuantity(quantity: number, locale: 'pl' | 'en' = 'pl'): string {
  const rest = String(quantity % 1000)
    .padStart(3, '0')
    .replace(/0+$/, '')
  return `${Math.trunc(quantity / 1000)}${rest === '' ? '' : `${locale === 'pl' ? ',' : '.'}${rest}`}`
}

/** Longer than anybody reads; short enough to compare two versions at once. */
export const textMax = 10_000

/** Limits of the edition's rules and of the pool; an absent one does not bind. */
export type Limits = {
  readonly titleMax: number
  readonly summaryMin: number
  readonly summaryMax: number
  readonly textMax: number
  readonly costOptional: boolean
  readonly costMin?: Grosze
  readonly costMax?: Grosze
}

export type Problem =
  | { readonly what: 'missing'; readonly section: SectionName }
  | { readonly what: 'too-long'; readonly section: SectionName; readonly max: number; readonly is: number }
  | { readonly what: 'too-short'; readonly section: SectionName; readonly min: number; readonly is: number }
  | { readonly what: 'no-costs' }
  | { readonly what: 'too-cheap'; readonly min: Grosze; readonly is: Grosze }
  | { readonly what: 'too-dear'; readonly max: Grosze; readonly is: Grosze }

/** Letters as people count them: a character with its accent is one. */
export const lengthOf = (text: string): number => [...text.normalize('NFC')].length

export function boundsOf(section: SectionName, limits: Limits): { readonly min?: number; readonly max: number } {
  if (section === 'title') return { max: limits.titleMax }
  if (section === 'summary') return { min: limits.summaryMin, max: limits.summaryMax }
  return { max: limits.textMax }
}

export function sectionProblem(section: SectionName, text: string, limits: Limits): Problem | undefined {
  const is = lengthOf(text.trim())
  if (is === 0) return { what: 'missing', section }
  const { min, max } = boundsOf(section, limits)
  if (is > max) return { what: 'too-long', section, max, is }
  if (min !== undefined && is < min) return { what: 'too-short', section, min, is }
  return undefined
}

export function costProblem(lines: readonly CostLine[], limits: Limits): Problem | undefined {
  if (lines.length === 0) return limits.costOptional ? undefined : { what: 'no-costs' }
  const is = costTotal(lines)
  if (limits.costMin !== undefined && is < limits.costMin) return { what: 'too-cheap', min: limits.costMin, is }
  if (limits.costMax !== undefined && is > limits.costMax) return { what: 'too-dear', max: limits.costMax, is }
  return undefined
}

/** All that must be put right before the authors can agree on it. */
export function problemsOf(sections: Sections, lines: readonly CostLine[], limits: Limits): readonly Problem[] {
  return [...sectionNames.map(name => sectionProblem(name, sections[name], limits)), costProblem(lines, limits)].filter(
    (problem): problem is Problem => problem !== undefined,
  )
}

/** A photo of the place as a version holds it: the hash of the version vouches for the picture by its digest. */
export type VersionPhoto = { readonly fileId: string; readonly digest: string; readonly alt: string; readonly caption: string }

/** What a version holds and its hash vouches for. */
export type Snapshot = {
  readonly projectId: string
  readonly number: number
  readonly sections: Sections
  readonly costs: readonly CostLine[]
  readonly total: Grosze
  /** Absent where nothing is marked on the map, and in versions from before the map belonged to them. */
  readonly spot?: Spot | undefined
  /** Absent where there are none. */
  readonly photos?: readonly VersionPhoto[] | undefined
}

/** A hash that people compare on paper: groups of four. */
export const hashInGroups = (hash: string): string => hash.match(/.{1,4}/g)?.join(' ') ?? ''

export type LineConflict = { readonly base: CostLine | undefined; readonly mine: CostLine | undefined; readonly theirs: CostLine | undefined }
export type MergedCosts = { readonly lines: readonly CostLine[]; readonly conflicts: readonly LineConflict[] }

const sameLine = (a: CostLine | undefined, b: CostLine | undefined) =>
  a === b ||
  (a !== undefined &&
    b !== undefined &&
    a.name === b.name &&
    a.quantity === b.quantity &&
    a.unit === b.unit &&
    a.price === b.price &&
    a.item === b.item)

/** Two people wrote the cost table at once: line by line, whoever changed a line is heard; both changed it: both are kept and shown. */
export function mergeCosts(base: readonly CostLine[], mine: readonly CostLine[], theirs: readonly CostLine[]): MergedCosts {
  const find = (lines: readonly CostLine[], id: string) => lines.find(line => line.id === id)
  const order = [...theirs, ...mine.filter(line => !find(theirs, line.id))]
  const conflicts: LineConflict[] = []
  const lines = order.flatMap(({ id }) => {
    const [was, my, their] = [find(base, id), find(mine, id), find(theirs, id)]
    if (sameLine(my, their)) return my ? [my] : []
    if (sameLine(my, was)) return their ? [their] : []
    if (sameLine(their, was)) return my ? [my] : []
    conflicts.push({ base: was, mine: my, theirs: their })
    return [my, their].filter(line => line !== undefined)
  })
  return { lines, conflicts }
}
