import { spawn } from 'node:child_process'
import { chmodSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import pg from 'pg'
import { afterAll, expect, test } from 'vitest'
import { type EmbeddedPostgres, startPostgres } from '#platform/embedded-postgres.ts'

const roots: string[] = []
const running: EmbeddedPostgres[] = []
function newDataDir(): string {
  const root = mkdtempSync(join(tmpdir(), 'wspolne-'))
  chmodSync(root, 0o755)
  roots.push(root)
  // A blank and a Polish letter, as in the folder names that people give.
  return join(root, 'dane pływalni')
}
async function start(dataDir: string): Promise<EmbeddedPostgres> {
  const started = await startPostgres({ dataDir })
  running.push(started)
  return started
}
async function query<Row extends pg.QueryResultRow>(url: string, sql: string): Promise<readonly Row[]> {
  const client = new pg.Client({ connectionString: url })
  await client.connect()
  try {
    return (await client.query<Row>(sql)).rows
  } finally {
    await client.end()
  }
}
const pidFile = (dataDir: string) => join(dataDir, 'postgres', 'cluster', 'postmaster.pid')
const postmasterOf = (dataDir: string) => Number(readFileSync(pidFile(dataDir), 'utf8').split('\n')[0])

afterAll(async () => {
  for (const server of running) await server.stop()
  for (const root of roots) rmSync(root, { recursive: true, force: true })
})

test('a new database speaks Polish, keeps two roles apart and stops cleanly', async () => {
  const dataDir = newDataDir()
  const first = await start(dataDir)
  expect(first.how).toBe('created')
  await query(first.url, 'create extension pg_trgm; create extension unaccent; create table word (text text)')
  await query(first.url, "insert into word values ('żaba'), ('zebra'), ('łan'), ('lasek'), ('las')")
  const sorted = await query<{ text: string }>(first.url, 'select text from word order by text collate "pl-x-icu"')
  expect(sorted.map(row => row.text)).toEqual(['las', 'lasek', 'łan', 'zebra', 'żaba'])
  const [letters] = await query(first.url, "select lower('ŻÓŁĆ') as low, unaccent('żółć') as plain, show_trgm('żółć')::text like '%żół%' as trigrams")
  expect(letters).toMatchObject({ low: 'żółć', plain: 'zolc' })
  await expect(query(first.appUrl, "insert into word values ('nie')")).rejects.toThrow('permission denied')
  await expect(query(first.appUrl.replace(/:[0-9a-f]+@/, ':wrong@'), 'select 1')).rejects.toThrow('password')
  expect((await query(first.url, 'show fsync'))[0]).toEqual({ fsync: 'on' })
  await first.stop()

  const second = await start(dataDir)
  expect(second.how).toBe('started')
  expect(await query(second.url, 'select * from word')).toHaveLength(5)
  expect(statSync(join(dataDir, 'postgres', 'passwords.json')).mode & 0o777).toBe(0o600)
  await second.stop()
})

test('a killed server is started again at once, or by the next start, and every acknowledged row is there', async () => {
  const dataDir = newDataDir()
  const first = await start(dataDir)
  await query(first.url, 'create table kept (id int)')
  let acknowledged = 0
  const writing = (async () => {
    const client = new pg.Client({ connectionString: first.url })
    client.on('error', () => {})
    await client.connect()
    for (;;) {
      await client.query('insert into kept values ($1)', [acknowledged])
      acknowledged++
    }
  })()
  const broken = expect(writing).rejects.toThrow()
  await expect.poll(() => acknowledged).toBeGreaterThan(100)
  process.kill(postmasterOf(dataDir), 'SIGKILL')
  await broken
  const kept = async (url: string) => (await query<{ rows: number }>(url, 'select count(*)::int as rows from kept'))[0]?.rows
  await expect.poll(() => kept(first.url).catch(() => 0)).toBeGreaterThanOrEqual(acknowledged)

  process.kill(postmasterOf(dataDir), 'SIGKILL')
  await first.stop()
  const again = await start(dataDir)
  expect(again.how).toBe('recovered')
  expect(await kept(again.url)).toBeGreaterThanOrEqual(acknowledged)
  await again.stop()

  // After a restart of the machine the number of the dead server belongs to somebody else.
  const stranger = spawn('sleep', ['60'], { uid: statSync(join(dataDir, 'postgres')).uid })
  writeFileSync(pidFile(dataDir), `${stranger.pid}\n${join(dataDir, 'postgres', 'cluster')}\n1\n5432\n\n127.0.0.1\n\nready\n`)
  const third = await start(dataDir)
  stranger.kill()
  expect(third.how).toBe('recovered')
  await third.stop()
})

test('a server that outlives its starter is adopted', async () => {
  const dataDir = newDataDir()
  const first = await start(dataDir)
  const pid = postmasterOf(dataDir)
  const second = await start(dataDir)
  expect(second.how).toBe('adopted')
  expect(second.url).toBe(first.url)
  expect(postmasterOf(dataDir)).toBe(pid)
  await second.stop()
  await expect(query(first.url, 'select 1')).rejects.toThrow()
})
