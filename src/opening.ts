import pg from 'pg'
import type { Config } from '#platform/config.ts'
import { lockDataDir } from '#platform/data-dir-lock.ts'
import { type Database, openDatabase } from '#platform/db.ts'
import { startPostgres } from '#platform/embedded-postgres.ts'
import { grantToApp } from '#platform/grants.ts'
import { migrateJobs } from '#platform/jobs.ts'
import type { Log } from '#platform/log.ts'
import { migrate } from '#platform/migrate.ts'

/** The database, brought to its newest shape and opened in the role of the running product. */
export type Opened = Database & {
  readonly url: string
  /** The owner's connections, for the sequencer and the queue of jobs alone: the queue's tables let nobody else in. */
  readonly keeper: Database
  stop(): Promise<void>
}
export type Opening = { readonly ok: true; readonly opened: Opened } | { readonly ok: false; readonly why: string }

/**
 * Opens the data. `alone` is how the server starts: it must be the only one on its folder. A command may also run
 * beside a running server; then it borrows the server's database and leaves it running.
 */
export async function openData(config: Config, log: Log, alone: boolean): Promise<Opening> {
  const server = await openServer(config, log, alone)
  if (!server.ok) return server
  const { ownerUrl, url } = server
  await prepare(ownerUrl)
  const onError = (error: Error) => log.warn({ error: error.message }, 'an idle database connection was lost')
  const database = openDatabase(url, { onError, pipelined: true })
  const keeper = openDatabase(ownerUrl, { max: 6, onError })
  const stop = async () => {
    await database.close()
    await keeper.close()
    await server.stop()
  }
  return { ok: true, opened: { ...database, url, keeper, stop } }
}

type OpenServer = { readonly ok: true; readonly ownerUrl: string; readonly url: string; stop(): Promise<void> }

/** The database server as it is, its tables untouched: a backup must not change what it copies. */
export async function openServer(config: Config, log: Log, alone: boolean): Promise<OpenServer | { readonly ok: false; readonly why: string }> {
  const lock = await lockDataDir(config.dataDir)
  if (!lock.ok && alone) return { ok: false, why: lock.why }
  const letGo = () => lock.ok && lock.release()
  try {
    if (config.databaseUrl !== undefined) {
      await visit(config.databaseUrl)
      return { ok: true, ownerUrl: config.databaseUrl, url: config.databaseUrl, stop: async () => void letGo() }
    }
    const embedded = await startPostgres({ dataDir: config.dataDir, log: line => log.debug(line) })
    const stop = async () => {
      if (lock.ok) await embedded.stop()
      letGo()
    }
    return { ok: true, ownerUrl: embedded.url, url: embedded.appUrl, stop }
  } catch (error) {
    letGo()
    return { ok: false, why: (error as Error).message }
  }
}

/** Says in one sentence what is wrong with somebody else's server, before anything is built on it. */
async function visit(url: string): Promise<void> {
  const client = new pg.Client({ connectionString: url, connectionTimeoutMillis: 10_000 })
  client.on('error', () => {})
  try {
    await client.connect()
    const { rows } = await client.query<{ server_version_num: string }>('show server_version_num')
    if (Number(rows[0]?.server_version_num) < 150_000) throw new Error('it is older than PostgreSQL 15')
  } catch (error) {
    const { message, code } = error as Error & { code?: string }
    throw new Error(`The database of DATABASE_URL cannot be used: ${message || code}.`)
  } finally {
    await client.end()
  }
}

async function prepare(ownerUrl: string): Promise<void> {
  const owner = openDatabase(ownerUrl, { max: 1 })
  try {
    await migrate(owner.db)
    await migrateJobs(ownerUrl)
    await grantToApp(owner.db)
  } finally {
    await owner.close()
  }
}
