import { sql } from 'kysely'
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { house as houseActor } from '#kit/actor.ts'
import { newId } from '#kit/ids.ts'
import { discussionsModule } from '#modules/discussions/discussions.module.ts'
import { announceRounds } from '#modules/discussions/talks.actions.ts'
import { loadTalk } from '#modules/discussions/talks.store.ts'
import { openTalkHouse, said, type TalkHouse, talkDay as today } from '#modules/discussions/testing-talks.ts'
import { paths, url } from '#paths'
import { expectDone } from '#web/testing.ts'

let open: TalkHouse
let house: TalkHouse['house']
let who: TalkHouse['who']
let talk: TalkHouse['talk']
let say: TalkHouse['say']
beforeAll(async () => {
  open = await openTalkHouse()
  ;({ house, who, talk, say } = open)
})
beforeEach(() => open.unhurry())
afterAll(() => open.house.close())

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

test('a round that is over takes nothing and says since when; an extension has a reason that all read', async () => {
  const at = url(paths.talk, { id: talk('1') })
  house.now = new Date('2026-09-12T10:00:00Z')
  const late = await house.as(who('olga')).post(url(paths.talkComments, { id: talk('1') }), said({ text: 'Za późno?' }))
  house.now = today
  expect([late.status, late.html.includes('Zamknięte od')]).toEqual([409, true])
  const version = async () => String((await loadTalk(house.ctx(), talk('1'))).version)
  const extension = { wersja: await version(), runda: 'needs', dzien: '2026-05-05', powod: 'Święta skróciły tę rundę.' }
  expect((await house.as(who('bartek')).post(url(paths.talkExtension, { id: talk('1') }), extension)).status).toBe(403)
  expectDone(await house.as(who('kornelia')).post(url(paths.talkExtension, { id: talk('1') }), extension))
  expect((await house.stranger.get(at)).html).toContain('Święta skróciły tę rundę.')
  const stale = await house.as(who('kornelia')).post(url(paths.talkExtension, { id: talk('1') }), { ...extension, dzien: '2026-06-05' })
  expect([stale.status, stale.html.includes('2026-06-05')]).toEqual([409, true])
  const earlier = await house
    .as(who('kornelia'))
    .post(url(paths.talkExtension, { id: talk('1') }), { ...extension, wersja: await version(), dzien: '2026-03-01' })
  expect(earlier.status).toBe(409)
})

test('the house says once that rounds have opened, however often it is asked', async () => {
  const ctx = house.ctx(houseActor)
  await announceRounds(ctx)
  await Promise.all([announceRounds(ctx), announceRounds(ctx)])
  await house.settle()
  const opened = await house.db
    .selectFrom('ledger_chain')
    .select('seq')
    .where('subject', '=', talk('2'))
    .where('fact', '=', 'talk.round-opened')
    .execute()
  expect(opened).toHaveLength(4)
})

test('what talks keep about a person is handed out and goes with the account', async () => {
  const tadeusz = who('tadeusz')
  await say('18', { text: 'Słowa Tadeusza.' }, tadeusz)
  expectDone(await house.as(tadeusz).post(url(paths.talkInterest, { id: talk('18') }), { key: newId('key'), place: 'pod lasem' }))
  expect(await discussionsModule.ownData?.(house.ctx(), tadeusz.id)).toMatchObject({
    comments: [{ text: 'Słowa Tadeusza.' }],
    talkInterests: [{ place_words: 'pod lasem' }],
  })
  await discussionsModule.erase?.(house.ctx(), tadeusz.id)
  expect(await discussionsModule.ownData?.(house.ctx(), tadeusz.id)).toMatchObject({ comments: [{ text: '' }], talkInterests: [] })
})

test('where an edition has switched talks off, none of it is there', async () => {
  await house.db
    .updateTable('editions')
    .set({ parts: ['district-path'] })
    .execute()
  const answers = await Promise.all([paths.talks, url(paths.talk, { id: talk('13') })].map(path => house.stranger.get(path)))
  await house.db
    .updateTable('editions')
    .set({ parts: ['district-path', 'city-path', 'discussions'] })
    .execute()
  expect(answers.map(({ status }) => status)).toEqual([404, 404])
})

test('the office writes down in a talk what somebody without e-mail says; a resident does not, and sixteen posts are one person and one voice', async () => {
  const to = url(paths.talkComments, { id: talk('13') })
  const form = said({ text: 'Pani Wanda prosi o ławkę.', newPerson: 'Wanda Ludowa', phone: '601 234 567', channel: 'phone' })
  const refused = await house.as(who('olga')).post(to, { ...form, key: newId('key') })
  expect([refused.status, refused.html.includes('urząd albo ambasador')]).toEqual([422, true])
  expect((await house.as(who('celina')).get(url(paths.talk, { id: talk('13') }))).html).toContain('name="newPerson"')
  expect((await house.as(who('olga')).get(url(paths.talk, { id: talk('13') }))).html).not.toContain('name="newPerson"')
  const answers = await Promise.all(Array.from({ length: 16 }, () => house.as(who('celina')).post(to, form)))
  expect(new Set(answers.map(({ status }) => status))).toEqual(new Set([303]))
  const { rows } = await sql<{ name: string; channel: string; by: string }>`
    select p.display_name as name, c.channel, c.entered_by as by from comments c join persons p on p.id = c.author_id where c.text = 'Pani Wanda prosi o ławkę.'`.execute(
    house.db,
  )
  expect(rows).toEqual([{ name: 'Wanda Ludowa', channel: 'phone', by: who('celina').id }])
  const wrong = await house.as(who('celina')).post(to, said({ text: 'Bez numeru.', newPerson: 'Jan Nowy', phone: 'brak', channel: 'phone' }))
  expect([wrong.status, wrong.html.includes('Bez numeru.'), wrong.html.includes('numer telefonu')]).toEqual([422, true, true])
})
