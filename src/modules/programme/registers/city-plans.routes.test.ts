import { afterAll, beforeAll, expect, test } from 'vitest'
import { house } from '#kit/actor.ts'
import { krakow } from '#modules/programme/territories/krakow.rules.ts'
import { foundCity } from '#modules/programme/territories/territories.actions.ts'
import { expectDone, openHouse, somebody, type TestHouse } from '#web/testing.ts'

let home: TestHouse
beforeAll(async () => {
  home = await openHouse()
  await foundCity(home.ctx(house), krakow)
})
afterAll(() => home.close())
const coordinator = () => home.as(somebody('Kornelia', 'coordinator'))
const path = '/urzad/plany-miasta'
const table = 'id;dzielnica;tytul;stan;koszt\nA1;XIII;"Drzewa; i cień";w planie;45 000 zł\nA2;miasto;Ławki;trwa;\n'

test('a stranger, a clerk and a resident do not bring plans', async () => {
  expect((await home.stranger.post(path, { tabela: table })).status).not.toBe(200)
  for (const person of [somebody('Celina', 'clerk'), somebody('Marta')])
    expect((await home.as(person).post(path, { tabela: table })).status).toBe(403)
})

test('a table is looked at first, then saved; again it changes nothing', async () => {
  const preview = await coordinator().post(path, { tabela: table })
  expect(preview.html).toContain('Nowe: 2 pozycje')
  expect((await home.stranger.get('/dzielnice/13/plany-miasta')).html).toContain('nie podało jeszcze planów')
  expectDone(await coordinator().post(path, { tabela: table, krok: 'zapis' }), path)
  const list = (await home.stranger.get('/dzielnice/13/plany-miasta')).html
  expect(list).toContain('Drzewa; i cień')
  expect(list).toContain('W planie')
  expect((await home.stranger.get('/dzielnice/miasto/plany-miasta')).html).toContain('Ławki')
  expect((await coordinator().post(path, { tabela: table })).html).toContain('taka sama jak lista')
  await home.settle()
  expect(await home.db.selectFrom('ledger_chain').select('seq').where('fact', '=', 'plans.imported').execute()).toHaveLength(1)
})

test('a file from a Polish office program, with commas and removal of the rest', async () => {
  // "id,dzielnica,tytul,stan\nA1,13,Żółte łąki,gotowe\n" in windows-1250
  const bytes = Buffer.from('id,dzielnica,tytul,stan\nA1,13,\xaf\xf3\xb3te \xb3\xb9ki,gotowe\n', 'latin1')
  const preview = await coordinator().post(path, { plik: new File([bytes], 'plany.csv'), usuwanie: 'tak' })
  expect(preview.html).toContain('Żółte łąki')
  expect(preview.html).toContain('Do usunięcia: 1 pozycja')
  const [, kept = ''] = /name="tabela" value="([^"]*)"/.exec(preview.html) ?? []
  expectDone(await coordinator().post(path, { tabela: kept, usuwanie: 'tak', krok: 'zapis' }), path)
  expect((await home.stranger.get('/dzielnice/miasto/plany-miasta')).html).not.toContain('Ławki')
  expect((await home.stranger.get('/dzielnice/13/plany-miasta')).html).toContain('Żółte łąki')
})

test.each([
  ['tytul;stan\na;trwa\n', 'Wiersz 1: brakuje kolumny „id”'],
  ['id;dzielnica;tytul;stan\n', 'nie ma żadnych wierszy'],
  ['id;dzielnica;tytul;stan\nB1;99;T;trwa\n', 'Wiersz 2: nie ma dzielnicy „99”'],
  ['id;dzielnica;tytul;stan\nB1;1;T;trwa\nB2;1;T;kiedyś\n', 'Wiersz 3: stan „kiedyś” nie jest znany'],
  ['id;dzielnica;tytul;stan\nB1;1;T;trwa\nB1;1;T;trwa\n', 'Wiersz 3: id „B1” występuje drugi raz'],
  ['id;dzielnica;tytul;stan\nB1;1;T\n', 'liczba pól'],
  ['id;dzielnica;tytul;stan\nB1;1;;trwa\n', 'pole „tytul” jest puste'],
  ['id;dzielnica;tytul;stan;koszt\nB1;1;T;trwa;dużo\n', '„dużo” to nie jest kwota'],
  ['id;dzielnica;tytul;stan;lon;lat\nB1;1;T;trwa;x;50\n', 'współrzędne'],
  ['id;dzielnica;tytul;stan;link\nB1;1;T;trwa;javascript:alert(1)\n', 'nie jest adres'],
  ['id;dzielnica;tytul;stan\nB1;1;"T;trwa\n', 'nie da się odczytać jako CSV'],
  ['', 'Wybierz plik albo wklej tabelę'],
])('%j is refused with its line and kept in the form', async (tabela, sentence) => {
  for (const krok of ['podglad', 'zapis']) {
    const { status, html } = await coordinator().post(path, { tabela, krok })
    expect([status, html.includes(sentence)], html.slice(html.indexOf('<main'), html.indexOf('<main') + 1500)).toEqual([422, true])
  }
  expect((await home.stranger.get('/dzielnice/1/plany-miasta')).html).toContain('nie podało jeszcze planów')
})
