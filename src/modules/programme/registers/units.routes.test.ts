import { afterAll, beforeAll, expect, test } from 'vitest'
import { programmeModule } from '#modules/programme/programme.module.ts'
import { listUnits } from '#modules/programme/registers/units.store.ts'
import { paths, url } from '#paths'
import { factsAbout } from '#platform/ledger.ts'
import { expectDone, openHouse, somebody, type TestHouse } from '#web/testing.ts'

let house: TestHouse
const kornelia = somebody('Kornelia Maj', 'coordinator')
beforeAll(async () => {
  house = await openHouse({ modules: [programmeModule] })
})
afterAll(() => house.close())

test('a unit is added once, changed, and never overwritten by somebody who did not see the change', async () => {
  const unit = { key: 'key_u', code: 'ZZM', name: 'Zarząd Zieleni Miejskiej', topics: 'zieleń, parki', slaDays: '14' }
  expect((await house.as(somebody('Marta')).post(paths.units, unit)).status).toBe(403)
  expectDone(await house.as(kornelia).post(paths.units, unit))
  expectDone(await house.as(kornelia).post(paths.units, unit))
  const [saved] = await listUnits(house.ctx())
  expect(saved).toMatchObject({ code: 'ZZM', topics: ['zieleń', 'parki'], slaDays: 14, version: 1 })
  const taken = await house.as(kornelia).post(paths.units, { ...unit, key: 'key_v', name: 'Inny zarząd' })
  expect(taken.status).toBe(422)
  expect(taken.html).toContain('Inna jednostka ma już taki skrót.')
  expect(taken.html).toContain('value="Inny zarząd"')
  const address = url(paths.unit, { id: saved?.id ?? '' })
  expectDone(await house.as(kornelia).post(address, { ...unit, version: '1', slaDays: '10' }))
  const late = await house.as(kornelia).post(address, { ...unit, version: '1', slaDays: '20' })
  expect(late.status).toBe(409)
  expect(late.html).toContain('Teraz zapisane: 10')
  expect(late.html).toContain('value="20"')
  await house.settle()
  expect((await factsAbout(house.ctx(), [saved?.id ?? ''])).map(fact => fact.fact)).toEqual(['unit.added', 'unit.changed'])
})

test.each([
  [{ code: 'zzm' }, 'Skrót to od 2 do 12'],
  [{ slaDays: '0' }, 'Wpisz liczbę dni od 1 do 90'],
  [{ name: '' }, 'Uzupełnij to pole'],
])('a unit with %j is not accepted', async (fields, words) => {
  const answer = await house.as(kornelia).post(paths.units, { key: 'key_x', code: 'ZIS', name: 'Zarząd', topics: '', slaDays: '14', ...fields })
  expect(answer.status).toBe(422)
  expect(answer.html).toContain(words)
})

test('the city describes itself; a second coordinator never overwrites it unseen', async () => {
  const city = { version: '0', cityName: 'Kraków', programmeName: 'Budżet Obywatelski', office: 'Wydział Dialogu', email: 'bo@example.pl' }
  expect((await house.as(somebody('Edyta', 'editor')).post(paths.citySettings, city)).status).toBe(403)
  expectDone(await house.as(kornelia).post(paths.citySettings, city))
  const late = await house.as(kornelia).post(paths.citySettings, { ...city, office: 'Inny wydział' })
  expect(late.status).toBe(409)
  expect(late.html).toContain('Teraz zapisane: Wydział Dialogu')
  expect(late.html).toContain('value="Inny wydział"')
  expectDone(await house.as(kornelia).post(paths.citySettings, { ...city, version: '1', office: 'Inny wydział' }))
  const wrong = await house.as(kornelia).post(paths.citySettings, { ...city, version: '2', email: 'nigdzie', phone: 'brak' })
  expect(wrong.status).toBe(422)
  expect(wrong.html).toContain('value="nigdzie"')
})
