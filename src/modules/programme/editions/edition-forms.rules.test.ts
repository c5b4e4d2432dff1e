import { describe, expect, test } from 'vitest'
import type { Phase } from '#modules/programme/calendar.rules.ts'
import { readPhases, readPools, typePhases, typePools } from '#modules/programme/editions/edition-forms.rules.ts'
import { presetKeys, presets } from '#modules/programme/editions/presets.rules.ts'
import { readRules, typeRules } from '#modules/programme/editions/rules-form.rules.ts'

const phases = (key: (typeof presetKeys)[number]): Phase[] => presets[key].phases.map(([kind, from, to]) => ({ id: '', kind, from, to, note: '' }))
const pools = presets['krakow-2020'].pools.map(({ place, ...money }) => ({ id: '', territoryId: `t${place}`, population: null, ...money }))
const ids = pools.map(pool => pool.territoryId)

test.each(presetKeys)('%s: what is typed out reads back the same', key => {
  const read = readPhases(typePhases(phases(key)))
  const days = (list: readonly Omit<Phase, 'id'>[]) => list.map(({ kind, from, to }) => `${kind} ${from} ${to}`).sort()
  expect(read.ok && days(read.value)).toEqual(days(phases(key)))
  const { rules, title, no } = presets[key]
  expect(readRules(typeRules({ title, no, rules }), rules)).toEqual({ ok: true, value: { title, no, rules } })
})
test('pools read back the same; an empty row is no pool', () => {
  const meant = readPools(typePools(pools, 123_456_789), ids)
  expect(meant).toEqual({ ok: true, value: { pools: pools.map(({ id: _, ...pool }) => pool), expenditure: 123_456_789 } })
  expect(readPools({ expenditure: '' }, ids)).toEqual({ ok: true, value: { pools: [], expenditure: null } })
})

describe('what is wrong is said beside its field', () => {
  test.each([
    [{ 'kind-0': 'needs', 'from-0': '2026-02-30', 'to-0': '2026-03-01' }, { 'from-0': 'day-wrong' }],
    [{ 'kind-0': 'needs', 'from-0': '2026-02-03' }, { 'to-0': 'required' }],
    [{ 'kind-0': 'needs', 'to-0': '2026-02-03' }, { 'from-0': 'required' }],
    [{ 'kind-0': 'needs', 'from-0': '2026-03-02', 'to-0': '2026-03-01' }, { 'to-0': 'ends-before' }],
    [{ 'kind-0': 'picnic', 'from-0': '2026-03-01', 'to-0': '2026-03-01' }, { 'kind-0': 'kind-missing' }],
  ])('phases %j', (typed, errors) => {
    expect(readPhases(typed)).toEqual({ ok: false, errors })
  })
  test.each([
    [{ 'amount-a': 'sto', 'min-a': '1', 'max-a': '2' }, { 'amount-a': 'money-wrong' }],
    [{ 'amount-a': '100', 'min-a': '', 'max-a': '2' }, { 'min-a': 'required' }],
    [{ 'amount-a': '100', 'min-a': '3', 'max-a': '2' }, { 'min-a': 'min-over-max' }],
    [{ 'amount-a': '100', 'min-a': '1', 'max-a': '2', 'people-a': '0' }, { 'people-a': 'number-wrong' }],
    [{ expenditure: 'dużo' }, { expenditure: 'money-wrong' }],
  ])('pools %j', (typed, errors) => {
    expect(readPools(typed, ['a'])).toEqual({ ok: false, errors })
  })
  const { rules, title, no } = presets['krakow-2020']
  test.each([
    [{ title: '' }, { title: 'required' }],
    [{ titleMax: '5' }, { titleMax: 'number-wrong' }],
    [{ summaryMin: '300' }, { summaryMin: 'min-over-max' }],
    [{ points: '3, dwa' }, { points: 'points-wrong' }],
    [{ voteType: 'loudest' }, { voteType: 'choose-one' }],
    [{ identity: [] }, { identity: 'choose-one' }],
    [{ retentionUntil: 'kiedyś' }, { retentionUntil: 'day-wrong' }],
    [{ voteMinAge: '0' }, { voteMinAge: 'number-wrong' }],
  ])('rules %j', (typed, errors) => {
    expect(readRules({ ...typeRules({ title, no, rules }), ...typed }, rules)).toEqual({ ok: false, errors })
  })
  test('a confirmed value is no longer unknown', () => {
    const read = readRules({ ...typeRules({ title, no, rules }), confirmed: ['tie-rule'] }, rules)
    expect(read.ok && read.value.rules.unknown).toEqual(rules.unknown.filter(name => name !== 'tie-rule'))
  })
})
