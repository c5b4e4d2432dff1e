import { type Day, daysBetween } from '#kit/dates.ts'
import { krakow2020 } from '#modules/programme/editions/krakow-2020.rules.ts'
import { krakowNewest } from '#modules/programme/editions/krakow-newest.rules.ts'
import type { Preset } from '#modules/programme/editions/preset.rules.ts'

export const presets = { 'krakow-2020': krakow2020, 'krakow-newest': krakowNewest } as const satisfies Record<string, Preset>
export type PresetKey = keyof typeof presets
export const presetKeys = Object.keys(presets) as PresetKey[]

/** By how many days the preset moves so that its submission opens on this day. */
export const daysToOpenOn = (key: PresetKey, day: Day): number => {
  const submission = presets[key].phases.find(([kind]) => kind === 'submission')
  return submission ? daysBetween(submission[1], day) : 0
}
