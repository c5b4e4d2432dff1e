import type { Dirent } from 'node:fs'
import { readdir, rm, stat } from 'node:fs/promises'
import { basename, join } from 'node:path'
import type { Ctx } from '#platform/context.ts'

const dayOld = 86_400_000
const batch = 500

/**
 * Files that no row knows: what was written in a transaction that was rolled back. A file lies on disk before its row is committed, so only what is a day
 * old goes. Answers how many went.
 */
export async function sweepStrayFiles({ db, wall }: Pick<Ctx, 'db' | 'wall'>, folder: string): Promise<number> {
  const old = await filesOlderThan(folder, new Date(wall.getTime() - dayOld))
  let gone = 0
  for (let at = 0; at < old.length; at += batch) {
    const some = old.slice(at, at + batch)
    const known = await db
      .selectFrom('files')
      .select('disk_key')
      .where(
        'disk_key',
        'in',
        some.map(({ key }) => key),
      )
      .execute()
    const kept = new Set(known.map(row => row.disk_key))
    const stray = some.filter(({ key }) => !kept.has(key))
    for (const { path } of stray) await rm(path, { force: true })
    gone += stray.length
  }
  return gone
}

type OnDisk = { readonly path: string; readonly key: string }

/** Two levels, as they are written: `ab/abcdef…` and its small copy. */
async function filesOlderThan(folder: string, before: Date): Promise<OnDisk[]> {
  const found: OnDisk[] = []
  for (const shelf of (await list(folder)).filter(entry => entry.isDirectory())) {
    for (const file of (await list(join(folder, shelf.name))).filter(entry => entry.isFile())) {
      const path = join(folder, shelf.name, file.name)
      const { mtime } = await stat(path)
      if (mtime < before) found.push({ path, key: `${shelf.name}/${basename(file.name, '.small')}` })
    }
  }
  return found
}

const list = (folder: string): Promise<Dirent[]> =>
  readdir(folder, { withFileTypes: true }).catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT') return []
    throw error
  })
