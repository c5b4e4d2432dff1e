import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import type { Actor } from '#kit/actor.ts'
import { endingToken } from '#modules/following/follows.actions.ts'
import { listFollows } from '#modules/following/follows.store.ts'
import { addNeed } from '#modules/ideas/needs.actions.ts'
import { paths, url } from '#paths'
import { peopleSeed, residenceSeed } from '#seeds/people.seed.ts'
import { programmeSeed } from '#seeds/programme.seed.ts'
import { territoriesSeed } from '#seeds/territories.seed.ts'
import { fillWorld, type World } from '#seeds/world.ts'
import { expectDone, openHouse, type TestHouse } from '#web/testing.ts'

let house: TestHouse
let world: World
let needId: string
const today = new Date('2026-03-12T10:00:00Z')
const secret = 'x'.repeat(32)

beforeAll(async () => {
  house = await openHouse({ now: today })
  world = await fillWorld(house.db, today, [peopleSeed, territoriesSeed, programmeSeed, residenceSeed])
  const place = { territoryId: world.ids.get('district.13'), placeWords: undefined }
  const text = 'Po drodze do przychodni nie ma ani jednej ławki.'
  const added = await addNeed(house.ctx(who('marta')), { key: 'key_follows_test_need', title: 'Brakuje ławek', text, ...place })
  needId = added.ok ? added.id : ''
})
afterAll(() => house.close())
beforeEach(() => house.db.deleteFrom('follows').execute())

const who = (key: Parameters<World['actors']['get']>[0]): Actor => world.actors.get(key) ?? expect.unreachable(key)
const follow = (actor: Actor, fields: Record<string, string>) => house.as(actor).post(paths.follows, fields)
const followsOf = (actor: Actor) => listFollows(house.ctx(), [actor.id])

test('a need is followed from its page, once, however often it is pressed, and no longer after the end', async () => {
  const olga = who('olga')
  const need = url(paths.need, { id: needId })
  expect((await house.as(olga).get(need)).html).toContain('>Obserwuj<')
  const presses = await Promise.all(Array.from({ length: 16 }, () => follow(olga, { co: 'thing', cel: needId, powrot: need })))
  for (const press of presses) expectDone(press, need)
  const [mine, ...rest] = await followsOf(olga)
  expect(rest).toEqual([])
  await house.settle()
  const facts = await house.db
    .selectFrom('ledger_chain')
    .select('fact')
    .where('subject', '=', mine?.id ?? '')
    .execute()
  expect(facts).toEqual([{ fact: 'follow.started' }])
  expect((await house.as(olga).get(need)).html).toContain('Przestań obserwować')
  expect((await house.as(olga).get(paths.follows)).html).toContain('Brakuje ławek')
  expectDone(await house.as(olga).post(url(paths.followEnd, { id: mine?.id ?? '' }), { powrot: need }), need)
  expect(await followsOf(olga)).toEqual([])
})

test('a place, the ambassador of a place, a theme and a search with an area', async () => {
  const olga = who('olga')
  for (const fields of [
    { co: 'place', cel: '13' },
    { co: 'role', cel: '13' },
    { co: 'theme', cel: 'zielen' },
    { co: 'search', slowa: 'ławki przy przystanku', gdzie: '16' },
    { co: 'search', slowa: 'przystanki, ławka', gdzie: '16' },
  ])
    expectDone(await follow(olga, fields as never), paths.follows)
  expect((await followsOf(olga)).map(({ kind }) => kind).sort()).toEqual(['place', 'role', 'search', 'theme'])
  const { html } = await house.as(olga).get(paths.follows)
  for (const words of ['XIII Podgórze', 'Ambasador lub ambasadorka: XIII Podgórze', 'Zieleń i woda', 'XVI Bieńczyce']) expect(html).toContain(words)
})

