import { afterAll, beforeAll, expect, test } from 'vitest'
import { newId } from '#kit/ids.ts'
import { bumpTalk, listOpenTalks, loadTalk } from '#modules/discussions/talks.store.ts'
import { openTalkHouse, said, type TalkHouse } from '#modules/discussions/testing-talks.ts'
import { paths, url } from '#paths'
import { expectDone } from '#web/testing.ts'

let open: TalkHouse
let house: TalkHouse['house']
let who: TalkHouse['who']
let talk: TalkHouse['talk']
beforeAll(async () => {
  open = await openTalkHouse()
  ;({ house, who, talk } = open)
})
afterAll(() => open.house.close())

const kornelia = () => house.as(who('kornelia'))
const versionOf = async (name: string) => String((await loadTalk(house.ctx(), talk(name))).version)
const areasOf = async (name: string) => {
  const { editionId, territoryId } = await loadTalk(house.ctx(), talk(name))
  const there = await listOpenTalks(house.ctx(), { editionId, territoryId })
  return there.flatMap(one => (one.id === talk(name) ? [] : [one.territoryName]))
}
const splitForm = async (name: string, fields: Record<string, string> = {}) => ({
  key: newId('key'),
  wersja: await versionOf(name),
  'nazwa-0': 'Łobzów',
  'slowa-0': 'między parkiem a torami',
  powod: 'Sąsiedzi poprosili o własną rozmowę.',
  ...fields,
})

test('the form splits a district once, however often it is sent, and only for the coordinator', async () => {
  const to = url(paths.talkSplit, { id: talk('5') })
  const form = await splitForm('5', { 'nazwa-1': 'Nowa Wieś', 'slowa-1': 'od al. Kijowskiej' })
  for (const key of ['bartek', 'celina', 'olga'] as const) expect((await house.as(who(key)).post(to, form)).status).toBe(403)
  expect(await areasOf('5')).toEqual([])
  const answers = await Promise.all(Array.from({ length: 16 }, () => kornelia().post(to, form)))
  expect(new Set(answers.map(({ status }) => status))).toEqual(new Set([303]))
  expect((await areasOf('5')).sort()).toEqual(['Nowa Wieś', 'Łobzów'].sort())
})

test.each([
  ['no name at all', { 'nazwa-0': '' }, 422, 'Nazwij choć jedną okolicę'],
  ['a name of one letter', { 'nazwa-0': 'Ł' }, 422, 'co najmniej 3 znaki'],
  ['no reason', { powod: '' }, 422, 'Napisz powód'],
  ['one name twice', { 'nazwa-1': 'Łobzów' }, 422, 'jest już zajęta'],
  ['a line that is no border', { 'granica-0': 'kwadrat' }, 422, 'Każda linia to dwie liczby'],
  ['a border in another district', { 'granica-0': '20.06 50.08\n20.07 50.08\n20.07 50.085\n20.06 50.085' }, 422, 'poza dzielnicą'],
] as const)('a split with %s is refused, says why and keeps what was typed', async (_what, fields, status, words) => {
  const refused = await kornelia().post(url(paths.talkSplit, { id: talk('6') }), await splitForm('6', fields))
  expect([refused.status, refused.html.includes(words), refused.html.includes('między parkiem a torami')]).toEqual([status, true, true])
  expect(await areasOf('6')).toEqual([])
})

test('a split that somebody overtook is refused and keeps what was typed', async () => {
  const form = await splitForm('6')
  await bumpTalk(house.ctx(who('kornelia')), await loadTalk(house.ctx(), talk('6')))
  const refused = await kornelia().post(url(paths.talkSplit, { id: talk('6') }), form)
  expect([refused.status, refused.html.includes('Ktoś zmienił tę rozmowę'), refused.html.includes('Łobzów')]).toEqual([409, true, true])
  expect(await areasOf('6')).toEqual([])
})

test('a talk has days of its own while the others follow the calendar; emptied, it follows again', async () => {
  const to = url(paths.talkRounds, { id: talk('8') })
  const form = { wersja: await versionOf('8'), 'od-needs': '2026-04-01', 'do-needs': '2026-04-10' }
  for (const key of ['bartek', 'olga'] as const) expect((await house.as(who(key)).post(to, form)).status).toBe(403)
  expectDone(await kornelia().post(to, form))
  expect((await loadTalk(house.ctx(), talk('8'))).ownRounds).toMatchObject([{ kind: 'needs', from: '2026-04-01', to: '2026-04-10' }])
  expect((await loadTalk(house.ctx(), talk('9'))).ownRounds).toEqual([])
  const stale = await kornelia().post(to, { ...form, 'do-needs': '2026-04-20' })
  expect([stale.status, stale.html.includes('Ktoś zmienił tę rozmowę'), stale.html.includes('2026-04-20')]).toEqual([409, true, true])
  expectDone(await kornelia().post(to, { wersja: await versionOf('8') }))
  expect((await loadTalk(house.ctx(), talk('8'))).ownRounds).toEqual([])
})

test.each([
  ['one day of two', { 'od-ideas': '2026-04-01' }, 'Wpisz oba dni'],
  ['the first after the last', { 'od-ideas': '2026-04-09', 'do-ideas': '2026-04-01' }, 'Pierwszy dzień jest po ostatnim'],
  ['no such day', { 'od-ideas': '2026-02-30', 'do-ideas': '2026-04-01' }, 'Wpisz dzień tak'],
] as const)('days with %s are refused beside their field', async (_what, fields, words) => {
  const refused = await kornelia().post(url(paths.talkRounds, { id: talk('9') }), { wersja: await versionOf('9'), ...fields })
  expect([refused.status, refused.html.includes(words), refused.html.includes('2026-04-01')]).toEqual([422, true, true])
  expect((await loadTalk(house.ctx(), talk('9'))).ownRounds).toEqual([])
})

test('own days count: a talk whose rounds are all still ahead takes nothing yet and says when it opens', async () => {
  const ahead = Object.fromEntries(
    ['needs', 'ideas', 'draft', 'consultation', 'corrections', 'submission'].flatMap(kind => [
      [`od-${kind}`, '2026-05-01'],
      [`do-${kind}`, '2026-05-09'],
    ]),
  )
  expectDone(await kornelia().post(url(paths.talkRounds, { id: talk('10') }), { wersja: await versionOf('10'), ...ahead }))
  const refused = await house.as(who('olga')).post(url(paths.talkComments, { id: talk('10') }), said())
  expect([refused.status, refused.html.includes('Zamknięte. Otworzy się')]).toEqual([409, true])
  expectDone(await house.as(who('olga')).post(url(paths.talkComments, { id: talk('11') }), said()))
})

test('planted: without its version two coordinators would both save days', async () => {
  const before = await loadTalk(house.ctx(), talk('12'))
  const ctx = house.ctx(who('kornelia'))
  const kept = await Promise.all([bumpTalk(ctx, before), bumpTalk(ctx, before)])
  expect(kept.filter(Boolean)).toHaveLength(1)
})
