import { sql } from 'kysely'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { house as theHouse } from '#kit/actor.ts'
import { newId } from '#kit/ids.ts'
import { importAddresses } from '#modules/programme/territories/addresses.actions.ts'
import { addressNear, searchAddresses } from '#modules/programme/territories/addresses.store.ts'
import { spotOf } from '#modules/proposals/place/spots.store.ts'
import { sectionsOf } from '#modules/proposals/proposals.store.ts'
import { type DraftingHouse, openDraftingHouse } from '#modules/proposals/testing-projects.ts'
import { paths, url } from '#paths'
import { expectDone } from '#web/testing.ts'

const register = `ulica;numer;lat;lon;dzielnica
Łąkowa;2;50.0405;20.0110;
Łąkowa;12;50.0406;20.0120;13
Łąkowa;12A;50.0406;20.0121;XIII
al. 12 Kasztanów;7;50,0408;20,0105;Podgórze
Papierowych Łódek;1;50.0402;20.0108;
os. Słonecznikowe;5;50.0700;20.0700;
Łąkowa;3;50.0701;20.0701;`

let at: DraftingHouse
async function* inChunks(text: string, size = 17) {
  const bytes = Buffer.from(text)
  for (let from = 0; from < bytes.length; from += size) yield bytes.subarray(from, from + size)
}
const load = (text: string, replace = false) => importAddresses(at.house.ctx(theHouse), inChunks(text), { replace })
const found = async (typed: string) => (await searchAddresses(at.house.ctx(), typed)).map(({ words, territory }) => `${words} ${territory.number}`)
const kept = async () => (await sql<{ n: number }>`select count(*)::int as n from addresses`.execute(at.house.db)).rows[0]?.n

beforeAll(async () => {
  at = await openDraftingHouse()
})
afterAll(() => at.house.close())

test('without a register there is no search; a broken file is refused with its line, and nothing of it stays', async () => {
  expect((await at.as('marta').get(paths.needNew)).html).not.toContain('Szukaj adresu')
  const lines = register.split('\n')
  for (const [broken, fault] of [
    [[lines[0], lines[1], 'Łąkowa;4;50.04'], { line: 3, why: 'values' }],
    [[lines[0], lines[1], 'Łąkowa;;50.04;20.01;'], { line: 3, why: 'missing' }],
    [[lines[0], 'Łąkowa;4;20.0110;50.0405;'], { line: 2, why: 'elsewhere' }],
    [[lines[0], 'Łąkowa;4;tam;tu;'], { line: 2, why: 'point' }],
    [[lines[0], lines[1], 'Łąkowa;4;50.0405;20.0110;Zakrzów Dolny'], { line: 3, why: 'district' }],
    [[lines[0], lines[1], lines[2], lines[1]], { line: 4, why: 'twice' }],
    [['ulica;numer;lat', 'a;1;50'], { line: 1, why: 'no-column' }],
    [[lines[0]], { line: 1, why: 'empty' }],
    [[lines[0], 'Łąkowa;"4;50.0405;20.0110;'], { why: 'not-csv' }],
  ] as const) {
    expect(await load(broken.join('\n'))).toMatchObject({ ok: false, why: 'broken', fault })
    expect(await kept()).toBe(0)
  }
  expect(await importAddresses(at.house.ctx(theHouse), inChunks(`${lines[0]}\n${lines[1]}`, 999)).then(({ ok }) => ok)).toBe(true)
  const bytes = Buffer.concat([Buffer.from(`${lines[0]}\n`), Buffer.from([0xa3, 0x3b, 0x31])])
  const chunks = (async function* () {
    yield bytes
  })()
  expect(await importAddresses(at.house.ctx(theHouse), chunks)).toMatchObject({ ok: false, fault: { why: 'not-csv' } })
})

