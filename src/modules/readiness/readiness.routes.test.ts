import { afterAll, beforeAll, expect, test } from 'vitest'
import { newId } from '#kit/ids.ts'
import { type DraftingHouse, openDraftingHouse } from '#modules/proposals/testing-projects.ts'
import { answersOf, consentsOf } from '#modules/readiness/readiness.store.ts'
import { paths, url } from '#paths'
import { filesOf } from '#platform/files.ts'
import { expectDone, expectHeld } from '#web/testing.ts'

let at: DraftingHouse
beforeAll(async () => {
  at = await openDraftingHouse()
})
afterAll(() => at.house.close())

const pdf = () => new File([Buffer.from('%PDF-1.7\n1 0 obj<<>>endobj\n%%EOF')], 'zgoda-szkoly.pdf')

test('the list says what is missing and who can add it; answers are given by authors and read by everybody', async () => {
  const { house, as, ctx, aDraft } = at
  const id = await aDraft()
  const address = url(paths.projectReadiness, { id })
  const mine = await as('marta').get(address)
  for (const words of ['Brakuje części: Streszczenie.', 'Dodają autorzy i osoby pomagające.', 'warto dodać']) expect(mine.html).toContain(words)
  expect((await as('marta').get(url(paths.project, { id }))).html).toContain(address)
  expect((await house.stranger.get(url(paths.project, { id }))).html).not.toContain(address)
  const said = { wheels: 'yes', 'wheels-opis': 'Krawężnik jest obniżony.', hours: 'no' }
  expect((await as('olga').post(address, said)).status).toBe(409)
  expectDone(await as('marta').post(address, said))
  expectDone(await as('marta').post(address, said))
  expect(await answersOf(ctx('marta'), id)).toHaveLength(2)
  const read = await house.stranger.get(address)
  expect([read.html.includes('Krawężnik jest obniżony.'), read.html.includes('<select')]).toEqual([true, false])
  expect((await house.stranger.get(url(paths.project, { id }))).html).toContain(address)
  const long = await as('marta').post(address, { ...said, 'wheels-opis': 'a'.repeat(301) })
  expect([long.status, long.html.includes('a'.repeat(301))]).toEqual([422, true])
  await house.settle()
  const facts = await house.db.selectFrom('ledger_chain').select('seq').where('subject', '=', id).where('fact', '=', 'readiness.answered').execute()
  expect(facts).toHaveLength(1)
})

test('a consent is seen by the authors and the office, and for anybody else it is not there', async () => {
  const { house, as, ctx, aDraft, join } = at
  const id = await aDraft()
  await join(id, 'jurij')
  const add = url(paths.projectConsents, { id })
  const key = newId('key')
  const given = () => ({ key, opis: 'Dyrekcja szkoły zgadza się na ławki', zgoda: pdf() })
  expect((await as('olga').post(add, given())).status).toBe(409)
  const held = expectHeld(await as('marta').post(add, { ...given(), opis: '' }), 'zgoda')
  expect((await as('jurij').post(add, { key: newId('key'), opis: 'Nie moja', ...held })).status).toBe(422)
  expect((await as('marta').post(add, { key, opis: 'Bez pliku' })).status).toBe(422)
  expectDone(await as('marta').post(add, { key, opis: given().opis, ...held }))
  expectDone(await as('marta').post(add, given()))
  const kept = await filesOf(ctx('marta'), consentsOf(id))
  expect(kept).toHaveLength(1)
  const file = url(paths.projectConsent, { id, file: kept[0]?.id ?? '' })
  const seen = await Promise.all((['marta', 'jurij', 'celina', 'olga', 'monika', 'ewa'] as const).map(async who => (await as(who).get(file)).status))
  expect(seen).toEqual([200, 200, 200, 404, 404, 404])
  expect((await house.stranger.get(file)).status).not.toBe(200)
  for (const who of ['olga', 'monika'] as const)
    expect((await as(who).get(url(paths.projectReadiness, { id }))).html).not.toContain('Dyrekcja szkoły')
  expect((await as('olga').get(url(paths.file, { id: kept[0]?.id ?? '' }))).status).toBe(404)
  const end = url(paths.projectConsentEnd, { id, file: kept[0]?.id ?? '' })
  expect((await as('celina').post(end)).status).toBe(409)
  expectDone(await as('jurij').post(end))
  expect(await filesOf(ctx('marta'), consentsOf(id))).toEqual([])
})

test('a private draft has no such page for others', async () => {
  const { house, as, aDraft } = at
  const id = await aDraft({ widocznosc: 'private' })
  const address = url(paths.projectReadiness, { id })
  expect([(await house.stranger.get(address)).status, (await as('olga').get(address)).status, (await as('marta').get(address)).status]).toEqual([
    404, 404, 200,
  ])
})
