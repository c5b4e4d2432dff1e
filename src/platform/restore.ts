import { createHash } from 'node:crypto'
import { createReadStream, existsSync } from 'node:fs'
import { mkdir, open, rename, rm } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { createGunzip } from 'node:zlib'
import pg from 'pg'
import { from as copyFrom } from 'pg-copy-streams'
import {
  type BackupHead,
  type BackupManifest,
  backupFormat,
  backupHead,
  backupManifest,
  quoted,
  settleValues,
  sumOf,
} from '#platform/backup-tables.ts'
import { openDatabase } from '#platform/db.ts'
import { knownMigrations, migrate } from '#platform/migrate.ts'
import { intoEmpty } from '#platform/restore-tables.ts'
import { readTar, type TarEntry } from '#platform/tar.ts'

export type RestoreReport = { readonly madeAt: string; readonly tables: number; readonly rows: number; readonly files: number }
type Restored = { readonly ok: true; readonly report: RestoreReport } | { readonly ok: false; readonly why: string }
type Options = { readonly ownerUrl: string; readonly filesFolder: string; readonly file: string; readonly progress?: (line: string) => void }

const damaged = 'The file is damaged or cut short: nothing was restored.'
/** A "no" from deep inside: the transaction is rolled back, and the reader gets the sentence. */
const refusals = new WeakSet<Error>()
function refuseToRestore(why: string): never {
  const error = new Error(why)
  refusals.add(error)
  throw error
}

/**
 * Brings a backup into an empty database, all or nothing: the tables are built as they were then, filled and compared with the digests in one
 * transaction, and only after that brought to the newest shape.
 */
export async function restoreBackup(options: Options): Promise<Restored> {
  if (!existsSync(options.file)) return { ok: false, why: `There is no file ${options.file}.` }
  const packed = createReadStream(options.file)
  const plain = createGunzip()
  packed.on('error', error => plain.destroy(error))
  // it may break before anybody reads; whoever reads is told
  plain.on('error', () => {})
  const entries = readTar(packed.pipe(plain))
  const client = new pg.Client({ connectionString: options.ownerUrl })
  client.on('error', () => {})
  await client.connect()
  const placed: string[] = []
  try {
    const head = await readHead(entries)
    await shapeAs(client, options.ownerUrl, head)
    await client.query('begin')
    const report = await fill(client, entries, head, options, placed)
    await client.query('commit')
    await newestShape(options.ownerUrl)
    return { ok: true, report }
  } catch (error) {
    await client.query('rollback').catch(() => {})
    for (const path of placed) await rm(path, { force: true })
    if (error instanceof Error && refusals.has(error)) return { ok: false, why: error.message }
    if (isDamage(error)) return { ok: false, why: damaged }
    throw error
  } finally {
    await client.end()
    packed.destroy()
    plain.destroy()
  }
}

const isDamage = (error: unknown) => {
  const { code = '', message = '' } = error as { code?: string; message?: string }
  // 22P04: the server met rows that COPY cannot read
  return code.startsWith('Z_') || code === '22P04' || /not a tar file|ends too early/.test(message)
}

async function readHead(entries: AsyncGenerator<TarEntry>): Promise<BackupHead> {
  const first = await entries.next().catch(() => undefined)
  const told = first && !first.done && first.value.name === 'head.json' ? await readJson(first.value) : undefined
  const { product, format } = (told ?? {}) as Partial<BackupHead>
  if (product !== 'wspolne-projekty') refuseToRestore('This file is not a backup of Wspólne Projekty.')
  const newer = 'The backup was made by a newer release: install that release or a later one, and restore with it.'
  if (typeof format === 'number' && format > backupFormat) refuseToRestore(newer)
  const head = backupHead.parse(told)
  const known = new Set(await knownMigrations())
  if (!head.migrations.every(name => known.has(name))) refuseToRestore(newer)
  return head
}

async function readJson(entry: TarEntry): Promise<unknown> {
  const parts: Buffer[] = []
  for await (const part of entry.body) parts.push(part)
  return JSON.parse(Buffer.concat(parts).toString())
}

/** An empty database in exactly the shape that the backup had. */
async function shapeAs(client: pg.Client, ownerUrl: string, head: BackupHead): Promise<void> {
  const why = await intoEmpty(client, head.migrations)
  if (why) refuseToRestore(why)
  const { db, close } = openDatabase(ownerUrl, { max: 1 })
  await migrate(db, head.migrations).finally(close)
}

async function newestShape(ownerUrl: string): Promise<void> {
  const { db, close } = openDatabase(ownerUrl, { max: 1 })
  await migrate(db).finally(close)
}

