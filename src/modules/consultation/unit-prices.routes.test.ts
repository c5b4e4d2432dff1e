import { afterAll, beforeAll, expect, test } from 'vitest'
import { newId } from '#kit/ids.ts'
import { loadAdvice } from '#modules/consultation/advice.store.ts'
import { changeDesk } from '#modules/consultation/desk/desk.actions.ts'
import { type AdviceHouse, answer, openAdvice } from '#modules/consultation/testing-advice.ts'
import { importPrices } from '#modules/programme/registers/price-list.actions.ts'
import { stateUnitPrices, takeUnitPrices } from '#modules/proposals/cost/unit-prices.actions.ts'
import { findUnitEstimate, unitEstimatesOf } from '#modules/proposals/cost/unit-prices.store.ts'
import { saveCosts } from '#modules/proposals/drafting/drafting.actions.ts'
import { type CostLine, costTotal } from '#modules/proposals/drafting/drafting.rules.ts'
import { costsOf, loadProject } from '#modules/proposals/proposals.store.ts'
import { paths, url } from '#paths'
import { expectDone, somebody } from '#web/testing.ts'

let city: AdviceHouse
let house: AdviceHouse['house']
beforeAll(async () => {
  city = await openAdvice()
  house = city.house
  const list = 'kod;kategoria;nazwa;jednostka;cena;vat;utrzymanie;zrodlo;od\nLAWKA-OP;Meble;Ławka z oparciem;szt.;2 750 zł;23;;umowa;2026-01-01'
  expect((await importPrices(house.ctx(somebody('Edyta', 'editor')), list)).ok).toBe(true)
})
afterAll(() => house.close())
type Key = Parameters<AdviceHouse['who']>[0]
const as = (key: Key) => city.as(key)
const ctx = (key: Key) => house.ctx(city.who(key))

const bench: CostLine = { id: 'line_bench00000', name: 'Ławka', quantity: 6000, unit: 'szt.', price: 280_000, item: 'LAWKA-OP' }
const path: CostLine = { id: 'line_path000000', name: 'Alejka', quantity: 2500, unit: 'm²', price: 34_010 }

/** A draft with two rows, and the question about it in the hands of an expert. */
async function asked() {
  const project = await city.aDraft()
  expect((await saveCosts(ctx('marta'), project, { lines: [bench, path], from: 1 })).ok).toBe(true)
  const id = await city.asked(project)
  expectDone(await as('roman').post(url(paths.adviceAssignment, { id }), { osoba: city.who('ewa').id }))
  const { costsRevision } = await loadProject(house.ctx(), project)
  return { project, id, kosztorys: String((await costsOf(house.ctx(), project)).length === 0 ? 0 : costsRevision) }
}
const { kwota: _, ...without } = answer
const prices = {
  wierszy: '1',
  'cena-line_bench00000': '3 100',
  'powod-line_bench00000': 'tender',
  'slowa-line_bench00000': 'Tak wyszło w przetargu.',
  'co-brak-0': 'Kosz',
  'ile-brak-0': '2',
  'jednostka-brak-0': 'szt.',
  'cena-brak-0': '1450',
}
const send = (id: string, fields: Record<string, string>, by: Key = 'ewa') => as(by).post(url(paths.adviceAnswer, { id }), { ...without, ...fields })
const priced = async () => {
  const all = await asked()
  expectDone(await send(all.id, { ...prices, kosztorys: all.kosztorys }))
  return all
}
const page = (id: string) => url(paths.projectUnitPrices, { id })
const take = (project: string, advice: string, pozycja: string, by: Key = 'marta') =>
  as(by).post(url(paths.projectUnitPricesTaken, { id: project, advice }), { pozycja })
const authorRow = (project: string) => house.db.selectFrom('project_authors').selectAll().where('project_id', '=', project).executeTakeFirstOrThrow()
const facts = async (project: string, fact: string) => {
  await house.settle()
  return (await house.db.selectFrom('ledger_chain').select('seq').where('subject', '=', project).where('fact', '=', fact).execute()).length
}

test('the expert prices rows beside the authors, everybody reads both with the reason, and whose price it is', async () => {
  const { project, id, kosztorys } = await asked()
  const form = await as('ewa').get(url(paths.advice, { id }))
  for (const words of ['Ławka: 6 szt. po 2\u00a0800\u00a0zł, razem 16\u00a0800\u00a0zł', 'Ceny, których nie zmieniam, są dobre'])
    expect(form.html).toContain(words)
  expectDone(await send(id, { ...prices, kosztorys }))
  const { html } = await house.stranger.get(page(project))
  for (const words of [
    'Zarząd Zieleni Miejskiej',
    'autorzy: 6 szt. po 2\u00a0800\u00a0zł',
    'ZZM: 6 szt. po 3\u00a0100\u00a0zł',
    '+1\u00a0800\u00a0zł',
    'różnica: +10,7%',
    'Ceny z ostatnich przetargów są inne. Tak wyszło w przetargu.',
    'tego nie było w kosztorysie',
    'Dotyczy zapisu kosztorysu nr 2. Od tego czasu kosztorys się nie zmienił.',
    'Jednostka podała ceny przy 1 z 2 pozycji',
  ])
    expect(html, words).toContain(words)
  expect(html).not.toContain('Przejmij')
  // the sum of the advice is that of its rows
  expect((await loadAdvice(house.ctx(), id)).estimate).toBe(1_860_000 + 85_025 + 290_000)
  expect((await house.stranger.get(url(paths.project, { id: project }))).html).toContain('Jednostka wycenia drożej')
  expect((await as('marta').get(url(paths.projectCosts, { id: project }))).html).toContain('3\u00a0100\u00a0zł (+10,7%)')
  expect(await facts(project, 'unit-price.stated')).toBe(1)
})

