import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { sql } from 'kysely'
import { afterAll, beforeAll, expect, inject, test } from 'vitest'
import { newId } from '#kit/ids.ts'
import { modules } from '#modules'
import { openSession, readSession } from '#modules/people/sign-in/sessions.store.ts'
import { paths, url } from '#paths'
import { readConfig } from '#platform/config.ts'
import { configureFiles } from '#platform/files.ts'
import { startKeeping } from '#platform/kept.ts'
import { openLog } from '#platform/log.ts'
import { copyTemplate, type TestDatabase } from '#platform/testing-database.ts'
import { peopleSeed, residenceSeed } from '#seeds/people.seed.ts'
import { programmeSeed } from '#seeds/programme.seed.ts'
import { territoriesSeed } from '#seeds/territories.seed.ts'
import { fillWorld, type World } from '#seeds/world.ts'
import { createApp } from '#web/app.ts'
import { noAssets } from '#web/assets.ts'
import type { Module } from '#web/module.ts'
import { acted, furnish } from './shell.tsx'

// the whole frame as the product runs it: real sessions, real counts, answers kept
let database: TestDatabase
let world: World
const queries: string[] = []
const files = mkdtempSync(join(tmpdir(), 'wspolne-shell-'))
const today = new Date('2026-03-12T11:00:00Z')
const config = readConfig({ NODE_ENV: 'test', SECRET: 'x'.repeat(32), DATA_DIR: '/nonexistent', LOG_LEVEL: 'silent' })

beforeAll(async () => {
  database = await copyTemplate(inject('serverUrl'), statement => queries.push(statement))
  configureFiles(files)
  world = await fillWorld(database.db, today, [peopleSeed, territoriesSeed, programmeSeed, residenceSeed])
  startKeeping(database.db)
})
afterAll(async () => {
  await database.drop()
  rmSync(files, { recursive: true })
})

let counted = 0
/** A module for which something waits for everybody, at the price of a statement. */
const waiting = (name: string): Module => ({
  name,
  routes: [],
  facts: {},
  factTexts: { pl: {}, en: {} },
  async matters({ db }) {
    counted += 1
    await sql`select 1 as something_waits`.execute(db)
    return [{ id: `${name}_1`, title: name, note: '', path: '/' }]
  },
})
async function visitor(more: readonly Module[] = []) {
  const { db } = database
  const log = openLog('silent')
  const app = createApp({ config, db, log, modules: [...modules, ...more], readSession, now: async () => today, furnish, acted, assets: noAssets })
  const ctx = { db, actor: { id: '', name: '', level: 0 as const, grants: [] }, now: today, wall: new Date(), locale: 'pl' as const }
  const Cookie = `sesja=${await openSession(ctx, world.actors.get('olga')?.id ?? '')}`
  const ask = async (path: string, body?: URLSearchParams) => {
    queries.length = 0
    const init = body ? { method: 'POST', body } : {}
    const answer = await app.request(config.publicUrl + path, { ...init, headers: { Cookie, Origin: config.publicUrl } })
    const html = await answer.text()
    const [, count] = /class="count"[^>]*>(\d+)/.exec(html) ?? []
    return { html, status: answer.status, location: answer.headers.get('location') ?? '', statements: queries.length, count: Number(count ?? 0) }
  }
  return { ask }
}

test('a list that a signed-in resident opens again costs no statement until something happens, and one further down: the frame costs none', async () => {
  const { ask } = await visitor()
  await ask(paths.needs)
  expect(await ask(paths.needs)).toMatchObject({ status: 200, statements: 0 })
  const form = { key: newId('key'), title: 'Kran z wodą przy skwerze', text: 'Latem nie ma gdzie napełnić butelki ani umyć rąk.', where: '13' }
  await ask(paths.needs, new URLSearchParams(form))
  expect((await ask(paths.needs)).html).toContain(form.title)
  const further = url(paths.needs, undefined, { po: '0~9999999999999~x' })
  await ask(further)
  expect(await ask(further)).toMatchObject({ status: 200, statements: 1 })
})

test('the frame costs no more when five more modules have something waiting; it is counted anew after one’s own act', async () => {
  const { ask } = await visitor(['one', 'two', 'three', 'four', 'five'].map(waiting))
  const form = { key: newId('key'), title: 'Brakuje cienia', text: 'Latem na przystanku nie ma gdzie usiąść ani się schować.', where: '13' }
  const { location } = await ask(paths.needs, new URLSearchParams(form))
  expect(location).toMatch(url(paths.need, { id: 'need_' }))
  const first = await ask(paths.needs)
  expect([first.count, counted]).toEqual([5, 5])
  expect(await ask(paths.needs)).toMatchObject({ statements: 0, count: 5 })
  expect(counted).toBe(5)
  await ask(`${location}/zamkniecie`, new URLSearchParams({ reason: 'Jest już drugi przystanek z wiatą.' }))
  expect(counted).toBe(5)
  await ask(paths.needs)
  expect(counted).toBe(10)
})
