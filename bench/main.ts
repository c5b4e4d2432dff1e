import { spawn } from 'node:child_process'
import { chmodSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { paths, url } from '#paths'
import { openDatabase } from '#platform/db.ts'
import { ownerUrlOf, type Product, startProduct } from '../journeys/product.ts'
import { type BenchCity, fillCity } from './city.ts'
import { measureHome } from './home.ts'
import { measureInstallation } from './installation.ts'
import { compare, load } from './load.ts'
import { measureStart } from './start.ts'
import { line, say } from './words.ts'

const clients = 32
const folder = mkdtempSync(join(tmpdir(), 'wspolne-bench-'))
chmodSync(folder, 0o755)
const dataDir = join(folder, 'data')
// as a city runs it, but for the sentences that production asks for: no demo, limits on, a proxy in front that tells the visitor's address
const asCity = { DATA_DIR: dataDir, DEMO: 'off', TRUST_PROXY: 'on', LOG_LEVEL: 'warn' }
// npm run bench -- --profile: where the time of the measured server goes, for the tools of a browser
const profile = process.argv.includes('--profile') ? ['--cpu-prof', `--cpu-prof-dir=${fileURLToPath(new URL('./profile', import.meta.url))}`] : []

let visitors = 0
const request = (method: string, path: string, more = '') => {
  visitors += 1
  const address = `10.${(visitors >> 16) & 255}.${(visitors >> 8) & 255}.${visitors & 255}`
  return `${method} ${path} HTTP/1.1\r\nHost: localhost\r\nX-Forwarded-For: ${address}\r\n${more}\r\n`
}
const cookie = (token: string) => `Cookie: sesja=${token}\r\n`
/** A city's server has long run when a whole district comes: so many requests that the code is compiled, however slow the machine. */
const warm = (run: (least: number) => Promise<unknown>) => run(3_000)
const portOf = (product: Product) => Number(new URL(product.address).port)

type Sent = { readonly head: Record<string, string>; readonly body: string }
/** What the product sends for this page, but for what belongs to one connection and one moment. */
async function readSent(address: string, headers: Record<string, string>): Promise<Sent> {
  const answer = await fetch(address, { headers: { ...headers, 'Accept-Encoding': 'identity' } })
  const body = await answer.text()
  const head = Object.fromEntries(
    [...answer.headers].filter(([name]) => !['connection', 'keep-alive', 'date', 'content-length', 'transfer-encoding'].includes(name)),
  )
  return { head: { ...head, 'content-length': String(Buffer.byteLength(body)) }, body }
}

/** Bare node:http in a process of its own. */
async function openBare(sent: Sent): Promise<{ port: number; stop(): void }> {
  const file = join(folder, `page-${sent.body.length}.json`)
  writeFileSync(file, JSON.stringify(sent))
  const child = spawn(process.execPath, [fileURLToPath(new URL('./bench-bare.mjs', import.meta.url)), file], { stdio: ['ignore', 'pipe', 'inherit'] })
  const port = await new Promise<number>(resolve => child.stdout.once('data', chunk => resolve(Number(String(chunk)))))
  return { port, stop: () => child.kill() }
}

async function measurePage(product: Product, path: string, token: string): Promise<Awaited<ReturnType<typeof compare>> & { bytes: number }> {
  const sent = await readSent(product.address + path, token ? { Cookie: `sesja=${token}` } : {})
  const bare = await openBare(sent)
  const rate = async (port: number, milliseconds = 1_500, least = 0) => {
    const { rate, statuses } = await load(port, clients, milliseconds, () => request('GET', path, token ? cookie(token) : ''), least)
    if (statuses.size !== 1 || !statuses.has(200)) throw new Error(`${path} answered ${JSON.stringify([...statuses])}`)
    return rate
  }
  await warm(least => rate(bare.port, 500, least))
  await warm(least => rate(portOf(product), 500, least))
  const measured = await compare(
    3,
    () => rate(bare.port),
    () => rate(portOf(product)),
  )
  bare.stop()
  return { ...measured, bytes: Buffer.byteLength(sent.body) }
}

async function measureBacking(product: Product, city: BenchCity, databaseUrl: string) {
  const { pool, close } = openDatabase(databaseUrl)
  await pool.query(
    'create table bench_floor (id bigint generated always as identity primary key, subject text not null, person text not null, at timestamptz not null)',
  )
  const floor = async (milliseconds: number) => {
    const start = performance.now()
    let written = 0
    const writer = async (number: number) => {
      while (performance.now() < start + milliseconds) {
        const client = await pool.connect()
        await client.query('begin')
        await client.query('insert into bench_floor (subject, person, at) values ($1, $2, $3)', [`need_${written}`, `person_${number}`, new Date()])
        await client.query('commit')
        client.release()
        written += 1
      }
    }
    await Promise.all(Array.from({ length: clients }, (_, number) => writer(number)))
    return (written / (performance.now() - start)) * 1000
  }
  const turns = Array.from({ length: clients }, () => 0)
  const backings = async (milliseconds: number, least = 0) => {
    const { rate, statuses } = await load(
      portOf(product),
      clients,
      milliseconds,
      client => {
        const need = city.needs[turns[client] ?? 0]
        turns[client] = (turns[client] ?? 0) + 1
        const head = `${cookie(city.residents[client]?.token ?? '')}Origin: http://localhost\r\nContent-Type: application/x-www-form-urlencoded\r\nContent-Length: 0\r\n`
        return need && request('POST', url(paths.needBacking, { id: need }), head)
      },
      least,
    )
    if (statuses.size !== 1 || !statuses.has(303)) throw new Error(`backing answered ${JSON.stringify([...statuses])}`)
    return rate
  }
  await floor(500)
  await warm(least => backings(500, least))
  const measured = await compare(
    3,
    () => floor(1_500),
    () => backings(2_000),
  )
  const { rows } = await pool.query<{ backings: number; facts: number }>(
    `select (select count(*)::int from backings where subject_id like 'need\\_bench%') as backings,
       (select count(*)::int from (select fact from ledger_chain where subject like 'need\\_bench%' union all select fact from ledger_inbox where subject like 'need\\_bench%') f) as facts`,
  )
  await pool.query('drop table bench_floor')
  await close()
  if (rows[0]?.backings !== rows[0]?.facts) throw new Error(`${rows[0]?.backings} backings, but ${rows[0]?.facts} facts`)
  return { ...measured, ...rows[0] }
}

async function run(): Promise<void> {
  const first = await startProduct({ DATA_DIR: dataDir, LOG_LEVEL: 'warn' })
  const home = await measureHome(first.address)
  await first.stop()
  const start = await measureStart(dataDir, asCity)
  const product = await startProduct(asCity, profile)
  try {
    const databaseUrl = ownerUrlOf(dataDir)
    const database = openDatabase(databaseUrl)
    const city = await fillCity(database, clients, 6_000)
    await database.close()
    const long = `${paths.ideas}?ile=300`
    const cached = await measurePage(product, long, '')
    say(line(`anonymous list of 300 ideas, cached (${Math.round(cached.bytes / 1024)} kB)`, cached, 0.35))
    const fresh = await measurePage(product, paths.ideas, city.residents[0]?.token ?? '')
    say(line(`list of 20 ideas, signed in, not cached (${Math.round(fresh.bytes / 1024)} kB)`, fresh, 0.05))
    const backing = await measureBacking(product, city, databaseUrl)
    say(line('backing a need, 32 clients, all checks and the sequencer', backing, 0.25))
  } finally {
    await product.stop()
  }
  say(...home, ...start, ...measureInstallation())
}

try {
  say(
    'The floor of each ratio is measured by turns with the product, in the same run: bare node:http sending the same bytes; raw pg on the same database.',
  )
  await run()
} finally {
  rmSync(folder, { recursive: true, force: true })
}
