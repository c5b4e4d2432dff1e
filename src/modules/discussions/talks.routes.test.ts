import { sql } from 'kysely'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { Actor } from '#kit/actor.ts'
import { newId } from '#kit/ids.ts'
import { paths, url } from '#paths'
import { peopleSeed, residenceSeed } from '#seeds/people.seed.ts'
import { programmeSeed } from '#seeds/programme.seed.ts'
import { talksSeed } from '#seeds/talks.seed.ts'
import { territoriesSeed } from '#seeds/territories.seed.ts'
import { fillWorld, type World } from '#seeds/world.ts'
import { expectDone, openHouse, type TestHouse } from '#web/testing.ts'

let house: TestHouse
let world: World
const today = new Date('2026-03-12T10:00:00Z')
beforeAll(async () => {
  house = await openHouse({ now: today })
  world = await fillWorld(house.db, today, [peopleSeed, territoriesSeed, programmeSeed, residenceSeed, talksSeed])
})
afterAll(() => house.close())

const who = (key: Parameters<World['actors']['get']>[0]): Actor => {
  const actor = world.actors.get(key)
  if (!actor) throw new Error(key)
  return actor
}
const talk = (name: string) => world.ids.get(`talk.${name}`) ?? ''
const said = (fields: Record<string, string> = {}) => ({ key: newId('key'), kind: 'for', text: 'Tu naprawdę brakuje cienia.', ...fields })
async function say(name: string, fields: Record<string, string> = {}, actor = who('olga')): Promise<string> {
  const to = expectDone(await house.as(actor).post(url(paths.talkComments, { id: talk(name) }), said(fields)))
  return to.split('#')[1] ?? ''
}

test('every district has a talk, the city its themes; pressed again, nothing is opened twice', async () => {
  const page = await house.stranger.get(paths.talks)
  expect(page.status).toBe(200)
  expect([...page.html.matchAll(/href="\/rozmowy\/talk_/g)].length).toBe(21)
  expect(page.html).toContain('XIII Podgórze')
  expect(page.html).toContain('Upał, woda i cień')
})

test('a resident speaks in each way; sixteen posts of one form are one comment', async () => {
  for (const kind of ['for', 'against', 'question', 'change', 'experience']) await say('13', { kind, text: `Głos ${kind} w sprawie.` })
  const form = said({ text: 'Raz i tylko raz.' })
  const to = url(paths.talkComments, { id: talk('13') })
  const answers = await Promise.all(Array.from({ length: 16 }, () => house.as(who('olga')).post(to, form)))
  expect(new Set(answers.map(answer => answer.location)).size).toBe(1)
  const { rows } = await sql<{ n: number }>`select count(*)::int as n from comments where text = 'Raz i tylko raz.'`.execute(house.db)
  expect(rows[0]?.n).toBe(1)
  const page = await house.stranger.get(url(paths.talk, { id: talk('13') }))
  for (const kind of ['for', 'against', 'question', 'change', 'experience']) expect(page.html).toContain(`Głos ${kind} w sprawie.`)
})

test('the page of a talk and the list take as many statements for a long talk as for a short one', async () => {
  const count = async (path: string) => {
    house.queries.length = 0
    expect((await house.stranger.get(path)).status).toBe(200)
    return house.queries.length
  }
  const at = url(paths.talk, { id: talk('7') })
  await say('7')
  const [short, list] = [await count(at), await count(paths.talks)]
  await sql`insert into comments (id, key, subject_id, kind, text, author_id, channel, at)
    select 'comment_long' || n, 'key_long' || n, ${talk('7')}, 'for', 'Tak', ${who('marta').id}, 'online', ${today}::timestamptz from generate_series(1, 200) n`.execute(
    house.db,
  )
  expect([await count(at), await count(paths.talks)]).toEqual([short, list])
  expect(short).toBeLessThanOrEqual(14)
  expect(list).toBeLessThanOrEqual(6)
})
