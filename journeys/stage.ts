import assert from 'node:assert/strict'
import { type ChildProcess, spawn } from 'node:child_process'
import { randomBytes } from 'node:crypto'
import { cp, mkdtemp, rm } from 'node:fs/promises'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import type pg from 'pg'
import type { Page } from 'playwright-core'
import { inject } from 'vitest'
import { createDatabase, dropDatabase, filesOfWorld, fillingName, onServer, worldName } from '#platform/testing-database.ts'
import { type CastKey, cast } from '#seeds/cast.ts'
import { root } from '../house/source.ts'
import { openBrowser } from './browser.ts'

export type View = { readonly js?: boolean; readonly width?: number; readonly dark?: boolean; readonly locale?: 'pl' | 'en' }
export type Stage = {
  readonly base: string
  /** For commands that a story runs beside the server. */
  readonly env: NodeJS.ProcessEnv
  /** A fresh window, as a visitor or as somebody of the cast. */
  enter(as?: CastKey, view?: View): Promise<Page>
  close(): Promise<void>
}

/** A busy machine makes a story slower, not wrong: only what never comes fails. */
const patience = 120_000
/** `SLOW_SCRIPTS=1500` brings every script so many milliseconds late, as a weak network does: whoever is faster than the script must lose nothing. */
const slowScripts = Number(process.env.SLOW_SCRIPTS ?? 0)

/** The demo world is filled once for the whole run, by whichever story comes first; every story gets a copy to change as it likes. */
const worldLock = 20_200_226
let world: Promise<void> | undefined
const named = (url: string, name: string) => Object.assign(new URL(url), { pathname: `/${name}` }).href

const asAdmin = <T>(work: (client: pg.Client) => Promise<T>) => onServer(inject('serverUrl'), work)

/** Stories run beside each other: the others wait at the lock until the world is whole. */
const worldOnce = () =>
  asAdmin(async client => {
    await client.query('select pg_advisory_lock($1)', [worldLock])
    const { rowCount } = await client.query('select 1 from pg_database where datname = $1', [worldName])
    if (rowCount === 0) await fillWorld()
  })

async function fillWorld(): Promise<void> {
  const { build } = (await import(/* @vite-ignore */ `${root}bin/build.mjs`)) as { build: () => Promise<void> }
  await build()
  await dropDatabase(inject('serverUrl'), fillingName)
  await createDatabase(inject('serverUrl'), fillingName)
  const server = await startServer(fillingName)
  await rm(filesOfWorld, { recursive: true, force: true })
  await cp(join(server.dataDir, 'files'), filesOfWorld, { recursive: true })
  await server.stop()
  await asAdmin(client => client.query(`alter database ${fillingName} rename to ${worldName}`))
}

type Running = { readonly base: string; readonly dataDir: string; readonly env: NodeJS.ProcessEnv; stop(): Promise<void> }

async function startServer(databaseName: string, files?: string): Promise<Running> {
  const port = await freePort()
  const dataDir = await mkdtemp(join(tmpdir(), 'wspolne-stage-'))
  if (files) await cp(files, join(dataDir, 'files'), { recursive: true })
  const env = {
    ...process.env,
    NODE_ENV: 'development',
    DATABASE_URL: named(inject('serverUrl'), databaseName),
    DATA_DIR: dataDir,
    // the copies of one world hang on one secret
    SECRET: 'scena'.repeat(7),
    PORT: String(port),
    LOG_LEVEL: 'error',
    SMTP_URL: '',
    PUBLIC_URL: '',
  }
  const child = spawn(process.execPath, [`${root}dist/main.js`], { cwd: root, env, stdio: ['ignore', 'pipe', 'pipe'] })
  await untilReady(child)
  return {
    base: `http://localhost:${port}`,
    dataDir,
    env,
    async stop() {
      const ended = new Promise(resolve => child.once('exit', resolve))
      child.kill('SIGTERM')
      await ended
      await rm(dataDir, { recursive: true, force: true })
    },
  }
}

function untilReady(child: ChildProcess): Promise<void> {
  return new Promise((resolve, reject) => {
    let said = ''
    const hear = (chunk: Buffer) => {
      said += chunk.toString()
      if (said.includes('Wspólne Projekty: http')) resolve()
    }
    child.stdout?.on('data', hear)
    child.stderr?.on('data', hear)
    child.once('exit', code => reject(new Error(`The server ended with ${code}: ${said}`)))
  })
}

function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const probe = createServer()
    probe.on('error', reject)
    probe.listen(0, '127.0.0.1', () => {
      const address = probe.address()
      probe.close(() => resolve(typeof address === 'object' && address ? address.port : 0))
    })
  })
}

/** Two copies of one database are not made at the same moment. */
const copyWorld = (copy: string) =>
  asAdmin(async client => {
    await client.query('select pg_advisory_lock($1)', [worldLock])
    await client.query(`create database ${copy} template ${worldName}`)
  })

/** Opens the product on its own copy of the demo world, and a real browser in front of it. */
export async function openStage(): Promise<Stage> {
  world ??= worldOnce()
  await world
  const copy = `wspolne_story_${randomBytes(4).toString('hex')}`
  await copyWorld(copy)
  const server = await startServer(copy, filesOfWorld)
  const browser = await openBrowser(inject('browserFolder'))
  return {
    base: server.base,
    env: server.env,
    async enter(as, { js = true, width = 1280, dark = false, locale = 'pl' } = {}) {
      const context = await browser.newContext({
        baseURL: server.base,
        javaScriptEnabled: js,
        viewport: { width, height: 900 },
        colorScheme: dark ? 'dark' : 'light',
        reducedMotion: 'reduce',
      })
      await context.addCookies([{ name: 'jezyk', value: locale, url: server.base }])
      context.setDefaultTimeout(patience)
      if (slowScripts > 0)
        await context.route(/\.js$/, async route => {
          await pause(slowScripts)
          await route.continue()
        })
      const page = await context.newPage()
      if (as) await become(page, as)
      return page
    },
    async close() {
      await browser.close()
      await server.stop()
      await dropDatabase(inject('serverUrl'), copy)
    },
  }
}

/** By the form of the demo's own bar, unseen: `demo.test.ts` walks the bar itself. */
export async function become(page: Page, as: CastKey): Promise<void> {
  const home = await page.request.get('/')
  const options = (await home.text()).matchAll(/<option value="(\w+)"[^>]*>([^<]*)/g)
  const person = [...options].find(([, , name = '']) => name.includes(cast[as].name))?.[1]
  assert(person, `${as} is not in the bar`)
  const answer = await page.request.post('/demo/osoba', { form: { osoba: person }, headers: { origin: new URL(home.url()).origin } })
  assert(answer.ok(), `${as} could not come in: ${answer.status()}`)
}
