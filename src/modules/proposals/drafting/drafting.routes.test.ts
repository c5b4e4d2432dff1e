import { sql } from 'kysely'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { forgetAuthor, projectDataOf } from '#modules/proposals/drafting/keeping.store.ts'
import { costsOf, loadProject, sectionsOf } from '#modules/proposals/proposals.store.ts'
import { costs, type DraftingHouse, openDraftingHouse } from '#modules/proposals/testing-projects.ts'
import { paths, url } from '#paths'
import { pricesSeed } from '#seeds/prices.seed.ts'
import { fillWorld } from '#seeds/world.ts'
import { expectDone } from '#web/testing.ts'

let at: DraftingHouse
beforeAll(async () => {
  at = await openDraftingHouse()
})
afterAll(() => at.house.close())

test('a stranger reads a shared draft, is led to sign in to start one, and finds no private one', async () => {
  const { house, as, aDraft } = at
  const id = await aDraft()
  expect((await house.stranger.get(url(paths.project, { id }))).html).toContain('Park kieszonkowy')
  expect((await house.stranger.get(paths.projects)).html).toContain('Park kieszonkowy')
  expect((await house.stranger.get(paths.projectNew)).location).toContain('/logowanie')
  const hidden = await aDraft({ widocznosc: 'private', tytul: 'Tajny skwer' })
  expect((await house.stranger.get(url(paths.project, { id: hidden }))).status).toBe(404)
  expect((await as('olga').get(url(paths.project, { id: hidden }))).status).toBe(404)
  expect((await as('marta').get(url(paths.project, { id: hidden }))).status).toBe(200)
  expect((await house.stranger.get(paths.projects)).html).not.toContain('Tajny skwer')
  await house.settle()
  const { rows } = await sql<{ told: boolean }>`select exists(select 1 from ledger_payloads where payload::text like '%Tajny%') as told`.execute(
    house.db,
  )
  expect(rows[0]?.told).toBe(false)
  expectDone(await as('marta').post(url(paths.projectVisibility, { id: hidden })))
  expect((await house.stranger.get(url(paths.project, { id: hidden }))).status).toBe(200)
})

test('a double click starts one draft; what is wrong is said and what was typed stays', async () => {
  const { as, start } = at
  const form = start({ tytul: 'Dwa razy' })
  const [first, second] = await Promise.all([as('marta').post(paths.projectNew, form), as('marta').post(paths.projectNew, form)])
  expect(expectDone(first)).toBe(expectDone(second))
  const wrong = await as('marta').post(paths.projectNew, start({ tytul: 'Zostaje w polu', sciezka: 'joint-city' }))
  expect(wrong.status).toBe(422)
  expect(wrong.html).toContain('Zostaje w polu')
  expect(wrong.html).toContain('Projekt dzielnicowy potrzebuje dzielnicy')
})

test('a new draft begins in the district of whoever starts it; what was chosen stands in its order after a mistake, and each mistake names its field', async () => {
  const { as, start } = at
  const chosen = (html: string, name: string) => new RegExp(`name="${name}"[\\s\\S]*?value="([^"]+)" (?:checked|selected)`).exec(html)?.[1]
  const fresh = (await as('marta').get(paths.projectNew)).html
  expect([chosen(fresh, 'gdzie'), chosen(fresh, 'sciezka')]).toEqual(['13', 'joint-district'])
  const city = (await as('marta').get(url(paths.projectNew, undefined, { gdzie: 'miasto' }))).html
  expect(chosen(city, 'sciezka')).toBe('joint-city')
  const empty = (await as('marta').post(paths.projectNew, start({ tytul: '', gdzie: 'miasto' }))).html
  expect(empty).toContain('>Tytuł roboczy: Wypełnij to pole.</a>')
  expect(empty.indexOf('value="joint-district"')).toBeLessThan(empty.indexOf('value="joint-city"'))
})

test('the page of a fresh draft offers the first missing part, and says which button waits for all of them', async () => {
  const { as, aDraft } = at
  const { html } = await as('marta').get(url(paths.project, { id: await aDraft() }))
  expect(html).toMatch(/<a class="btn" href="[^"]*streszczenie">Pisz dalej: Streszczenie<\/a>/)
  expect(html).toMatch(/<strong>Przygotuj wersję do przyjęcia<\/strong><br\/>Najpierw trzeba/)
  expect(html).not.toContain('Zaproponuj zmianę w tej części')
})

