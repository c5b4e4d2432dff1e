import { readdir } from 'node:fs/promises'
import { Migrator } from 'kysely'
import type { Db } from '#platform/db.ts'

const folder = new URL('./migrations/', import.meta.url)

/** Brings the database to the newest shape. Each migration is a file `<time>_<what>.ts` that exports `up`; there is no way down. */
export async function migrate(db: Db): Promise<readonly string[]> {
  const migrator = new Migrator({ db, provider: { getMigrations }, allowUnorderedMigrations: true })
  const { error, results } = await migrator.migrateToLatest()
  if (error) throw error
  return (results ?? []).map(result => result.migrationName)
}

async function getMigrations() {
  const files = (await readdir(folder)).filter(file => /^\d{14}_.*\.(ts|js)$/.test(file)).sort()
  const loaded = files.map(async file => [file.replace(/\.\w+$/, ''), await import(new URL(file, folder).href)] as const)
  return Object.fromEntries(await Promise.all(loaded))
}
