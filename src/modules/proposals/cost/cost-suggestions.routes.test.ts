import { sql } from 'kysely'
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { newId } from '#kit/ids.ts'
import { forgetAuthor, projectDataOf } from '#modules/proposals/drafting/keeping.store.ts'
import { costsOf, loadProject } from '#modules/proposals/proposals.store.ts'
import { settleProposedChange } from '#modules/proposals/suggestions/changes.actions.ts'
import { suggestionsOf } from '#modules/proposals/suggestions/suggestions.store.ts'
import { costs, type DraftingHouse, openDraftingHouse } from '#modules/proposals/testing-projects.ts'
import { paths, url } from '#paths'
import type { CastKey } from '#seeds/cast.ts'
import { expectDone } from '#web/testing.ts'

let at: DraftingHouse
beforeAll(async () => {
  at = await openDraftingHouse()
})
afterAll(() => at.house.close())
beforeEach(async () => {
  // few people speak often in these tests; the house would slow them down
  await sql`delete from slow_modes`.execute(at.house.db)
  await sql`delete from posts_counted`.execute(at.house.db)
})

async function aPricedDraft() {
  const id = await at.aDraft()
  expectDone(await at.as('marta').post(url(paths.projectCosts, { id }), { rewizja: '0', ...costs }))
  const [bench, path] = await rows(id)
  return { id, bench: bench?.id ?? '', path: path?.id ?? '' }
}
const rows = (id: string) => costsOf(at.ctx('marta'), id)
const short = async (id: string) => (await rows(id)).map(({ name, quantity, price }) => [name, quantity, price])
const form = (id: string) => url(paths.projectCostSuggestions, { id })
const eight = { zmiana: 'change', co: 'Ławka', ile: '8', jednostka: 'szt.', cena: '2800' }
const said = (fields: Record<string, string>) => ({
  key: newId('key'),
  rewizja: '1',
  degree: 'must',
  text: 'Przy tej alejce siada wielu starszych ludzi.',
  ...fields,
})
const suggest = async (id: string, fields: Record<string, string>, by: CastKey = 'olga') =>
  expectDone(await at.as(by).post(form(id), said(fields))).split('#')[1] ?? ''
const why = 'Tak będzie lepiej dla wszystkich.'
const settle = (id: string, comment: string, outcome: string, fields: Record<string, string> = {}, by: CastKey = 'marta') =>
  at.as(by).post(url(paths.projectChange, { id, comment }), { outcome, why, ...fields })
const projectPage = async (id: string) => (await at.house.stranger.get(url(paths.project, { id }))).html

test('more benches: shown as old and new with the change of the total, taken over at once with credit, asked whether it is met', async () => {
  const { id, bench } = await aPricedDraft()
  const page = await at.as('olga').get(`${form(id)}?co=change&pozycja=${bench}`)
  expect([page.status, page.html.includes('Zmiana pozycji: Ławka'), page.html.includes('value="6"')]).toEqual([200, true, true])
  const comment = await suggest(id, { ...eight, pozycja: bench })
  for (const words of [
    'Ławka: 6 szt. po 2\u00a0800\u00a0zł, razem 16\u00a0800\u00a0zł',
    'Ławka: 8 szt. po 2\u00a0800\u00a0zł, razem 22\u00a0400\u00a0zł',
    'było 17\u00a0650,25\u00a0zł, będzie 23\u00a0250,25\u00a0zł (+5\u00a0600\u00a0zł)',
    'do części: Kosztorys',
    'warunek poparcia',
    'Zgody jeszcze nie ma.',
  ])
    expect(await projectPage(id), words).toContain(words)
  const answering = await at.as('marta').get(url(paths.projectChange, { id, comment }))
  expect(answering.html).toContain('Gdy przyjmiecie propozycję, kosztorys zmieni się od razu.')
  expectDone(await settle(id, comment, 'accepted'))
  expect(await short(id)).toEqual([
    ['Ławka', 8000, 280_000],
    ['Alejka', 2500, 34_010],
  ])
  expect((await at.as('olga').get(url(paths.projectHistory, { id }))).html).toContain('na propozycję osoby: Olga')
  expectDone(await at.as('olga').post(url(paths.projectSuggestionMark, { id, comment }), { met: 'yes', revision: '2' }))
  expect(await projectPage(id)).toContain('Pełna zgoda.')
})

test('a row more and a row less; what is not taken over changes nothing', async () => {
  const { id, path } = await aPricedDraft()
  const bin = await suggest(id, { zmiana: 'add', co: 'Kosz', ile: '2', jednostka: 'szt.', cena: '1450' })
  const less = await suggest(id, { zmiana: 'remove', pozycja: path }, 'jurij')
  const refused = await suggest(id, { zmiana: 'add', co: 'Fontanna', ile: '1', jednostka: 'szt.', cena: '90000' })
  expectDone(await settle(id, refused, 'not'))
  expect((await rows(id)).length).toBe(2)
  expectDone(await settle(id, bin, 'accepted'))
  expectDone(await settle(id, less, 'accepted'))
  expect(await short(id)).toEqual([
    ['Ławka', 6000, 280_000],
    ['Kosz', 2000, 145_000],
  ])
})

