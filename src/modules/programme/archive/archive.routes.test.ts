import { afterAll, beforeAll, expect, test } from 'vitest'
import { archiveSeed } from '#seeds/archive.seed.ts'
import { territoriesSeed } from '#seeds/territories.seed.ts'
import { fillWorld } from '#seeds/world.ts'
import { openHouse, type TestHouse } from '#web/testing.ts'

let home: TestHouse
beforeAll(async () => {
  home = await openHouse()
  expect((await home.stranger.get('/archiwum')).html).toContain('Archiwum jest jeszcze puste')
  await fillWorld(home.db, new Date('2026-11-22T10:00:00Z'), [territoriesSeed, archiveSeed])
})
afterAll(() => home.close())
const get = async (path: string) => {
  const { status, html } = await home.stranger.get(path)
  expect(status, path).toBe(200)
  return html
}

test('the archive lists the invented edition and says that it is invented', async () => {
  const html = await get('/archiwum')
  expect(html).toContain('href="/archiwum/pokaz-2025"')
  expect(html).toContain('edycja wymyślona')
  expect(await get('/archiwum/pokaz-2025')).toContain('XIII Podgórze')
})

test('a pool shows its winners, who missed the money, and links to each project', async () => {
  const html = await get('/archiwum/pokaz-2025/13')
  expect(html).toMatch(/<h1>\d projekt(y|ów) wygrał[oy], zostało [\d\s]+zł<\/h1>/u)
  expect(html).toContain('nie starczyło pieniędzy')
  expect(html).toContain('pierwszy dostał 3 punkty, drugi 2, trzeci 1')
  expect(html.match(/href="\/archiwum\/pokaz-2025\/13\/\d+"/g)).toHaveLength(8)
})

test('a project says why it did not win and what would have been enough', async () => {
  const pool = await get('/archiwum/pokaz-2025/13')
  const pages = await Promise.all([...pool.matchAll(/href="(\/archiwum\/pokaz-2025\/13\/\d+)"/g)].map(([, path = '']) => get(path)))
  expect(pages.some(html => html.includes('Wystarczyłoby') && html.includes('a kosztuje'))).toBe(true)
  expect(pages.some(html => html.includes('Wygrał. Gdy przyszła jego kolej'))).toBe(true)
})

test('a link to a result shows elsewhere what it is about, with a picture of its own', async () => {
  for (const [path, picture] of [
    ['/archiwum/pokaz-2025/13', '/archiwum/pokaz-2025/13/liczenie/obraz.png'],
    ['/archiwum/pokaz-2025/13/7', '/archiwum/pokaz-2025/13/7/obraz.png'],
  ] as const) {
    const html = await get(path)
    expect(html).toMatch(new RegExp(`property="og:url" content="https?://[^"]+${path}"`))
    expect(html).toMatch(new RegExp(`property="og:image" content="https?://[^"]+${picture}"`))
    expect(html).toMatch(/property="og:description" content="[^"]{20,}"/)
    expect(html).toContain('content="summary_large_image"')
    const { status, headers, html: png } = await home.stranger.get(picture)
    expect([status, headers.get('content-type'), png.slice(1, 4)]).toEqual([200, 'image/png', 'PNG'])
  }
})

test.each([
  ['ławkach', 'Sto nowych ławek'],
  ['przejscie do szkoly', 'Bezpieczne przejście do szkoły'],
  ['drzewom owocowym', 'Drzewa owocowe'],
  ['Renowcja neonow', 'Renowacja neonów'],
])('%s finds %s', async (words, title) => {
  expect(await get(`/archiwum?q=${encodeURIComponent(words)}`)).toContain(title)
})

test('a search in one district, and one without an answer', async () => {
  const html = await get('/archiwum?q=plac+zabaw&gdzie=13')
  expect(html).toContain('Plac zabaw z piaskiem')
  expect(html).not.toContain('Toalety przy placach')
  expect(await get('/archiwum?q=xyzzy')).toContain('Nic nie pasuje')
})

test.each([
  '/archiwum/pokaz-2025/13/99/obraz.png',
  '/archiwum/1999',
  '/archiwum/pokaz-2025/99',
  '/archiwum/pokaz-2025/13/99',
  '/archiwum?q=a&gdzie=77',
])('%s is not there', async path => {
  expect((await home.stranger.get(path)).status).toBe(404)
})

test('a pool asks the database a fixed number of times', async () => {
  home.queries.length = 0
  await get('/archiwum/pokaz-2025/13')
  expect(home.queries.length).toBeLessThan(12)
})
