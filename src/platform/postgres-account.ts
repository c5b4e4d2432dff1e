import { execFileSync } from 'node:child_process'
import { chmodSync, chownSync, mkdirSync, type Stats, statSync } from 'node:fs'
import { dirname } from 'node:path'

/** Whom the database server runs as; null: as whoever runs us. */
export type Account = { readonly uid: number; readonly gid: number }

const statOf = (path: string): Stats | undefined => statSync(path, { throwIfNoEntry: false })

function named(user: string): Account | null {
  try {
    const ask = (what: string) => Number(execFileSync('id', [what, user], { encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore'] }))
    return { uid: ask('-u'), gid: ask('-g') }
  } catch {
    return null
  }
}

/** initdb asks for the name of its user, so an owner without an entry in the user list cannot run it. */
function hasName(uid: number): boolean {
  try {
    execFileSync('id', ['-nu', String(uid)], { stdio: 'ignore' })
    return true
  } catch {
    return false
  }
}

function ownerOf(path: string): Account | null {
  const stat = statOf(path)
  return stat && stat.uid !== 0 && hasName(stat.uid) ? { uid: stat.uid, gid: stat.gid } : null
}

/** PostgreSQL refuses to run as root: then it runs as the owner of the data, at first as `postgres` or `nobody`. */
export function chooseAccount(dataDir: string, place: string): Account | null {
  if (process.getuid?.() !== 0) return null
  const account = ownerOf(place) ?? ownerOf(dataDir) ?? named('postgres') ?? named('nobody')
  if (!account)
    throw new Error('PostgreSQL does not run as root and there is no user "postgres" or "nobody": start as another user or set DATABASE_URL.')
  return account
}

const enters = (stat: Stats, { uid, gid }: Account): boolean => (stat.mode & (stat.uid === uid ? 0o100 : stat.gid === gid ? 0o010 : 0o001)) !== 0

/** The folder of the cluster, its programs and passwords: of the account alone, with a way in through DATA_DIR. */
export function preparePlace(dataDir: string, place: string, account: Account | null): void {
  mkdirSync(dataDir, { recursive: true })
  mkdirSync(place, { recursive: true, mode: 0o700 })
  if (!account) return
  const stat = statSync(dataDir)
  if (!enters(stat, account)) chmodSync(dataDir, (stat.mode & 0o777) | 0o011)
  chownSync(place, account.uid, account.gid)
}

/** The nearest folder above that the account may not enter, for the sentence that explains a failure. */
export function closedFolderAbove(path: string, account: Account | null): string | null {
  const above = dirname(path)
  if (!account || above === path) return null
  const stat = statOf(above)
  return stat && !enters(stat, account) ? above : closedFolderAbove(above, account)
}