test('the register is taken, and the same file again changes nothing; only a coordinator or the house may', async () => {
  expect(await importAddresses(at.ctx('marta'), inChunks(register))).toEqual({ ok: false, why: 'not-yours' })
  const same = { rows: 7, added: 0, changed: 0, missing: 0, removed: 0 }
  expect(await load(register)).toEqual({ ok: true, report: { ...same, added: 6 } })
  expect(await load(register)).toEqual({ ok: true, report: same })
  expect(await load(register.replace('50.0402', '50.0403'))).toEqual({ ok: true, report: { ...same, changed: 1 } })
  await at.house.settle()
  const { rows } = await sql<{ n: number }>`select count(*)::int as n from ledger_chain where fact = 'addresses.imported'`.execute(at.house.db)
  expect(rows[0]?.n).toBe(3)
})

test.each([
  ['Łąkowa 12', ['Łąkowa 12 13', 'Łąkowa 3 18']],
  ['przy lakowej 12a', ['Łąkowa 12A 13', 'Łąkowa 3 18']],
  ['na Łonkowej 2', ['Łąkowa 2 13', 'Łąkowa 3 18']],
  ['papierowe lodki 1', ['Papierowych Łódek 1 13']],
  ['Aleja 12 Kasztanów 7', ['al. 12 Kasztanów 7 13']],
  ['osiedle słonecznikowe', ['os. Słonecznikowe 18']],
  ['Łąkowa', ['Łąkowa 13', 'Łąkowa 18']],
])('an address as people type it: %s', async (typed, expected) => {
  const answer = await found(typed)
  expect(expected.length === 1 || typed === 'Łąkowa' ? [...answer].sort() : answer).toEqual(expected)
})
test('of streets of one name the one in the place one stands in comes first, and before it the one that has the number', async () => {
  const { rows } = await sql<{ number: number; id: string }>`select number, id from territories where number in (13, 18)`.execute(at.house.db)
  const first = async (typed: string, number: number) =>
    (await searchAddresses(at.house.ctx(), typed, rows.find(row => row.number === number)?.id))[0]?.territory.number
  expect([await first('Łąkowa', 13), await first('Łąkowa', 18), await first('Łąkowa 12', 18)]).toEqual([13, 18, 13])
})
test('what is no street is not found', async () => {
  expect(await found('Xyzzy 4')).toEqual([])
  expect(await found('12')).toEqual([])
})

const optionOf = (html: string, words: string) => new RegExp(`value="(address_\\w+|street_\\w+)"[^>]*>${words} `).exec(html)?.[1] ?? ''

test('in the form of a need an address is looked for, chosen, and fills point, district and words; nothing is saved on the way', async () => {
  const { as, house } = at
  const typed = { key: newId('key'), title: 'Ławka przy przystanku', text: 'Starsi nie mają gdzie usiąść, gdy czekają.', ulica: 'łąkowej 12' }
  const before = await sql<{ n: number }>`select count(*)::int as n from needs`.execute(house.db)
  const search = await as('marta').post(paths.needs, { ...typed, adres: 'szukaj' })
  expect([search.status, search.html.includes('Wybierz adres'), search.html.includes('Ławka przy przystanku')]).toEqual([200, true, true])
  const entered = await as('marta').post(paths.needs, { ...typed, adres: 'enter' })
  expect(entered.html).toContain('Wybierz adres')
  const id = optionOf(search.html, 'Łąkowa 12')
  const chosen = await as('marta').post(paths.needs, { ...typed, adres: id })
  for (const words of ['Wybrano: Łąkowa 12.', 'value="20.012"', 'value="50.0406"', 'value="Łąkowa 12"', '<option value="13" selected'])
    expect(chosen.html, words).toContain(words)
  const own = await as('marta').post(paths.needs, { ...typed, adres: id, place: 'Obok kiosku', where: 'miasto' })
  expect(own.html).toContain('value="Obok kiosku"')
  expect((await as('marta').post(paths.needs, { ...typed, ulica: '', adres: 'szukaj' })).html).toContain('Wpisz nazwę ulicy.')
  expect((await as('marta').post(paths.needs, { ...typed, ulica: 'Xyzzy', adres: 'szukaj' })).html).toContain('Nie ma takiej ulicy')
  expect((await as('marta').post(paths.ideas, { ...typed, adres: id })).html).toContain('Wybrano: Łąkowa 12.')
  expect((await sql<{ n: number }>`select count(*)::int as n from needs`.execute(house.db)).rows).toEqual(before.rows)
  // Enter in another field, with no street typed, sends the form for what it is
  expectDone(await as('marta').post(paths.needs, { ...typed, ulica: '', adres: 'enter', where: '13' }))
})

