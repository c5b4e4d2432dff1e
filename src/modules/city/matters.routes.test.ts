import { afterAll, beforeAll, expect, test } from 'vitest'
import type { Actor } from '#kit/actor.ts'
import { newId } from '#kit/ids.ts'
import { byDeadline, lastDayBefore, type Matter, urgencyOf } from '#modules/city/matters.rules.ts'
import type { CastKey } from '#seeds/cast.ts'
import { peopleSeed, residenceSeed } from '#seeds/people.seed.ts'
import { programmeSeed } from '#seeds/programme.seed.ts'
import { territoriesSeed } from '#seeds/territories.seed.ts'
import { fillWorld, type World } from '#seeds/world.ts'
import { expectDone, openHouse, somebody, type TestHouse } from '#web/testing.ts'

let house: TestHouse
let world: World

beforeAll(async () => {
  house = await openHouse()
  world = await fillWorld(house.db, house.now, [peopleSeed, territoriesSeed, programmeSeed, residenceSeed])
})
afterAll(() => house.close())

const who = (key: CastKey): Actor => world.actors.get(key) ?? somebody(key)
const as = (key: CastKey) => house.as(who(key))
const aDraft = async (title: string) => {
  const fields = { key: newId('key'), tytul: title, sciezka: 'joint-district', gdzie: '13', widocznosc: 'shared' }
  return expectDone(await as('marta').post('/projekty/nowy', fields))
}

test('deadlines: what must be done first stands first, an end at midnight belongs to the day before', () => {
  const matter = (id: string, dueOn?: string): Matter => ({ kind: 'answer', id, title: '', territoryId: undefined, dueOn })
  expect(byDeadline([matter('a'), matter('b', '2026-04-01'), matter('c', '2026-03-20')]).map(({ id }) => id)).toEqual(['c', 'b', 'a'])
  expect(lastDayBefore(new Date('2026-03-31T22:00:00Z'))).toBe('2026-03-31')
  const now = new Date('2026-03-12T11:00:00Z')
  expect(['2026-03-11', '2026-03-12', '2026-03-14', '2026-03-15'].map(day => urgencyOf(day, now))).toEqual(['overdue', 'soon', 'soon', 'later'])
})

test('a stranger is led to sign in and comes back', async () => {
  const answer = await house.stranger.get('/moje-sprawy')
  expect([answer.status, answer.location]).toEqual([303, '/logowanie?powrot=%2Fmoje-sprawy'])
})

test('an empty page teaches what to do first', async () => {
  const { html } = await as('olga').get('/moje-sprawy')
  expect(html).toContain('Nic teraz na Ciebie nie czeka')
  expect(html).toContain('href="/potrzeby/nowa"')
})

test('an invitation waits with its deadline, and is gone once it is answered', async () => {
  const address = await aDraft('Ławki przy Łąkowej')
  expectDone(await as('marta').post(`${address}/zaproszenia`, { email: 'jurij@demo.example', nazwa: 'Jurij' }))
  const { html } = await as('jurij').get('/moje-sprawy')
  expect(html).toContain('Zaproszenie do wspólnego pisania')
  expect(html).toContain(`href="${address}"`)
  expect(html).toMatch(/do: [\p{L}]+, \d+ marca/u)
  expect((await as('olga').get('/moje-sprawy')).html).not.toContain(address)
  const invitation = /\/zaproszenia\/([^/]+)\/odpowiedz/.exec((await as('jurij').get(address)).html)?.[1] ?? ''
  expectDone(await as('jurij').post(`${address}/zaproszenia/${invitation}/odpowiedz`, { odpowiedz: 'tak' }))
  expect((await as('jurij').get('/moje-sprawy')).html).not.toContain('Zaproszenie do wspólnego pisania')
})

test('the head and the expert of a unit see questions as rows of the same page', async () => {
  const address = await aDraft('Drzewa przy Łąkowej')
  const question = {
    key: newId('key'),
    o: address.split('/').at(-1) ?? '',
    jednostka: world.ids.get('unit.ZZM') ?? '',
    pytanie: 'Czyj jest ten teren i czy można sadzić drzewa?',
  }
  const asked = await as('marta').post('/opinie/nowa', question)
  expectDone(asked)
  const { html } = await as('roman').get('/moje-sprawy')
  expect(html).toContain('Pytanie do przydzielenia · ZZM')
  expect(html).toContain('Drzewa przy Łąkowej')
  expect((await as('adam').get('/moje-sprawy')).html).not.toContain('Drzewa przy Łąkowej')
})

test('the number of queries does not grow with one’s projects', async () => {
  const count = async () => {
    house.queries.length = 0
    expect((await as('marta').get('/moje-sprawy')).status).toBe(200)
    return house.queries.length
  }
  const few = await count()
  for (let i = 0; i < 5; i += 1) await aDraft(`Szkic numer ${i}`)
  expect(await count()).toBe(few)
  // one for each kind of matter, whatever there is of it
  expect(few).toBeLessThanOrEqual(24)
})
