import { afterAll, beforeAll, expect, test } from 'vitest'
import { listActiveAmbassadors } from '#modules/ambassadors/ambassadors.store.ts'
import { certificatesOf } from '#modules/ambassadors/tenure/certificates.store.ts'
import { listTerms } from '#modules/ambassadors/tenure/terms.store.ts'
import { listTrainings } from '#modules/ambassadors/training/trainings.store.ts'
import { isOverdue } from '#modules/ambassadors/workspace/assistance.rules.ts'
import { listAssistance } from '#modules/ambassadors/workspace/assistance.store.ts'
import { listPractices } from '#modules/ambassadors/workspace/practices.store.ts'
import { ambassadorCallSeed } from '#seeds/ambassador-call.seed.ts'
import { peopleSeed, residenceSeed } from '#seeds/people.seed.ts'
import { programmeSeed } from '#seeds/programme.seed.ts'
import { tenureSeed } from '#seeds/tenure.seed.ts'
import { territoriesSeed } from '#seeds/territories.seed.ts'
import { fillWorld, type World } from '#seeds/world.ts'
import { openHouse, type TestHouse } from '#web/testing.ts'

let house: TestHouse
let world: World
const today = new Date('2026-03-12T10:00:00Z')
beforeAll(async () => {
  house = await openHouse({ now: today })
  world = await fillWorld(house.db, today, [peopleSeed, territoriesSeed, programmeSeed, residenceSeed, ambassadorCallSeed, tenureSeed])
})
afterAll(() => house.close())

test('at least twelve ambassadors work over many districts, Bartek among them; two areas overlap', async () => {
  const active = await listActiveAmbassadors(house.ctx())
  expect(active.length).toBeGreaterThanOrEqual(12)
  expect(new Set(active.flatMap(one => one.districtIds)).size).toBeGreaterThanOrEqual(12)
  expect(active.some(one => one.name === 'Bartek Nowak')).toBe(true)
  expect(active.filter(one => one.districtIds.includes(world.ids.get('district.13') ?? '')).length).toBe(2)
  expect(world.actors.get('bartek')?.grants.some(grant => grant.role === 'ambassador' && grant.editionId !== undefined)).toBe(true)
})
test('one waits for the authorisation, one is suspended, one has finished with a certificate', async () => {
  const terms = await listTerms(house.ctx())
  const states = (state: string) => terms.filter(term => term.state === state)
  expect(['accepted', 'suspended', 'finished'].map(state => states(state).length)).toEqual([1, 1, 1])
  const [certificate] = await certificatesOf(house.ctx(), states('finished')[0]?.personId ?? '')
  expect([certificate?.number, certificate?.showsName]).toEqual([world.ids.get('certificate'), true])
})
test('two sessions with attendance and one to come, requests in several states with one overdue, good practice', async () => {
  const trainings = await listTrainings(house.ctx(), world.ids.get('edition') ?? '')
  expect(trainings.map(one => one.taken > 0)).toEqual([true, true, false])
  const requests = await listAssistance(house.ctx())
  expect(new Set(requests.map(of => of.state))).toEqual(new Set(['asked', 'promised', 'declined', 'done']))
  expect(requests.some(of => isOverdue(of, house.now))).toBe(true)
  expect((await listPractices(house.ctx())).length).toBeGreaterThanOrEqual(6)
})
