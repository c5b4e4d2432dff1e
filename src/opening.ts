import type { Config } from '#platform/config.ts'
import { lockDataDir } from '#platform/data-dir-lock.ts'
import { type Database, openDatabase } from '#platform/db.ts'
import { startPostgres } from '#platform/embedded-postgres.ts'
import { grantToApp } from '#platform/grants.ts'
import { migrateJobs } from '#platform/jobs.ts'
import type { Log } from '#platform/log.ts'
import { migrate } from '#platform/migrate.ts'

/** The database, brought to its newest shape and opened in the role of the running product. */
export type Opened = Database & { readonly url: string; stop(): Promise<void> }
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
  const database = openDatabase(url, { onError: error => log.warn({ error: error.message }, 'an idle database connection was lost') })
  const stop = async () => {
    await database.close()
    await server.stop()
  }
  return { ok: true, opened: { ...database, url, stop } }
}

type OpenServer = { readonly ok: true; readonly ownerUrl: string; readonly url: string; stop(): Promise<void> }

/** The database server as it is, its tables untouched: a backup must not change what it copies. */
export async function openServer(config: Config, log: Log, alone: boolean): Promise<OpenServer | { readonly ok: false; readonly why: string }> {
  const lock = await lockDataDir(config.dataDir)
  if (!lock.ok && alone) return { ok: false, why: lock.why }
  const embedded = config.databaseUrl === undefined ? await startPostgres({ dataDir: config.dataDir, log: line => log.debug(line) }) : undefined
  const ownerUrl = embedded?.url ?? config.databaseUrl ?? ''
  const stop = async () => {
    if (!lock.ok) return
    await embedded?.stop()
    lock.release()
  }
  return { ok: true, ownerUrl, url: embedded?.appUrl ?? ownerUrl, stop }
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
