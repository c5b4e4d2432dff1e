import { sql } from 'kysely'
import { afterAll, beforeAll, expect, inject, test } from 'vitest'
import { house } from '#kit/actor.ts'
import type { FactName } from '#kit/facts.ts'
import { type Ctx, inTransaction } from '#platform/context.ts'
import { factsAbout, record, recordWith } from '#platform/ledger.ts'
import { checkLedger } from '#platform/ledger-check.ts'
import { sequence } from '#platform/sequencer.ts'
import { copyTemplate, type TestDatabase } from '#platform/testing-database.ts'

let database: TestDatabase
beforeAll(async () => {
  database = await copyTemplate(inject('serverUrl'))
})
afterAll(() => database.drop())

const ctx = (): Ctx => ({ db: database.db, actor: house, now: new Date('2026-03-12T10:00:00Z'), wall: new Date(), locale: 'pl' })
const say = (subject: string, payload: object) => inTransaction(ctx(), ctx => record(ctx, 'test.said' as FactName, subject, payload as never))

test('facts get numbers and links in the order of the inbox, and are read back', async () => {
  await say('a', { z: 1, a: 'Łąkowa' })
  await say('b', { nested: { q: [1, null] } })
  expect(await sequence(database.db)).toBe(2)
  expect(await sequence(database.db)).toBe(0)
  expect((await factsAbout(ctx(), ['a', 'b'])).map(fact => [fact.seq, fact.subject, fact.payload])).toEqual([
    [1, 'a', { z: 1, a: 'Łąkowa' }],
    [2, 'b', { nested: { q: [1, null] } }],
  ])
  expect(await checkLedger(database.db)).toMatchObject({ facts: 2, erased: 0, faults: [] })
})

test('what is rolled back leaves no fact, and a fact outside a transaction is impossible', async () => {
  await inTransaction(ctx(), async ctx => {
    await record(ctx, 'test.said' as FactName, 'c', {} as never)
    throw new Error('changed my mind')
  }).catch(() => {})
  expect(await sequence(database.db)).toBe(0)
  await expect(record(ctx(), 'test.said' as FactName, 'c', {} as never)).rejects.toThrow('inside the transaction')
})

test('a row and its fact in one statement: both, or neither where the row was there already', async () => {
  const row = (name: string) => sql`insert into settings (name, value) values (${name}, '1'::jsonb) on conflict do nothing`
  const write = (ctx: Ctx, name: string) => recordWith(ctx, row(name), 'test.said' as FactName, name, { name } as never)
  const kept = async (name: string) => {
    while ((await sequence(database.db)) > 0);
    const rows = await database.db.selectFrom('settings').select('name').where('name', '=', name).execute()
    return [rows.length, (await factsAbout(ctx(), [name])).length]
  }
  const answers = await Promise.all(Array.from({ length: 16 }, () => write(ctx(), 'one')))
  expect(answers.filter(Boolean)).toHaveLength(1)
  expect(await kept('one')).toEqual([1, 1])
  await inTransaction(ctx(), async ctx => {
    expect(await write(ctx, 'two')).toBe(true)
    throw new Error('changed my mind')
  }).catch(() => {})
  expect(await kept('two')).toEqual([0, 0])
  await expect(recordWith(ctx(), row('three'), 'test.said' as FactName, null as never, {} as never)).rejects.toThrow()
  expect(await kept('three')).toEqual([0, 0])
})

test('sixteen writers and four sequencers at once: every fact once, no gap, an unbroken chain', async () => {
  const before = (await checkLedger(database.db)).facts
  let busy = true
  const sequencers = Array.from({ length: 4 }, async () => {
    while (busy) await sequence(database.db)
  })
  await Promise.all(Array.from({ length: 16 }, (_, writer) => Promise.all(Array.from({ length: 10 }, (_, n) => say(`w${writer}`, { n })))))
  busy = false
  await Promise.all(sequencers)
  while ((await sequence(database.db)) > 0);
  expect(await checkLedger(database.db)).toMatchObject({ facts: before + 160, faults: [] })
})

test('an erased payload leaves the chain whole', async () => {
  await database.db.deleteFrom('ledger_payloads').where('seq', '=', 1).execute()
  expect(await checkLedger(database.db)).toMatchObject({ erased: 1, faults: [] })
  expect((await factsAbout(ctx(), ['a']))[0]).toMatchObject({ actorId: '', payload: {} })
})

test('the chain refuses to be changed, and a change made behind its back is found', async () => {
  await expect(sql`update ledger_chain set subject = 'x' where seq = 2`.execute(database.db)).rejects.toThrow('append-only')
  await expect(sql`delete from ledger_chain where seq = 2`.execute(database.db)).rejects.toThrow('append-only')
  await sql`update ledger_payloads set payload = '{"nested":{"q":[2,null]}}' where seq = 2`.execute(database.db)
  expect((await checkLedger(database.db)).faults).toEqual([{ seq: 2, what: 'payload' }])
  await sql`alter table ledger_chain disable trigger append_only`.execute(database.db)
  await sql`update ledger_chain set subject = 'x' where seq = 3`.execute(database.db)
  expect((await checkLedger(database.db)).faults).toContainEqual({ seq: 3, what: 'link' })
  await sql`delete from ledger_payloads where seq = 4; delete from ledger_chain where seq = 4`.execute(database.db)
  expect((await checkLedger(database.db)).faults).toContainEqual({ seq: 4, what: 'missing' })
})
