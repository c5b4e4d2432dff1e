import { afterAll, beforeAll, expect, test } from 'vitest'
import { createEdition, stepEdition } from '#modules/programme/editions.actions.ts'
import { findCurrentEdition, listEditions, loadEdition } from '#modules/programme/editions.store.ts'
import { presets } from '#modules/programme/presets.rules.ts'
import { addUnit, changeUnit } from '#modules/programme/units.actions.ts'
import { listUnits, loadUnit } from '#modules/programme/units.store.ts'
import { openHouse, somebody, type TestHouse } from '#web/testing.ts'

let house: TestHouse
const kornelia = somebody('Kornelia', 'coordinator')
const olga = somebody('Olga')
beforeAll(async () => {
  house = await openHouse()
})
afterAll(() => house.close())

test('an edition is created once from the preset, whole, and is not public until it is published', async () => {
  const wanted = { key: 'key_one', preset: 'krakow-2020', days: 2191 } as const
  expect(await createEdition(house.ctx(olga), wanted)).toEqual({ ok: false, why: 'not-yours' })
  const first = await createEdition(house.ctx(kornelia), wanted)
  const again = await createEdition(house.ctx(kornelia), wanted)
  expect(first).toEqual(again)
  if (!first.ok) throw new Error('not created')
  expect(await listEditions(house.ctx())).toHaveLength(1)
  const edition = await loadEdition(house.ctx(), first.id)
  expect(edition).toMatchObject({ no: 7, state: 'draft', version: 1, rules: presets['krakow-2020'].rules })
  expect(edition.pools).toHaveLength(19)
  expect(edition.phases).toHaveLength(presets['krakow-2020'].phases.length)
  expect(await findCurrentEdition(house.ctx())).toBeUndefined()
  expect(await stepEdition(house.ctx(olga), first.id, 'publish')).toEqual({ ok: false, why: 'not-yours' })
  expect(await stepEdition(house.ctx(kornelia), first.id, 'close')).toEqual({ ok: false, why: 'wrong-state' })
  expect(await stepEdition(house.ctx(kornelia), first.id, 'publish')).toEqual({ ok: true })
  expect((await findCurrentEdition(house.ctx()))?.state).toBe('published')
  expect(await stepEdition(house.ctx(kornelia), first.id, 'start', 1)).toEqual({ ok: false, why: 'changed-meanwhile' })
  expect(await stepEdition(house.ctx(kornelia), first.id, 'start', 2)).toEqual({ ok: true })
})

test('only one edition runs at a time', async () => {
  const next = await createEdition(house.ctx(kornelia), { key: 'key_two', preset: 'krakow-newest', days: 0 })
  if (!next.ok) throw new Error('not created')
  await stepEdition(house.ctx(kornelia), next.id, 'publish')
  expect(await stepEdition(house.ctx(kornelia), next.id, 'start')).toEqual({ ok: false, why: 'another-runs' })
  expect((await findCurrentEdition(house.ctx()))?.no).toBe(7)
})

test('units: the code is unique, two coordinators never overwrite each other', async () => {
  const zzm = { code: 'ZZM', name: 'Zarząd Zieleni Miejskiej', topics: ['zieleń'], slaDays: 14 }
  const added = await addUnit(house.ctx(kornelia), 'key_unit', zzm)
  if (!added.ok) throw new Error('not added')
  expect(await addUnit(house.ctx(kornelia), 'key_unit', zzm)).toEqual(added)
  expect(await addUnit(house.ctx(kornelia), 'key_other', zzm)).toEqual({ ok: false, why: 'code-taken' })
  expect(await addUnit(house.ctx(olga), 'key_third', zzm)).toEqual({ ok: false, why: 'not-yours' })
  expect(await listUnits(house.ctx())).toHaveLength(1)
  expect(await changeUnit(house.ctx(kornelia), added.id, 1, { ...zzm, slaDays: 10 })).toMatchObject({ ok: true })
  expect(await changeUnit(house.ctx(kornelia), added.id, 1, { ...zzm, slaDays: 20 })).toEqual({ ok: false, why: 'changed-meanwhile' })
  expect(await loadUnit(house.ctx(), added.id)).toMatchObject({ slaDays: 10, version: 2 })
})
