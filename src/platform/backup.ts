import { createHash, type Hash } from 'node:crypto'
import { once } from 'node:events'
import { createReadStream, createWriteStream } from 'node:fs'
import { open, rename, rm, stat } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import type { Writable } from 'node:stream'
import { finished } from 'node:stream/promises'
import { createGzip } from 'node:zlib'
import type { Pool, PoolClient } from 'pg'
import {
  type BackupHead,
  type BackupManifest,
  backupFormat,
  migrationsOf,
  rowsOf,
  sequencesOf,
  settleValues,
  tablesOf,
} from '#platform/backup-tables.ts'
import { tarEnd, tarFill, tarHead } from '#platform/tar.ts'

export type BackupReport = { readonly tables: number; readonly rows: number; readonly files: number; readonly missing: readonly string[] }
type Progress = (line: string) => void
type Made = { readonly ok: true; readonly report: BackupReport } | { readonly ok: false; readonly why: string }

// a table goes into the tar in parts, so that its length need not be known beforehand
const partSize = 1024 * 1024

/**
 * Everything the product keeps, as of one moment, in one file: all tables in one REPEATABLE READ transaction while the product goes on writing,
 * then the uploaded files that those tables name. What waits in the queue of jobs is left out: letters still on their way are queued again after a restore.
 */
export async function makeBackup(options: { pool: Pool; filesFolder: string; file: string; progress?: Progress }): Promise<Made> {
  const { pool, file } = options
  if (await exists(file)) return { ok: false, why: `${file} is already there: give another name, or remove it first.` }
  if (!(await exists(dirname(file)))) return { ok: false, why: `There is no folder ${dirname(file)}.` }
  const unfinished = `${file}.unfinished`
  const client = await pool.connect()
  const packed = createGzip({ level: 5 })
  const target = createWriteStream(unfinished, { mode: 0o600 })
  // both ends are watched from the first byte on: a full disk must end the work, not the process
  const written = finished(packed.pipe(target))
  packed.on('error', error => target.destroy(error))
  written.catch(error => packed.destroy(error))
  try {
    await client.query('begin transaction isolation level repeatable read read only')
    const report = await writeAll(client, tarInto(packed), options)
    if (!report) return { ok: false, why: 'There is nothing to back up: this database was never filled.' }
    packed.end()
    await written
    await keepForGood(unfinished, file)
    return { ok: true, report }
  } finally {
    await client.query('rollback').catch(() => {})
    client.release()
    packed.destroy()
    target.destroy()
    await rm(unfinished, { force: true })
  }
}

async function writeAll(client: PoolClient, tar: TarTo, options: { filesFolder: string; progress?: Progress }): Promise<BackupReport | null> {
  const { progress = () => {} } = options
  await settleValues(client)
  const head = await readHead(client)
  if (head.migrations.length === 0) return null
  await tar.whole('head.json', json(head))
  const manifest: BackupManifest = { tables: {}, files: {} }
  for (const [index, table] of head.tables.entries()) {
    progress(`tables: ${index + 1} of ${head.tables.length} (${table.name})`)
    const rows = await rowsOf(client, table)
    const sha256 = await tar.inParts(`tables/${table.name}`, rows)
    manifest.tables[table.name] = { rows: rows.rowCount, sha256 }
  }
  const names = await fileNamesOf(client)
  const missing: string[] = []
  for (const [index, name] of names.entries()) {
    progress(`files: ${index + 1} of ${names.length}`)
    const kept = await tar.file(`files/${name}`, join(options.filesFolder, name))
    if (kept) manifest.files[name] = kept
    else if (!name.endsWith('.small')) missing.push(name)
  }
  await tar.whole('manifest.json', json(manifest))
  await tar.end()
  const rows = Object.values(manifest.tables).reduce((total, table) => total + table.rows, 0)
  return { tables: head.tables.length, rows, files: Object.keys(manifest.files).length, missing }
}

async function readHead(client: PoolClient): Promise<BackupHead> {
  const { rows } = await client.query<{ server_version: string }>('show server_version')
  return {
    product: 'wspolne-projekty',
    format: backupFormat,
    madeAt: new Date().toISOString(),
    postgres: rows[0]?.server_version ?? '',
    migrations: [...(await migrationsOf(client))],
    tables: await tablesOf(client),
    sequences: await sequencesOf(client),
  }
}

/** A picture lies on the disk twice: whole and small. */
async function fileNamesOf(client: PoolClient): Promise<string[]> {
  const { rows } = await client.query<{ disk_key: string }>('select disk_key from public.files order by disk_key')
  return rows.flatMap(({ disk_key }) => [disk_key, `${disk_key}.small`])
}

type TarTo = ReturnType<typeof tarInto>
function tarInto(target: Writable) {
  const put = async (part: Buffer) => {
    if (part.length > 0 && !target.write(part)) await once(target, 'drain')
  }
  const whole = async (name: string, content: Buffer) => {
    await put(tarHead(name, content.length))
    await put(content)
    await put(tarFill(content.length))
  }
  return {
    whole,
    async inParts(name: string, source: AsyncIterable<Buffer>): Promise<string> {
      const digest = createHash('sha256')
      let [gathered, size, parts] = [[] as Buffer[], 0, 0]
      const flush = async (last: boolean) => {
        const all = Buffer.concat(gathered)
        // each part ends with a whole row, so that it can be read back by itself
        const cut = last ? all.length : all.lastIndexOf(10) + 1
        gathered = [all.subarray(cut)]
        size = all.length - cut
        if (cut === 0) return
        parts += 1
        await whole(`${name}/${String(parts).padStart(6, '0')}`, all.subarray(0, cut))
      }
      for await (const part of source) {
        digest.update(part)
        gathered.push(part)
        size += part.length
        if (size >= partSize) await flush(false)
      }
      await flush(true)
      return digest.digest('hex')
    },
    /** Null when somebody erased the file a moment ago. */
    async file(name: string, path: string): Promise<{ bytes: number; sha256: string } | null> {
      const found = await open(path).catch(() => null)
      if (!found) return null
      const { size } = await found.stat()
      const digest: Hash = createHash('sha256')
      await put(tarHead(name, size))
      if (size > 0)
        for await (const part of createReadStream('', { fd: found, start: 0, end: size - 1 })) {
          digest.update(part as Buffer)
          await put(part as Buffer)
        }
      else await found.close()
      await put(tarFill(size))
      return { bytes: size, sha256: digest.digest('hex') }
    },
    end: () => put(tarEnd()),
  }
}

const json = (value: unknown) => Buffer.from(`${JSON.stringify(value, null, 1)}\n`)
const exists = (path: string) =>
  stat(path).then(
    () => true,
    () => false,
  )

/** Forced to the disk and only then named, so that whatever bears the name is whole. */
async function keepForGood(unfinished: string, file: string): Promise<void> {
  const handle = await open(unfinished, 'r+')
  await handle.sync()
  await handle.close()
  await rename(unfinished, file)
}
