import { randomBytes } from 'node:crypto'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout } from 'node:timers/promises'
import pg from 'pg'
import { type Database, openDatabase } from '#platform/db.ts'
import { migrateJobs } from '#platform/jobs.ts'
import { migrate } from '#platform/migrate.ts'

// the name holds the process, so that two runs on one server do not meet
const template = `wspolne_template_${process.pid}`

/** The demo world that journeys copy; one for a whole run. */
export const worldName = `wspolne_world_${process.pid}`
export const fillingName = `${worldName}_filling`
export const filesOfWorld = join(tmpdir(), `${worldName}-files`)

const named = (url: string, name: string) => Object.assign(new URL(url), { pathname: `/${name}` }).href

async function asAdmin(url: string, statement: string): Promise<void> {
  const client = new pg.Client({ connectionString: url })
  await client.connect()
  try {
    await client.query(statement)
  } finally {
    await client.end()
  }
}

/** A migrated, empty database that every test file copies. */
export async function makeTemplate(serverUrl: string): Promise<void> {
  await asAdmin(serverUrl, `drop database if exists ${template}`)
  await asAdmin(serverUrl, `create database ${template} template template0 encoding 'UTF8'`)
  const { db, close } = openDatabase(named(serverUrl, template), { max: 1 })
  await migrate(db)
  await close()
  await migrateJobs(named(serverUrl, template))
}

/** Leaves somebody else's server as it was found. */
export async function dropTemplate(serverUrl: string): Promise<void> {
  await asAdmin(serverUrl, `drop database if exists ${template} with (force)`)
  for (const name of [worldName, fillingName]) await asAdmin(serverUrl, `drop database if exists ${name} with (force)`)
}

/** A worker of the server itself (autovacuum) may be in it and cannot be sent away by a role that is no superuser: a moment later it has gone. */
async function dropped(serverUrl: string, name: string, tries = 20): Promise<void> {
  try {
    await asAdmin(serverUrl, `drop database if exists ${name} with (force)`)
  } catch (error) {
    if (tries === 0) throw error
    await setTimeout(250)
    await dropped(serverUrl, name, tries - 1)
  }
}

export type TestDatabase = Database & {
  readonly url: string
  /** What is done in it is undone at its end. */
  rehearse<T>(work: () => Promise<T>): Promise<T>
  drop(): Promise<void>
}

const within: Readonly<Record<string, string>> = { begin: 'savepoint act', commit: 'release savepoint act', rollback: 'rollback to savepoint act' }

/** Everybody is given one connection, in a transaction that is never committed; the product's own transactions are savepoints in it. */
async function rehearseOn<T>(pool: pg.Pool, work: () => Promise<T>): Promise<T> {
  const client = await pool.connect()
  const query = (text: string, values?: unknown[]) => client.query(within[text] ?? text, values)
  const connect = pool.connect
  pool.connect = (async () => ({ query, release: () => undefined })) as unknown as typeof connect
  await client.query('begin')
  try {
    return await work()
  } finally {
    pool.connect = connect
    await client.query('rollback')
    client.release()
  }
}

/** A database of its own for one test file. */
export async function copyTemplate(serverUrl: string, onQuery?: (sql: string) => void): Promise<TestDatabase> {
  const name = `wspolne_${randomBytes(6).toString('hex')}`
  await asAdmin(serverUrl, `create database ${name} template ${template}`)
  const url = named(serverUrl, name)
  const database = openDatabase(url, { max: 20, ...(onQuery ? { onQuery } : {}) })
  return {
    ...database,
    url,
    rehearse: work => rehearseOn(database.pool, work),
    async drop() {
      await database.close()
      await dropped(serverUrl, name)
    },
  }
}