test('what is wrong is said beside its field, nothing typed is lost, and nothing is published', async () => {
  const { id, kosztorys } = await asked()
  const { 'powod-line_bench00000': __, ...noReason } = prices
  const missing = await send(id, { ...noReason, kosztorys })
  expect([missing.status, missing.html.includes('o więcej niż 10%'), missing.html.includes('value="3 100"')]).toEqual([422, true, true])
  const sums = await send(id, { ...prices, kosztorys, kwota: '1000' })
  expect([sums.status, sums.html.includes('Z cen pozycji wychodzi')]).toEqual([422, true])
  const more = await send(id, { ...prices, kosztorys, akcja: 'wiersz' })
  expect([more.status, more.html.includes('name="co-brak-1"'), more.html.includes('value="Kosz"')]).toEqual([200, true, true])
  expect(await findUnitEstimate(house.ctx(), id)).toBeUndefined()
  expect((await loadAdvice(house.ctx(), id)).state).toBe('assigned')
})

test('a table that changed under the hands of the expert is looked at again, with the prices kept', async () => {
  const { project, id, kosztorys } = await asked()
  expect((await saveCosts(ctx('marta'), project, { lines: [{ ...bench, quantity: 8000 }, path], from: Number(kosztorys) })).ok).toBe(true)
  const late = await send(id, { ...prices, kosztorys })
  expect([late.status, late.html.includes('Autorzy zmienili kosztorys'), late.html.includes('value="3 100"')]).toEqual([422, true, true])
  expectDone(await send(id, { ...prices, kosztorys: String(Number(kosztorys) + 1) }))
})

test('one sum where there are no rows', async () => {
  const project = await city.aDraft()
  expect((await saveCosts(ctx('marta'), project, { lines: [], from: 1 })).ok).toBe(true)
  const id = await city.asked(project)
  expectDone(await as('roman').post(url(paths.adviceAssignment, { id }), { osoba: city.who('ewa').id }))
  expect((await as('ewa').get(url(paths.advice, { id }))).html).toContain('Kosztorys jest pusty')
  expectDone(await send(id, { kosztorys: '2', wierszy: '1', kwota: '90 000' }))
  expect((await house.stranger.get(page(project))).html).toContain('Jedna kwota za całość')
  expect(await unitEstimatesOf(house.ctx(), project)).toMatchObject([{ lump: 9_000_000, prices: [] }])
})

test('only the expert who has the question states prices; nobody for a unit of others', async () => {
  const { project, id, kosztorys } = await asked()
  for (const by of ['irena', 'roman'] as const) expect((await send(id, { ...prices, kosztorys }, by)).status).toBeGreaterThanOrEqual(400)
  for (const by of ['marta', 'olga'] as const) expect((await send(id, { ...prices, kosztorys }, by)).status).toBe(403)
  expect((await house.stranger.post(url(paths.adviceAnswer, { id }), { ...without, ...prices, kosztorys })).location).toContain('/logowanie')
  expect(await findUnitEstimate(house.ctx(), id)).toBeUndefined()
  expect((await house.stranger.get(page(project))).html).toContain('Żadna jednostka nie podała')
})

test('prices of a draft that waits for the head are nobody else’s; sent back they stand in the form, let out they are public', async () => {
  expect((await changeDesk(ctx('roman'), { unitId: city.unit('ZZM'), releases: true, cap: null, version: 0 })).ok).toBe(true)
  const { project, id, kosztorys } = await asked()
  expectDone(await send(id, { ...prices, kosztorys }))
  expect((await house.stranger.get(page(project))).html).toContain('Żadna jednostka nie podała')
  expect(await unitEstimatesOf(house.ctx(), project)).toEqual([])
  expect((await as('roman').get(url(paths.advice, { id }))).html).toContain('różnica: +10,7%')
  expect((await take(project, id, 'all')).status).toBe(404)
  expectDone(await as('roman').post(url(paths.adviceRejection, { id }), { poprawki: 'Sprawdź ławki.' }))
  const again = await as('ewa').get(url(paths.advice, { id }))
  expect([again.html.includes('value="3100"'), again.html.includes('value="Kosz"')]).toEqual([true, true])
  expectDone(await send(id, { ...prices, 'cena-line_bench00000': '3200', kosztorys }))
  expectDone(await as('roman').post(url(paths.adviceRelease, { id }), {}))
  expect((await house.stranger.get(page(project))).html).toContain('ZZM: 6 szt. po 3\u00a0200\u00a0zł')
  // what is out stays, whatever is written over it
  await stateUnitPrices(ctx('ewa'), { adviceId: id, projectId: project, unitId: city.unit('ZZM'), stated: undefined, lump: 1 })
  expect((await findUnitEstimate(house.ctx(), id))?.prices).toHaveLength(2)
  expect((await changeDesk(ctx('roman'), { unitId: city.unit('ZZM'), releases: false, cap: null, version: 1 })).ok).toBe(true)
})

