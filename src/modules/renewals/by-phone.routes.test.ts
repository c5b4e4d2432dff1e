import { afterAll, beforeAll, expect, test } from 'vitest'
import { newId } from '#kit/ids.ts'
import { back } from '#modules/ideas/backings.actions.ts'
import { countBackings } from '#modules/ideas/backings.store.ts'
import { proposeIdea } from '#modules/ideas/ideas.actions.ts'
import { costs, type DraftingHouse, openDraftingHouse, today } from '#modules/proposals/testing-projects.ts'
import { askSupportersAgain } from '#modules/renewals/renewals.actions.ts'
import { listByPhone } from '#modules/renewals/renewals.store.ts'
import { paths, url } from '#paths'
import { expectDone, somebody } from '#web/testing.ts'

let at: DraftingHouse
beforeAll(async () => {
  at = await openDraftingHouse()
})
afterAll(() => at.house.close())

const later = (days: number) => new Date(today.getTime() + days * 86_400_000)
const waits = async (id: string) => (await listByPhone(at.house.ctx())).find(({ projectId }) => projectId === id)

/** An idea that Halina, who has no e-mail, and Olga back; its draft has another title now, and both are asked. */
async function anAsked() {
  const { house, ctx, as, write, who } = at
  house.now = today
  const territory = await house.db.selectFrom('territories').select('id').where('number', '=', 13).executeTakeFirstOrThrow()
  const words = { title: 'Park kieszonkowy', text: 'Cień, ławki i woda dla wszystkich w okolicy.', placeWords: 'Skwer przy Łąkowej' }
  const proposed = await proposeIdea(ctx('marta'), { key: newId('key'), ...words, territoryId: territory.id })
  const idea = proposed.ok ? proposed.id : ''
  expect(await back(ctx('celina'), 'idea', idea, { channel: 'phone', personId: who('halina').id, key: newId('key') })).toEqual({ ok: true })
  expect(await back(ctx('olga'), 'idea', idea)).toEqual({ ok: true })
  const id = await at.aDraft({ pomysl: idea, tytul: 'Park kieszonkowy' })
  const summary = 'Zapomniany skwer między blokami ma stać się miejscem z cieniem, ławkami i wodą dla wszystkich.'
  for (const [section, text] of Object.entries({ streszczenie: summary, uzasadnienie: 'Nie ma cienia.', odbiorcy: 'Wszyscy.' }))
    expectDone(await write(id, section, text, 0))
  expectDone(await as('marta').post(url(paths.projectCosts, { id }), { rewizja: '0', ...costs }))
  house.now = later(1)
  expectDone(await write(id, 'tytul', 'Parking piętrowy', 1))
  expectDone(await as('marta').post(url(paths.projectFreeze, { id })))
  house.now = later(2)
  expect(await askSupportersAgain(house.ctx(), { secret: 'x'.repeat(32) })).toBe(2)
  return { id, idea }
}

test('somebody without e-mail is asked by phone: the clerk sees whom, prints, and writes down the answer once; nobody else sees them', async () => {
  const { as, who, house, ctx } = at
  const { id, idea } = await anAsked()
  const { name } = who('halina')
  const renewal = (await waits(id))?.id ?? ''
  expect((await as('celina').get(paths.myMatters)).html).toContain('Ponowienie poparcia przez telefon')
  const list = await as('celina').get(paths.officeRenewals)
  expect([list.html.includes(name), list.html.includes('Zmieniło się: tytuł'), list.html.includes(who('olga').name)]).toEqual([true, true, false])
  const phone = '600 100 200'
  await house.db.updateTable('persons').set({ phone }).where('id', '=', who('halina').id).execute()
  expect(list.html).not.toContain(phone)
  expect((await as('celina').post(paths.officeRenewalsNumbers, {})).html).toContain(phone)
  for (const path of [paths.officeRenewalsList, paths.officeRenewalsLetters])
    expect((await as('celina').post(path, {})).html.slice(0, 5)).toBe('%PDF-')
  await house.settle()
  const looks = await house.db
    .selectFrom('ledger_chain')
    .select('seq')
    .where('fact', '=', 'person.viewed')
    .where('subject', '=', who('halina').id)
    .execute()
  expect(looks).toHaveLength(3)
  const answer = url(paths.officeRenewalAnswer, { id: renewal })
  for (const key of ['marta', 'olga', 'bartek'] as const) {
    for (const path of [paths.officeRenewals, paths.officeRenewalsLetters]) {
      const { status } = path === paths.officeRenewals ? await as(key).get(path) : await as(key).post(path, {})
      expect(status, `${key} ${path}`).toBe(403)
    }
    expect((await as(key).post(answer, { odpowiedz: 'nie' })).status, key).toBe(403)
  }
  const elsewhere = house.as(somebody('Urząd innej dzielnicy', { role: 'clerk', territoryId: 'elsewhere' }))
  expect((await elsewhere.get(paths.officeRenewals)).html).not.toContain(name)
  expect((await elsewhere.post(answer, { odpowiedz: 'nie' })).status).toBe(409)
  expect(await countBackings(ctx('celina'), idea)).toBe(2)
  for (const done of await Promise.all([as('celina').post(answer, { odpowiedz: 'nie' }), as('celina').post(answer, { odpowiedz: 'nie' })]))
    expectDone(done)
  expect(await countBackings(ctx('celina'), idea)).toBe(1)
  expect(await waits(id)).toBeUndefined()
  const news = await house.db.selectFrom('phone_news').select('done_at').where('subject', '=', id).where('text_key', '=', 'renewal.asked').execute()
  expect(news).toEqual([{ done_at: expect.any(Date) }])
  await house.settle()
  const facts = await house.db.selectFrom('ledger_chain').selectAll().where('subject', '=', id).where('fact', '=', 'renewal.withdrawn').execute()
  expect(facts).toHaveLength(1)
})

test('the clerk keeps it where they say so; for somebody with e-mail, and in the clerk’s own project, nobody writes it down', async () => {
  const { as, house, ctx, who } = at
  const { id, idea } = await anAsked()
  const olga = await house.db
    .selectFrom('renewals')
    .select('id')
    .where('project_id', '=', id)
    .where('person_id', '=', who('olga').id)
    .executeTakeFirstOrThrow()
  expect((await as('celina').post(url(paths.officeRenewalAnswer, { id: olga.id }), { odpowiedz: 'nie' })).status).toBe(409)
  const answer = url(paths.officeRenewalAnswer, { id: (await waits(id))?.id ?? '' })
  const authors = house.db.updateTable('project_authors').where('project_id', '=', id).where('person_id', '=', who('marta').id)
  await authors.set({ person_id: who('celina').id }).execute()
  expect((await as('celina').post(answer, { odpowiedz: 'tak' })).status).toBe(409)
  await house.db
    .updateTable('project_authors')
    .set({ person_id: who('marta').id })
    .where('project_id', '=', id)
    .where('person_id', '=', who('celina').id)
    .execute()
  expectDone(await as('celina').post(answer, { odpowiedz: 'tak' }))
  expect(await countBackings(ctx('celina'), idea)).toBe(2)
  expect(await waits(id)).toBeUndefined()
})
