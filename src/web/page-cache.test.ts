import { setTimeout as pause } from 'node:timers/promises'
import { afterAll, beforeAll, expect, inject, test } from 'vitest'
import type { FactName } from '#kit/facts.ts'
import { paths } from '#paths'
import { readConfig } from '#platform/config.ts'
import { inTransaction } from '#platform/context.ts'
import { record } from '#platform/ledger.ts'
import { listenToLedger } from '#platform/listen.ts'
import { openLog } from '#platform/log.ts'
import { startSequencer } from '#platform/sequencer.ts'
import { copyTemplate, type TestDatabase } from '#platform/testing-database.ts'
import { createApp } from '#web/app.ts'
import { noAssets } from '#web/assets.ts'
import { get } from '#web/http.ts'
import { openLive } from '#web/live.ts'
import { openPageCache } from '#web/page-cache.ts'
import { type Serving, serve } from '#web/serve.ts'
import { somebody } from '#web/testing.ts'

const anna = somebody('Anna')
let database: TestDatabase
let serving: Serving
let base = ''
const running: { stop(): Promise<void> }[] = []
let drawn = 0

beforeAll(async () => {
  database = await copyTemplate(inject('serverUrl'))
  const { db, url } = database
  const [cache, live] = [openPageCache(), openLive(db)]
  const counting = get(paths.home, 'everyone', c => {
    drawn += 1
    return c.html(`<!doctype html><p>${c.var.ctx.actor.name || 'gość'} ${c.var.ctx.locale} ${drawn}</p>`)
  })
  const app = createApp({
    config: readConfig({ NODE_ENV: 'test', SECRET: 'x'.repeat(32), DATA_DIR: '/nonexistent', LOG_LEVEL: 'silent' }),
    db,
    log: openLog('silent'),
    modules: [{ name: 'counting-page', facts: {}, factTexts: { pl: {}, en: {} }, routes: [counting] }],
    readSession: async () => ({ actor: anna, locale: 'pl', sessionId: 's' }),
    now: async () => new Date(),
    furnish: async () => ({ menu: [], footer: [], strip: undefined, cityName: '', waiting: 0 }),
    assets: noAssets,
    remember: cache.remember,
  })
  const news = () => {
    cache.forget()
    void live.news()
  }
  running.push(
    listenToLedger(url, news),
    startSequencer(db, () => {}),
  )
  serving = await serve({ app, cache, live, host: '127.0.0.1', port: 0 })
  base = `http://127.0.0.1:${serving.port}`
  await pause(300)
})
afterAll(async () => {
  await serving.stop()
  for (const part of running) await part.stop()
  await database.drop()
})

const ask = async (cookie = '', headers: Record<string, string> = {}) => {
  const answer = await fetch(base, { headers: { cookie, ...headers } })
  return { status: answer.status, text: await answer.text(), etag: answer.headers.get('etag') ?? '' }
}
const say = () =>
  inTransaction({ db: database.db, actor: anna, now: new Date(), wall: new Date(), locale: 'pl' }, ctx =>
    record(ctx, 'test.said' as FactName, 'need_1', {} as never),
  )

test('an anonymous page is drawn once and sent again, in each language, also as "not modified"', async () => {
  const first = await ask()
  expect((await ask()).text).toBe(first.text)
  expect((await ask('jezyk=en')).text).toContain('gość en')
  expect((await ask()).text).toBe(first.text)
  expect((await ask('', { 'if-none-match': first.etag })).status).toBe(304)
})
test('whoever is signed in never gets a kept page, and theirs is never kept', async () => {
  expect((await ask('sesja=s')).text).toContain('Anna')
  expect((await ask()).text).toContain('gość')
  expect((await ask('jezyk=en; sesja=s')).text).toContain('Anna')
})
test('a fact makes every kept page old, and readers hear which thing changed', async () => {
  const before = await ask()
  const line = await fetch(base + paths.live)
  const reader = line.body?.getReader()
  const heard = (async () => {
    for (let all = ''; ; ) {
      const chunk = await reader?.read()
      all += new TextDecoder().decode(chunk?.value)
      if (all.includes('need_1')) return all
    }
  })()
  await say()
  expect(await heard).toContain('data: ["need_1"]')
  await pause(50)
  expect((await ask()).text).not.toBe(before.text)
  await reader?.cancel()
})
