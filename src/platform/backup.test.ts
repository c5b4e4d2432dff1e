import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { gunzipSync, gzipSync } from 'node:zlib'
import { afterAll, beforeAll, expect, inject, test } from 'vitest'
import { newId } from '#kit/ids.ts'
import { makeBackup } from '#platform/backup.ts'
import { settleValues, sumOf, tablesOf } from '#platform/backup-tables.ts'
import { openDatabase } from '#platform/db.ts'
import { checkLedger } from '#platform/ledger-check.ts'
import { migrate } from '#platform/migrate.ts'
import { restoreBackup } from '#platform/restore.ts'
import { sequence } from '#platform/sequencer.ts'
import { copyTemplate, createDatabase, dropDatabase, type TestDatabase } from '#platform/testing-database.ts'

const folder = mkdtempSync(join(tmpdir(), 'backup-'))
const filesFolder = join(folder, 'files')
const file = (name: string) => join(folder, name)
let source: TestDatabase
const others: TestDatabase[] = []
const another = async () => {
  const database = await copyTemplate(inject('serverUrl'))
  others.push(database)
  return database
}

/** A fact and what it is about, in one transaction: a torn copy would hold one without the other. */
async function writeOne({ db }: TestDatabase): Promise<void> {
  const id = newId('need')
  await db.transaction().execute(async trx => {
    await trx
      .insertInto('ledger_inbox')
      .values({ at: new Date(), fact: 'need.added', subject: id, actor_id: 'p1', payload: JSON.stringify({ title: 'Ławka\t„u Józka”\\n' }) })
      .execute()
    await trx
      .insertInto('settings')
      .values({ name: id, value: JSON.stringify({ words: 'zażółć\n\\.\ngęślą', empty: null }) })
      .execute()
  })
}

async function sumsOf(database: TestDatabase) {
  const client = await database.pool.connect()
  try {
    await client.query('begin')
    await settleValues(client)
    const sums: Record<string, unknown> = {}
    for (const table of await tablesOf(client)) sums[table.name] = await sumOf(client, table)
    return sums
  } finally {
    await client.query('rollback')
    client.release()
  }
}

async function putFile(key: string, content: string): Promise<void> {
  mkdirSync(join(filesFolder, 'ab'), { recursive: true })
  writeFileSync(join(filesFolder, key), content)
  await source.db
    .insertInto('files')
    .values({
      id: newId('file'),
      owner_id: 'p1',
      subject: 'need',
      visibility: 'public',
      kind: 'pdf',
      name: 'a.pdf',
      bytes: content.length,
      disk_key: key,
      created_at: new Date(),
    } as never)
    .execute()
}

beforeAll(async () => {
  source = await copyTemplate(inject('serverUrl'))
  for (let written = 0; written < 300; written++) await writeOne(source)
  while ((await sequence(source.db)) > 0);
  await putFile('ab/abcdef', 'a file '.repeat(40_000))
  await putFile('ab/erased', 'gone')
  rmSync(join(filesFolder, 'ab/erased'))
})
afterAll(async () => {
  for (const database of [source, ...others]) await database.drop()
  rmSync(folder, { recursive: true, force: true })
})

test('what was backed up at rest is restored to the last byte, and numbering goes on', async () => {
  const made = await makeBackup({ pool: source.pool, filesFolder, file: file('rest') })
  expect(made).toMatchObject({ ok: true, report: { files: 1, missing: ['ab/erased'] } })
  const target = await another()
  const restored = await restoreBackup({ ownerUrl: target.url, filesFolder: join(folder, 'files-2'), file: file('rest') })
  expect(restored).toMatchObject({ ok: true })
  expect(await sumsOf(target)).toEqual(await sumsOf(source))
  expect(readFileSync(join(folder, 'files-2/ab/abcdef'), 'utf8')).toBe('a file '.repeat(40_000))
  expect(await checkLedger(target.db)).toEqual(await checkLedger(source.db))
  await writeOne(target)
  expect(await sequence(target.db)).toBe(1)
  const { rows } = await target.pool.query(
    "select count(*)::int as n from pg_constraint where contype = 'f' and connamespace = 'public'::regnamespace",
  )
  const before = await source.pool.query("select count(*)::int as n from pg_constraint where contype = 'f' and connamespace = 'public'::regnamespace")
  expect(rows).toEqual(before.rows)
  await expect(target.pool.query('delete from ledger_chain')).rejects.toThrow('append-only')
})

