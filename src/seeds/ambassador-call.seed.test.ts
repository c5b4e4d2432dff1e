import { afterAll, beforeAll, expect, test } from 'vitest'
import { listApplications } from '#modules/ambassadors/applications/decisions.store.ts'
import { ambassadorCallSeed } from '#seeds/ambassador-call.seed.ts'
import { peopleSeed, residenceSeed } from '#seeds/people.seed.ts'
import { programmeSeed } from '#seeds/programme.seed.ts'
import { territoriesSeed } from '#seeds/territories.seed.ts'
import { fillWorld, type World } from '#seeds/world.ts'
import { openHouse, type TestHouse } from '#web/testing.ts'

let house: TestHouse
let world: World
const today = new Date('2026-03-12T10:00:00Z')
beforeAll(async () => {
  house = await openHouse({ now: today })
  world = await fillWorld(house.db, today, [peopleSeed, territoriesSeed, programmeSeed, residenceSeed, ambassadorCallSeed])
})
afterAll(() => house.close())

test('at least twelve ambassadors were accepted over many districts; the others were refused, wait or withdrew', async () => {
  const all = await listApplications(house.ctx(), world.ids.get('ambassador-call') ?? '', { limit: 100 })
  const those = (state: string) => all.filter(one => one.state === state)
  expect(those('accepted').length).toBeGreaterThanOrEqual(12)
  expect(new Set(those('accepted').flatMap(one => one.districtIds)).size).toBeGreaterThanOrEqual(12)
  expect(['rejected', 'waiting', 'withdrawn'].map(state => those(state).length)).toEqual([1, 1, 1])
  const bartek = all.find(one => one.content.name === 'Bartek Nowak')
  expect([bartek?.state, bartek?.districtIds, bartek?.area !== null]).toEqual(['accepted', [world.ids.get('district.13')], true])
})
test('each drawn area lies in the one district that it is about', async () => {
  const all = await listApplications(house.ctx(), world.ids.get('ambassador-call') ?? '', { limit: 100 })
  expect(all.filter(one => one.area !== null).length).toBeGreaterThanOrEqual(8)
  expect(all.filter(one => one.districtIds.length !== 1).map(one => one.content.name)).toEqual([])
})
