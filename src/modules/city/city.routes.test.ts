import { afterAll, beforeAll, expect, test } from 'vitest'
import { newId } from '#kit/ids.ts'
import type { Part } from '#modules/programme/programme.rules.ts'
import { ideasSeed } from '#seeds/ideas.seed.ts'
import { peopleSeed, residenceSeed } from '#seeds/people.seed.ts'
import { programmeSeed } from '#seeds/programme.seed.ts'
import { territoriesSeed } from '#seeds/territories.seed.ts'
import { fillWorld, type World } from '#seeds/world.ts'
import { expectDone, openHouse, somebody, type TestHouse } from '#web/testing.ts'

let house: TestHouse
let world: World

beforeAll(async () => {
  house = await openHouse()
  world = await fillWorld(house.db, house.now, [peopleSeed, territoriesSeed, programmeSeed, residenceSeed, ideasSeed])
  await house.settle()
})
afterAll(() => house.close())

const idOf = (key: string) => world.ids.get(key) ?? ''
const queriesOf = async (path: string) => {
  house.queries.length = 0
  expect((await house.stranger.get(path)).status).toBe(200)
  return house.queries.length
}
const useParts = (parts: readonly Part[]) =>
  house.db
    .updateTable('editions')
    .set({ parts: [...parts] })
    .execute()

test('home says what is on now, until when, and what I can do', async () => {
  const { html } = await house.stranger.get('/')
  expect(html).toContain('Zbieramy potrzeby i pomysły')
  expect(html).toContain('Otwarte do niedzieli, 22 marca')
  expect(html).toContain('href="/potrzeby/nowa"')
  expect(html).toContain('Dzieci bawią się między autami')
  expect(html.match(/href="\/dzielnice\/\d+"/g)?.length).toBeGreaterThanOrEqual(36)
})

test('the programme’s clock changes what home says', async () => {
  const before = house.now
  house.now = new Date('2026-04-10T10:00:00Z')
  const { html } = await house.stranger.get('/')
  house.now = before
  expect(html).toContain('Przyjmujemy projekty')
  expect(html).toContain('href="/projekty/nowy"')
  expect(html).not.toContain('href="/potrzeby/nowa"')
})

test('a district shows its money and rules in words, its needs and ideas', async () => {
  const { html } = await house.stranger.get('/dzielnice/13')
  expect(html).toContain('XIII Podgórze')
  expect(html).toContain('1 740 100 zł'.replaceAll(' ', '\u00a0'))
  expect(html).toContain('od 2\u00a0500\u00a0zł do 696\u00a0040\u00a0zł')
  expect(html).toContain(`/potrzeby/${idOf('need.cien')}`)
  expect(html).toContain('href="/potrzeby/nowa?gdzie=13"')
})

test('what is not there is a friendly 404', async () => {
  for (const path of ['/dzielnice/19', '/dzielnice/abc', '/dzielnice/1.5']) expect((await house.stranger.get(path)).status).toBe(404)
})

test('the calendar stands as a page and as whole days for other calendars', async () => {
  expect((await house.stranger.get('/kalendarz')).html).toContain('Składanie projektów')
  const { html, headers } = await house.stranger.get('/kalendarz.ics')
  expect(headers.get('content-type')).toContain('text/calendar')
  expect(html).toContain('DTSTART;VALUE=DATE:20260401\r\nDTEND;VALUE=DATE:20260501\r\nSUMMARY:Składanie projektów')
})

test.each([
  ['ławkach', 'need.cien'],
  ['dzieciom', 'need.auta'],
  ['park kieszonkwy', 'idea.park'],
])('search finds “%s” in spite of inflection and typos', async (typed, key) => {
  expect((await house.stranger.get(`/szukaj?q=${encodeURIComponent(typed)}`)).html).toContain(idOf(key))
})

