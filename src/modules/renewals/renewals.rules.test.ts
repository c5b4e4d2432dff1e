import { expect, test } from 'vitest'
import { type Actor, house, nobody } from '#kit/actor.ts'
import { baselineOf, changesOf, keptShare, renewalStates, renewing, type Substance } from '#modules/renewals/renewals.rules.ts'

const was: Substance = {
  title: 'Park kieszonkowy',
  aim: 'Skwer między blokami ma mieć cień, ławki i wodę.',
  place: 'Skwer przy ulicy Łąkowej',
  cost: 100_000,
  spot: { point: { lon: 20, lat: 50 } },
}

test.each([
  ['nothing', {}, []],
  ['capitals and commas of the title', { title: 'PARK, kieszonkowy.' }, []],
  ['a word of the title', { title: 'Park kieszonkowy z wybiegiem' }, ['title']],
  ['a mended aim', { aim: 'Skwer między blokami ma mieć cień, sześć ławek i wodę.' }, []],
  ['another aim', { aim: 'Parking dla dwudziestu samochodów.' }, ['aim']],
  ['a place told more exactly', { place: 'Skwer przy ulicy Łąkowej 12, działka 45/6, za przystankiem i szkołą' }, []],
  ['another place', { place: 'Bulwar nad Wisłą' }, ['place']],
  ['a point moved across the street', { spot: { point: { lon: 20, lat: 50.0004 } } }, []],
  ['a point moved by more than fifty metres', { spot: { point: { lon: 20, lat: 50.0005 } } }, ['place']],
  ['a point that is no longer marked', { spot: {} }, []],
  ['a fifth dearer to the grosz', { cost: 120_000 }, []],
  ['more than a fifth dearer', { cost: 120_001 }, ['cost']],
  ['more than a fifth cheaper', { cost: 79_999 }, ['cost']],
  ['what was not written yet', { aim: undefined, place: undefined, cost: undefined }, []],
  ['all', { title: 'Parking', aim: 'Miejsca postojowe.', place: 'Bulwar', cost: 900_000 }, ['title', 'aim', 'place', 'cost']],
] as const)('the substance changed: %s', (_, now, changed) => {
  expect(changesOf(was, { ...was, ...now }, 20)).toEqual(changed)
})

test('an idea says nothing of the cost, so no cost is a change of it', () => {
  expect(changesOf({ ...was, aim: undefined, cost: undefined }, { ...was, cost: 900_000 }, 20)).toEqual([])
  expect(changesOf({ ...was, cost: 0 }, was, 20)).toEqual([])
})

test.each([
  ['', 'a', 1],
  ['a b', 'b c a', 1],
  ['a a', 'a', 1 / 2],
  ['a', 'b', 0],
])('of "%s" there stands in "%s" the share of %s', (was, is, share) => {
  expect(keptShare(was, is)).toBeCloseTo(share)
})

test('what somebody can have known: the newest moment before they supported', () => {
  const moments = [3, 1, 2].map(day => new Date(Date.UTC(2026, 2, day)))
  const at = (day: number) => baselineOf(moments, new Date(Date.UTC(2026, 2, day)))?.getUTCDate()
  expect([at(0), at(1), at(2), at(9)]).toEqual([undefined, 1, 2, 3])
})

test('the steps, by person and state', () => {
  const who = (id: string): Actor => ({ id, name: id, level: 0, grants: [] })
  const people = { supporter: who('p'), stranger: who('q'), visitor: nobody, house }
  const rows = Object.entries(people).map(([name, actor]) => {
    const may = (state: (typeof renewalStates)[number]) =>
      renewing.names.filter(step => renewing.may(actor, step, { state, personId: 'p' }).ok).join(' ') || '-'
    return `${name}: ${renewalStates.map(may).join(' | ')}`
  })
  expect(rows).toEqual([
    'supporter: keep withdraw | withdraw | - | -',
    'stranger: - | - | - | -',
    'visitor: - | - | - | -',
    'house: lapse | - | - | -',
  ])
})
