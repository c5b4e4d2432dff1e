import { afterAll, beforeAll, expect, test } from 'vitest'
import { findBallots, findFindings } from '#modules/counting/results/findings.store.ts'
import { votersSide } from '#modules/counting/results/voters.rules.ts'
import { archiveSeed } from '#seeds/archive.seed.ts'
import { territoriesSeed } from '#seeds/territories.seed.ts'
import { fillWorld } from '#seeds/world.ts'
import { openHouse, type TestHouse } from '#web/testing.ts'

let home: TestHouse
beforeAll(async () => {
  home = await openHouse()
  await fillWorld(home.db, new Date('2026-11-22T10:00:00Z'), [territoriesSeed, archiveSeed])
})
afterAll(() => home.close())
const get = async (path: string) => {
  const { status, html } = await home.stranger.get(path)
  expect(status, path).toBe(200)
  return html
}
const pool = '/archiwum/pokaz-2025/13'

test('from the result of a pool to its voters and to other rules', async () => {
  const html = await get(pool)
  expect(html).toContain(`href="${pool}/liczenie/glosujacy"`)
  expect(html).toContain(`href="${pool}/liczenie/zasady"`)
  expect(html).toContain('Jak policzono, w pięciu zdaniach')
  expect(html).toContain('Zostało, gdy przyszła kolej')
})

test('the voters of a pool: how many won something, what each winner cost them, and whether any group can complain', async () => {
  const html = await get(`${pool}/liczenie/glosujacy`)
  expect(html).toMatch(/\d+,\d% głosujących ma wśród zwycięzców choć jeden projekt/)
  expect(html).toMatch(/Nie ma takiej grupy|Ich równy udział to/)
  expect(html).toContain('Na osobę')
})

test('other rules stand beside the real result, in careful words', async () => {
  const html = await get(`${pool}/liczenie/zasady`)
  expect(html).toContain('przy innej zasadzie ludzie głosowaliby inaczej')
  expect(html).toContain('Tych samych zwycięzców, co miasto, daje zasada: od góry listy')
  expect(html).toContain('Równe udziały, liczy się liczba projektów')
})

test('what an edition left, tried elsewhere: the pools are counted anew and the money adds up', async () => {
  const edition = '/laboratorium/pokaz-2025'
  expect(await get('/archiwum/pokaz-2025')).toContain(`href="${edition}"`)
  const left = (html: string) => [...html.matchAll(/<tr><th scope="row">.*?<\/tr>/g)].map(([row]) => row)
  const real = await get(edition)
  expect(left(real)).toHaveLength(4)
  expect(real).not.toContain('Wygrywa też:')
  const fed = await get(`${edition}?reszta=pool&dokad=miasto`)
  expect(fed).toContain('Reszta ze wszystkich innych pul')
  expect(left(fed)[0]).not.toBe(left(real)[0])
  expect(await get(`${edition}?reszta=edition`)).toMatch(/Do następnej edycji przechodzi [1-9][\d\s]+zł/u)
  expect(await get(`${edition}?reszta=pool&dokad=nigdzie`)).toContain('Tak jest naprawdę')
  expect((await home.stranger.get('/laboratorium/1999')).status).toBe(404)
})

test('every pool of the archive can be read', async () => {
  const pools = [...(await get('/archiwum/pokaz-2025')).matchAll(/href="(\/archiwum\/pokaz-2025\/[^"/]+)"/g)].map(([, path]) => path)
  expect(pools.length).toBeGreaterThan(3)
  for (const path of pools) for (const page of ['glosujacy', 'zasady']) await get(`${path}/liczenie/${page}`)
})

test('the merged ballots come back as they were kept, and give what was found', async () => {
  const { id } = await home.db.selectFrom('archived_pools').select('id').where('slug', '=', '13').executeTakeFirstOrThrow()
  const [ballots, findings] = [await findBallots(home.ctx(), id), await findFindings(home.ctx(), id)]
  if (!ballots || !findings) throw new Error('nothing was kept')
  expect(votersSide(ballots, findings.real.winners)).toEqual(findings.real.side)
})

test('a pool whose ballots were never kept says so', async () => {
  await home.db.deleteFrom('archived_counts').execute()
  expect(await get(`${pool}/liczenie/glosujacy`)).toContain('Kart tej puli nie zbadano')
  expect(await get(`${pool}/liczenie/zasady`)).toContain('Kart tej puli nie zbadano')
})

test.each(['/archiwum/1999/13/liczenie/zasady', '/archiwum/pokaz-2025/99/liczenie/glosujacy'])('%s is not there', async path => {
  expect((await home.stranger.get(path)).status).toBe(404)
})
