import { addDays } from '#kit/dates.ts'
import { krakow2020 } from '#modules/programme/editions/krakow-2020.rules.ts'
import type { Preset, PresetPhase } from '#modules/programme/editions/preset.rules.ts'

/** Money of 2025 in grosze, district I to XVIII (budzet.krakow.pl): the amounts of 2026 have not been found. */
const amounts2025 = [
  171_613_817, 178_478_662, 213_600_663, 282_809_461, 191_048_137, 221_517_017, 233_262_717, 316_016_447, 173_435_554, 192_021_879, 216_023_487,
  253_264_583, 291_771_016, 208_186_672, 199_476_723, 169_857_539, 248_883_561, 318_732_061,
]

/** The whole calendar of 2025, one year on to the same weekday; only the submission of 2026 is announced. */
const calendar2025: readonly PresetPhase[] = [
  ['review-results', '2025-06-09', '2025-06-09'],
  ['protests', '2025-06-10', '2025-06-19'],
  ['hearings', '2025-06-20', '2025-06-27'],
  ['ballot-list', '2025-07-18', '2025-07-18'],
  ['withdrawal', '2025-07-18', '2025-08-29'],
  ['promotion', '2025-09-05', '2025-10-03'],
  ['voting', '2025-09-19', '2025-10-03'],
  ['counting', '2025-10-04', '2025-10-29'],
  ['results', '2025-10-30', '2025-10-30'],
  ['approval', '2025-11-03', '2025-11-14'],
]
const yearOn = (day: string) => addDays(day, 364)

const { rules } = krakow2020

/** The thirteenth edition as far as it is known; what is taken over from 2025 or only proposed stands in `unknown`, and the check warns of it. */
export const krakowNewest: Preset = {
  no: 13,
  year: 2026,
  title: 'Budżet Obywatelski Miasta Krakowa 2026',
  plan: krakow2020.plan,
  pools: [
    { place: 'city', amount: 1_080_000_000, costMin: 5_000_000, costMax: 200_000_000 },
    ...amounts2025.map((amount, index) => ({ place: index + 1, amount, costMin: 1_000_000, costMax: Math.floor(amount * 0.4) })),
  ],
  phases: [
    ['rules', '2026-01-26', '2026-01-30'],
    ['needs', '2026-02-01', '2026-03-08'],
    ['ideas', '2026-02-01', '2026-03-08'],
    ['drafts', '2026-02-01', '2026-03-17'],
    ['advice', '2026-02-02', '2026-03-13'],
    ['meetings', '2026-02-02', '2026-03-17'],
    ['submission', '2026-02-16', '2026-03-17'],
    ['support-lists', '2026-02-16', '2026-03-27'],
    ['formal-check', '2026-03-18', '2026-04-30'],
    ['review', '2026-03-18', '2026-06-05'],
    ...calendar2025.map(([kind, from, to]): PresetPhase => [kind, yearOn(from), yearOn(to)]),
    ['implementation', '2027-01-01', '2027-12-31'],
    ['evaluation', '2028-01-03', '2028-01-31'],
  ],
  parts: ['individual', 'district-path', 'discussions', 'support-lists', 'archive'],
  rules: {
    ...rules,
    legalActs: [],
    submission: { ...rules.submission, sameInCityAndDistrictForbidden: true },
    support: { ...rules.support, days: 10 },
    formal: { completeDays: 14, allAgree: true, notCompleted: 'as-it-is' },
    unknown: [
      'round-dates',
      'later-dates',
      'district-amounts',
      'cost-floors',
      'cost-caps',
      'picks',
      'ambassador-age',
      'tie-rule',
      'title-limit',
      'completion-days',
    ],
  },
}
