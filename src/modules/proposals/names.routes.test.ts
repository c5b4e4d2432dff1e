import { sql } from 'kysely'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { loadPerson } from '#modules/people/people.store.ts'
import { type DraftingHouse, inSubmission, openDraftingHouse, today } from '#modules/proposals/testing-projects.ts'
import { paths, url } from '#paths'
import { expectDone } from '#web/testing.ts'

let at: DraftingHouse
beforeAll(async () => {
  at = await openDraftingHouse()
})
afterAll(() => at.house.close())

const choose = async (nameShown: string) => {
  const { version, wholeName } = await loadPerson(at.ctx('jurij'), at.who('jurij').id)
  expectDone(await at.as('jurij').post(paths.profile, { name: wholeName, nameShown, locale: 'pl', mailWish: 'each', version: String(version) }))
}

test('whoever shows the initial of their name is nowhere named in full: project, life line, history, versions; and they may change their mind', async () => {
  const { house, as, aWholeDraft, join, write } = at
  const id = await aWholeDraft()
  await join(id, 'jurij')
  expectDone(await write(id, 'opis', 'Sześć ławek i stojak.', 1, 'jurij'))
  expectDone(await as('marta').post(url(paths.projectFreeze, { id })))
  expectDone(await as('jurij').post(url(paths.projectAcceptance, { id, version: 1 })))
  const pages = [
    url(paths.project, { id }),
    url(paths.projectHistory, { id }),
    url(paths.projectVersions, { id }),
    url(paths.projectVersion, { id, version: 1 }),
  ]
  const seen = async (client: { get(path: string): Promise<{ html: string }> }, name: string) =>
    Promise.all(pages.map(async path => (await client.get(path)).html.includes(name)))
  await house.settle()
  expect(await seen(as('marta'), 'Jurij Kowalenko')).toEqual(pages.map(() => true))
  await choose('initial')
  await house.settle()
  for (const client of [house.stranger, as('marta'), as('celina')]) expect(await seen(client, 'Kowalenko')).toEqual(pages.map(() => false))
  expect((await seen(house.stranger, 'Jurij K.')).slice(0, 2)).toEqual([true, true])
  expect((await as('jurij').get(paths.profile)).html).toContain('Jurij Kowalenko')
  await choose('whole')
  await house.settle()
  expect((await house.stranger.get(pages[0] ?? '')).html).toContain('Jurij Kowalenko')
})

test('where the rules of the edition ask for whole names, a submitted project names its authors in full, and a draft does not', async () => {
  const { house, as, aWholeDraft, join } = at
  const id = await aWholeDraft()
  await join(id, 'jurij')
  await choose('initial')
  await sql`update editions set rules = jsonb_set(rules, '{drafting}', '{"leadAbsentDays": 21, "costChangePercent": 20, "authorNames": "whole"}')`.execute(
    house.db,
  )
  const names = async () => (await as('marta').get(url(paths.project, { id }))).html.includes('Jurij Kowalenko')
  expect(await names()).toBe(false)
  expectDone(await as('marta').post(url(paths.projectFreeze, { id })))
  expectDone(await as('jurij').post(url(paths.projectAcceptance, { id, version: 1 })))
  house.now = inSubmission
  expectDone(await as('marta').post(url(paths.projectSubmission, { id })))
  expect(await names()).toBe(true)
  house.now = today
})
