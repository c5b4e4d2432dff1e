import { type Kysely, sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest'
import { nobody } from '#kit/actor.ts'
import { type AlikeSearch, findAlike } from '#platform/alike.ts'
import type { Ctx } from '#platform/context.ts'
import { wordsOf } from '#platform/similar.ts'
import { copyTemplate } from '#platform/testing-database.ts'
import { readTitles, sameIdeas } from '#platform/testing-labels.ts'
import type { ThingKind } from '#platform/things.ts'

type Row = { id: string; title: string; lon?: number; lat?: number; territory_id?: string }
let house: Awaited<ReturnType<typeof copyTemplate>>
let ctx: Ctx
const prefixes = ['need', 'idea', 'project', 'archived'] as const
const tableOf = (prefix: string) => `said_${prefix}`
const kinds: readonly ThingKind[] = prefixes.map(prefix => ({
  prefix,
  find: async () => [],
  alike: { rows: sql.table(tableOf(prefix)), where: sql`true` },
}))

beforeAll(async () => {
  house = await copyTemplate(inject('serverUrl'))
  ctx = { db: house.db, actor: nobody, now: new Date(), wall: new Date(), locale: 'pl' }
  for (const prefix of prefixes) {
    await sql`create table ${sql.table(tableOf(prefix))} (id text primary key, title text not null, plain_title text generated always as (plain(title)) stored,
      words tsvector not null, territory_id text not null, lon double precision, lat double precision)`.execute(house.db)
    await sql`create index on ${sql.table(tableOf(prefix))} using gin (plain_title gin_trgm_ops)`.execute(house.db)
    await sql`create index on ${sql.table(tableOf(prefix))} using gin ((words || array_to_tsvector(array[territory_id])))`.execute(house.db)
  }
})
afterAll(() => house.drop())

async function say(prefix: string, rows: readonly Row[]): Promise<void> {
  const db = house.db as unknown as Kysely<Record<string, Record<string, unknown>>>
  for (let i = 0; i < rows.length; i += 500) {
    const some = rows.slice(i, i + 500).map(row => ({ territory_id: 'here', ...row, words: wordsOf(row.title) }))
    await db.insertInto(tableOf(prefix)).values(some).execute()
  }
}
const ids = async (search: Partial<AlikeSearch>) => (await findAlike(ctx, kinds, { words: '', limit: 5, ...search })).map(({ id }) => id)

describe('by words and by place', () => {
  const here = { lon: 19.95, lat: 50.06 }
  beforeAll(async () => {
    await say('need', [{ id: 'need_a', title: 'Za mało cienia na placu zabaw', ...here }])
    await say('idea', [
      { id: 'idea_near', title: 'Drzewa i cień dla bawiących się dzieci', lon: 19.9505, lat: 50.0602 },
      { id: 'idea_far', title: 'Drzewa przy ruchliwej drodze', lon: 19.8, lat: 50.0 },
      { id: 'idea_else', title: 'Warsztaty ceramiki dla seniorów', lon: 19.9501, lat: 50.0601 },
      { id: 'idea_beyond', title: 'Zacieniony plac zabaw', lon: 19.951, lat: 50.0601, territory_id: 'neighbour' },
    ])
    await say('archived', [{ id: 'archived_a', title: 'Cień na placach zabaw' }])
    await sql`insert into territories (id, kind, number, name, created_at) values ('city', 'city', null, 'Miasto', now()) on conflict do nothing`.execute(
      house.db,
    )
  })

  test('one question finds a need, an idea and a past project, in other forms of the words and with a slip of the hand', async () => {
    expect(await ids({ words: 'place zabaw w cieniu' })).toEqual(expect.arrayContaining(['need_a', 'archived_a', 'idea_beyond']))
    expect(await ids({ words: 'plac zbaaw' })).toEqual(expect.arrayContaining(['need_a', 'archived_a']))
  })
  test('what lies next door comes first, and needs fewer words in common', async () => {
    const found = await ids({ words: 'Cień dla dzieci', point: here })
    expect(found).toContain('idea_near')
    expect(await ids({ words: 'Drzewa', point: here })).toContain('idea_near')
  })
  test('what only stands next door is not alike', async () => {
    expect(await ids({ words: 'Zacieniony plac zabaw', point: here })).not.toContain('idea_else')
    expect(await ids({ words: 'Warsztaty ceramiki', point: here })).toContain('idea_else')
  })
  test('a district asks for its own and the city’s; across its border only for what is near', async () => {
    expect(await ids({ words: 'Zacieniony plac zabaw', territoryId: 'here' })).not.toContain('idea_beyond')
    expect(await ids({ words: 'Zacieniony plac zabaw', territoryId: 'here', point: here })).toContain('idea_beyond')
    expect(await ids({ words: 'Zacieniony plac zabaw', territoryId: 'city' })).toContain('idea_beyond')
  })
  test('what is asked to be left out is, and only the kinds asked for come', async () => {
    expect(await ids({ words: 'plac zabaw', not: ['need_a'] })).not.toContain('need_a')
    expect(await ids({ words: 'plac zabaw', only: ['archived'] })).toEqual(['archived_a'])
    expect(await ids({ words: 'przy ulicy' })).toEqual([])
  })
})

const titles = readTitles()

describe.skipIf(titles.size === 0)(
  `200 real titles find what is the same idea${titles.size > 0 ? '' : ' (skipped: ../shared/data is not here)'}`,
  () => {
    const prefixOf = (key: string) => prefixes[[...key].reduce((sum, letter) => sum + letter.charCodeAt(0), 0) % prefixes.length] ?? 'need'
    const idOf = (key: string) => `${prefixOf(key)}_${key}`
    const labelled = sameIdeas.map(([, ...projects]) => projects)

    beforeAll(async () => {
      // as if they had been said at different times: some are needs now, some ideas, some drafts, the rest past projects
      for (const prefix of prefixes)
        await say(
          prefix,
          [...titles].filter(([key]) => prefixOf(key) === prefix).map(([key, title]) => ({ id: idOf(key), title })),
        )
      await sql`analyze`.execute(house.db)
    })

    /** Of all that should be found, the share that is among the first five. */
    async function recall(groups: readonly (readonly string[])[], questionOf: (title: string) => string): Promise<number> {
      let [wanted, got] = [0, 0]
      for (const group of groups)
        for (const key of group) {
          const found = await ids({ words: questionOf(titles.get(key) ?? ''), territoryId: 'here', not: [idOf(key)] })
          const others = group.filter(other => other !== key)
          wanted += others.length
          got += others.filter(other => found.includes(idOf(other))).length
        }
      return got / wanted
    }

    test('the set names at least 200 titles, all of which are there', () => {
      const named = labelled.flat()
      expect(named.filter(key => !titles.has(key))).toEqual([])
      expect(new Set(named).size).toBeGreaterThanOrEqual(200)
    })
    test('recall at five is at least 0.9', async () => expect(await recall(labelled, title => title)).toBeGreaterThanOrEqual(0.9), 120_000)

    test('planted: other labels, or a question that keeps only its short words, stay far below: the measure has teeth', async () => {
      const shifted = labelled.slice(0, 20).map((group, i) => [group[0] ?? '', labelled[i + 1]?.[0] ?? ''])
      expect(await recall(shifted, title => title)).toBeLessThan(0.1)
      const short = (title: string) =>
        title
          .split(' ')
          .filter(word => word.length < 4)
          .join(' ')
      expect(await recall(labelled.slice(0, 20), short)).toBeLessThan(0.5)
    })
  },
)