test.each([
  ['a place that is not there', { co: 'place', cel: '99' }, 422, 'Wybierz dzielnicę albo całe miasto.'],
  ['a theme that is not there', { co: 'theme', cel: 'wszystko' }, 422, 'Wybierz temat.'],
  ['no words', { co: 'search' }, 422, 'Wpisz co najmniej jedno słowo.'],
  ['words that name nothing', { co: 'search', slowa: 'na do we' }, 422, 'Te słowa są zbyt ogólne.'],
  ['too many words', { co: 'search', slowa: 'ławka '.repeat(30) }, 422, 'Skróć do 100 znaków.'],
  ['a thing that is not there', { co: 'thing', cel: 'need_nothing' }, 409, 'nie jest publiczna'],
  ['a kind that is not there', { co: 'person', cel: 'x' }, 422, 'Tej wartości nie rozumiemy.'],
])('%s is refused with a sentence', async (_, fields, status, words) => {
  const answer = await follow(who('olga'), fields as never)
  expect([answer.status, answer.html.includes(words)]).toEqual([status, true])
  expect(await followsOf(who('olga'))).toEqual([])
})

test('a stranger is led to sign in; nobody ends what somebody else follows; a return leads nowhere else', async () => {
  expect((await house.stranger.post(paths.follows, { co: 'thing', cel: needId })).location).toContain('/logowanie')
  expectDone(await follow(who('olga'), { co: 'thing', cel: needId, powrot: 'https://gdzie-indziej.example/' }), paths.follows)
  const [mine] = await followsOf(who('olga'))
  expect((await house.as(who('jurij')).post(url(paths.followEnd, { id: mine?.id ?? '' }))).status).toBe(409)
  expect(await followsOf(who('olga'))).toHaveLength(1)
})

test('the link of a letter asks, then ends this follow without signing in, and no other', async () => {
  const olga = who('olga')
  await follow(olga, { co: 'thing', cel: needId })
  await follow(olga, { co: 'place', cel: '13' })
  const [place, thing] = (await followsOf(olga)).sort((a, b) => (a.kind < b.kind ? -1 : 1))
  const kod = endingToken(secret, thing?.id ?? '')
  const link = (o = '', kod = '') => url(paths.followEnding, undefined, { o, kod })
  expect((await house.stranger.get(link(thing?.id, kod))).html).toContain('Brakuje ławek')
  // opening it changes nothing; a token of one follow is none for another, nor is one with another secret
  expect(await followsOf(olga)).toHaveLength(2)
  for (const bad of [link(place?.id, kod), link(thing?.id, 'x'), link(thing?.id, endingToken('y'.repeat(32), thing?.id ?? '')), link()])
    expect((await house.stranger.get(bad)).status).toBe(404)
  expect((await house.stranger.post(paths.followEnding, { o: place?.id ?? '', kod })).status).toBe(404)
  expect(await followsOf(olga)).toHaveLength(2)
  expectDone(await house.stranger.post(paths.followEnding, { o: thing?.id ?? '', kod }), /rezygnacja/)
  expect((await followsOf(olga)).map(({ id }) => id)).toEqual([place?.id])
  const again = await house.stranger.get(link(thing?.id, kod))
  expect([again.status, again.html.includes('Już tego nie obserwujesz')]).toEqual([200, true])
})

test('where an edition has no ambassadors nobody is offered to follow one', async () => {
  const edition = await house.db.selectFrom('editions').select(['id', 'parts']).where('state', '=', 'running').executeTakeFirstOrThrow()
  const without = (edition.parts as string[]).filter(part => part !== 'ambassadors')
  const keep = (parts: unknown) =>
    house.db
      .updateTable('editions')
      .set({ parts } as never)
      .where('id', '=', edition.id)
      .execute()
  await keep(without)
  expect((await house.as(who('olga')).get(paths.follows)).html).not.toContain('ambasador')
  expect((await follow(who('olga'), { co: 'role', cel: '13' })).status).toBe(404)
  await keep(edition.parts)
})

test('the list costs the same for one follow and for forty', async () => {
  const olga = who('olga')
  await follow(olga, { co: 'thing', cel: needId })
  const statements = async () => {
    house.queries.length = 0
    await house.as(olga).get(paths.follows)
    return house.queries.length
  }
  const one = await statements()
  for (let place = 1; place <= 18; place += 1) await follow(olga, { co: 'place', cel: String(place) })
  expect(await statements()).toBe(one)
})
