import { expect, test } from 'vitest'
import { opennessOf, type Span } from '#modules/programme/calendar.rules.ts'
import { shiftPreset } from '#modules/programme/editions/preset.rules.ts'
import { presetKeys, presets } from '#modules/programme/editions/presets.rules.ts'

const spans = (preset: { phases: readonly (readonly [Span['kind'], string, string])[] }): Span[] =>
  preset.phases.map(([kind, from, to]) => ({ kind, from, to }))
const districtMoney = (key: (typeof presetKeys)[number]) =>
  presets[key].pools.filter(pool => pool.place !== 'city').reduce((sum, pool) => sum + pool.amount, 0)

test('the money of 2020 is the announced 32 million, a fifth of it for the whole city', () => {
  expect(presets['krakow-2020'].pools.find(pool => pool.place === 'city')).toEqual({
    place: 'city',
    amount: 640_000_000,
    costMin: 2_500_000,
    costMax: 128_000_000,
  })
  expect(districtMoney('krakow-2020')).toBe(2_560_000_000)
  expect(presets['krakow-2020'].pools).toHaveLength(19)
})

test('the districts of 2025 shared 40.8 million, but for four grosze of rounding', () => {
  expect(districtMoney('krakow-newest')).toBe(4_079_999_996)
})

test('a district project may cost 40 % of its pool', () => {
  const podgorze = presets['krakow-2020'].pools.find(pool => pool.place === 13)
  expect(podgorze).toMatchObject({ amount: 174_010_000, costMin: 250_000, costMax: 69_604_000 })
})

test.each(presetKeys)('%s: every phase ends no earlier than it begins, every pool has limits within its amount', key => {
  for (const [kind, from, to] of presets[key].phases) expect(from <= to, kind).toBe(true)
  for (const pool of presets[key].pools) expect(pool.costMin <= pool.costMax && pool.costMax <= pool.amount, String(pool.place)).toBe(true)
  expect(presets[key].pools.map(pool => pool.place)).toEqual(['city', ...presets[key].plan.districts.map(district => district.number)])
})

test.each([
  ['2020-04-01', 'submission', 'open'],
  ['2020-04-30', 'submission', 'open'],
  ['2020-05-01', 'submission', 'over'],
  ['2020-07-24', 'support-lists', 'open'],
  ['2020-08-07', 'protests', 'open'],
  ['2020-08-14', 'protests', 'open'],
  ['2020-08-15', 'protests', 'over'],
  ['2020-09-26', 'voting', 'open'],
  ['2020-10-05', 'voting', 'open'],
  ['2020-10-06', 'voting', 'over'],
] as const)('on %s of the real edition %s is %s', (day, kind, state) => {
  expect(opennessOf(spans(presets['krakow-2020']), kind, new Date(`${day}T10:00:00Z`)).state).toBe(state)
})

test('the same edition later: every day moves, the year and the title follow the submission', () => {
  const later = shiftPreset(presets['krakow-2020'], 2445)
  expect(later.phases.find(([kind]) => kind === 'submission')).toEqual(['submission', '2026-12-11', '2027-01-09'])
  expect(later).toMatchObject({ year: 2026, title: 'Budżet Obywatelski Miasta Krakowa 2026' })
  expect(shiftPreset(presets['krakow-2020'], 0)).toEqual(presets['krakow-2020'])
})
