import { afterAll, beforeAll, expect, inject, test } from 'vitest'
import { listDecidedCases, listWaitingCases } from '#modules/moderation/cases.store.ts'
import { copyTemplate, type TestDatabase } from '#platform/testing-database.ts'
import { ideasSeed } from '#seeds/ideas.seed.ts'
import { moderationSeed } from '#seeds/moderation.seed.ts'
import { peopleSeed, residenceSeed } from '#seeds/people.seed.ts'
import { programmeSeed } from '#seeds/programme.seed.ts'
import { territoriesSeed } from '#seeds/territories.seed.ts'
import { fillWorld, type World } from '#seeds/world.ts'

let database: TestDatabase
let world: World
beforeAll(async () => {
  database = await copyTemplate(inject('serverUrl'))
  const parts = [peopleSeed, territoriesSeed, programmeSeed, residenceSeed, ideasSeed, moderationSeed]
  world = await fillWorld(database.db, new Date('2026-03-12T10:00:00Z'), parts)
})
afterAll(() => database.drop())

test('an appeal and two reports wait; the log knows every kind of end', async () => {
  const ctx = world.ctx('house')
  const waiting = await listWaitingCases(ctx)
  expect(waiting.map(({ state }) => state).sort()).toEqual(['appealed', 'open', 'open'])
  // three of the cast reported the insult, and that alone took it out of sight
  expect(waiting.find(({ state }) => state === 'appealed')?.hiddenAs).toBe('house')
  expect(new Set((await listDecidedCases(ctx, 50)).map(({ state }) => state))).toEqual(new Set(['appealed', 'hidden', 'warned', 'kept', 'reversed']))
})
