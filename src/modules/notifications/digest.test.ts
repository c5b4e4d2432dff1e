import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import type { Actor } from '#kit/actor.ts'
import { newId } from '#kit/ids.ts'
import { modules } from '#modules'
import { followingModule } from '#modules/following/following.module.ts'
import { endingToken, startFollow } from '#modules/following/follows.actions.ts'
import { type Followed, ofPlace, ofRole, ofSearch, ofTheme, ofThing } from '#modules/following/follows.rules.ts'
import { back } from '#modules/ideas/backings.actions.ts'
import { addNeed, closeNeed } from '#modules/ideas/needs.actions.ts'
import { notificationJobs } from '#modules/notifications/notifications.jobs.ts'
import { eraseMyself } from '#modules/people/own/erasure.actions.ts'
import { paths, url } from '#paths'
import { jobContext } from '#platform/jobs.ts'
import { openLog } from '#platform/log.ts'
import { lemmasOf } from '#platform/words.ts'
import { peopleSeed, residenceSeed } from '#seeds/people.seed.ts'
import { programmeSeed } from '#seeds/programme.seed.ts'
import { territoriesSeed } from '#seeds/territories.seed.ts'
import { fillWorld, type World } from '#seeds/world.ts'
import { sentenceOf, thingsOf } from '#web/app.ts'
import { expectDone, openHouse, type TestHouse } from '#web/testing.ts'

let house: TestHouse
let world: World
const today = new Date('2026-03-12T10:00:00Z')
const secret = 'x'.repeat(32)
const things = thingsOf(modules)

beforeAll(async () => {
  house = await openHouse({ now: today })
  world = await fillWorld(house.db, today, [peopleSeed, territoriesSeed, programmeSeed, residenceSeed])
  await house.db.updateTable('persons').set({ mail_wish: 'none' }).execute()
  await house.db.updateTable('persons').set({ mail_wish: 'daily' }).where('id', '=', who('olga').id).execute()
})
afterAll(() => house.close())
beforeEach(async () => {
  for (const table of ['follows', 'hidings', 'read_news'] as const) await house.db.deleteFrom(table).execute()
  await house.settle()
  await morning()
  await house.db.deleteFrom('letters').execute()
})

const who = (key: Parameters<World['actors']['get']>[0]): Actor => world.actors.get(key) ?? expect.unreachable(key)
const districtId = (number: number) => world.ids.get(`district.${number}`) ?? ''
const text = 'Zimą nie da się tędy przejść suchą nogą, a latem nie ma cienia.'
async function say(title: string, district = 13, actor = who('marta')): Promise<string> {
  const added = await addNeed(house.ctx(actor), { key: newId('key'), title, text, territoryId: districtId(district) })
  await house.settle()
  return added.ok ? added.id : expect.unreachable(added.why)
}
const follow = async (followed: Followed, actor = who('olga')) => expect(await startFollow(house.ctx(actor), things, followed)).toEqual({ ok: true })
const morning = async () => {
  const post = { send: async () => 'sent' as const, close: () => {} }
  const extra = { post, log: openLog('silent'), publicUrl: 'https://x', secret, keepLetters: true, things, sentence: sentenceOf(modules) }
  await notificationJobs.find(job => job.name === 'tell-daily')?.run(jobContext(house.db, house.now, extra), {})
}
const letters = async () =>
  (await house.db.selectFrom('letters').select('body_text').where('subject', 'like', '%nowo%').execute()).map(row => row.body_text)

const follows: [string, () => Followed, string, number][] = [
  ['a place', () => ofPlace(districtId(13)), 'Brakuje ławek na Zabłociu', 13],
  ['a theme', () => ofTheme('zielen'), 'Więcej drzew przy torach', 16],
  ['a search with an area', () => ofSearch('stojaki rowerowe', lemmasOf('stojaki rowerowe'), districtId(16)), 'Stojak rowerowy pod szkołą', 16],
]
test.each(follows)('%s: what is new there comes in one letter with its title, sentence and address', async (_, followed, title, district) => {
  await follow(followed())
  const id = await say(title, district)
  await say('Kosz na śmieci przy pętli', 18)
  await morning()
  const [letter = '', ...more] = await letters()
  expect(more).toEqual([])
  expect(letter).toContain(`• ${title}\n  dodano potrzebę „${title}”\n  `)
  expect(letter).toContain(url(paths.need, { id }))
  expect(letter).not.toContain('Kosz na śmieci')
  await morning()
  expect(await letters()).toHaveLength(1)
})

test('the ambassador of a district is heard there, by whoever follows the role, and others are not', async () => {
  await follow(ofRole('ambassador', districtId(13)))
  await say('Głos sąsiadki z Podgórza', 13, who('marta'))
  await morning()
  expect(await letters()).toEqual([])
  await say('Zapisane przez ambasadora', 13, who('bartek'))
  await morning()
  expect((await letters()).join()).toContain('Zapisane przez ambasadora')
})

test('what is hidden between the fact and the digest is not told; with nothing else there is no letter at all', async () => {
  await follow(ofPlace(districtId(13)))
  const hidden = await say('Obraźliwy tytuł potrzeby')
  await house.db.insertInto('hidings').values({ subject_id: hidden, since: today }).execute()
  await morning()
  expect(await letters()).toEqual([])
  await say('Zwykła potrzeba obok')
  const other = await say('Druga obraźliwa potrzeba')
  await house.db.insertInto('hidings').values({ subject_id: other, since: today }).execute()
  await morning()
  const [letter = ''] = await letters()
  expect([letter.includes('Zwykła potrzeba'), letter.includes('braźliw')]).toEqual([true, false])
})

