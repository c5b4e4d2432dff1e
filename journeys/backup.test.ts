import { chmodSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout } from 'node:timers/promises'
import { afterAll, expect, inject, test } from 'vitest'
import { settleValues, sumOf, tablesOf } from '#platform/backup-tables.ts'
import { openDatabase } from '#platform/db.ts'
import { checkLedger } from '#platform/ledger-check.ts'
import { createDatabase, dropDatabase } from '#platform/testing-database.ts'
import { addNeed, becomeInDemo, ownerUrlOf, type Product, runToEnd, startProduct, visitorOf } from './product.ts'

const folder = mkdtempSync(join(tmpdir(), 'wspolne-backup-'))
// started as root, the database runs as another user, who must get in
chmodSync(folder, 0o755)
const [atHome, atCity, moved] = ['home', 'city', 'moved'].map(name => join(folder, name)) as [string, string, string]
const database = `wspolne_city_${process.pid}`
const cityUrl = Object.assign(new URL(inject('serverUrl')), { pathname: `/${database}` }).href
const running = new Set<Product>()
const command = (name: string, file: string, env: Record<string, string>) =>
  runToEnd(['bin/command.mjs', name, file], { INIT_CWD: folder, LOG_LEVEL: 'silent', ...env })
afterAll(async () => {
  for (const product of running) await product.stop()
  await dropDatabase(inject('serverUrl'), database)
  rmSync(folder, { recursive: true, force: true })
})

/** Rows and digest of every table but those that a start, a visit or the post changes by itself. */
async function sumsOf(url: string) {
  const { db, pool, close } = openDatabase(url, { max: 2 })
  const client = await pool.connect()
  try {
    await client.query('begin transaction isolation level repeatable read')
    await settleValues(client)
    const tables = (await tablesOf(client)).filter(table => !['letters', 'sessions'].includes(table.name))
    const sums = []
    for (const table of tables) sums.push([table.name, await sumOf(client, table)])
    await client.query('rollback')
    return { sums, ledger: await checkLedger(db) }
  } finally {
    client.release()
    await close()
  }
}

async function startOn(env: Record<string, string>): Promise<Product> {
  const product = await startProduct({ LOG_LEVEL: 'warn', ...env })
  running.add(product)
  return product
}
async function stop(product: Product): Promise<void> {
  running.delete(product)
  expect((await product.stop()).code).toBe(0)
}

test('a backup beside the running product, under writes, is one moment that a city’s own server takes over', async () => {
  const product = await startOn({ DATA_DIR: atHome })
  const marta = visitorOf(product.address)
  await becomeInDemo(marta, 'Marta')
  const early = await addNeed(marta, 'Ławka w cieniu przy przystanku')
  let writing = true
  const writer = (async () => {
    // not as fast as would be taken for a burst and slowed down
    for (let n = 0; writing && n < 25; n += 1) {
      await addNeed(marta, `Potrzeba w trakcie kopii numer ${n}`)
      await setTimeout(100)
    }
  })()
  const made = await command('backup', 'live.tgz', { DATA_DIR: atHome })
  writing = false
  await writer
  expect(made, made.output).toMatchObject({ code: 0 })
  expect((await marta.get(early)).status).toBe(200)
  await createDatabase(inject('serverUrl'), database)
  const restored = await command('restore', 'live.tgz', { DATA_DIR: atCity, DATABASE_URL: cityUrl })
  expect(restored, restored.output).toMatchObject({ code: 0 })
  expect((await sumsOf(cityUrl)).ledger.faults).toEqual([])
  const again = await command('restore', 'live.tgz', { DATA_DIR: atCity, DATABASE_URL: cityUrl })
  expect(again).toMatchObject({ code: 1, output: expect.stringContaining('not empty') })
  const busy = await command('restore', 'live.tgz', { DATA_DIR: atHome })
  expect(busy).toMatchObject({ code: 1, output: expect.stringContaining('already runs on the data') })
  await stop(product)
  const city = await startOn({ DATA_DIR: atCity, DATABASE_URL: cityUrl })
  const page = await fetch(city.address + early)
  expect(page.status).toBe(200)
  expect(await page.text()).toContain('Ławka w cieniu przy przystanku')
  await stop(city)
})

test('and back again into an embedded database: equal table by table', async () => {
  const made = await command('backup', 'quiet.tgz', { DATA_DIR: atCity, DATABASE_URL: cityUrl })
  expect(made, made.output).toMatchObject({ code: 0 })
  const restored = await command('restore', 'quiet.tgz', { DATA_DIR: moved })
  expect(restored, restored.output).toMatchObject({ code: 0 })
  const before = await sumsOf(cityUrl)
  const product = await startOn({ DATA_DIR: moved })
  expect(await sumsOf(ownerUrlOf(moved))).toEqual(before)
  await stop(product)
})

test('a word too few, and what is missing, is said in a sentence', async () => {
  expect(await runToEnd(['bin/command.mjs', 'backup'], { DATA_DIR: moved })).toMatchObject({ code: 2, output: expect.stringContaining('-- FILE') })
  const missing = await command('restore', 'nowhere.tgz', { DATA_DIR: join(folder, 'new') })
  expect(missing).toMatchObject({ code: 1, output: expect.stringContaining('There is no file') })
  const empty = await command('backup', 'empty.tgz', { DATA_DIR: join(folder, 'new') })
  expect(empty).toMatchObject({ code: 1, output: expect.stringContaining('nothing to back up') })
})