test('under live writes a backup is one moment: no fact without its subject, no link missing', async () => {
  let writing = true
  let acknowledged = 0
  const writers = Array.from({ length: 4 }, async () => {
    while (writing) {
      await writeOne(source)
      acknowledged += 1
    }
  })
  const sequencer = (async () => {
    while (writing) await sequence(source.db)
  })()
  const before = acknowledged
  const made = await makeBackup({ pool: source.pool, filesFolder, file: file('live') })
  expect(acknowledged).toBeGreaterThan(before)
  writing = false
  await Promise.all([...writers, sequencer])
  expect(made.ok).toBe(true)
  const target = await another()
  expect(await restoreBackup({ ownerUrl: target.url, filesFolder: join(folder, 'files-3'), file: file('live') })).toMatchObject({ ok: true })
  const { rows } = await target.pool.query(`
    select (select count(*)::int from settings) as subjects,
           (select count(*)::int from (select subject from ledger_chain union all select subject from ledger_inbox) f join settings s on s.name = f.subject) as facts`)
  expect(rows[0].facts).toBe(rows[0].subjects)
  expect(rows[0].facts).toBeGreaterThanOrEqual(300)
  expect((await checkLedger(target.db)).faults).toEqual([])
})

test('an older backup is restored in its own shape and then brought to the newest', async () => {
  const target = await another()
  const name = `wspolne_old_${process.pid}`
  await createDatabase(inject('serverUrl'), name)
  const url = Object.assign(new URL(inject('serverUrl')), { pathname: `/${name}` }).href
  const old = openDatabase(url, { max: 2 })
  try {
    const names = (await target.pool.query('select name from kysely_migration order by name')).rows.map(row => row.name)
    const early = names.filter(name => /^\d+_(ledger|files|territories)$/.test(name))
    await migrate(old.db, early)
    await old.pool.query("insert into settings values ('old', '1')")
    expect(await makeBackup({ pool: old.pool, filesFolder, file: file('old') })).toMatchObject({ ok: true })
    expect(await restoreBackup({ ownerUrl: target.url, filesFolder, file: file('old') })).toMatchObject({ ok: true })
    expect((await target.pool.query('select name from kysely_migration order by name')).rows.map(row => row.name)).toEqual(names)
    expect((await target.pool.query('select name from settings')).rows).toEqual([{ name: 'old' }])
  } finally {
    await old.close()
    await dropDatabase(inject('serverUrl'), name)
  }
})

test('a file cut short, changed or foreign restores nothing, and a filled database is left alone', async () => {
  const target = await another()
  const before = await sumsOf(target)
  const whole = readFileSync(file('rest'))
  const plain = gunzipSync(whole)
  const changed = Buffer.from(plain)
  changed[plain.indexOf('zażółć')] = 'Z'.charCodeAt(0)
  const later = Buffer.from(plain.toString('latin1').replace('"format": 1', '"format": 9'), 'latin1')
  const unknown = Buffer.from(plain.toString('latin1').replace('_ledger"', '_ledgfr"'), 'latin1')
  const planted: [string, Buffer, RegExp][] = [
    ['short', whole.subarray(0, whole.length - 2000), /damaged or cut short/],
    ['headless', whole.subarray(0, 10), /not a backup/],
    ['changed', gzipSync(changed), /damaged or cut short/],
    ['unfinished', gzipSync(plain.subarray(0, plain.length - 4096)), /damaged or cut short/],
    ['foreign', gzipSync(Buffer.from('hello')), /not a backup/],
    ['picture', Buffer.from('hello'), /not a backup/],
    ['later', gzipSync(later), /newer release/],
    ['unknown', gzipSync(unknown), /newer release/],
  ]
  for (const [name, content, why] of planted) {
    writeFileSync(file(name), content)
    const filesHere = join(folder, `files-of-${name}`)
    const answer = await restoreBackup({ ownerUrl: target.url, filesFolder: filesHere, file: file(name) })
    expect(answer, name).toMatchObject({ ok: false, why: expect.stringMatching(why) })
    expect(await sumsOf(target), name).toEqual(before)
  }
  expect(readdirSync(folder).filter(name => name.endsWith('.unfinished'))).toEqual([])
  const filled = await restoreBackup({ ownerUrl: source.url, filesFolder, file: file('rest') })
  expect(filled).toMatchObject({ ok: false, why: expect.stringContaining('not empty') })
})

test('a backup is not written over another, nor into a folder that is not there', async () => {
  expect(await makeBackup({ pool: source.pool, filesFolder, file: file('rest') })).toMatchObject({
    ok: false,
    why: expect.stringContaining('already there'),
  })
  expect(await makeBackup({ pool: source.pool, filesFolder, file: file('no/where') })).toMatchObject({
    ok: false,
    why: expect.stringContaining('no folder'),
  })
})
