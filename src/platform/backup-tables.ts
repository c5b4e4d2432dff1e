import { createHash } from 'node:crypto'
import { pipeline } from 'node:stream/promises'
import type { ClientBase } from 'pg'
import { to as copyTo } from 'pg-copy-streams'
import { z } from 'zod'

/** What a backup says of itself: at its beginning what it holds, at its end how much and with which digests. */
export const backupHead = z.object({
  product: z.literal('wspolne-projekty'),
  format: z.number(),
  madeAt: z.string(),
  postgres: z.string(),
  migrations: z.array(z.string()),
  tables: z.array(z.object({ name: z.string(), columns: z.array(z.string()) })),
  sequences: z.array(z.object({ table: z.string(), column: z.string(), last: z.number(), used: z.boolean() })),
})
export type BackupHead = z.infer<typeof backupHead>
const sum = z.object({ rows: z.number(), sha256: z.string() })
export const backupManifest = z.object({
  tables: z.record(z.string(), sum),
  files: z.record(z.string(), z.object({ bytes: z.number(), sha256: z.string() })),
})
export type BackupManifest = z.infer<typeof backupManifest>
export type TableSum = z.infer<typeof sum>

export const backupFormat = 1
/** Tables that say how the database was built; the target has its own. */
export const ownTables = ['kysely_migration', 'kysely_migration_lock']

export const quoted = (name: string) => `"${name.replaceAll('"', '""')}"`

/** One way to write every value, whatever the server, its version and its settings. */
export async function settleValues(client: ClientBase): Promise<void> {
  await client.query(`set local timezone = 'UTC'; set local datestyle = 'ISO'; set local intervalstyle = 'postgres'; set local extra_float_digits = 1;
    set local bytea_output = 'hex'; set local statement_timeout = 0; set local idle_in_transaction_session_timeout = 0`)
}

export async function migrationsOf(client: ClientBase): Promise<readonly string[]> {
  const { rows: found } = await client.query<{ there: boolean }>("select to_regclass('public.kysely_migration') is not null as there")
  if (!found[0]?.there) return []
  const { rows } = await client.query<{ name: string }>('select name from public.kysely_migration order by name')
  return rows.map(row => row.name)
}

/** The tables of the product with the columns that are kept: what the database computes itself is left out. */
export async function tablesOf(client: ClientBase): Promise<BackupHead['tables']> {
  const { rows } = await client.query<{ name: string; columns: string[] }>(
    `select c.relname as name, array_agg(a.attname::text order by a.attnum) as columns
     from pg_class c join pg_attribute a on a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped and a.attgenerated = ''
     where c.relnamespace = 'public'::regnamespace and c.relkind = 'r' and not c.relname = any($1)
     group by c.relname order by c.relname`,
    [ownTables],
  )
  return rows
}

export async function sequencesOf(client: ClientBase): Promise<BackupHead['sequences']> {
  const { rows } = await client.query<{ table: string; column: string; sequence: string }>(
    `select c.relname as table, a.attname as column, s.oid::regclass::text as sequence
     from pg_class s join pg_depend d on d.objid = s.oid and d.classid = 'pg_class'::regclass and d.deptype in ('a', 'i')
     join pg_class c on c.oid = d.refobjid join pg_attribute a on a.attrelid = c.oid and a.attnum = d.refobjsubid
     where s.relkind = 'S' and c.relnamespace = 'public'::regnamespace order by 1, 2`,
  )
  const found: BackupHead['sequences'] = []
  for (const { table, column, sequence } of rows) {
    const { rows: at } = await client.query<{ last: string | number; used: boolean }>(`select last_value as last, is_called as used from ${sequence}`)
    if (at[0]) found.push({ table, column, last: Number(at[0].last), used: at[0].used })
  }
  return found
}

/** The rows of a table as text, always in the same order: by the primary key, letters by their codes, so that digests can be compared. */
export async function rowsOf(client: ClientBase, table: { readonly name: string; readonly columns: readonly string[] }) {
  const { rows: key } = await client.query<{ name: string; text: boolean }>(
    `select a.attname as name, a.attcollation <> 0 as text from pg_index i, unnest(i.indkey) with ordinality as k(attnum, place)
     join pg_attribute a on a.attnum = k.attnum
     where i.indrelid = $1::regclass and a.attrelid = i.indrelid and i.indisprimary order by k.place`,
    [`public.${quoted(table.name)}`],
  )
  const order = key.length > 0 ? key : table.columns.map(name => ({ name: `${quoted(table.name)}.${quoted(name)}`, text: true, whole: true }))
  const by = order.map(column => {
    const name = 'whole' in column ? `${column.name}::text` : quoted(column.name)
    return column.text ? `${name} collate "C"` : name
  })
  const select = `select ${table.columns.map(quoted).join(', ')} from public.${quoted(table.name)} order by ${by.join(', ')}`
  return client.query(copyTo(`copy (${select}) to stdout`))
}

/** Rows and digest of one table, as a backup would hold it. */
export async function sumOf(client: ClientBase, table: BackupHead['tables'][number]): Promise<TableSum> {
  const digest = createHash('sha256')
  const rows = await rowsOf(client, table)
  await pipeline(rows, async (parts: AsyncIterable<Buffer>) => {
    for await (const part of parts) digest.update(part)
  })
  return { rows: rows.rowCount, sha256: digest.digest('hex') }
}