test('in part: the row as the authors write it; without one it is asked for, and the words stay', async () => {
  const { id, bench } = await aPricedDraft()
  const comment = await suggest(id, { ...eight, pozycja: bench })
  const missing = await settle(id, comment, 'partly', { ile: '0' })
  expect([missing.status, missing.html.includes('Wpisz liczbę większą od zera'), missing.html.includes(why)]).toEqual([422, true, true])
  expectDone(await settle(id, comment, 'partly', { co: 'Ławka', ile: '7', jednostka: 'szt.', cena: '2800' }))
  expect((await short(id))[0]).toEqual(['Ławka', 7000, 280_000])
})

test('what the authors changed meanwhile is kept; where both changed the same, they are told and nothing is written', async () => {
  const { id, bench, path } = await aPricedDraft()
  const comment = await suggest(id, { ...eight, pozycja: bench })
  const own = { 'id-0': bench, 'id-1': path }
  expectDone(await at.as('marta').post(url(paths.projectCosts, { id }), { rewizja: '1', ...costs, ...own, 'cena-0': '3 000' }))
  expectDone(await settle(id, comment, 'accepted'))
  expect((await short(id))[0]).toEqual(['Ławka', 8000, 300_000])
  const again = await suggest(id, { ...eight, ile: '12', cena: '3000', rewizja: '3', pozycja: bench }, 'jurij')
  expectDone(await at.as('marta').post(url(paths.projectCosts, { id }), { rewizja: '3', ...costs, ...own, 'ile-0': '5', 'cena-0': '3 000' }))
  const clash = await settle(id, again, 'accepted')
  expect([clash.status, clash.html.includes('zmieniła się od tej propozycji'), clash.html.includes(why)]).toEqual([409, true, true])
  expect([(await short(id))[0], (await loadProject(at.ctx('marta'), id)).costsRevision]).toEqual([['Ławka', 5000, 300_000], 4])
  expectDone(await settle(id, again, 'not'))
})

test('sixteen answers apply it once; after it was taken out again a repeated answer brings nothing back', async () => {
  const { id, bench, path } = await aPricedDraft()
  const bin = await suggest(id, { zmiana: 'add', co: 'Kosz', ile: '2', jednostka: 'szt.', cena: '1450' })
  await Promise.all(Array.from({ length: 16 }, () => settle(id, bin, 'accepted')))
  expect([(await rows(id)).length, (await loadProject(at.ctx('marta'), id)).costsRevision]).toEqual([3, 2])
  expectDone(await at.as('marta').post(url(paths.projectCosts, { id }), { rewizja: '2', ...costs, 'id-0': bench, 'id-1': path }))
  await settle(id, bin, 'accepted')
  await settle(id, bin, 'partly', { co: 'Kosz', ile: '9', jednostka: 'szt.', cena: '1' })
  expect(await short(id)).toEqual([
    ['Ławka', 6000, 280_000],
    ['Alejka', 2500, 34_010],
  ])
})

test('nobody answers for the authors, nobody their own; a private draft takes no suggestion', async () => {
  const { id, bench } = await aPricedDraft()
  const comment = await suggest(id, { ...eight, pozycja: bench })
  expect((await settle(id, comment, 'accepted', {}, 'jurij')).status).toBe(409)
  expect(await settleProposedChange(at.ctx('olga'), id, comment, { outcome: 'accepted', why })).toMatchObject({ ok: false })
  const own = await suggest(id, { ...eight, pozycja: bench }, 'marta')
  expect((await settle(id, own, 'accepted')).html).toContain('Odpowie na nią inny autor')
  expect((await short(id))[0]).toEqual(['Ławka', 6000, 280_000])
  expect((await at.house.stranger.post(form(id), said({ ...eight, pozycja: bench }))).location).toContain('/logowanie')
  const hidden = await at.aDraft({ widocznosc: 'private' })
  expect((await at.as('olga').post(form(hidden), said({ ...eight, pozycja: bench }))).status).toBe(404)
})

test('what is wrong is said beside its field and nothing typed is lost', async () => {
  const { id, bench } = await aPricedDraft()
  const wrong = await at.as('olga').post(form(id), said({ ...eight, ile: 'dużo', pozycja: bench }))
  expect([wrong.status, wrong.html.includes('Wpisz liczbę większą'), wrong.html.includes('value="dużo"')]).toEqual([422, true, true])
  const same = await at.as('olga').post(form(id), said({ ...eight, ile: '6', pozycja: bench }))
  expect([same.status, same.html.includes('Ta pozycja jest już taka')]).toEqual([422, true])
  const gone = await at.as('olga').post(form(id), said({ ...eight, pozycja: 'line_nobody0000' }))
  expect([gone.status, gone.html.includes('nie ma już w kosztorysie')]).toEqual([422, true])
  const { degree: _, ...noDegree } = said({ ...eight, pozycja: bench })
  expect((await at.as('olga').post(form(id), noDegree)).html).toContain('Zaznacz, jak bardzo')
  expect((await suggestionsOf(at.ctx('olga'), id)).size).toBe(0)
})

test('a person finds their rows in their own data, and they go with the person', async () => {
  const { id, bench } = await aPricedDraft()
  await suggest(id, { ...eight, pozycja: bench })
  const olga = at.who('olga').id
  expect(JSON.stringify(await projectDataOf(at.ctx('olga'), olga))).toContain('8000')
  await forgetAuthor(at.ctx('celina'), olga)
  expect((await suggestionsOf(at.ctx('marta'), id)).size).toBe(0)
})
