import { randomBytes } from 'node:crypto'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
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

/** Work on the server itself, from the database that its address names. */
export async function onServer<T>(serverUrl: string, work: (client: pg.Client) => Promise<T>): Promise<T> {
  const client = new pg.Client({ connectionString: serverUrl })
  await client.connect()
  try {
    return await work(client)
  } finally {
    await client.end()
  }
}
export const createDatabase = (serverUrl: string, name: string, from = 'template0') =>
  onServer(serverUrl, client => client.query(`create database ${name} template ${from} encoding 'UTF8'`))

/**
 * Our own connections are ended by us. Not `with (force)`: that refuses a role that is no superuser while autovacuum looks into the database,
 * where the plain command sends autovacuum away by itself.
 */
export const dropDatabase = (serverUrl: string, name: string) =>
  onServer(serverUrl, async client => {
    await client.query('select pg_terminate_backend(pid, 5000) from pg_stat_activity where datname = $1 and usename = current_user', [name])
    await client.query(`drop database if exists ${name}`)
  })

/** A migrated, empty database that every test file copies. */
export async function makeTemplate(serverUrl: string): Promise<void> {
  await dropDatabase(serverUrl, template)
  await createDatabase(serverUrl, template)
  const { db, close } = openDatabase(named(serverUrl, template), { max: 1 })
  await migrate(db)
  await close()
  await migrateJobs(named(serverUrl, template))
}

/** Leaves somebody else's server as it was found. */
export async function dropTemplate(serverUrl: string): Promise<void> {
  for (const name of [template, worldName, fillingName]) await dropDatabase(serverUrl, name)
}

export type TestDatabase = Database & {
  readonly url: string
  /** What is done in it is undone at its end. */
  rehearse<T>(work: () => Promise<T>): Promise<T>
  drop(): Promise<void>
}

const within: Readonly<Record<string, string>> = { begin: 'savepoint act', commit: 'release savepoint act', rollback: 'rollback to savepoint act' }

/**
 * Everybody is given one connection, in a transaction that is never committed; the product's own transactions are savepoints in it. What a page asks side
 * by side waits here in a row: one connection answers one question at a time.
 */
async function rehearseOn<T>(pool: pg.Pool, work: () => Promise<T>): Promise<T> {
  const client = await pool.connect()
  let last: Promise<unknown> = Promise.resolve()
  const query = (text: string, values?: unknown[]) => {
    const answer = last.then(() => client.query(within[text] ?? text, values))
    last = answer.catch(() => undefined)
    return answer
  }
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
  await createDatabase(serverUrl, name, template)
  const url = named(serverUrl, name)
  const database = openDatabase(url, { max: 20, ...(onQuery ? { onQuery } : {}) })
  return {
    ...database,
    url,
    rehearse: work => rehearseOn(database.pool, work),
    async drop() {
      await database.close()
      await dropDatabase(serverUrl, name)
    },
  }
}
