import { afterAll, beforeAll, expect, test } from 'vitest'
import { listByPhone } from '#modules/renewals/renewals.store.ts'
import { ideasSeed } from '#seeds/ideas.seed.ts'
import { peopleSeed, residenceSeed } from '#seeds/people.seed.ts'
import { programmeSeed } from '#seeds/programme.seed.ts'
import { projectsSeed } from '#seeds/projects.seed.ts'
import { renewalsSeed } from '#seeds/renewals.seed.ts'
import { territoriesSeed } from '#seeds/territories.seed.ts'
import { fillWorld, type World } from '#seeds/world.ts'
import { openHouse, type TestHouse } from '#web/testing.ts'

const today = new Date('2026-03-12T10:00:00Z')
let house: TestHouse
let world: World
beforeAll(async () => {
  house = await openHouse({ now: today })
  const parts = [peopleSeed, territoriesSeed, programmeSeed, residenceSeed, ideasSeed, projectsSeed, renewalsSeed]
  world = await fillWorld(house.db, today, parts)
})
afterAll(() => house.close())

test('supporters of the language evenings are asked again, one of them by telephone', async () => {
  expect((await listByPhone(world.ctx('celina'))).map(({ projectId, what }) => [projectId, what])).toEqual([
    [world.ids.get('project.herbata'), ['title']],
  ])
})
