import { sql } from 'kysely'
import { assert } from '#kit/refusal.ts'
import type { Ctx } from '#platform/context.ts'

/** Which of two rows stays where only one may: the first of these values in that column wins; otherwise the row that was `to`'s stays. */
export type Better = Readonly<Record<string, { readonly column: string; readonly best: readonly string[] }>>

type Column = { readonly table: string; readonly column: string; readonly list: boolean }
type Unique = { readonly columns: readonly string[]; readonly where: string | null }
type Row = Readonly<Record<string, unknown>>

/** Columns that hold ids of people carry their role in the name: `person_id`, `asked_by`, `author_ids`. The ledger is never rewritten. */
export const isIdColumn = (column: string): boolean => /(_id|_by|_ids)$/.test(column)

/**
 * Everywhere in the database the id `from` becomes `to`: two records of one person become one. Where a unique index lets only one of two rows stay, what hangs on
 * the other moves to the one that stays. Tables are found in the catalogue, so none can be forgotten. Part of the caller's transaction.
 */
export async function uniteIds(ctx: Ctx, from: string, to: string, better: Better): Promise<void> {
  assert(ctx.db.isTransaction && from !== to, 'two ids are united in a transaction')
  for (const column of await idColumns(ctx)) await (column.list ? replaceInList(ctx, column, from, to) : replace(ctx, column, from, to, better))
}

/** How many rows hold this id: what would be united. Tables of `but` do not count. */
export async function countRowsWith(ctx: Ctx, id: string, but: readonly string[] = []): Promise<number> {
  const byTable = new Map<string, Column[]>()
  for (const column of await idColumns(ctx))
    if (!but.includes(column.table)) byTable.set(column.table, [...(byTable.get(column.table) ?? []), column])
  let rows = 0
  for (const [table, columns] of byTable) {
    const holds = columns.map(({ column, list }) => (list ? sql`${id} = any(${sql.ref(column)})` : sql`${sql.ref(column)} = ${id}`))
    const { rows: found } = await sql<{ n: number }>`select count(*)::int as n from ${sql.table(table)} where ${sql.join(holds, sql` or `)}`.execute(
      ctx.db,
    )
    rows += found[0]?.n ?? 0
  }
  return rows
}

async function idColumns({ db }: Ctx): Promise<Column[]> {
  const { rows } = await sql<Column>`
    select c.table_name as "table", c.column_name as "column", c.data_type = 'ARRAY' as list
    from information_schema.columns c join information_schema.tables t using (table_schema, table_name)
    where c.table_schema = 'public' and t.table_type = 'BASE TABLE' and c.table_name not like 'ledger%' and c.is_generated = 'NEVER'
      and (c.data_type = 'text' or c.udt_name = '_text') order by 1, 2`.execute(db)
  return rows.filter(({ column }) => isIdColumn(column))
}

const replaceInList = ({ db }: Ctx, { table, column }: Column, from: string, to: string) =>
  sql`update ${sql.table(table)} set ${sql.ref(column)} =
    (select array_agg(id order by place) from (select distinct on (id) id, place
      from unnest(array_replace(${sql.ref(column)}, ${from}, ${to})) with ordinality as x (id, place) order by id, place) once)
    where ${from} = any(${sql.ref(column)})`.execute(db)

async function replace(ctx: Ctx, { table, column }: Pick<Column, 'table' | 'column'>, from: unknown, to: unknown, better: Better): Promise<void> {
  for (const unique of await uniqueWith(ctx, table, column)) {
    for (const pair of await clashes(ctx, table, column, unique, from, to)) {
      const keepsOld = rank(better, table, pair.old) < rank(better, table, pair.own)
      const [kept, gone] = keepsOld ? [pair.old, pair.own] : [pair.own, pair.old]
      await moveChildren(ctx, table, gone, kept, better)
      await sql`delete from ${sql.table(table)} where ctid = ${gone.ctid}::tid`.execute(ctx.db)
    }
  }
  await sql`update ${sql.table(table)} set ${sql.ref(column)} = ${to} where ${sql.ref(column)} = ${from}`.execute(ctx.db)
}

const rank = (better: Better, table: string, row: Row): number => {
  const rule = better[table]
  const at = rule ? rule.best.indexOf(String(row[rule.column])) : -1
  return at < 0 ? Number.POSITIVE_INFINITY : at
}

/** Unique indexes of plain columns, this one among them; a partial one with its condition. */
async function uniqueWith({ db }: Ctx, table: string, column: string): Promise<Unique[]> {
  const { rows } = await sql<Unique>`
    select array_agg(a.attname::text order by k.place) as columns, pg_get_expr(i.indpred, i.indrelid) as "where"
    from pg_index i cross join unnest(i.indkey::int[]) with ordinality as k (attnum, place)
      join pg_attribute a on a.attrelid = i.indrelid and a.attnum = k.attnum
    where i.indisunique and i.indrelid = ${`public.${table}`}::regclass group by i.indexrelid, i.indpred, i.indrelid
    having bool_or(a.attname = ${column})`.execute(db)
  return rows
}

type Clash = { readonly old: Row & { ctid: string }; readonly own: Row & { ctid: string } }
async function clashes({ db }: Ctx, table: string, column: string, unique: Unique, from: unknown, to: unknown): Promise<Clash[]> {
  const others = unique.columns.filter(name => name !== column)
  const same = others.map(name => sql`o.${sql.ref(name)} = n.${sql.ref(name)}`)
  const subset = unique.where === null ? sql.table(table) : sql`(select ctid, * from ${sql.table(table)} where ${sql.raw(unique.where)})`
  const { rows } = await sql<Clash>`
    select to_jsonb(o) || jsonb_build_object('ctid', o.ctid::text) as old, to_jsonb(n) || jsonb_build_object('ctid', n.ctid::text) as own
    from ${subset} o join ${subset} n on ${sql.join([sql`true`, ...same], sql` and `)}
    where o.${sql.ref(column)} = ${from} and n.${sql.ref(column)} = ${to}`.execute(db)
  return rows
}

/** Rows that point at the one that goes point at the one that stays. */
async function moveChildren(ctx: Ctx, table: string, gone: Row, kept: Row, better: Better): Promise<void> {
  const { rows } = await sql<{ table: string; column: string; parent: string }>`
    select c.conrelid::regclass::text as "table", a.attname::text as "column", p.attname::text as parent
    from pg_constraint c join pg_attribute a on a.attrelid = c.conrelid and a.attnum = c.conkey[1]
      join pg_attribute p on p.attrelid = c.confrelid and p.attnum = c.confkey[1]
    where c.contype = 'f' and c.confrelid = ${`public.${table}`}::regclass and cardinality(c.conkey) = 1`.execute(ctx.db)
  for (const child of rows) await replace(ctx, child, gone[child.parent], kept[child.parent], better)
}
