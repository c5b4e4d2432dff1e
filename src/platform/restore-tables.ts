import type { ClientBase } from 'pg'
import { migrationsOf, ownTables, quoted, tablesOf } from '#platform/backup-tables.ts'

/** Where something has happened there are facts; where somebody is, there are people. The rest comes with the building of the tables. */
const tellers = ['ledger_chain', 'ledger_inbox', 'persons']

/**
 * Makes sure that the database is empty, and unbuilds it when its shape is not the one of these migrations.
 * Answers with the sentence that says why not.
 */
export async function intoEmpty(client: ClientBase, migrations: readonly string[]): Promise<string | null> {
  const tables = (await tablesOf(client)).map(table => table.name)
  const built = await migrationsOf(client)
  if (built.length === 0 && tables.length === 0) return null
  const full = built.length === 0 ? tables.slice(0, 1) : await filledOf(client, tables)
  if (full.length > 0)
    return `The database is not empty (${full.join(', ')}): restore goes only into an empty one. Set DATA_DIR to a new folder, or DATABASE_URL to an empty database.`
  if (built.length === migrations.length && built.every((name, index) => name === migrations[index])) return null
  await unbuild(client, tables)
  return null
}

async function filledOf(client: ClientBase, tables: readonly string[]): Promise<string[]> {
  const full: string[] = []
  for (const name of tables.filter(table => tellers.includes(table))) {
    const { rows } = await client.query<{ filled: boolean }>(`select exists (select from public.${quoted(name)}) as filled`)
    if (rows[0]?.filled) full.push(name)
  }
  return full
}

async function unbuild(client: ClientBase, tables: readonly string[]): Promise<void> {
  const { rows: functions } = await client.query<{ name: string }>(
    `select p.oid::regprocedure::text as name from pg_proc p where p.pronamespace = 'public'::regnamespace
     and not exists (select from pg_depend d where d.objid = p.oid and d.deptype = 'e')`,
  )
  await client.query('begin')
  await client.query(`drop table if exists ${[...tables, ...ownTables].map(name => `public.${quoted(name)}`).join(', ')} cascade`)
  for (const { name } of functions) await client.query(`drop function if exists ${name} cascade`)
  await client.query('commit')
}
