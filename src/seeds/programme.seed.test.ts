import { afterAll, beforeAll, expect, inject, test } from 'vitest'
import { house } from '#kit/actor.ts'
import { opennessOf, type PhaseKind } from '#modules/programme/calendar.rules.ts'
import { findCurrentEdition } from '#modules/programme/editions/editions.store.ts'
import { listUnits } from '#modules/programme/registers/units.store.ts'
import { copyTemplate, type TestDatabase } from '#platform/testing-database.ts'
import { programmeSeed } from '#seeds/programme.seed.ts'
import { territoriesSeed } from '#seeds/territories.seed.ts'
import { fillWorld, type World } from '#seeds/world.ts'

let database: TestDatabase
let world: World
const today = new Date('2026-11-22T10:00:00Z')
beforeAll(async () => {
  database = await copyTemplate(inject('serverUrl'))
  const coordinator = async (world: World) => {
    world.actors.set('kornelia', { ...house, id: 'person_kornelia', level: 1, grants: [{ role: 'coordinator' }] })
  }
  world = await fillWorld(database.db, today, [coordinator, territoriesSeed, programmeSeed])
})
afterAll(() => database.drop())

test.each([
  ['ambassador-call', 'over'],
  ['needs', 'open'],
  ['ideas', 'open'],
  ['drafts', 'open'],
  ['advice', 'open'],
  ['submission', 'not-yet'],
  ['voting', 'not-yet'],
] as [PhaseKind, string][])('on the day the demo world is filled %s is %s', async (kind, state) => {
  const edition = await findCurrentEdition(world.ctx('house'))
  expect(edition?.state).toBe('running')
  expect(opennessOf(edition?.phases ?? [], kind, today).state).toBe(state)
})

test('units of the city are there, under the codes that the cast knows', async () => {
  const codes = (await listUnits(world.ctx('house'))).map(unit => unit.code)
  expect(codes).toEqual(expect.arrayContaining(['ZZM', 'ZDMK']))
  expect(world.ids.get('unit.ZZM')).toBeDefined()
})
