import { sql } from 'kysely'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { Actor } from '#kit/actor.ts'
import { newId } from '#kit/ids.ts'
import { backingRow, countBackings } from '#modules/ideas/backings.store.ts'
import { paths, url } from '#paths'
import { recordWith } from '#platform/ledger.ts'
import { peopleSeed, residenceSeed } from '#seeds/people.seed.ts'
import { programmeSeed } from '#seeds/programme.seed.ts'
import { territoriesSeed } from '#seeds/territories.seed.ts'
import { fillWorld, type World } from '#seeds/world.ts'
import { expectDone, openHouse, somebody, type TestHouse } from '#web/testing.ts'

let house: TestHouse
let world: World
const today = new Date('2026-03-12T10:00:00Z')
beforeAll(async () => {
  house = await openHouse({ now: today })
  world = await fillWorld(house.db, today, [peopleSeed, territoriesSeed, programmeSeed, residenceSeed])
})
afterAll(() => house.close())

const who = (key: Parameters<World['actors']['get']>[0]): Actor => world.actors.get(key) ?? somebody(String(key))
async function aNeed(): Promise<string> {
  const text = 'Dzieci bawią się między autami, bo na osiedlu nie ma żadnego placu zabaw.'
  const need = { key: newId('key'), title: 'Brakuje placu zabaw', text, where: '13' }
  return (
    expectDone(await house.as(who('marta')).post(paths.needs, need))
      .split('/')
      .at(-1) ?? ''
  )
}

test('sixteen posts at once by one person are one backing, and no error page', async () => {
  const id = await aNeed()
  const answers = await Promise.all(Array.from({ length: 16 }, () => house.as(who('jurij')).post(url(paths.needBacking, { id }))))
  expect(new Set(answers.map(answer => answer.status))).toEqual(new Set([303]))
  expect(await countBackings(house.ctx(), id)).toBe(1)
  await house.settle()
  const facts = await house.db.selectFrom('ledger_chain').select('seq').where('subject', '=', id).where('fact', '=', 'need.backed').execute()
  expect(facts.length).toBe(1)
})

test('planted: without the key of the table the sixteen become several', async () => {
  const id = await aNeed()
  await sql`alter table backings drop constraint backings_pkey`.execute(house.db)
  await Promise.all(Array.from({ length: 16 }, () => house.as(who('jurij')).post(url(paths.needBacking, { id }))))
  const kept = await countBackings(house.ctx(), id)
  await sql`delete from backings where subject_id = ${id}`.execute(house.db)
  await sql`alter table backings add primary key (subject_id, person_id)`.execute(house.db)
  expect(kept).toBeGreaterThan(1)
})

test('what has ended between the verdict and the write is not backed', async () => {
  const id = await aNeed()
  const backing = (state: 'open' | 'in-idea') =>
    backingRow(house.ctx(), 'need', { state }, { subjectId: id, personId: who('olga').id, enteredBy: null, channel: 'online' })
  const written = async (state: 'open' | 'in-idea') => recordWith(house.ctx(who('olga')), backing(state), 'need.backed', id, { title: '' })
  expect([await written('in-idea'), await countBackings(house.ctx(), id)]).toEqual([false, 0])
  expect([await written('open'), await countBackings(house.ctx(), id)]).toEqual([true, 1])
})

test('a list asks once for all its lines, with how many stand behind each and what was said of it', async () => {
  const id = await aNeed()
  await sql`insert into backings (subject_id, person_id, channel, at) select ${id}, 'person_' || n, 'online', ${today}::timestamptz from generate_series(1, 7) n`.execute(
    house.db,
  )
  await sql`insert into comments (id, key, subject_id, kind, text, author_id, channel, at)
    select 'comment_' || n, 'key_list' || n, ${id}, 'for', 'Tak', 'person_1', 'online', ${today}::timestamptz from generate_series(1, 3) n`.execute(
    house.db,
  )
  house.queries.length = 0
  const { html } = await house.stranger.get(paths.needs)
  expect(/<b>7<\/b> osób popiera.*?3 głosy w rozmowie/su.test(html)).toBe(true)
  expect(house.queries.filter(query => /from needs t/.test(query) && / limit /.test(query))).toHaveLength(1)
})
