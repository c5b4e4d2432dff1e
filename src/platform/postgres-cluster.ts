import { randomBytes } from 'node:crypto'
import { existsSync, readFileSync } from 'node:fs'
import { chown, open, readFile, rename, rm, writeFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import type pg from 'pg'
import { type Account, closedFolderAbove } from '#platform/postgres-account.ts'
import { type Binaries, programOf, run } from '#platform/postgres-binaries.ts'

export type Passwords = { readonly postgres: string; readonly owner: string; readonly app: string }
export type Role = keyof Passwords
export type Server = {
  readonly cluster: string
  readonly place: string
  readonly binaries: Binaries
  readonly account: Account | null
  readonly passwords: Passwords
}

const newPassword = () => randomBytes(24).toString('hex')

/** Written whole or not at all: a torn file would lock us out of the data. */
async function keepSecret(file: string, text: string, account: Account | null): Promise<void> {
  const handle = await open(`${file}.new`, 'w', 0o600)
  await handle.writeFile(text)
  if (account) await handle.chown(account.uid, account.gid)
  await handle.sync()
  await handle.close()
  await rename(`${file}.new`, file)
}

export async function readPasswords(place: string, account: Account | null): Promise<Passwords> {
  const file = join(place, 'passwords.json')
  if (!existsSync(file)) {
    await keepSecret(file, JSON.stringify({ postgres: newPassword(), owner: newPassword(), app: newPassword() } satisfies Passwords), account)
  }
  return JSON.parse(await readFile(file, 'utf8')) as Passwords
}

// sslmode is named so that a PGSSLMODE in the environment cannot ask for what a loopback server does not offer.
export const urlOf = (passwords: Passwords, role: Role, port: number, database: string): string =>
  `postgres://${role}:${passwords[role]}@127.0.0.1:${port}/${database}?sslmode=disable`

const localeChoices = [
  // The builtin provider sorts by code point everywhere; the libc ctype is what pg_trgm asks whether "ż" is a letter.
  ['--locale-provider=builtin', '--builtin-locale=C.UTF-8', '--locale=C', '--lc-ctype=C.UTF-8'],
  ['--locale-provider=builtin', '--builtin-locale=C.UTF-8', '--locale=C'],
]

/** Creates the cluster beside its place and moves it in whole, so an interrupted first start leaves nothing half made. */
export async function createCluster({ cluster, binaries, passwords, account }: Server, fast: boolean): Promise<void> {
  const unfinished = `${cluster}-unfinished`
  const passwordFile = join(dirname(cluster), 'initial-password')
  await writeFile(passwordFile, passwords.postgres, { mode: 0o600 })
  if (account) await chown(passwordFile, account.uid, account.gid)
  const outputs: string[] = []
  for (const locale of localeChoices) {
    await rm(unfinished, { recursive: true, force: true })
    const args = [
      '-D',
      unfinished,
      '-U',
      'postgres',
      `--pwfile=${passwordFile}`,
      '--auth=scram-sha-256',
      '--encoding=UTF8',
      '--no-instructions',
      ...(fast ? ['--no-sync'] : []),
      ...locale,
    ]
    const { code, output } = await run(programOf(binaries, 'initdb'), args, account)
    if (code === 0) {
      await rm(passwordFile)
      return rename(unfinished, cluster)
    }
    outputs.push(output)
  }
  await rm(passwordFile, { force: true })
  await rm(unfinished, { recursive: true, force: true })
  const closed = closedFolderAbove(cluster, account)
  if (closed) throw new Error(`DATA_DIR lies in ${closed}, which the user that runs PostgreSQL may not enter: choose another DATA_DIR.`)
  throw new Error(`The database could not be created: ${outputs[0]}`)
}

export function refuseOtherVersion(cluster: string, binaries: Binaries): void {
  const made = readFileSync(join(cluster, 'PG_VERSION'), 'utf8').trim()
  const runs = binaries.version.split('.')[0]
  if (made === runs) return
  throw new Error(
    `The data in ${cluster} are of PostgreSQL ${made} and this release runs ${runs}: make a backup with the release that wrote them and restore it here.`,
  )
}

/** The roles and the database of the product. Asked at each start, so that a first start cut short is finished by the next. */
export async function provision(superuser: pg.Client, passwords: Passwords): Promise<void> {
  const { rows } = await superuser.query<{ name: string }>(
    "select rolname as name from pg_roles where rolname in ('owner', 'app') union select datname from pg_database where datname = 'wspolne'",
  )
  const missing = (name: string) => !rows.some(row => row.name === name)
  if (missing('owner')) await superuser.query(`create role owner login createdb password '${passwords.owner}'`)
  if (missing('app')) await superuser.query(`create role app login password '${passwords.app}'`)
  if (missing('wspolne')) await superuser.query('create database wspolne owner owner template template0')
}
