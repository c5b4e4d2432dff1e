import { sql } from 'kysely'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { modules } from '#modules'
import { hangingsOf } from '#web/module.ts'
import { openHouse, type TestHouse } from '#web/testing.ts'

let house: TestHouse
beforeAll(async () => {
  house = await openHouse()
})
afterAll(() => house.close())

/** Columns that may hold the id of an idea or a project, by what they are called. */
const pointing = /^(subject|subject_id|idea_id|project_id|need_id|thing_id|target)$/
/** They point at facts, letters and calls, never at something that is joined. */
const apart = new Set(['ledger_inbox.subject', 'ledger_chain.subject', 'letters.subject', 'phone_news.subject'])

type Column = { readonly table: string; readonly column: string }
const forgotten = (columns: readonly Column[], named: ReadonlySet<string>) =>
  columns.map(({ table, column }) => `${table}.${column}`).filter(one => !named.has(one) && !apart.has(one))

const columns = async (): Promise<Column[]> => {
  const { rows } = await sql<Column>`select c.table_name as "table", c.column_name as "column" from information_schema.columns c
    join information_schema.tables t using (table_schema, table_name) where c.table_schema = 'public' and t.table_type = 'BASE TABLE'`.execute(
    house.db,
  )
  return rows.filter(({ column }) => pointing.test(column))
}
const named = new Set(hangingsOf(modules).map(({ table, by }) => `${table}.${by}`))

test('every table that hangs on an idea or a project says what becomes of it when two are joined', async () => {
  expect(forgotten(await columns(), named)).toEqual([])
})
test('what is named exists, with the columns it names', async () => {
  const { rows } =
    await sql<Column>`select table_name as "table", column_name as "column" from information_schema.columns where table_schema = 'public'`.execute(
      house.db,
    )
  const there = new Set(rows.map(({ table, column }) => `${table}.${column}`))
  const wanted = hangingsOf(modules).flatMap(one => [
    `${one.table}.${one.by}`,
    ...(one.goes === 'along' ? [...one.key, ...(one.once?.columns ?? []), ...(one.answers ? [one.answers] : [])] : []).map(
      column => `${one.table}.${column}`,
    ),
    ...(one.goes === 'united' ? [`${one.table}.${one.person}`] : []),
  ])
  expect(wanted.filter(column => !there.has(column))).toEqual([])
})
test('a planted table is found', async () => {
  expect(forgotten([{ table: 'suggestions_of_mine', column: 'project_id' }], named)).toEqual(['suggestions_of_mine.project_id'])
})
