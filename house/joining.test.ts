import { sql } from 'kysely'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { modules } from '#modules'
import { back } from '#modules/ideas/backings.actions.ts'
import { enterPerson } from '#modules/people/people.actions.ts'
import { namesOf } from '#modules/people/people.store.ts'
import { paths } from '#paths'
import { inTransaction } from '#platform/context.ts'
import { countRowsWith, isIdColumn, uniteIds } from '#platform/unite.ts'
import { seedParts } from '#seeds/parts.ts'
import { fillWorld, type World } from '#seeds/world.ts'
import { betterOf } from '#web/module.ts'
import { expectDone, openHouse, type TestHouse } from '#web/testing.ts'

let house: TestHouse
let world: World
beforeAll(async () => {
  house = await openHouse({ now: new Date() })
  world = await fillWorld(house.db, house.now, seedParts)
})
afterAll(() => house.close())
const better = betterOf(modules)
const who = (key: Parameters<World['actors']['get']>[0]) => world.actors.get(key) ?? expect.fail(String(key))

type Column = { table: string; column: string; kind: string }
const columns = async (): Promise<Column[]> =>
  (
    await sql<Column>`select c.table_name as "table", c.column_name as "column", c.udt_name as kind from information_schema.columns c
      join information_schema.tables t using (table_schema, table_name) where table_schema = 'public' and table_type = 'BASE TABLE'
      and udt_name in ('text', '_text', 'jsonb')`.execute(house.db)
  ).rows
/** Columns that do hold ids of people and are left alone, with the reason. */
const excused: Readonly<Record<string, string>> = {
  'persons.id': 'the person itself',
  'settings.value': 'the demo world remembers its cast there',
  'ledger_chain.subject': 'the ledger is never rewritten; the name of a united record leads to the account',
}

test('every column of the demo world that holds the id of a person is found by its name', async () => {
  const forgotten: string[] = []
  for (const { table, column, kind } of await columns()) {
    if (table.startsWith('ledger') || excused[`${table}.${column}`] || isIdColumn(column)) continue
    const value = kind === 'text' ? sql`${sql.ref(column)}` : sql`${sql.ref(column)}::text`
    const pattern = kind === 'text' ? '^person_\\w+$' : '[{",]person_\\w+[",}]'
    const { rows } = await sql<{ n: number }>`select count(*)::int as n from ${sql.table(table)} where ${value} ~ ${pattern}`.execute(house.db)
    if ((rows[0]?.n ?? 0) > 0) forgotten.push(`${table}.${column}`)
  }
  expect(forgotten).toEqual([])
})

const undo = new Error('undo')
/** What the database holds with this id and that, by table: how many rows, and which keys they stand under. */
async function backed(db: TestHouse['db'], ids: readonly string[]): Promise<string[]> {
  const rows = await db.selectFrom('backings').select('subject_id').distinct().where('person_id', 'in', ids).execute()
  return rows.map(row => row.subject_id).sort()
}

test('people of the demo world united two by two: nothing is lost, nothing is doubled, and the one id is nowhere any more', async () => {
  const { rows: people } = await sql<{ id: string }>`select id from persons p where erased_at is null
      order by (select count(*) from backings b where b.person_id = p.id) desc, p.display_name, p.created_at limit 24`.execute(house.db)
  let dropped = 0
  for (let n = 0; n + 1 < people.length; n += 2) {
    const [from, to] = [people[n]?.id ?? '', people[n + 1]?.id ?? '']
    const work = inTransaction(house.ctx(), async ctx => {
      const [hers, his, union] = [await countRowsWith(ctx, from), await countRowsWith(ctx, to), await backed(ctx.db, [from, to])]
      await uniteIds(ctx, from, to, better)
      expect(await countRowsWith(ctx, from), from).toBe(0)
      expect(await backed(ctx.db, [to])).toEqual(union)
      const after = await countRowsWith(ctx, to)
      expect(after).toBeLessThanOrEqual(hers + his)
      expect(after).toBeGreaterThanOrEqual(Math.max(hers, his))
      dropped += hers + his - after
      throw undo
    })
    await expect(work).rejects.toBe(undo)
  }
  // people of one world have backed the same, followed the same, come to the same meetings
  expect(dropped).toBeGreaterThan(5)
})

test('planted: a plain update would stumble over what both have backed', async () => {
  const { rows } = await sql<{ a: string; b: string }>`select a.person_id as a, b.person_id as b from backings a join backings b using (subject_id)
    where a.person_id < b.person_id and a.person_id <> '' limit 1`.execute(house.db)
  const [pair] = rows
  const plain = sql`update backings set person_id = ${pair?.b} where person_id = ${pair?.a}`.execute(house.db)
  await expect(plain).rejects.toThrow(/unique/)
})

test('a record from the office becomes part of the account of its e-mail: asked first, then once, and the ledger keeps its word', async () => {
  const celina = who('celina')
  const entered = await enterPerson(house.ctx(celina), {
    id: 'person_0000000000000000joined',
    name: 'Janina Bez Poczty',
    phone: '600100300',
    consent: true,
  } as never)
  expect(entered.ok).toBe(true)
  const id = 'person_0000000000000000joined'
  const needs = await house.db.selectFrom('needs').select('id').where('state', '=', 'open').limit(2).execute()
  const olga = who('olga')
  for (const { id: need } of needs) {
    await house.db.deleteFrom('backings').where('subject_id', '=', need).where('person_id', '=', olga.id).execute()
    await house.db
      .insertInto('backings')
      .values({ subject_id: need, person_id: id, channel: 'phone', entered_by: celina.id, at: house.now } as never)
      .execute()
  }
  await back(house.ctx(olga), 'need', needs[0]?.id ?? '')
  const code = /[A-Z2-9]{3}(-[A-Z2-9]{3}){3}/.exec((await house.as(celina).post(`/urzad/osoby/${id}/kod`)).html)?.[0] ?? ''
  const hidden = (html: string, name: string) => new RegExp(`name="${name}" value="([^"]*)"`).exec(html)?.[1] ?? ''
  const asked = await house.stranger.post(paths.takeover, { printed: code, email: 'olga@demo.example' })
  const letter = await house.db
    .selectFrom('letters')
    .select('body_text')
    .where('address', '=', 'olga@demo.example')
    .orderBy('created_at', 'desc')
    .executeTakeFirst()
  const digits = /\b\d{3}\s?\d{3}\b/.exec(letter?.body_text ?? '')?.[0] ?? ''
  const typed = { id: hidden(asked.html, 'id'), printed: code, code: digits }
  const question = await house.stranger.post(paths.takeover, typed)
  expect(question.html).toContain('Na konto przejdzie wszystko z kartoteki „Janina Bez Poczty”: 2 zapisy')
  expect(await countRowsWith(house.ctx(), id)).toBeGreaterThan(0)
  const answers = await Promise.all([1, 2, 3].map(() => house.stranger.post(paths.takeover, { ...typed, join: 'tak' })))
  expect(answers.filter(({ status }) => status === 303)).toHaveLength(1)
  expectDone(answers.find(({ status }) => status === 303) ?? question, paths.signIn)
  expect(await countRowsWith(house.ctx(), id)).toBe(0)
  const mine = await house.db
    .selectFrom('backings')
    .select('subject_id')
    .where('person_id', '=', olga.id)
    .where(
      'subject_id',
      'in',
      needs.map(need => need.id),
    )
    .execute()
  expect(mine).toHaveLength(2)
  expect((await namesOf(house.ctx(), [id])).get(id)).toBe((await namesOf(house.ctx(), [olga.id])).get(olga.id))
})
