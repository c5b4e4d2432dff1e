import { afterAll, beforeAll, expect, test } from 'vitest'
import { house } from '#kit/actor.ts'
import { krakow } from '#modules/programme/territories/krakow.rules.ts'
import { foundCity } from '#modules/programme/territories/territories.actions.ts'
import { keepBoundary, loadDistrict } from '#modules/programme/territories/territories.store.ts'
import { expectDone, openHouse, somebody, type TestHouse } from '#web/testing.ts'

let home: TestHouse
beforeAll(async () => {
  home = await openHouse()
  await foundCity(home.ctx(house), krakow)
})
afterAll(() => home.close())
const find = (query: string) => home.stranger.get(`/dzielnice/znajdz${query}`)

test('finding a district by words needs no script', async () => {
  const { status, html } = await find('?q=na+Ruczaju')
  expect(status).toBe(200)
  expect(html).toContain('href="/dzielnice/8"')
  expect(html).toContain('To jest tutaj')
  expect((await find('')).html).not.toContain('To jest tutaj')
  expect((await find('?q=Atlantyda')).html).toContain('Nie znamy takiego miejsca')
})

test('finding a district by a point: right, outside the city, not a point', async () => {
  expect((await find('?lon=20,12&lat=50,07')).html).toContain('XVIII Nowa Huta')
  const outside = await find('?lon=21&lat=52')
  expect([outside.status, outside.html.includes('poza miastem')]).toEqual([422, true])
  expect((await find('?lon=abc&lat=1')).status).toBe(422)
})

test('the drawn map: eighteen links, a legend without colours that are not there', async () => {
  const { html } = await find('')
  expect(html.match(/<a href="\/dzielnice\/\d+" class=/g)).toHaveLength(18)
  expect(html).toContain('Mapa jest schematyczna')
})

test('boundaries are open data, schematic until real ones are there; no tiles unless switched on', async () => {
  const before = JSON.parse((await home.stranger.get('/dzielnice.geojson')).html)
  expect([before.features.length, before.schematic, before.tiles]).toEqual([18, true, undefined])
  const area = [
    [
      [
        [19.9, 50],
        [19.9, 50.1],
        [20, 50.1],
        [20, 50],
        [19.9, 50],
      ],
    ],
  ] as const
  await keepBoundary(home.ctx(house), (await loadDistrict(home.ctx(), 13)).id, area, 1, 'test')
  const after = JSON.parse((await home.stranger.get('/dzielnice.geojson')).html)
  expect([after.features.length, after.schematic, after.features[0].properties.name]).toEqual([1, false, 'Podgórze'])
  expect((await find('')).html).not.toContain('Mapa jest schematyczna')
  expect((await home.stranger.get('/mapa/12/2274/1388')).status).toBe(404)
})

test('the coordinator brings boundaries in the browser; a broken file says what is wrong and changes nothing', async () => {
  const coordinator = home.as(somebody('Kornelia', 'coordinator'))
  const ring = [
    [19.9, 50],
    [20, 50],
    [20, 50.1],
    [19.9, 50],
  ]
  const collection = (...features: readonly object[]) => new File([JSON.stringify({ type: 'FeatureCollection', features })], 'granice.geojson')
  const feature = (properties: object) => ({ type: 'Feature', properties, geometry: { type: 'Polygon', coordinates: [ring] } })
  const broken = await coordinator.post('/urzad/obszary', { plik: collection(feature({ number: 1 }), feature({ number: 77 })) })
  expect([broken.status, broken.html.includes('Obszar nr 2 w pliku')]).toEqual([422, true])
  expect((await coordinator.post('/urzad/obszary', { plik: new File(['{'], 'a.json') })).html).toContain('To nie jest plik JSON')
  expect((await coordinator.post('/urzad/obszary', {})).html).toContain('Wybierz plik')
  expectDone(
    await coordinator.post('/urzad/obszary', {
      plik: collection(feature({ number: 1 }), feature({ kind: 'estate', name: 'Kazimierz', parent: 'I' })),
    }),
    '/urzad/obszary',
  )
  const list = (await coordinator.get('/urzad/obszary')).html
  expect(list).toContain('Kazimierz')
  expect(list).toContain('granice.geojson')
  expect((await home.as(somebody('Marta')).get('/urzad/obszary')).status).toBe(403)
})
