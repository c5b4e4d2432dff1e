import { afterAll, beforeAll, expect, inject, test } from 'vitest'
import { nobody } from '#kit/actor.ts'
import { type Ctx, inTransaction } from '#platform/context.ts'
import { forget, kept, startKeeping } from '#platform/kept.ts'
import { record } from '#platform/ledger.ts'
import { copyTemplate, type TestDatabase } from '#platform/testing-database.ts'

declare module '#kit/facts.ts' {
  interface Facts {
    'test.said': { words: string }
  }
}

let database: TestDatabase
let ctx: Ctx
let asked = 0
const read = (on: Ctx) =>
  kept(on.db, 'count', ['test.'], async () => {
    asked += 1
    return (await on.db.selectFrom('settings').select('name').execute()).length
  })
const write = (on: Ctx, name: string) => on.db.insertInto('settings').values({ name, value: '1' }).execute()

beforeAll(async () => {
  database = await copyTemplate(inject('serverUrl'))
  ctx = { db: database.db, actor: nobody, now: new Date(), wall: new Date(), locale: 'pl' }
})
afterAll(() => database.drop())

test('nothing is kept until the running product says so', async () => {
  await read(ctx)
  await read(ctx)
  expect(asked).toBe(2)
  startKeeping(database.db)
})

test('kept until such a fact is committed here, or told of from elsewhere', async () => {
  asked = 0
  const before = await read(ctx)
  await Promise.all([read(ctx), read(ctx), inTransaction(ctx, read)])
  expect(asked).toBe(1)
  await inTransaction(ctx, async inside => {
    await write(inside, 'a')
    await record(inside, 'test.said', 'a', { words: 'a' })
    expect(await read(inside)).toBe(before + 1)
    expect(await read(ctx)).toBe(before)
  })
  expect(await read(ctx)).toBe(before + 1)
  await write(ctx, 'b')
  expect(await read(ctx)).toBe(before + 1)
  forget(database.db, new Set(['other.fact']))
  expect(await read(ctx)).toBe(before + 1)
  forget(database.db, new Set(['test.said']))
  expect(await read(ctx)).toBe(before + 2)
})

test('a transaction never waits for an answer that is still being fetched: many of them would hold every connection for ever', async () => {
  let come: (answer: string) => void = () => {}
  const slow = kept(database.db, 'slow', ['slow.'], () => new Promise<string>(resolve => (come = resolve)))
  const inside = await inTransaction(ctx, on => kept(on.db, 'slow', ['slow.'], async () => 'asked by itself'))
  expect(inside).toBe('asked by itself')
  come('late')
  expect(await slow).toBe('late')
  expect(await inTransaction(ctx, on => kept(on.db, 'slow', ['slow.'], async () => 'asked by itself'))).toBe('late')
})

test('what failed is asked again', async () => {
  const fail = () => kept(database.db, 'fails', [], () => Promise.reject(new Error('away')))
  await expect(fail()).rejects.toThrow('away')
  await expect(kept(database.db, 'fails', [], async () => 'back')).resolves.toBe('back')
})

test('a statement that comes often is prepared, and a table that changes its shape under it costs one answer', async () => {
  const ask = () => database.pool.query('select *, $1::int as n from settings limit 1', [1])
  for (let time = 0; time < 30; time++) await ask()
  const { rows } = await database.pool.query("select count(*)::int as n from pg_prepared_statements where statement like 'select *, $1%'")
  expect(rows[0].n).toBeGreaterThan(0)
  await database.pool.query('alter table settings add column more text')
  const answers = await Promise.allSettled(Array.from({ length: 5 }, ask))
  expect(answers.filter(answer => answer.status === 'rejected').length).toBeLessThanOrEqual(5)
  for (let time = 0; time < 10; time++) expect((await ask()).rows[0]).toHaveProperty('more')
})
