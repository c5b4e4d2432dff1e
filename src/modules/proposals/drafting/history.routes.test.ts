import { afterAll, beforeAll, expect, test } from 'vitest'
import { newId } from '#kit/ids.ts'
import { costsOf, sectionsOf } from '#modules/proposals/proposals.store.ts'
import { costs, type DraftingHouse, openDraftingHouse } from '#modules/proposals/testing-projects.ts'
import { paths, url } from '#paths'
import { expectDone } from '#web/testing.ts'

let at: DraftingHouse
beforeAll(async () => {
  at = await openDraftingHouse()
})
afterAll(() => at.house.close())

const history = (id: string, query: Record<string, string | number> = {}) => url(paths.projectHistory, { id }, query)
const later = (minutes: number) => {
  at.house.now = new Date(at.house.now.getTime() + minutes * 60_000)
}
const twice = async () => {
  const id = await at.aDraft()
  expectDone(await at.write(id, 'opis', 'Sześć ławek. Dziewięć drzew.', 0))
  later(60)
  expectDone(await at.write(id, 'opis', 'Osiem ławek. Dziewięć drzew.', 1))
  return id
}

test('everybody reads who changed what, word by word; nobody who may not read the draft', async () => {
  const id = await twice()
  const { html } = await at.house.stranger.get(history(id, { czesc: 'description', od: 1, do: 2 }))
  expect(html).toMatch(/<del>.*Sześć.*<\/del>/s)
  expect(html).toMatch(/<ins>.*Osiem.*<\/ins>/s)
  expect(html).toContain(at.who('marta').name)
  expect(html).not.toContain('Przywróć')
  const hidden = await at.aDraft({ widocznosc: 'private' })
  expect((await at.as('olga').get(history(hidden))).status).toBe(404)
})

test('an author brings an earlier text back as a new change, twice is once; others may not', async () => {
  const id = await twice()
  expect((await at.as('marta').get(history(id, { czesc: 'description', od: 1, do: 2 }))).html).toContain('Przywróć tekst sprzed tej zmiany')
  const form = { czesc: 'description', rewizja: '1' }
  const refused = await at.as('olga').post(history(id), form)
  expect(refused.status).toBe(409)
  expect(refused.html).toContain('tylko autorzy')
  expect((await sectionsOf(at.ctx('marta'), id)).description).toBe('Osiem ławek. Dziewięć drzew.')
  for (let n = 0; n < 2; n++) expectDone(await at.as('marta').post(history(id), form))
  expect((await sectionsOf(at.ctx('marta'), id)).description).toBe('Sześć ławek. Dziewięć drzew.')
  const again = await at.write(id, 'opis', 'Osiem ławek. Dziewięć drzew. Kran.', 3)
  expectDone(again)
  expect((await at.as('marta').post(history(id), { czesc: 'description', rewizja: '77' })).status).toBe(404)
  expect((await at.as('marta').post(history(id), { czesc: 'nic', rewizja: '1' })).status).toBe(404)
})

test('costs come back too', async () => {
  const id = await at.aDraft()
  expectDone(await at.as('marta').post(url(paths.projectCosts, { id }), { rewizja: '0', ...costs }))
  const before = await costsOf(at.ctx('marta'), id)
  expectDone(await at.as('marta').post(url(paths.projectCosts, { id }), { rewizja: '1', ...costs, 'ile-0': '60' }))
  expectDone(await at.as('marta').post(history(id), { czesc: 'costs', rewizja: '1' }))
  expect((await costsOf(at.ctx('marta'), id)).map(({ quantity, price }) => [quantity, price])).toEqual(
    before.map(({ quantity, price }) => [quantity, price]),
  )
})

test('a version gets a name once, and any two moments are compared', async () => {
  const id = await twice()
  const form = { key: newId('key'), nazwa: 'Po warsztacie' }
  const name = (fields: Record<string, string>, by: 'marta' | 'olga' = 'marta') => at.as(by).post(url(paths.projectNamedVersions, { id }), fields)
  for (const answer of await Promise.all([name(form), name(form)])) expectDone(answer)
  const unnamed = await name({ key: newId('key'), nazwa: '' })
  expect(unnamed.status).toBe(422)
  expect(unnamed.html).toContain('Wpisz nazwę')
  const foreign = await name({ key: newId('key'), nazwa: 'Obca nazwa' }, 'olga')
  expect(foreign.status).toBe(409)
  later(60)
  expectDone(await at.write(id, 'opis', 'Osiem ławek. Dziewięć drzew. Kran.', 2))
  const list = await at.house.stranger.get(history(id))
  expect(list.html.match(/<h3[^>]*><a[^>]*>Po warsztacie/g) ?? list.html.match(/Po warsztacie<\/a>/g)).toHaveLength(1)
  const [, moment] = /od=([^&"]+Z)/.exec(list.html.replaceAll('%3A', ':')) ?? []
  const compared = await at.house.stranger.get(history(id, { od: moment ?? '', do: 'teraz' }))
  expect(compared.html).toMatch(/<ins>.*Kran.*<\/ins>/s)
  expect(compared.html).not.toMatch(/<del>/)
  expect((await at.house.stranger.get(history(id, { od: 'poczatek', do: 'teraz' }))).html).toMatch(/<ins>.*Osiem/s)
})