test('a foreign author changes nothing', async () => {
  const { as, ctx, aDraft, write } = at
  const id = await aDraft()
  const refused = await write(id, 'opis', 'Coś obcego.', 0, 'olga')
  expect(refused.status).toBe(409)
  expect(refused.html).toContain('tylko autorzy')
  expect(refused.html).toContain('Coś obcego.')
  expect((await sectionsOf(ctx('marta'), id)).description).toBe('')
  expect((await as('olga').post(url(paths.projectWithdrawal, { id }), { powod: 'tak' })).status).toBe(409)
  expect((await as('olga').post(url(paths.projectFreeze, { id }))).status).toBe(409)
  expect((await as('olga').post(url(paths.projectInvitations, { id }), { email: 'x@demo.example', nazwa: 'X' })).status).toBe(409)
})

test('two tabs: different sentences are merged, the same sentence is shown in both wordings', async () => {
  const { ctx, aDraft, write } = at
  const id = await aDraft()
  expectDone(await write(id, 'opis', 'Sześć ławek. Dziewięć drzew. Poidełko.', 0))
  expectDone(await write(id, 'opis', 'Osiem ławek. Dziewięć drzew. Poidełko.', 1))
  expectDone(await write(id, 'opis', 'Sześć ławek. Dziewięć drzew. Poidełko i kran.', 1))
  expect((await sectionsOf(ctx('marta'), id)).description).toBe('Osiem ławek. Dziewięć drzew. Poidełko i kran.')
  const clash = await write(id, 'opis', 'Dziesięć ławek. Dziewięć drzew. Poidełko.', 1)
  expect(clash.status).toBe(409)
  expect(clash.html).toContain('Ktoś zmienił to samo zdanie')
  for (const words of ['Dziesięć ławek.', 'Osiem ławek.', 'Sześć ławek.']) expect(clash.html).toContain(words)
  expect(clash.html).toContain('name="rewizja" value="3"')
  expectDone(await write(id, 'opis', 'Dziesięć ławek. Dziewięć drzew. Poidełko i kran.', 3))
  expect((await sectionsOf(ctx('marta'), id)).description).toBe('Dziesięć ławek. Dziewięć drzew. Poidełko i kran.')
})

test('sixteen save at once: every sentence is there', async () => {
  const { ctx, aDraft, write } = at
  const id = await aDraft()
  expectDone(await write(id, 'opis', Array.from({ length: 16 }, (_, i) => `Zdanie ${i}.`).join(' '), 0))
  const answers = await Promise.all(
    Array.from({ length: 16 }, (_, mine) =>
      write(id, 'opis', Array.from({ length: 16 }, (_, i) => `Zdanie ${i}${i === mine ? ' zmienione' : ''}.`).join(' '), 1),
    ),
  )
  expect(answers.map(answer => answer.status)).toEqual(Array(16).fill(303))
  expect((await sectionsOf(ctx('marta'), id)).description.match(/zmienione/g)).toHaveLength(16)
})

test('a text that is too long is refused with the numbers and stays in the field', async () => {
  const { aDraft, write } = at
  const id = await aDraft()
  const long = await write(id, 'tytul', 'x'.repeat(61), 1)
  expect(long.status).toBe(422)
  expect(long.html).toContain('Jest 61 znaków, a może być najwyżej 60.')
  expect(long.html).toContain('x'.repeat(61))
})

