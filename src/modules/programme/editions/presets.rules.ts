import { addDays, type Day, daysBetween } from '#kit/dates.ts'
import type { Grosze } from '#kit/money.ts'
import type { PhaseKind } from '#modules/programme/calendar.rules.ts'
import { krakow2020 } from '#modules/programme/editions/krakow-2020.rules.ts'
import { krakowNewest } from '#modules/programme/editions/krakow-newest.rules.ts'
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

export const presets = { 'krakow-2020': krakow2020, 'krakow-newest': krakowNewest } as const satisfies Record<string, Preset>
export type PresetKey = keyof typeof presets
export const presetKeys = Object.keys(presets) as PresetKey[]

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

/** By how many days the preset moves so that its submission opens on this day. */
export const daysToOpenOn = (key: PresetKey, day: Day): number => {
  const submission = presets[key].phases.find(([kind]) => kind === 'submission')
  return submission ? daysBetween(submission[1], day) : 0
}
