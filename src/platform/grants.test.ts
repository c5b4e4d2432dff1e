import { sql } from 'kysely'
import { afterAll, beforeAll, expect, inject, test } from 'vitest'
import { grantToApp } from '#platform/grants.ts'
import { copyTemplate, type TestDatabase } from '#platform/testing-database.ts'

let database: TestDatabase
beforeAll(async () => {
  database = await copyTemplate(inject('serverUrl'))
})
afterAll(() => database.drop())

const may = async (table: string, what: string) =>
  (await sql<{ may: boolean }>`select has_table_privilege('app', ${table}, ${what}) as may`.execute(database.db)).rows[0]?.may

test('the role of the running product reads the chain and cannot touch it; everything else is its own', async context => {
  const { rows } = await sql`select 1 from pg_roles where rolname = 'app'`.execute(database.db)
  if (rows.length === 0) return context.skip('this server has one role for all: the trigger guards the chain')
  await grantToApp(database.db)
  expect(await may('ledger_chain', 'SELECT')).toBe(true)
  for (const what of ['INSERT', 'UPDATE', 'DELETE', 'TRUNCATE']) expect([what, await may('ledger_chain', what)]).toEqual([what, false])
  for (const what of ['SELECT', 'INSERT', 'UPDATE', 'DELETE']) expect(await may('needs', what)).toBe(true)
})
