import { sql } from 'kysely'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { type DraftingHouse, inSubmission, openDraftingHouse } from '#modules/proposals/testing-projects.ts'
import { remindOfSupport } from '#modules/support/examining.actions.ts'
import { tallyOf } from '#modules/support/examining.store.ts'
import { paths, url } from '#paths'
import { expectDone } from '#web/testing.ts'

let at: DraftingHouse
beforeAll(async () => {
  at = await openDraftingHouse()
  await sql`update editions set rules = jsonb_set(rules, '{support}', rules->'support' || '{"count":2,"days":10,"districtResidentsOnly":false}')`.execute(
    at.house.db,
  )
})
afterAll(() => at.house.close())

async function aSubmitted() {
  at.house.now = inSubmission
  const id = await at.aWholeDraft({ sciezka: 'individual' })
  expectDone(await at.as('marta').post(url(paths.projectFreeze, { id })))
  expectDone(await at.as('marta').post(url(paths.projectSubmission, { id })))
  return id
}
const key = (id: string, numer: number, nazwa: string, wplynelo: string) =>
  at.as('celina').post(url(paths.projectSupportKeying, { id }), { numer: String(numer), nazwa, adres: 'ul. Łąkowa 5/3', wplynelo })
const examine = (id: string, by: 'celina' | 'marta' = 'celina') => at.as(by).post(url(paths.projectSupportResult, { id }))
const extend = (id: string, dzien: string) => at.as('celina').post(url(paths.projectSupportDeadline, { id }), { dzien, powod: 'Awaria poczty' })
const page = async (id: string) => (await at.house.stranger.get(url(paths.projectSupport, { id }))).html
const facts = async (id: string, name: string) => {
  await at.house.settle()
  return (await at.house.db.selectFrom('ledger_chain').select('seq').where('subject', '=', id).where('fact', '=', name).execute()).length
}
const letters = async (subject: string) =>
  (await at.house.db.selectFrom('letters').select('body_text').where('subject', 'like', `${subject}%`).execute()).length

test('authors hear how many signatures are missing a week and two days before, once each, and anew after an extension', async () => {
  const id = await aSubmitted()
  expectDone(await key(id, 1, 'Anna Żak', '2026-04-05'))
  const morning = async (day: string) => {
    at.house.now = new Date(`${day}T06:41:00Z`)
    await remindOfSupport(at.house.ctx())
    return letters('Na liście poparcia brakuje 1 podpisu')
  }
  expect(await morning('2026-04-07')).toBe(0)
  expect(await morning('2026-04-08')).toBe(1)
  expect(await morning('2026-04-10')).toBe(1)
  expect(await morning('2026-04-13')).toBe(2)
  expect(await morning('2026-04-16')).toBe(2)
  expectDone(await extend(id, '2026-04-30'))
  expect(await letters('Więcej czasu na podpisy')).toBe(1)
  expect(await morning('2026-04-28')).toBe(3)
  expectDone(await key(id, 2, 'Jan Lis', '2026-04-28'))
  expect(await morning('2026-04-29')).toBe(3)
})

test('a list is examined when its days are over, again when something came since; whose signatures, nobody reads', async () => {
  const id = await aSubmitted()
  expectDone(await key(id, 1, 'Anna Żak', '2026-04-05'))
  expect((await examine(id)).html).toContain('jeszcze nie minął')
  expect((await examine(id, 'marta')).status).toBe(403)
  at.house.now = new Date('2026-04-16T10:00:00Z')
  expect((await at.as('celina').get(paths.officeSupportLists)).html).toContain(url(paths.projectSupportKeying, { id }))
  expect((await at.as('celina').get(paths.myMatters)).html).toContain('na sprawdzenie')
  for (const answer of await Promise.all([examine(id), examine(id)])) expectDone(answer)
  expect(await facts(id, 'support.examined')).toBe(1)
  expect(await letters('Podpisów jest za mało')).toBe(1)
  expect(await page(id)).toContain('podpisów jest za mało')
  // the page of the last day is keyed in a day later: it counts, and the result is another
  expectDone(await key(id, 2, 'ŻAK ANNA', '2026-04-15'))
  expectDone(await key(id, 3, 'Jan Lis', '2026-04-15'))
  expect(await page(id)).toContain('Urząd sprawdzi listę jeszcze raz')
  expect((await at.as('celina').get(paths.officeSupportLists)).html).toContain('do sprawdzenia jeszcze raz')
  expectDone(await examine(id))
  expect(await page(id)).toMatch(/podpisów wystarczy[\s\S]*2 ważne podpisy z 2 potrzebnych\. Powtórzone wiersze: 1\./)
  expect(await page(id)).not.toMatch(/Żak|Jan Lis/)
  expect(await facts(id, 'support.examined')).toBe(2)
})

test('what came too late counts after an extension, each person once, and not what came later still', async () => {
  const id = await aSubmitted()
  at.house.now = new Date('2026-04-20T10:00:00Z')
  expectDone(await key(id, 1, 'Anna Żak', '2026-04-15'))
  const late = await key(id, 2, 'Jan Lis', '2026-04-17')
  expectDone(late)
  expectDone(await key(id, 3, 'Anna Żak', '2026-04-17'))
  expectDone(await key(id, 4, 'Ewa Nowak', '2026-04-19'))
  expect((await at.as('celina').get(url(paths.projectSupportKeying, { id }))).html).toContain('lista przyszła po terminie')
  expect(await tallyOf(at.ctx('celina'), id)).toEqual({ lines: 4, counted: 1, duplicates: 0, late: 3 })
  expectDone(await examine(id))
  expectDone(await extend(id, '2026-04-18'))
  expect(await tallyOf(at.ctx('celina'), id)).toEqual({ lines: 4, counted: 2, duplicates: 1, late: 1 })
  expect(await facts(id, 'support.restored')).toBe(1)
  expect(await page(id)).toContain('Urząd sprawdzi listę jeszcze raz')
  expectDone(await examine(id))
  expect(await page(id)).toContain('podpisów wystarczy')
  expectDone(await extend(id, '2026-04-30'))
  expect(await tallyOf(at.ctx('celina'), id)).toEqual({ lines: 4, counted: 3, duplicates: 1, late: 0 })
})
