import { readdir } from 'node:fs/promises'
import { Migrator } from 'kysely'
import type { Db } from '#platform/db.ts'

const folder = new URL('./migrations/', import.meta.url)

/**
 * Brings the database to the newest shape, or to the one that `only` these migrations make. Each migration is a file `<time>_<what>.ts` that
 * exports `up`; there is no way down.
 */
export async function migrate(db: Db, only?: readonly string[]): Promise<readonly string[]> {
  const migrator = new Migrator({ db, provider: { getMigrations: () => getMigrations(only) }, allowUnorderedMigrations: true })
  const { error, results } = await migrator.migrateToLatest()
  if (error) throw error
  return (results ?? []).map(result => result.migrationName)
}

const nameOf = (file: string) => file.replace(/\.\w+$/, '')
const filesOf = async () => (await readdir(folder)).filter(file => /^\d{14}_.*\.(ts|js)$/.test(file)).sort()

/** The names of all migrations of this release, in their order. */
export const knownMigrations = async (): Promise<readonly string[]> => (await filesOf()).map(nameOf)

async function getMigrations(only?: readonly string[]) {
  const files = (await filesOf()).filter(file => !only || only.includes(nameOf(file)))
  const loaded = files.map(async file => [nameOf(file), await import(new URL(file, folder).href)] as const)
  return Object.fromEntries(await Promise.all(loaded))
}
