import { addDays, type Day } from '#kit/dates.ts'
import type { Grosze } from '#kit/money.ts'
import type { PhaseKind } from '#modules/programme/calendar.rules.ts'
import type { Part, RuleSet } from '#modules/programme/programme.rules.ts'

/** Where the money goes: the whole city, or the district of this number. */
export type Place = 'city' | number
export type PresetPool = { readonly place: Place; readonly amount: Grosze; readonly costMin: Grosze; readonly costMax: Grosze }
export type PresetPhase = readonly [kind: PhaseKind, from: Day, to: Day]

/** A whole real edition as data: the coordinator starts from it and changes what differs. */
export type Preset = {
  readonly no: number
  readonly year: number
  readonly title: string
  /** The city and its districts; they are founded with the first edition where they are not there yet. */
  readonly plan: { readonly name: string; readonly districts: readonly { readonly number: number; readonly name: string }[] }
  readonly pools: readonly PresetPool[]
  readonly phases: readonly PresetPhase[]
  readonly parts: readonly Part[]
  readonly rules: RuleSet
}

/** The same edition so many days later; the year follows the day on which submission opens, also in the title. */
export function shiftPreset(preset: Preset, days: number): Preset {
  const moved = (day: Day) => addDays(day, days)
  const phases = preset.phases.map(([kind, from, to]) => [kind, moved(from), moved(to)] as const)
  const year = preset.year + yearOfSubmission(phases) - yearOfSubmission(preset.phases)
  const { legal } = preset.rules
  const rules = { ...preset.rules, legal: { ...legal, retentionUntil: legal.retentionUntil && moved(legal.retentionUntil) } }
  return { ...preset, year, title: preset.title.replace(String(preset.year), String(year)), phases, rules }
}

const yearOfSubmission = (phases: readonly PresetPhase[]) =>
  Number((phases.find(([kind]) => kind === 'submission') ?? phases[0])?.[1].slice(0, 4) ?? 0)