test('the authors take one price or all with one press; the history says whose it is; sixteen presses are one', async () => {
  const { project, id } = await priced()
  expect((await as('marta').get(page(project))).html).toContain('Przejmij wszystkie ceny tej jednostki')
  expectDone(await take(project, id, bench.id))
  expect((await costsOf(house.ctx(), project)).map(({ price }) => price)).toEqual([310_000, 34_010])
  const pressed = await Promise.all(Array.from({ length: 16 }, () => take(project, id, 'all')))
  expect(new Set(pressed.map(({ status }) => status))).toEqual(new Set([303]))
  const now = await costsOf(house.ctx(), project)
  expect(now.map(({ name, price }) => [name, price])).toEqual([
    ['Ławka', 310_000],
    ['Alejka', 34_010],
    ['Kosz', 145_000],
  ])
  expect((await loadProject(house.ctx(), project)).total).toBe(costTotal(now))
  expect(await facts(project, 'unit-price.taken')).toBe(2)
  expect((await as('olga').get(url(paths.projectHistory, { id: project }))).html).toContain('według cen jednostki: Zarząd Zieleni Miejskiej')
  expect((await house.stranger.get(page(project))).html).toContain('Od tego czasu autorzy zmienili kosztorys.')
})

test('a row that the authors changed since is not overwritten, and the page says so', async () => {
  const { project, id } = await priced()
  const { costsRevision } = await loadProject(house.ctx(), project)
  expect((await saveCosts(ctx('marta'), project, { lines: [{ ...bench, price: 290_000 }, path], from: costsRevision })).ok).toBe(true)
  const refused = await take(project, id, bench.id)
  expect([refused.status, refused.html.includes('więc jej nie nadpisujemy')]).toEqual([409, true])
  expectDone(await take(project, id, 'all'))
  expect((await costsOf(house.ctx(), project)).map(({ price }) => price)).toEqual([290_000, 34_010, 145_000])
})

test('nobody but an author takes a price over, and none of another project', async () => {
  const [{ project, id }, other] = [await priced(), await priced()]
  for (const by of ['olga', 'ewa', 'kornelia'] as const) expect((await take(project, id, 'all', by)).status).toBe(409)
  expect(await takeUnitPrices(ctx('olga'), project, id, 'all')).toEqual({ ok: false, why: 'not-author' })
  expect((await house.stranger.post(url(paths.projectUnitPricesTaken, { id: project, advice: id }), { pozycja: 'all' })).location).toContain(
    '/logowanie',
  )
  expect((await take(project, other.id, 'all')).status).toBe(404)
  // a helper writes the table, but whose price counts is the authors' to say
  await house.db
    .insertInto('project_authors')
    .values({ ...(await authorRow(project)), id: newId('author'), person_id: city.who('olga').id, state: 'helping', role: 'helper' })
    .execute()
  expect((await as('olga').get(url(paths.projectCosts, { id: project }))).status).toBe(200)
  expect((await take(project, id, 'all', 'olga')).status).toBe(409)
  expect((await costsOf(house.ctx(), project)).map(({ price }) => price)).toEqual([280_000, 34_010])
})

test('the price list tells its own error once enough was compared, and its editor sees what is furthest off', async () => {
  expect((await house.stranger.get(paths.priceList)).html).toContain(paths.priceListError)
  const before = await house.stranger.get(paths.priceListError)
  expect(before.status).toBe(200)
  for (let n = 0; n < 5; n++) await priced()
  const { html } = await house.stranger.get(paths.priceListError)
  // the list says 2750, the unit 3100 (and once 3200): 11.29 %
  for (const words of ['Zwykły błąd to 11,3%', 'Ławka z oparciem', 'Cennik mówił za mało: ']) expect(html).toContain(words)
  expect(html).not.toContain('Te ceny sprawdź najpierw')
  expect((await as('edyta').get(paths.priceListError)).html).toContain('Te ceny sprawdź najpierw')
})

test('the printed project has the prices of the unit', async () => {
  const { project } = await priced()
  const printed = await house.stranger.get(url(paths.projectPrint, { id: project }))
  expect(printed.status).toBe(200)
})