test('search says when too little was typed, and what to do when nothing is found', async () => {
  const short = await house.stranger.get('/szukaj?q=a')
  expect(short.status).toBe(422)
  expect(short.html).toContain('co najmniej trzy litery')
  expect((await house.stranger.get('/szukaj?q=qqxxzzvv')).html).toContain('Nic nie pasuje')
  expect((await house.stranger.get(`/szukaj?q=${encodeURIComponent("%'\\ ; drop")}`)).status).toBe(200)
})

test('the register tells facts in sentences, with numbers and digests, page by page', async () => {
  const { html } = await house.stranger.get('/dziennik')
  expect(html.match(/id="nr-\d+"/g)).toHaveLength(50)
  const older = /href="(\/dziennik\?przed=\d+)"/.exec(html)?.[1] ?? ''
  const next = await house.stranger.get(older)
  expect(next.status).toBe(200)
  expect(next.html).not.toContain(html.match(/id="nr-\d+"/)?.[0] ?? 'nothing')
})

test('a project’s one page draws its life back to the first need, and the register vouches for it', async () => {
  const marta = house.as(world.actors.get('marta') ?? somebody('Marta'))
  const fields = {
    key: newId('key'),
    tytul: 'Park przy Łąkowej',
    sciezka: 'joint-district',
    gdzie: '13',
    widocznosc: 'shared',
    pomysl: idOf('idea.park'),
  }
  const address = expectDone(await marta.post('/projekty/nowy', fields), /^\/projekty\/project_/)
  await house.settle()
  const { html } = await house.stranger.get(address)
  expect(html).toContain('Park przy Łąkowej')
  expect(html).toContain('Pomysł „Park kieszonkowy przy Łąkowej”')
  expect(html).toContain('Potrzeba „Nie ma gdzie usiąść w cieniu”')
  expect(html).toContain('Początek szkicu')
  expect(html).toMatch(/Marta Wilk/)
  expect(html).toMatch(/href="\/dziennik\?przed=\d+#nr-\d+"/)
  expect((await house.stranger.get('/dzielnice/13')).html).toContain(address)
  expect((await house.stranger.get('/szukaj?q=parku')).html).toContain(address)
})

test('a private draft is not there for others, nor in lists, search and news', async () => {
  const marta = house.as(world.actors.get('marta') ?? somebody('Marta'))
  const fields = { key: newId('key'), tytul: 'Tajemny skwerek', sciezka: 'joint-district', gdzie: '13', widocznosc: 'private' }
  const address = expectDone(await marta.post('/projekty/nowy', fields))
  await house.settle()
  expect((await marta.get(address)).status).toBe(200)
  expect((await house.stranger.get(address)).status).toBe(404)
  for (const path of ['/', '/dzielnice/13', '/szukaj?q=skwerek', '/dziennik', '/projekty'])
    expect((await house.stranger.get(path)).html, path).not.toContain('Tajemny skwerek')
})

test('a part that is switched off leaves no trace', async () => {
  await useParts(['individual'])
  const [home, place] = [await house.stranger.get('/'), await house.stranger.get('/dzielnice/13')]
  await useParts(['district-path', 'city-path', 'individual', 'ambassadors', 'workshops', 'discussions', 'support-lists', 'archive'])
  expect(home.html).not.toContain('Zbieramy potrzeby')
  expect(home.html).toContain('Na własną rękę')
  expect(home.html).not.toContain('Dla całego miasta')
  expect(place.html).not.toContain('Czego tu brakuje')
})

test('the number of queries does not grow with what is shown', async () => {
  const paths = ['/', '/dzielnice', '/dzielnice/13', '/miasto', '/kalendarz', '/dziennik', '/szukaj?q=park']
  const full = []
  for (const path of paths) full.push(await queriesOf(path))
  expect(Math.max(...full)).toBeLessThanOrEqual(20)
  const before = house.now
  await house.db.deleteFrom('backings').execute()
  await house.db.deleteFrom('needs').execute()
  await house.db.deleteFrom('ideas').execute()
  const empty = []
  for (const path of paths) empty.push(await queriesOf(path))
  house.now = before
  for (const [i, count] of full.entries()) expect(count - (empty[i] ?? 0), paths[i]).toBeLessThanOrEqual(3)
})