async function fill(
  client: pg.Client,
  entries: AsyncGenerator<TarEntry>,
  head: BackupHead,
  options: Options,
  placed: string[],
): Promise<RestoreReport> {
  const { progress = () => {} } = options
  await settleValues(client)
  const mend = await setAside(client, head)
  const { tables, files, manifest } = await readAll(client, entries, head, options, placed)
  for (const table of head.tables) {
    const told = manifest.tables[table.name]
    progress(`comparing: ${table.name}`)
    const kept = await sumOf(client, table)
    if (!told || told.sha256 !== tables.get(table.name) || told.sha256 !== kept.sha256 || told.rows !== kept.rows) refuseToRestore(damaged)
  }
  for (const [name, told] of Object.entries(manifest.files)) if (files.get(name) !== told.sha256) refuseToRestore(damaged)
  await mend()
  for (const { table, column, last, used } of head.sequences) {
    await client.query('select setval(pg_get_serial_sequence($1, $2), $3, $4)', [`public.${quoted(table)}`, column, last, used])
  }
  // their jobs stayed in the old queue
  await client.query("update public.letters set state = 'waiting' where state = 'queued'")
  const rows = Object.values(manifest.tables).reduce((total, table) => total + table.rows, 0)
  return { madeAt: head.madeAt, tables: head.tables.length, rows, files: files.size }
}

/** For this transaction only: triggers (the ledger's among them) and references rest, and what migrations wrote gives way to what the backup holds. */
async function setAside(client: pg.Client, head: BackupHead): Promise<() => Promise<void>> {
  const all = head.tables.map(table => `public.${quoted(table.name)}`)
  const { rows: references } = await client.query<{ table: string; name: string; says: string }>(
    `select conrelid::regclass::text as table, conname as name, pg_get_constraintdef(oid) as says from pg_constraint
     where contype = 'f' and connamespace = 'public'::regnamespace order by conrelid::regclass::text, conname`,
  )
  for (const table of all) await client.query(`alter table ${table} disable trigger user`)
  for (const { table, name } of references) await client.query(`alter table ${table} drop constraint ${quoted(name)}`)
  await client.query(`truncate ${all.join(', ')}`)
  return async () => {
    for (const { table, name, says } of references) await client.query(`alter table ${table} add constraint ${quoted(name)} ${says}`)
    for (const table of all) await client.query(`alter table ${table} enable trigger user`)
  }
}

type Read = { readonly tables: Map<string, string>; readonly files: Map<string, string>; readonly manifest: BackupManifest }
async function readAll(client: pg.Client, entries: AsyncGenerator<TarEntry>, head: BackupHead, options: Options, placed: string[]): Promise<Read> {
  const { progress = () => {}, filesFolder } = options
  const columns = new Map(head.tables.map(table => [table.name, table.columns]))
  const digests = new Map(head.tables.map(({ name }) => [name, createHash('sha256')]))
  const files = new Map<string, string>()
  for await (const entry of entries) {
    if (entry.name === 'manifest.json') {
      const manifest = backupManifest.parse(await readJson(entry))
      return { files, manifest, tables: new Map([...digests].map(([name, digest]) => [name, digest.digest('hex')])) }
    }
    const [, kind, rest = ''] = /^(tables|files)\/(.+)$/.exec(entry.name) ?? []
    const table = rest.replace(/\/\d+$/, '')
    const [kept, digest] = [columns.get(table), digests.get(table)]
    progress(entry.name)
    if (kind === 'files') files.set(rest, await place(entry, join(filesFolder, safe(rest)), placed))
    else if (kind === 'tables' && kept && digest) {
      await pour(client, entry, `copy public.${quoted(table)} (${kept.map(quoted).join(', ')}) from stdin`, part => digest.update(part))
    } else refuseToRestore(damaged)
  }
  return refuseToRestore(damaged)
}

/** One entry holds whole rows and is one COPY. */
async function pour(client: pg.Client, entry: TarEntry, statement: string, seen: (part: Buffer) => void): Promise<void> {
  const watched = Readable.from(
    (async function* () {
      for await (const part of entry.body) {
        seen(part)
        yield part
      }
    })(),
    { objectMode: false },
  )
  await pipeline(watched, client.query(copyFrom(statement)))
}

/** Never outside the folder of files, whatever the name says. */
function safe(name: string): string {
  return /^[\w-]+\/[\w-]+(\.small)?$/.test(name) ? name : refuseToRestore(damaged)
}

async function place(entry: TarEntry, path: string, placed: string[]): Promise<string> {
  const digest = createHash('sha256')
  await mkdir(dirname(path), { recursive: true })
  const unfinished = `${path}.unfinished`
  const handle = await open(unfinished, 'w', 0o600)
  try {
    for await (const part of entry.body) {
      digest.update(part)
      await handle.writeFile(part)
    }
    await handle.sync()
  } catch (error) {
    await rm(unfinished, { force: true })
    throw error
  } finally {
    await handle.close()
  }
  if (!existsSync(path)) placed.push(path)
  await rename(unfinished, path)
  return digest.digest('hex')
}
