import { existsSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { afterAll, expect, test } from 'vitest'
import { paths } from '#paths'
import { openDatabase } from '#platform/db.ts'
import { checkLedger } from '#platform/ledger-check.ts'
import { addNeed, becomeInDemo, ownerUrlOf, type Product, postmasterOf, runToEnd, startProduct, visitorOf } from './product.ts'

const dataDir = mkdtempSync(join(tmpdir(), 'wspolne-start-'))
const env = { DATA_DIR: dataDir, LOG_LEVEL: 'debug' }
const running: Product[] = []
const start = async () => {
  const product = await startProduct(env)
  running.push(product)
  return product
}
afterAll(async () => {
  for (const product of running) await product.stop()
  rmSync(dataDir, { recursive: true, force: true })
})

/** Residents who add needs until the product is gone; what was answered is remembered. */
async function writeUntilGone(product: Product, acknowledged: string[]): Promise<void> {
  const names = ['Marta', 'Jurij', 'Tadeusz', 'Olga']
  await Promise.all(
    names.map(async name => {
      const visitor = visitorOf(product.address)
      await becomeInDemo(visitor, name)
      for (;;) {
        try {
          // not as fast as would be taken for a burst and slowed down
          if (acknowledged.length < 48) acknowledged.push(await addNeed(visitor, `Potrzeba numer ${acknowledged.length}`))
          else await visitor.get('/zdrowie')
          await pause(25)
        } catch (error) {
          if (error instanceof TypeError) return // the connection is gone
          throw error
        }
      }
    }),
  )
}

async function expectAllThere(product: Product, acknowledged: readonly string[]): Promise<void> {
  const visitor = visitorOf(product.address)
  for (const address of acknowledged) expect((await visitor.get(address)).status, address).toBe(200)
  const { db, close } = openDatabase(ownerUrlOf(dataDir), { max: 1 })
  const { facts, faults } = await checkLedger(db).finally(close)
  expect(faults).toEqual([])
  expect(facts).toBeGreaterThan(0)
}

test('a first start on an empty folder prints the address and who can sign in; a second one says that it runs already', async () => {
  const product = await start()
  expect(product.said.text).toContain('marta@demo.example')
  expect((await fetch(product.address + paths.health)).status).toBe(200)
  expect((await fetch(product.address)).status).toBe(200)
  const second = await runToEnd(['bin/start.mjs'], env)
  expect(second.code).toBe(1)
  expect(second.output).toContain(`already runs on the data in ${dataDir}`)
  expect((await fetch(product.address + paths.health)).status).toBe(200)
})

test('killed under writes, the next start adopts the running database and nothing acknowledged is missing', async () => {
  const acknowledged: string[] = []
  const product = running.at(-1) as Product
  const writing = writeUntilGone(product, acknowledged)
  while (acknowledged.length < 40) await Promise.race([pause(20), writing])
  await product.kill()
  await writing
  const next = await start()
  expect(next.said.text).toContain('database: adopted')
  await expectAllThere(next, acknowledged)
})

test('killed together with its database, the next start recovers and nothing acknowledged is missing', async () => {
  const acknowledged: string[] = []
  const product = running.at(-1) as Product
  const writing = writeUntilGone(product, acknowledged)
  while (acknowledged.length < 40) await Promise.race([pause(20), writing])
  const { pid } = postmasterOf(dataDir)
  product.child.kill('SIGKILL')
  process.kill(pid, 'SIGKILL')
  await writing
  const next = await start()
  expect(next.said.text).toContain('database: recovered')
  await expectAllThere(next, acknowledged)
})

test('a polite stop ends with 0 and takes the database along', async () => {
  const { code } = await (running.at(-1) as Product).stop()
  expect(code).toBe(0)
  expect(existsSync(join(dataDir, 'postgres/cluster/postmaster.pid'))).toBe(false)
  expect(existsSync(join(dataDir, 'running.lock'))).toBe(false)
})

test('in production what a city forgot is told in sentences, and the demo cannot be switched on', async () => {
  const forgotten = await runToEnd(['bin/start.mjs'], { ...env, NODE_ENV: 'production' })
  expect(forgotten.code).toBe(2)
  for (const name of ['SECRET', 'SMTP_URL', 'PUBLIC_URL']) expect(forgotten.output).toContain(`${name} must be set`)
  const whole = {
    ...env,
    NODE_ENV: 'production',
    SECRET: 's'.repeat(40),
    SMTP_URL: 'smtp://127.0.0.1:2525',
    PUBLIC_URL: 'https://projekty.example.pl',
  }
  const demo = await runToEnd(['bin/start.mjs'], { ...whole, DEMO: 'on' })
  expect(demo.code).toBe(2)
  expect(demo.output).toContain('DEMO cannot be on')
  const bad = await runToEnd(['bin/start.mjs'], { ...env, PORT: 'often' })
  expect(bad.code).toBe(2)
  expect(bad.output).toContain('PORT must be a whole number')
  const nowhere = await runToEnd(['bin/start.mjs'], { DATA_DIR: `${dataDir}-other`, DATABASE_URL: 'postgres://city:secret@127.0.0.1:9/projekty' })
  rmSync(`${dataDir}-other`, { recursive: true, force: true })
  expect(nowhere.code).toBe(1)
  expect(nowhere.output).toMatch(/^The database of DATABASE_URL cannot be used: .*ECONNREFUSED.*\.\n$/)
})
