import { sql } from 'kysely'
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { newId } from '#kit/ids.ts'
import { insertSummary, listSummaries } from '#modules/discussions/summaries/summaries.store.ts'
import { openTalkHouse, type TalkHouse } from '#modules/discussions/testing-talks.ts'
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

test('the host sums up, each sentence leaning on a comment that is not theirs; readers agree or object; two hosts never overwrite each other', async () => {
  const id = talk('15')
  const inTurn: string[] = []
  for (const [key, fields] of [
    ['olga', { text: 'Brakuje ławek przy szkole.' }],
    ['jurij', { kind: 'against', text: 'Ławki ktoś zniszczy.' }],
    ['monika', { text: 'Moderatorka też tu mieszka.' }],
  ] as const) {
    house.now = new Date(house.now.getTime() + 1000)
    inTurn.push(await say('15', fields, who(key)))
  }
  const [one, two] = inTurn
  const monika = house.as(who('monika'))
  const form = (fields: Record<string, string> = {}) => ({
    key: newId('key'),
    po: '0',
    'zdanie-0': 'Ławki są potrzebne.',
    'glosy-0': '1, 2',
    ...fields,
  })
  const to = url(paths.talkSummary, { id })
  expect((await house.as(who('olga')).post(to, form())).status).toBe(409)
  const own = await monika.post(to, form({ 'glosy-0': '3' }))
  expect([own.status, own.html.includes('własnym głosie')]).toEqual([409, true])
  const bare = await monika.post(to, form({ 'glosy-0': '' }))
  expect([bare.status, bare.html.includes('Podaj numer głosu'), bare.html.includes('Ławki są potrzebne.')]).toEqual([422, true, true])
  const rivals = await Promise.all([monika.post(to, form()), house.as(who('kornelia')).post(to, form({ 'zdanie-0': 'Ławki muszą być mocne.' }))])
  expect(rivals.map(({ status }) => status).sort()).toEqual([303, 409])
  const lost = rivals.find(({ status }) => status === 409)?.html ?? ''
  expect([lost.includes('Ławki są potrzebne.'), lost.includes('Ławki muszą być mocne.')]).toEqual([true, true])
  const [newest] = await listSummaries(house.ctx(), id)
  expect(newest?.sentences[0]?.cites).toEqual([one, two])
  const views = url(paths.talkSummaryViews, { id })
  const mute = await house.as(who('olga')).post(views, { wersja: '1', zdanie: 'nie', powod: 'bo nie' })
  expect([mute.status, mute.html.includes('bo nie')]).toEqual([422, true])
  expectDone(await house.as(who('olga')).post(views, { wersja: '1', zdanie: 'nie', powod: 'Ławki to nie wszystko, brakuje cienia.' }))
  await Promise.all(Array.from({ length: 16 }, () => house.as(who('jurij')).post(views, { wersja: '1', zdanie: 'tak' })))
  const page = (await house.stranger.get(url(paths.talk, { id }))).html
  expect(page).toContain('1 osoba się zgadza, 1 się nie zgadza.')
  expect(page).toContain('brakuje cienia')
  expect(page).toContain(`href="/glosy/${one}"`)
  const writer = newest?.byId === who('monika').id ? monika : house.as(who('kornelia'))
  expect((await writer.post(views, { wersja: '1', zdanie: 'tak' })).status).toBe(409)
  expectDone(await monika.post(to, form({ po: '1', 'zdanie-0': 'Mocne ławki w cieniu są potrzebne.' })))
  expect((await house.as(who('tadeusz')).post(views, { wersja: '1', zdanie: 'tak' })).status).toBe(409)
  expect((await house.stranger.get(url(paths.talkSummary, { id }))).html).toContain('<ins>')
})

test('planted: without the key of versions two hosts would both be the second', async () => {
  const id = talk('16')
  await say('16', { text: 'Brakuje przejścia.' })
  const write = (key: string) => insertSummary(house.ctx(who('monika')), { id: key, key, talkId: id, version: 1, sentences: [] })
  expect((await Promise.all([write('summary_a'), write('summary_b')])).filter(Boolean)).toHaveLength(1)
  await sql`alter table talk_summaries drop constraint talk_summaries_talk_id_version_key`.execute(house.db)
  expect(await write('summary_c')).toBe(true)
  await sql`delete from talk_summaries where talk_id = ${id}`.execute(house.db)
  await sql`alter table talk_summaries add unique (talk_id, version)`.execute(house.db)
})
