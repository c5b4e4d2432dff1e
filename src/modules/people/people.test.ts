import { afterAll, beforeAll, expect, test } from 'vitest'
import { addressOf, namesOf, peopleWithRole } from '#modules/people/people.store.ts'
import { openSession, readSession } from '#modules/people/sign-in/sessions.store.ts'
import { emailOf } from '#seeds/cast.ts'
import { peopleSeed, residenceSeed } from '#seeds/people.seed.ts'
import { fillWorld, type World } from '#seeds/world.ts'
import { openHouse, type TestHouse } from '#web/testing.ts'

let house: TestHouse
let world: World
beforeAll(async () => {
  house = await openHouse({ modules: [] })
  const places: Parameters<typeof fillWorld>[2][number] = async ({ ids }) => {
    for (const number of [13, 16, 18]) ids.set(`district.${number}`, `territory_${number}`)
    for (const code of ['ZZM', 'ZDMK']) ids.set(`unit.${code}`, `unit_${code}`)
  }
  world = await fillWorld(house.db, new Date(), [peopleSeed, places, residenceSeed])
})
afterAll(() => house.close())

test('the cast is here, with homes and roles; Halina has no e-mail', async () => {
  expect(world.actors.get('marta')).toMatchObject({ name: 'Marta Wilk', level: 1, grants: [] })
  expect(world.actors.get('roman')?.grants).toEqual([{ role: 'unit-head', unitId: 'unit_ZZM' }])
  const ctx = house.ctx()
  const halina = world.actors.get('halina')?.id ?? ''
  expect(await addressOf(ctx, halina)).toMatchObject({ email: undefined, wantsMail: false })
  expect(await addressOf(ctx, world.actors.get('marta')?.id ?? '')).toMatchObject({ email: emailOf('marta'), wantsMail: true })
  expect([...(await namesOf(ctx, [halina])).values()]).toEqual(['Halina Sikora'])
  expect(await peopleWithRole(ctx, 'unit-expert', { unitId: 'unit_ZDMK' })).toMatchObject([{ name: 'Irena Kładka' }])
})

test('a session is read in one query, with its grants, until it ends', async () => {
  const roman = world.actors.get('roman')?.id ?? ''
  const token = await openSession(house.ctx(), roman)
  house.queries.length = 0
  const session = await readSession(house.db, token, new Date())
  expect(house.queries).toHaveLength(1)
  expect(session).toMatchObject({ actor: { name: 'Roman Lis', grants: [{ role: 'unit-head', unitId: 'unit_ZZM' }] }, locale: 'pl' })
  const later = (hours: number) => new Date(Date.now() + hours * 3_600_000)
  expect(await readSession(house.db, token, later(13))).toBeUndefined()
  const marta = await openSession(house.ctx(), world.actors.get('marta')?.id ?? '')
  expect(await readSession(house.db, marta, later(29 * 24))).toBeDefined()
  expect(await readSession(house.db, marta, later(58 * 24))).toBeDefined()
  expect(await readSession(house.db, marta, later(89 * 24))).toBeUndefined()
  expect(await readSession(house.db, 'wrong', new Date())).toBeUndefined()
})
