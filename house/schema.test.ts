import { sql } from 'kysely'
import { afterAll, beforeAll, expect, inject, test } from 'vitest'
import { copyTemplate, type TestDatabase } from '#platform/testing-database.ts'
import { root } from './source.ts'

let database: TestDatabase
beforeAll(async () => {
  database = await copyTemplate(inject('serverUrl'))
})
afterAll(() => database.drop())

const lines = async (query: ReturnType<typeof sql<{ line: string }>>) => (await query.execute(database.db)).rows.map(row => row.line)

/** Tables, columns, constraints and indexes in words that PostgreSQL 15 and 18 write alike. */
async function shape(): Promise<string> {
  const columns = await lines(sql<{ line: string }>`
    select table_name || '.' || column_name || ' ' || data_type || case when is_nullable = 'NO' then ' not null' else '' end || coalesce(' default ' || column_default, '')
      || case when is_identity = 'YES' then ' identity' else '' end || case when is_generated = 'ALWAYS' then ' generated' else '' end as line
    from information_schema.columns where table_schema = 'public' and table_name not like 'kysely%' order by table_name, column_name`)
  const constraints = await lines(sql<{ line: string }>`
    select conrelid::regclass || ': ' || pg_get_constraintdef(oid) as line from pg_constraint
    where connamespace = 'public'::regnamespace and contype in ('p', 'u', 'f', 'c') and conrelid <> 0 and conrelid::regclass::text not like 'kysely%' order by 1`)
  const indexes = await lines(sql<{ line: string }>`
    select indexdef as line from pg_indexes where schemaname = 'public' and tablename not like 'kysely%' order by tablename, indexdef`)
  return `${[...columns, '', ...constraints, '', ...indexes].join('\n')}\n`
}

test('a fresh database has the shape that was written down', async () => {
  // after a new migration: npx vitest run --project unit house/schema.test.ts -u
  await expect(await shape()).toMatchFileSnapshot(`${root}house/schema.snapshot.txt`)
})
test('a planted column changes the shape', async () => {
  const before = await shape()
  await sql`alter table settings add column planted text`.execute(database.db)
  expect(await shape()).not.toBe(before)
})
