import { mkdtemp } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, inject, test } from 'vitest'
import { listAdviceOn, listQueue } from '#modules/consultation/advice.store.ts'
import { findOpenElection } from '#modules/proposals/authors/elections.store.ts'
import { listProjects, loadProject, versionsOf } from '#modules/proposals/proposals.store.ts'
import { configureFiles } from '#platform/files.ts'
import { copyTemplate, type TestDatabase } from '#platform/testing-database.ts'
import { adviceSeed } from '#seeds/advice.seed.ts'
import { ideasSeed } from '#seeds/ideas.seed.ts'
import { peopleSeed, residenceSeed } from '#seeds/people.seed.ts'
import { programmeSeed } from '#seeds/programme.seed.ts'
import { projectsSeed } from '#seeds/projects.seed.ts'
import { teamSeed } from '#seeds/team.seed.ts'
import { territoriesSeed } from '#seeds/territories.seed.ts'
import { fillWorld, type World } from '#seeds/world.ts'

let database: TestDatabase
let world: World
beforeAll(async () => {
  database = await copyTemplate(inject('serverUrl'))
  configureFiles(await mkdtemp(join(tmpdir(), 'wspolne-files-')))
  const parts = [peopleSeed, territoriesSeed, programmeSeed, residenceSeed, ideasSeed, projectsSeed, teamSeed, adviceSeed]
  world = await fillWorld(database.db, new Date('2026-03-12T10:00:00Z'), parts)
})
afterAll(() => database.drop())

test('the park: drafted by four, advised by the unit, corrected, and waiting for one last consent', async () => {
  const ctx = world.ctx('marta')
  const park = await loadProject(ctx, world.ids.get('project.park') ?? '')
  expect(park).toMatchObject({ state: 'agreeing', version: 2, total: 13_800_000, ideaId: world.ids.get('idea.park') })
  expect(park.authorIds).toHaveLength(4)
  const [newest] = await versionsOf(ctx, park.id)
  expect(newest?.acceptances).toHaveLength(3)
  const [advice] = await listAdviceOn(ctx, [park.id])
  expect(advice).toMatchObject({ state: 'answered', overall: 'fine-if', estimate: 13_800_000, authorsSum: 11_090_000, expertName: 'Ewa Sosnowska' })
})

test('other drafts are at other stages, and units have something to answer', async () => {
  const ctx = world.ctx('house')
  const states = (await listProjects(ctx)).map(project => project.state)
  expect([...new Set(states)].sort()).toEqual(['agreeing', 'draft', 'withdrawn'])
  expect(await listQueue(ctx, [world.ids.get('unit.ZZM') ?? ''], ['asked', 'assigned'])).toHaveLength(1)
  // one waits, one was sent back by the head; two answers wait to be released, and one of two units is out
  expect(await listQueue(ctx, [world.ids.get('unit.ZDMK') ?? ''], ['asked', 'assigned'])).toHaveLength(2)
  expect(await listQueue(ctx, [world.ids.get('unit.ZDMK') ?? ''], ['drafted'])).toHaveLength(2)
  const joint = (await listAdviceOn(ctx, [world.ids.get('project.planty') ?? ''])).find(
    ({ state, parts }) => state === 'answered' && parts.length > 0,
  )
  expect(joint?.parts.map(({ state, unitName }) => [state, unitName])).toEqual([['answered', 'Zarząd Zieleni Miejskiej']])
  expect(await listQueue(ctx, [world.ids.get('unit.ZBK') ?? ''], ['withdrawn'])).toHaveLength(1)
  expect((await findOpenElection(ctx, world.ids.get('project.woda') ?? ''))?.votes).toHaveLength(1)
})
