import { afterAll, beforeAll, expect, test } from 'vitest'
import { loadCurrentEdition } from '#modules/programme/editions/editions.store.ts'
import { paths, url } from '#paths'
import { archiveSeed } from '#seeds/archive.seed.ts'
import { drawSeed, pastEditionSeed } from '#seeds/draws.seed.ts'
import { peopleSeed } from '#seeds/people.seed.ts'
import { programmeSeed } from '#seeds/programme.seed.ts'
import { territoriesSeed } from '#seeds/territories.seed.ts'
import { fillWorld } from '#seeds/world.ts'
import { openHouse, type TestHouse } from '#web/testing.ts'

let home: TestHouse
beforeAll(async () => {
  home = await openHouse({ now: new Date('2026-11-22T10:00:00Z') })
  await fillWorld(home.db, home.now, [peopleSeed, territoriesSeed, archiveSeed, pastEditionSeed, programmeSeed, drawSeed])
})
afterAll(() => home.close())

test('the present edition has an announced draw, the one before it a revealed one, and the laboratory takes its seed', async () => {
  expect((await loadCurrentEdition(home.ctx())).no).toBe(7)
  const now = (await home.stranger.get(paths.draw)).html
  expect(now).toContain('kolejność przy remisie jest otwarta')
  const draws = await home.db.selectFrom('draws').select(['edition_id', 'state', 'seed']).orderBy('committed_at').execute()
  expect(draws.map(({ state }) => state)).toEqual(['revealed', 'committed'])
  const [past] = draws
  const address = url(paths.draw, undefined, { edycja: past?.edition_id ?? '' })
  expect(now).toContain(`href="${address}"`)
  expect((await home.stranger.get(address)).html).toContain(past?.seed ?? '-')
  expect((await home.stranger.get(`${paths.draw}?edycja=inna`)).status).toBe(404)
  const laboratory = (await home.stranger.get('/laboratorium/pokaz-2025/13')).html
  expect(laboratory).toContain(`value="${past?.seed}"`)
  expect(laboratory).toContain('To ziarno ujawnionego losowania tej edycji')
})
