import { existsSync, readFileSync } from 'node:fs'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { house, nobody } from '#kit/actor.ts'
import { krakow } from '#modules/programme/territories/krakow.rules.ts'
import { foundCity, importAreas } from '#modules/programme/territories/territories.actions.ts'
import { districtAt, listBoundaries } from '#modules/programme/territories/territories.store.ts'
import { districtShapes } from '#modules/programme/territories/territories-map.store.ts'
import { openHouse, type TestHouse } from '#web/testing.ts'

// real boundaries lie beside the project, never in it
const file = ['../shared/data/geo/krakow-dzielnice.geojson', '../../shared/data/geo/krakow-dzielnice.geojson'].find(path => existsSync(path))

let home: TestHouse
beforeAll(async () => {
  home = await openHouse()
  await foundCity(home.ctx(house), krakow)
})
afterAll(() => home.close())

test('with one fault nothing is taken, and a stranger may not', async () => {
  const sound = {
    type: 'Feature',
    properties: { number: 1 },
    geometry: {
      type: 'Polygon',
      coordinates: [
        [
          [19, 50],
          [20, 50],
          [20, 51],
          [19, 50],
        ],
      ],
    },
  }
  const collection = { type: 'FeatureCollection', features: [sound, { ...sound, properties: { number: 77 } }] }
  expect(await importAreas(home.ctx(house), collection, 'a')).toMatchObject({ ok: false, why: 'broken', faults: [{ feature: 2 }] })
  expect(await listBoundaries(home.ctx())).toEqual([])
  expect(await importAreas(home.ctx(nobody), collection, 'a')).toMatchObject({ ok: false, why: 'not-yours' })
})

if (!file) {
  test.skip('real boundaries: skipped, because there is no ../shared/data/geo beside the project', () => {})
} else {
  test('eighteen real districts: taken once, points find them, the map is drawn from them', async () => {
    const json = JSON.parse(readFileSync(file, 'utf8'))
    expect(await importAreas(home.ctx(house), json, 'krakow')).toMatchObject({ ok: true, report: { added: 0, changed: 18, unchanged: 0 } })
    const again = await importAreas(home.ctx(house), json, 'krakow')
    expect(again).toMatchObject({ ok: true, report: { changed: 0, unchanged: 18 } })
    if (again.ok) expect(again.report.squareKm).toBeCloseTo(325.7, 0)
    await home.settle()
    expect(await home.db.selectFrom('ledger_chain').select('fact').where('fact', '=', 'territories.imported').execute()).toHaveLength(1)
    for (const [lon, lat, number] of [
      [19.9373, 50.0617, 1],
      [20.0372, 50.0717, 18],
      [19.9497, 50.0459, 13],
      [19.905, 50.0195, 8],
    ] as const)
      expect((await districtAt(home.ctx(), { lon, lat }))?.number).toBe(number)
    expect(await districtAt(home.ctx(), { lon: 20.06, lat: 49.98 })).toBeUndefined()
    const map = await districtShapes(home.ctx())
    expect([map.schematic, map.shapes.length]).toEqual([false, 18])
    expect(JSON.stringify(map.shapes).length).toBeLessThan(40_000)
    expect(await districtShapes(home.ctx())).toBe(map)
  })
}