test('the cost table without JavaScript: lines come and go, wrong ones are pointed at, the total is exact', async () => {
  const { as, ctx, aDraft } = at
  const id = await aDraft()
  const address = url(paths.projectCosts, { id })
  const more = await as('marta').post(address, { rewizja: '0', ...costs, akcja: 'dodaj' })
  expect([more.status, more.html.match(/<fieldset/g)?.length]).toEqual([200, 3])
  const less = await as('marta').post(address, { rewizja: '0', ...costs, akcja: 'usun-0' })
  expect(less.html).not.toContain('value="Ławka"')
  expect(await costsOf(ctx('marta'), id)).toEqual([])
  const wrong = await as('marta').post(address, { rewizja: '0', ...costs, 'cena-1': 'dużo' })
  expect([wrong.status, wrong.html.includes('Wpisz cenę'), wrong.html.includes('value="dużo"')]).toEqual([422, true, true])
  expectDone(await as('marta').post(address, { rewizja: '0', ...costs }))
  expect((await loadProject(ctx('marta'), id)).total).toBe(1_680_000 + 85_025)
  const stale = await as('marta').post(address, { rewizja: '0', 'co-0': 'Kosz', 'ile-0': '1', 'jednostka-0': 'szt.', 'cena-0': '100' })
  expectDone(stale)
  expect((await costsOf(ctx('marta'), id)).map(line => line.name)).toEqual(['Ławka', 'Alejka', 'Kosz'])
})

test('a list of projects asks the database a few times, however long it is', async () => {
  const { house, aDraft } = at
  for (let i = 0; i < 8; i += 1) await aDraft({ tytul: `Projekt ${i}` })
  house.queries.length = 0
  expect((await house.stranger.get(paths.projects)).status).toBe(200)
  const many = house.queries.length
  house.queries.length = 0
  await house.stranger.get(url(paths.projects, undefined, { gdzie: '18' }))
  expect(many).toBe(house.queries.length)
  expect(many).toBeLessThanOrEqual(6)
})

test('an erased person leaves drafts in good hands, and their own data can be taken along', async () => {
  const { house, who, ctx, aDraft, join, write } = at
  const [shared, alone] = [await aDraft(), await aDraft({ sciezka: 'individual' })]
  await join(shared, 'jurij')
  expectDone(await write(shared, 'opis', 'Moje słowa.', 0))
  const own = await projectDataOf(house.ctx(), who('marta').id)
  expect(JSON.stringify(own)).toContain('Moje słowa.')
  await forgetAuthor(house.ctx(), who('marta').id)
  expect(await loadProject(ctx('jurij'), shared)).toMatchObject({ leadId: who('jurij').id, authorIds: [who('jurij').id], state: 'draft' })
  expect((await loadProject(ctx('jurij'), alone)).state).toBe('withdrawn')
})

test('how plain a text is can be asked before it is saved; nothing is saved by asking', async () => {
  const { as, ctx, aDraft } = at
  const id = await aDraft()
  const tekst =
    'Przedmiotem zadania jest realizacja ogólnodostępnej infrastruktury wypoczynkowej w ramach zagospodarowania terenu w celu umożliwienia mieszkańcom i mieszkankom bezkolizyjnego funkcjonowania na osiedlu.'
  const asked = await as('marta').post(url(paths.projectSection, { id, section: 'opis' }), { tekst, rewizja: '0', akcja: 'jezyk' })
  expect(asked.status).toBe(200)
  for (const words of ['Trudny: wiele osób', '„w celu” → żeby', 'ogólnodostępnej', tekst]) expect(asked.html).toContain(words)
  expect((await sectionsOf(ctx('marta'), id)).description).toBe('')
})

test('a thing from the price list becomes a row with its price; the table says its upkeep; the code stays with the line', async () => {
  const { house, as, ctx, aDraft } = at
  await fillWorld(house.db, house.now, [pricesSeed])
  const id = await aDraft()
  const address = url(paths.projectCosts, { id })
  const { html } = await as('marta').post(address, { ...costs, akcja: 'cennik', cennik: 'KOSZ', rewizja: '0' })
  for (const words of ['Kosz na śmieci 70 l', 'value="1450"', 'umowa ZZM', 'około 540', 'name="kod-2"']) expect(html).toContain(words)
  expect(await costsOf(ctx('marta'), id)).toEqual([])
  const row = { 'id-2': 'line_0123456789abc', 'co-2': 'Kosz', 'ile-2': '2', 'jednostka-2': 'szt.', 'cena-2': '1500', 'kod-2': 'KOSZ' }
  expectDone(await as('marta').post(address, { ...costs, ...row, rewizja: '0' }))
  expect((await costsOf(ctx('marta'), id)).map(({ item }) => item)).toEqual([undefined, undefined, 'KOSZ'])
})
