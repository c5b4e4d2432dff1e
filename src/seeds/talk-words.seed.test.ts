import { afterAll, beforeAll, expect, inject, test } from 'vitest'
import { findPlace } from '#modules/discussions/places.store.ts'
import { listSummaries } from '#modules/discussions/summaries/summaries.store.ts'
import { listOpenTalks } from '#modules/discussions/talks.store.ts'
import { copyTemplate, type TestDatabase } from '#platform/testing-database.ts'
import { seedParts } from '#seeds/parts.ts'
import { talkWordsSeed } from '#seeds/talk-words.seed.ts'
import { fillWorld, type World } from '#seeds/world.ts'

let database: TestDatabase
let world: World
beforeAll(async () => {
  database = await copyTemplate(inject('serverUrl'))
  world = await fillWorld(database.db, new Date('2026-03-12T10:00:00Z'), seedParts.slice(0, seedParts.indexOf(talkWordsSeed) + 1))
})
afterAll(() => database.drop())

test('talks of the demo world: all districts and three themes, two districts split, a summary of two versions, needs in their areas', async () => {
  const ctx = world.ctx('house')
  const talks = await listOpenTalks(ctx, { editionId: world.ids.get('edition') ?? '' })
  expect(talks.filter(({ territoryKind }) => territoryKind === 'district')).toHaveLength(18)
  expect(talks.filter(({ territoryKind }) => territoryKind === 'city')).toHaveLength(3)
  expect(talks.filter(({ territoryKind }) => territoryKind === 'custom').map(({ territoryName }) => territoryName)).toEqual(['Zabłocie', 'Mogiła'])
  expect(await listSummaries(ctx, world.ids.get('talk.13') ?? '')).toHaveLength(2)
  const place = await findPlace(ctx, world.ids.get('need.auta') ?? '')
  expect(talks.find(({ id }) => id === place?.talkId)?.territoryName).toBe('Zabłocie')
})