test('one’s own matter that was hidden is not told either, nor does it stand in the list or in a feed', async () => {
  const mine = await say('Moja potrzeba w Bieńczycach', 16, who('olga'))
  await back(house.ctx(who('jurij')), 'need', mine)
  await house.settle()
  const list = async () => (await house.as(who('olga')).get(paths.inbox)).html
  expect(await list()).toContain('Moja potrzeba w Bieńczycach')
  await house.db.insertInto('hidings').values({ subject_id: mine, since: today }).execute()
  await morning()
  expect(await letters()).toEqual([])
  expect(await list()).not.toContain('Moja potrzeba w Bieńczycach')
  expect((await house.stranger.get(paths.feed)).html).not.toContain('Moja potrzeba w Bieńczycach')
})

test('nothing new, nothing of one’s own and nobody who wants no mail: no letter', async () => {
  await follow(ofPlace(districtId(16)))
  await follow(ofPlace(districtId(16)), who('tadeusz'))
  await morning()
  expect(await letters()).toEqual([])
  await say('Olga mówi sama', 16, who('olga'))
  await morning()
  expect(await letters()).toEqual([])
})

test('a thing is told by its newest fact, once, and the letter can end just this follow', async () => {
  const id = await say('Ławka przy przychodni')
  await follow(ofThing(id))
  await morning()
  expect(await letters()).toEqual([])
  await closeNeed(house.ctx(who('marta')), id, 'Miasto postawiło ławkę w zeszłym tygodniu.')
  await house.settle()
  await morning()
  const [letter = ''] = await letters()
  expect(letter).toContain('zamknięto potrzebę')
  expect(letter).not.toContain('dodano potrzebę')
  const followed = await house.db.selectFrom('follows').select('id').executeTakeFirstOrThrow()
  expect(letter).toContain(`Przestań obserwować: Ławka przy przychodni:\n`)
  expect(letter).toContain(`o=${followed.id}&kod=${endingToken(secret, followed.id)}`)
})

test('the list marks what is unread; reading what one saw leaves what came later', async () => {
  const olga = who('olga')
  await follow(ofPlace(districtId(13)))
  await say('Pierwsza rzecz do przeczytania')
  const first = await house.as(olga).get(paths.inbox)
  const seen = /name="do" value="(\d+)"/.exec(first.html)?.[1] ?? ''
  await say('Druga rzecz do przeczytania')
  expectDone(await house.as(olga).post(paths.inboxRead, { do: seen }), paths.inbox)
  expect((await house.as(olga).get(paths.inbox)).html).toContain('1 nieprzeczytana')
  // an old tab makes nothing unread, a number from the future reads nothing that is still to come
  await house.as(olga).post(paths.inboxRead, { do: '999999999' })
  await house.as(olga).post(paths.inboxRead, { do: seen })
  expect((await house.as(olga).get(paths.inbox)).html).toContain('Wszystko przeczytane')
  await say('Trzecia rzecz do przeczytania')
  expect((await house.as(olga).get(paths.inbox)).html).toContain('1 nieprzeczytana')
  expect((await house.stranger.get(paths.inbox)).location).toContain('/logowanie')
})

test('the list costs the same for three pieces of news and for twenty', async () => {
  await follow(ofPlace(districtId(18)))
  const statements = async () => {
    house.queries.length = 0
    await house.as(who('olga')).get(paths.inbox)
    return house.queries.length
  }
  await say('Pierwsza z wielu', 18)
  const few = await statements()
  for (let n = 0; n < 12; n += 1) await say(`Kolejna z wielu ${n}`, 18)
  expect(await statements()).toBe(few)
})

test('feeds of the city, a district, a thing and a theme hold what is public; others are not there', async () => {
  const id = await say('Drzewa <przy> torach & łące')
  const feed = (query: Record<string, string | undefined>) => house.stranger.get(url(paths.feed, undefined, query))
  for (const query of [{}, { gdzie: '13' }, { o: id }, { temat: 'zielen' }]) {
    const answer = await feed(query)
    expect([answer.status, answer.headers.get('content-type')]).toEqual([200, 'application/atom+xml; charset=utf-8'])
    expect(answer.html).toContain('Drzewa &lt;przy&gt; torach &amp; łące')
    expect(answer.html).toContain(`<link rel="alternate" type="text/html" href="http://localhost:3000/potrzeby/${id}"/>`)
  }
  for (const query of [{ gdzie: 'miasto' }, { gdzie: '18' }, { temat: 'kultura' }]) expect((await feed(query)).html).not.toContain('Drzewa &lt;')
  for (const query of [{ gdzie: '99' }, { o: 'need_nothing' }, { temat: 'wszystko' }]) expect((await feed(query)).status).toBe(404)
})

test('whoever erases their account leaves neither follows nor marks', async () => {
  const tadeusz = who('tadeusz')
  await follow(ofPlace(districtId(18)), tadeusz)
  await house.as(tadeusz).post(paths.inboxRead, { do: '1' })
  expect(JSON.stringify(await followingModule.ownData?.(house.ctx(tadeusz), tadeusz.id))).toContain(districtId(18))
  await eraseMyself(
    house.ctx(tadeusz),
    modules.flatMap(module => module.erase ?? []),
  )
  const left = async (table: 'follows' | 'read_news') =>
    (await house.db.selectFrom(table).selectAll().where('person_id', '=', tadeusz.id).execute()).length
  expect([await left('follows'), await left('read_news')]).toEqual([0, 0])
})
