import { afterAll, beforeAll, expect, inject, test } from 'vitest'
import { isRefusal } from '#kit/refusal.ts'
import { krakow } from '#modules/programme/territories/krakow.rules.ts'
import { foundCity } from '#modules/programme/territories/territories.actions.ts'
import {
  addTerritory,
  districtAt,
  keepBoundary,
  listAreasIn,
  listDistricts,
  listTerritories,
  loadDistrict,
  territoryOfWhere,
  theCity,
} from '#modules/programme/territories/territories.store.ts'
import { copyTemplate, type TestDatabase } from '#platform/testing-database.ts'
import { territoriesSeed } from '#seeds/territories.seed.ts'
import { fillWorld, type World } from '#seeds/world.ts'

let database: TestDatabase
let world: World
beforeAll(async () => {
  database = await copyTemplate(inject('serverUrl'))
  world = await fillWorld(database.db, new Date('2026-03-12T10:00:00Z'), [territoriesSeed])
})
afterAll(() => database.drop())
const ctx = () => world.ctx('house')

test('the demo world has the city and its eighteen districts, and founding again adds nothing', async () => {
  await foundCity(ctx(), krakow)
  expect((await listDistricts(ctx())).map(district => district.number)).toEqual(Array.from({ length: 18 }, (_, i) => i + 1))
  expect((await listTerritories(ctx())).map(({ kind }) => kind)).toEqual(['city', ...Array(18).fill('district')])
  expect((await territoryOfWhere(ctx(), 'miasto')).id).toBe(world.ids.get('city'))
  expect((await territoryOfWhere(ctx(), '13')).name).toBe('Podgórze')
  expect(world.ids.get('district.13')).toBe((await loadDistrict(ctx(), 13)).id)
})

test.each(['0', '19', '1e1', '-1', 'x', '99999999999'])('there is no district %s', async where => {
  await expect(territoryOfWhere(ctx(), where)).rejects.toSatisfy(isRefusal)
})

test('a point finds its district on the schematic map, and by real boundaries once they are there', async () => {
  expect((await districtAt(ctx(), { lon: 20.12, lat: 50.07 }))?.number).toBe(18)
  expect(await districtAt(ctx(), { lon: 21, lat: 52 })).toBeUndefined()
  const warsaw = [
    [
      [
        [20.9, 51.9],
        [20.9, 52.1],
        [21.1, 52.1],
        [21.1, 51.9],
        [20.9, 51.9],
      ],
    ],
  ] as const
  const district = await loadDistrict(ctx(), 13)
  expect(await keepBoundary(ctx(), district.id, warsaw, 1, 'test')).toBe(true)
  expect(await keepBoundary(ctx(), district.id, warsaw, 1, 'test')).toBe(false)
  expect((await districtAt(ctx(), { lon: 21, lat: 52 }))?.number).toBe(13)
})

test('smaller areas lie in a district', async () => {
  const parent = await loadDistrict(ctx(), 13)
  for (const name of ['Zabłocie', 'Łęg', 'Ludwinów'])
    await addTerritory(ctx(), { id: `t_${name}`, kind: 'estate', number: null, name, parentId: parent.id })
  expect((await listAreasIn(ctx(), parent.id)).map(({ name }) => name)).toEqual(['Ludwinów', 'Łęg', 'Zabłocie'])
  expect((await theCity(ctx())).parentId).toBeNull()
})
