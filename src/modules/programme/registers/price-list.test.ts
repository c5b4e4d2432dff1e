import { afterAll, beforeAll, expect, test } from 'vitest'
import { importPrices } from '#modules/programme/registers/price-list.actions.ts'
import { pricesOn, readPrices, taxIn } from '#modules/programme/registers/price-list.rules.ts'
import { listPriceItems } from '#modules/programme/registers/price-list.store.ts'
import { paths } from '#paths'
import { readTable } from '#platform/tables.ts'
import { pricesSeed } from '#seeds/prices.seed.ts'
import { territoriesSeed } from '#seeds/territories.seed.ts'
import { fillWorld } from '#seeds/world.ts'
import { expectDone, openHouse, somebody, type TestHouse } from '#web/testing.ts'

let house: TestHouse
beforeAll(async () => {
  house = await openHouse()
  await fillWorld(house.db, house.now, [territoriesSeed, pricesSeed])
})
afterAll(() => house.close())

const head = 'kod;kategoria;nazwa;jednostka;cena;vat;utrzymanie;zrodlo;od'
const read = (...lines: string[]) => {
  const table = readTable([head, ...lines].join('\n'))
  return 'why' in table ? { items: [], faults: [table] } : readPrices(table)
}

test('the demo list is long enough to write a project with, and every price names its source', async () => {
  const items = pricesOn(await listPriceItems(house.ctx()), '2026-03-12')
  expect(items.length).toBeGreaterThanOrEqual(60)
  expect(items.filter(({ source }) => source === '')).toEqual([])
})
test('on each day the newest price that has begun counts; an older one stays for its days', async () => {
  const items = await listPriceItems(house.ctx())
  const bench = (day: string) => pricesOn(items, day).find(({ code }) => code === 'LAWKA-OP')?.price
  expect([bench('2024-01-01'), bench('2025-06-01'), bench('2026-03-12')]).toEqual([undefined, 245000, 280000])
})
test.each([
  [12300, 23, 10000, 2300],
  [108, 8, 100, 8],
  [100, 0, 100, 0],
  [1, 23, 1, 0],
  [99_999_999_999, 23, 81_300_813_007, 18_699_186_992],
])('%i grosze at %i%%: %i and %i', (gross, vat, net, tax) => {
  expect(taxIn(gross, vat)).toEqual({ net, tax })
})
test('each fault is told with its line', () => {
  const { items, faults } = read(
    'A;Meble;Ławka;szt.;drogo;23;;umowa;2026-01-01',
    'B;Meble;Kosz;szt.;100;dużo;;umowa;2026-01-01',
    'C;Meble;Stół;szt.;100;23;;umowa;2026-02-30',
    'D;;Stół;szt.;100;23;;umowa;2026-01-01',
    'E;Meble;Kosz;szt.;100',
    'F;Meble;Kosz;szt.;100;23;5;umowa;2026-01-01',
    'F;Meble;Kosz;szt.;101;23;5;umowa;2026-01-01',
  )
  expect(items.map(({ code }) => code)).toEqual(['F', 'F'])
  expect(faults.map(({ line, why }) => [line, why])).toEqual([
    [2, 'price'],
    [3, 'vat'],
    [4, 'day'],
    [5, 'missing'],
    [6, 'values'],
    [8, 'twice'],
  ])
})
test('everybody reads the list; only an editor changes it, after a look at what would change; the same again changes nothing', async () => {
  expect((await house.stranger.get(paths.priceList)).html).toContain('Ławka z oparciem')
  const olga = somebody('Olga')
  expect((await house.as(olga).get(paths.priceListImport)).status).toBe(403)
  const row = `${head}\nX;Y;Z;szt.;1;23;;u;2026-01-01`
  expect((await house.as(olga).post(paths.priceListImport, { tabela: row, krok: 'zapis' })).status).toBe(403)
  expect(await importPrices(house.ctx(olga), row)).toEqual({ ok: false, why: 'not-yours' })
  const editor = house.as(somebody('Edyta', 'editor'))
  const tabela = `${head}\nHAMAK;Meble miejskie;Hamak;szt.;900 zł;23;20 zł;oferta;2026-03-01`
  const preview = await editor.post(paths.priceListImport, { tabela })
  expect([preview.status, preview.html.includes('Hamak')]).toEqual([200, true])
  expect((await house.stranger.get(paths.priceList)).html).not.toContain('Hamak')
  expectDone(await editor.post(paths.priceListImport, { tabela, krok: 'zapis' }), paths.priceList)
  expect((await house.stranger.get(paths.priceList)).html).toContain('Hamak')
  expect((await editor.post(paths.priceListImport, { tabela })).html).toContain('Nie ma czego zapisywać')
  const wrong = await editor.post(paths.priceListImport, { tabela: `${head}\nX;Y;Z;szt.;tanio;23;;u;2026-01-01`, krok: 'zapis' })
  expect([wrong.status, wrong.html.includes('Wiersz 2')]).toEqual([422, true])
})
