import { afterAll, beforeAll, expect, test } from 'vitest'
import { costs, type DraftingHouse, inSubmission, openDraftingHouse, today } from '#modules/proposals/testing-projects.ts'
import { paths, url } from '#paths'
import { expectDone } from '#web/testing.ts'

let at: DraftingHouse
beforeAll(async () => {
  at = await openDraftingHouse()
})
afterAll(() => at.house.close())

/** The one setting that is asked. */
async function forbid(forbidden: boolean) {
  const { db } = at.house
  const editions = await db.selectFrom('editions').select(['id', 'rules']).execute()
  for (const { id, rules } of editions) {
    const before = rules as { submission: object }
    const changed = { ...before, submission: { ...before.submission, sameInCityAndDistrictForbidden: forbidden } }
    await db
      .updateTable('editions')
      .set({ rules: JSON.stringify(changed) })
      .where('id', '=', id)
      .execute()
  }
}
async function submitted(fields: Record<string, string>, by: 'marta' | 'olga') {
  at.house.now = today
  const id = await at.aWholeDraft(fields, by)
  // the city takes nothing under 25 000 zł
  if (fields.gdzie === inCity.gdzie) expectDone(await at.as(by).post(url(paths.projectCosts, { id }), { ...costs, rewizja: '1', 'ile-0': '60' }))
  expectDone(await at.as(by).post(url(paths.projectFreeze, { id })))
  at.house.now = inSubmission
  const answer = await at.as(by).post(url(paths.projectSubmission, { id }))
  return { id, answer, page: (await at.as(by).get(url(paths.project, { id }))).html }
}
const inCity = { gdzie: 'miasto', sciezka: 'joint-city' }
const twinSaid = 'Taki sam projekt jest też po drugiej stronie'

test('the same content as a district’s and as the city’s: known where the rules allow it, refused where they forbid it', async () => {
  await forbid(false)
  const first = await submitted({ tytul: 'Park na Łąkowej' }, 'marta')
  expectDone(first.answer)
  const second = await submitted({ ...inCity, tytul: 'Park na Łąkowej' }, 'olga')
  expectDone(second.answer)
  await forbid(true)
  const third = await submitted({ tytul: 'Park na Łąkowej' }, 'olga')
  expect(third.answer.status).toBe(409)
  expect(third.answer.html).toContain('pozwala złożyć tylko jeden')
  expect(third.page).toContain(twinSaid)
  expect(third.page).toContain('nie pozwala złożyć obu')
  expect((await at.house.stranger.get(url(paths.project, { id: third.id }))).html).not.toContain(twinSaid)
})

test('another project of the same place, and the same project in another district, are no twins', async () => {
  await forbid(true)
  at.house.now = today
  const id = await at.aDraft({ ...inCity, tytul: 'Siłownia na Łąkowej' }, 'olga')
  for (const [section, text] of [
    ['streszczenie', 'Drążki, poręcze i mata do ćwiczeń, z których skorzystają starsi i młodsi o każdej porze roku.'],
    ['opis', 'Osiem urządzeń na bezpiecznej nawierzchni i tablica z instrukcją.'],
  ] as const)
    expectDone(await at.write(id, section, text, 0, 'olga'))
  expect((await at.as('olga').get(url(paths.project, { id }))).html).not.toContain(twinSaid)
  at.house.now = inSubmission
  const elsewhere = await submitted({ tytul: 'Park na Łąkowej', gdzie: '5' }, 'marta')
  // the city has one of the same content, handed in above
  expect(elsewhere.answer.status).toBe(409)
  await forbid(false)
  expectDone(await at.as('marta').post(url(paths.projectSubmission, { id: elsewhere.id })))
})
