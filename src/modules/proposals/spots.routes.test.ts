import { afterAll, beforeAll, expect, test } from 'vitest'
import { findCity } from '#modules/programme/territories.store.ts'
import { loadProject } from '#modules/proposals/proposals.store.ts'
import { spotOf } from '#modules/proposals/spots.store.ts'
import { type DraftingHouse, openDraftingHouse } from '#modules/proposals/testing-projects.ts'
import { paths, url } from '#paths'
import { expectDone } from '#web/testing.ts'

let at: DraftingHouse
/** A square of about two hundred metres around the middle of the thirteenth district, as the map of the test house has it. */
let square: string
let middle: { lon: number; lat: number }
beforeAll(async () => {
  at = await openDraftingHouse()
  expect(await findCity(at.house.ctx())).toBeDefined()
  middle = { lon: 20.011, lat: 50.0405 }
  const { lon, lat } = middle
  square = [
    [lon - 0.001, lat - 0.001],
    [lon + 0.001, lat - 0.001],
    [lon + 0.001, lat + 0.001],
    [lon - 0.001, lat + 0.001],
  ]
    .map(([x = 0, y = 0]) => `${x.toFixed(4)}, ${y.toFixed(4)}`)
    .join('\n')
})
afterAll(() => at.house.close())

const fields = () => ({ lon: String(middle.lon), lat: String(middle.lat), area: square })

test('a point and an area are kept, shown to everybody, and taken away again', async () => {
  const id = await at.aDraft()
  const address = url(paths.projectSpot, { id })
  expectDone(await at.as('marta').post(address, fields()))
  const spot = await spotOf(at.ctx('marta'), id)
  expect(spot.point).toEqual(middle)
  expect(spot.area?.[0]?.[0]?.length).toBeGreaterThanOrEqual(4)
  const { html } = await at.house.stranger.get(url(paths.project, { id }))
  for (const words of ['Miejsce na mapie', '50,0405', 'ha.', '<area-view']) expect(html, words).toContain(words)
  expect((await at.as('marta').get(address)).html).toContain(`value="${middle.lon}"`)
  expectDone(await at.as('marta').post(address, { lon: '', lat: '', area: '' }))
  expect(await spotOf(at.ctx('marta'), id)).toEqual({ point: undefined, area: undefined })
  expect((await loadProject(at.ctx('marta'), id)).point).toBeUndefined()
})

test('what is wrong is said beside its field, and what was typed stays', async () => {
  const id = await at.aDraft()
  const ask = (typed: object) => at.as('marta').post(url(paths.projectSpot, { id }), { ...fields(), ...typed })
  for (const [typed, said] of [
    [{ lat: '' }, 'Wpisz obie liczby'],
    [{ lon: '20.2', lat: '50.3' }, 'Punkt leży poza miejscem'],
    [{ area: '20.01, 50.04\n20.02, 50.04' }, 'co najmniej trzech punktów'],
    [{ area: 'tam' }, 'dwie liczby'],
  ] as const) {
    const answer = await ask(typed)
    expect([answer.status, answer.html.includes(said)], said).toEqual([422, true])
    expect(answer.html).toContain(Object.values(typed)[0]?.split('\n')[0] || String(middle.lon))
  }
  expect(await spotOf(at.ctx('marta'), id)).toEqual({ point: undefined, area: undefined })
})

test('nobody but its writers moves it, and a version that waits stays where it is', async () => {
  const id = await at.aWholeDraft()
  expect((await at.as('olga').post(url(paths.projectSpot, { id }), fields())).status).toBe(409)
  expectDone(await at.as('marta').post(url(paths.projectFreeze, { id })))
  expect((await at.as('marta').post(url(paths.projectSpot, { id }), fields())).status).toBe(409)
  expect((await spotOf(at.ctx('marta'), id)).area).toBeUndefined()
})