test('on the page of a draft an address marks its point, and says its place where nothing is said yet', async () => {
  const { as, ctx } = at
  const id = await at.aDraft()
  const address = url(paths.projectSpot, { id })
  const search = await as('marta').post(address, { ulica: 'Kasztanów 7', adres: 'szukaj', line: '20.006, 50.0405\n20.011, 50.0405' })
  const chosen = await as('marta').post(address, { adres: optionOf(search.html, 'al. 12 Kasztanów 7'), line: '20.006, 50.0405\n20.011, 50.0405' })
  for (const words of ['value="50.0408"', 'name="words"', 'value="al. 12 Kasztanów 7"', '20.006, 50.0405'])
    expect(chosen.html, words).toContain(words)
  expect((await spotOf(ctx('marta'), id)).point).toBeUndefined()
  expectDone(await as('marta').post(address, { lon: '20.0105', lat: '50.0408', line: '', area: '', words: 'al. 12 Kasztanów 7' }))
  expect((await sectionsOf(ctx('marta'), id)).place).toBe('al. 12 Kasztanów 7')
  expect((await at.house.stranger.get(url(paths.project, { id }))).html).toContain('Najbliższy adres: al. 12 Kasztanów 7, 0 m od punktu.')
  expect(await addressNear(ctx('marta'), { lon: 20.0105, lat: 50.0423 })).toBeUndefined()
  expectDone(await as('marta').post(address, { lon: '20.0106', lat: '50.0408', line: '', area: '', words: 'gdzie indziej' }))
  expect((await sectionsOf(ctx('marta'), id)).place).toBe('al. 12 Kasztanów 7')
})

test('what is no longer in the file is counted, and goes when asked for: in the districts of the file, never by a broken one', async () => {
  const count = (number: number) =>
    sql<{ n: number }>`select count(*)::int as n from addresses a join streets s on s.id = a.street_id
      join territories t on t.id = s.territory_id where t.number = ${number}`
      .execute(at.house.db)
      .then(({ rows }) => rows[0]?.n)
  const [head, first = ''] = register.split('\n')
  const [kept13, kept18] = [(await count(13)) ?? 0, (await count(18)) ?? 0]
  expect([kept13 > 2, kept18]).toEqual([true, 2])
  const one = `${head}\n${first}`
  expect(await load(one)).toMatchObject({ ok: true, report: { rows: 1, missing: kept13 - 1, removed: 0 } })
  expect(await load(`${one}\nŁąkowa;;50.04;20.01;`, true)).toMatchObject({ ok: false, why: 'broken' })
  expect(await load(`${one}\n${first}`, true)).toMatchObject({ ok: false, fault: { why: 'twice' } })
  expect(await importAddresses(at.ctx('marta'), inChunks(one), { replace: true })).toMatchObject({ ok: false, why: 'not-yours' })
  expect([await count(13), await count(18)]).toEqual([kept13, kept18])
  expect(await load(one, true)).toMatchObject({ ok: true, report: { missing: kept13 - 1, removed: kept13 - 1 } })
  expect([await count(13), await count(18), await found('Papierowych Łódek 1')]).toEqual([1, 2, []])
  expect(await load(one, true)).toMatchObject({ ok: true, report: { added: 0, changed: 0, missing: 0, removed: 0 } })
  await at.house.settle()
  const facts = await sql<{ data: { removed: number } }>`select p.payload as data from ledger_chain c join ledger_payloads p using (seq)
    where c.fact = 'addresses.imported' order by seq desc limit 1`.execute(at.house.db)
  expect(facts.rows[0]?.data).toMatchObject({ removed: kept13 - 1 })
})
