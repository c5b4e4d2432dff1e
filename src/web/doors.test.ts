import { afterAll, beforeAll, expect, test } from 'vitest'
import { demoModule } from '#modules/demo/demo.module.ts'
import { paths } from '#paths'
import { checkSettings, readConfig } from '#platform/config.ts'
import type { Db } from '#platform/db.ts'
import { openLog } from '#platform/log.ts'
import { createApp } from '#web/app.ts'
import { noAssets } from '#web/assets.ts'
import { houseModule } from '#web/house.module.ts'
import { get, post } from '#web/http.ts'
import type { Module } from '#web/module.ts'
import { openHouse, somebody, type TestHouse } from '#web/testing.ts'

const doors = {
  name: 'doors',
  facts: {},
  factTexts: { pl: {}, en: {} },
  routes: [
    get(paths.home, 'everyone', c => c.text('home')),
    post(paths.needs, 'everyone', { noFact: 'test' }, async c => c.text(JSON.stringify(await c.req.parseBody()))),
  ],
}
const anna = somebody('Anna')
let house: TestHouse
beforeAll(async () => {
  house = await openHouse({ modules: [doors] })
})
afterAll(() => house.close())

const production = {
  NODE_ENV: 'production',
  SECRET: 'x'.repeat(40),
  PUBLIC_URL: 'https://bo.miasto.example',
  SMTP_URL: 'smtp://localhost:25',
  DATA_DIR: '/nonexistent',
  LOG_LEVEL: 'silent',
}
const appIn = (db: Db, env: Record<string, string>, modules: readonly Module[] = [doors, demoModule], signedIn = true) =>
  createApp({
    config: readConfig(env),
    db,
    log: openLog('silent'),
    modules,
    readSession: async () => (signedIn ? { actor: anna, locale: 'pl', sessionId: 's' } : undefined),
    now: async () => new Date(),
    furnish: async () => ({ menu: [], footer: [], strip: undefined, cityName: '', waiting: 0 }),
    assets: noAssets,
  })
const form = (origin: string, cookie = '') => ({
  method: 'POST',
  body: new URLSearchParams({ x: '1' }),
  headers: { Origin: origin, Cookie: cookie, 'Content-Type': 'application/x-www-form-urlencoded' },
})

test('a form sent from another site is refused, one of our own is taken', async () => {
  const app = appIn(house.db, production)
  expect((await app.request('https://bo.miasto.example/potrzeby', form('https://elsewhere.example', 'sesja=s'))).status).toBe(403)
  expect((await app.request('https://bo.miasto.example/potrzeby', form('https://bo.miasto.example', 'sesja=s'))).status).toBe(200)
  // a browser on the developer's machine is no excuse in production
  expect((await app.request('https://bo.miasto.example/potrzeby', form('http://localhost:3000', 'sesja=s'))).status).toBe(403)
})

test('whoever sends far too much hears when to come back', async () => {
  const app = appIn(house.db, { ...production, TRUST_PROXY: 'on' })
  const ask = (address: string) =>
    app.request('https://bo.miasto.example/potrzeby', {
      ...form('https://bo.miasto.example'),
      headers: { ...form('https://bo.miasto.example').headers, 'X-Forwarded-For': address },
    })
  const answers = await Promise.all(Array.from({ length: 260 }, () => ask('203.0.113.7')))
  const refused = answers.filter(answer => answer.status === 429)
  expect(refused.length).toBe(20)
  expect(refused[0]?.headers.get('retry-after')).toBe('60')
  expect(await refused[0]?.text()).toContain('Chwila przerwy')
  expect((await ask('203.0.113.8')).status).toBe(200)
})

test('the demo cannot be switched on in production, and its doors are not there', async () => {
  expect(checkSettings({ ...production, DEMO: 'on' })).toMatchObject({ ok: false, mistakes: [expect.stringContaining('DEMO cannot be on')] })
  const app = appIn(house.db, production)
  for (const path of [paths.demoPerson, paths.demoClock, paths.demoTour]) {
    expect((await app.request(`https://bo.miasto.example${path}`, form('https://bo.miasto.example', 'sesja=s'))).status).toBe(404)
  }
  expect((await app.request(`https://bo.miasto.example${paths.demoLetters}`)).status).toBe(404)
})

test('what was typed before the session ended comes back to the same browser, ready to send', async () => {
  const local = { ...production, NODE_ENV: 'test', PUBLIC_URL: 'http://localhost:3000' }
  const here = 'http://localhost:3000'
  const closed = { ...doors, routes: [post(paths.ideas, 'signed-in', { noFact: 'test' }, c => c.text('taken'))] }
  const typed = new URLSearchParams({ title: 'Cień', text: 'Latem nie ma gdzie usiąść.\nNaprawdę.' })
  const sent = await appIn(house.db, local, [closed], false).request(`${here}/pomysly`, { ...form(here), body: typed })
  expect(sent.status).toBe(303)
  const key = sent.headers.get('set-cookie')?.split(';')[0] ?? ''
  const back = new URL(sent.headers.get('location') ?? '', here).searchParams.get('powrot') ?? ''
  const later = appIn(house.db, local, [houseModule])
  const shown = await (await later.request(here + back, { headers: { Cookie: `sesja=s; ${key}` } })).text()
  expect(shown).toContain('action="/pomysly"')
  expect(shown).toContain('Naprawdę.')
  expect((await later.request(here + back, { headers: { Cookie: 'sesja=s; odlozone=guess' } })).status).toBe(404)
})
