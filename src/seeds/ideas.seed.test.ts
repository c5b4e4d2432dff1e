import { afterAll, beforeAll, expect, inject, test } from 'vitest'
import { listIdeas } from '#modules/ideas/ideas.store.ts'
import { countsByTerritory, listNeeds } from '#modules/ideas/needs.store.ts'
import { copyTemplate, type TestDatabase } from '#platform/testing-database.ts'
import { ideasSeed } from '#seeds/ideas.seed.ts'
import { peopleSeed, residenceSeed } from '#seeds/people.seed.ts'
import { programmeSeed } from '#seeds/programme.seed.ts'
import { territoriesSeed } from '#seeds/territories.seed.ts'
import { fillWorld, type World } from '#seeds/world.ts'

let database: TestDatabase
let world: World
beforeAll(async () => {
  database = await copyTemplate(inject('serverUrl'))
  world = await fillWorld(database.db, new Date('2026-03-12T10:00:00Z'), [peopleSeed, territoriesSeed, programmeSeed, residenceSeed, ideasSeed])
})
afterAll(() => database.drop())

test('the demo world is lively: needs and ideas in many districts and in the whole city', async () => {
  const ctx = world.ctx('house')
  const needs = await listNeeds(ctx, { limit: 300, sort: 'backed', withEnded: true })
  expect(needs.length).toBeGreaterThanOrEqual(40)
  expect((await countsByTerritory(ctx)).size).toBeGreaterThanOrEqual(9)
  const ideas = await listIdeas(ctx, { limit: 300, sort: 'backed' })
  expect(ideas.length).toBeGreaterThanOrEqual(18)
  expect(ideas[0]?.id).toBe(world.ids.get('idea.park'))
  expect(ideas[0]?.backings).toBeGreaterThanOrEqual(13)
})
