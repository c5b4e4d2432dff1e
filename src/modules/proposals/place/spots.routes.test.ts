import { afterAll, beforeAll, expect, test } from 'vitest'
import { findCity } from '#modules/programme/territories/territories.store.ts'
import { hashOf } from '#modules/proposals/drafting/versions.actions.ts'
import { isMarked } from '#modules/proposals/place/spots.rules.ts'
import { spotOf } from '#modules/proposals/place/spots.store.ts'
import { loadProject, versionsOf } from '#modules/proposals/proposals.store.ts'
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

/** A street of a little over a kilometre through the middle. */
const street = '20.006, 50.0405\n20.011, 50.0405\n20.016, 50.0445'
const fields = () => ({ lon: String(middle.lon), lat: String(middle.lat), line: street, area: square })
const place = (id: string, marked: Partial<ReturnType<typeof fields>> = fields()) => at.as('marta').post(url(paths.projectSpot, { id }), marked)
const versionsAt = async (id: string) => (await versionsOf(at.ctx('marta'), id)).map(({ snapshot, hash }) => ({ snapshot, hash }))

test('a point, a line and an area are kept, shown to everybody, and taken away again', async () => {
  const id = await at.aDraft()
  const address = url(paths.projectSpot, { id })
  expectDone(await at.as('marta').post(address, fields()))
  const spot = await spotOf(at.ctx('marta'), id)
  expect(spot.point).toEqual(middle)
  expect(spot.area?.[0]?.[0]?.length).toBeGreaterThanOrEqual(4)
  const { html } = await at.house.stranger.get(url(paths.project, { id }))
  expect(spot.line).toHaveLength(3)
  for (const words of ['Miejsce na mapie', '50,0405', 'Linia ma 927 m.', 'ha.', '<area-view']) expect(html, words).toContain(words)
  expect((await at.as('marta').get(address)).html).toContain(`value="${middle.lon}"`)
  expectDone(await at.as('marta').post(address, { lon: '', lat: '', line: '', area: '' }))
  expect(isMarked(await spotOf(at.ctx('marta'), id))).toBe(false)
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
    [{ line: '20.011, 50.0405' }, 'co najmniej dwóch punktów'],
    [{ line: '20.2, 50.3\n20.21, 50.3' }, 'Linia leży poza miejscem'],
    [{ line: '20.07, 50.07\n20.071, 50.07' }, 'Linia leży poza miejscem'],
  ] as const) {
    const answer = await ask(typed)
    expect([answer.status, answer.html.includes(said)], said).toEqual([422, true])
    expect(answer.html).toContain(Object.values(typed)[0]?.split('\n')[0] || String(middle.lon))
  }
  expect(isMarked(await spotOf(at.ctx('marta'), id))).toBe(false)
})

test('nobody but its writers moves it, and a version that waits stays where it is', async () => {
  const id = await at.aWholeDraft()
  expect((await at.as('olga').post(url(paths.projectSpot, { id }), fields())).status).toBe(409)
  expectDone(await at.as('marta').post(url(paths.projectFreeze, { id })))
  expect((await at.as('marta').post(url(paths.projectSpot, { id }), fields())).status).toBe(409)
  expect((await spotOf(at.ctx('marta'), id)).area).toBeUndefined()
})

test('where it lies belongs to a version: its hash vouches for it, and the next one says in words what has moved', async () => {
  const id = await at.aWholeDraft()
  const freeze = async () => expectDone(await at.as('marta').post(url(paths.projectFreeze, { id })))
  const reopen = async () => expectDone(await at.as('marta').post(url(paths.projectReopening, { id }), { powod: 'Przesuwamy.' }))
  await freeze()
  await reopen()
  expectDone(await place(id, { lon: '20.011', lat: '50.0405', line: street }))
  await freeze()
  await reopen()
  expectDone(await place(id, { lon: '20.011', lat: '50.0416', area: square }))
  await freeze()
  const [third, second, first] = await versionsAt(id)
  expect(first?.snapshot).not.toHaveProperty('spot')
  expect([second?.snapshot.spot?.line?.length, third?.snapshot.spot?.point?.lat]).toEqual([3, 50.0416])
  for (const version of [first, second, third]) expect(version && hashOf(version.snapshot)).toBe(version?.hash)
  const planted = { ...third?.snapshot, spot: { ...third?.snapshot.spot, point: { lon: 20.011, lat: 50.0417 } } } as NonNullable<
    typeof third
  >['snapshot']
  expect(hashOf(planted)).not.toBe(third?.hash)
  const { html } = await at.house.stranger.get(url(paths.projectVersion, { id, version: 3 }, { od: 2 }))
  for (const words of ['Punkt przesunięto o 122 m.', 'Usunięto linię.', 'Narysowano obszar: ', 'Miejsce jest inne'])
    expect(html, words).toContain(words)
  expect((await at.house.stranger.get(url(paths.projectVersion, { id, version: 2 }))).html).toContain('Linia ma 927 m.')
})

test('the history knows every place, and brings one back', async () => {
  const id = await at.aDraft()
  expectDone(await place(id, { lon: '20.011', lat: '50.0405' }))
  expectDone(await place(id, { lon: '20.011', lat: '50.0405' }))
  expectDone(await place(id, { lon: '20.011', lat: '50.0416' }))
  const history = url(paths.projectHistory, { id })
  const { html } = await at.house.stranger.get(url(paths.projectHistory, { id }, { od: 'poczatek', do: 'teraz' }))
  expect(html).toContain('Zaznaczono punkt.')
  expectDone(await at.as('marta').post(history, { czesc: 'spot', rewizja: '1' }))
  expect((await spotOf(at.ctx('marta'), id)).point?.lat).toBe(50.0405)
  expectDone(await at.as('marta').post(history, { czesc: 'spot', rewizja: '0' }))
  expect(isMarked(await spotOf(at.ctx('marta'), id))).toBe(false)
  expect((await at.as('olga').post(history, { czesc: 'spot', rewizja: '1' })).status).toBe(409)
})
