import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { newId } from '#kit/ids.ts'
import { discussionsModule } from '#modules/discussions/discussions.module.ts'
import { listComments } from '#modules/discussions/discussions.store.ts'
import { listInterests } from '#modules/discussions/interests/interests.store.ts'
import { findPlace } from '#modules/discussions/places.store.ts'
import { joinTalk, splitTalk } from '#modules/discussions/running/areas.actions.ts'
import { loadTalk } from '#modules/discussions/talks.store.ts'
import { openTalkHouse, said, type TalkHouse } from '#modules/discussions/testing-talks.ts'
import { paths, url } from '#paths'
import { expectDone } from '#web/testing.ts'

let open: TalkHouse
let house: TalkHouse['house']
let world: TalkHouse['world']
let who: TalkHouse['who']
let talk: TalkHouse['talk']
beforeAll(async () => {
  open = await openTalkHouse()
  ;({ house, world, who, talk } = open)
})
beforeEach(() => open.unhurry())
afterAll(() => open.house.close())

const area = [
  [20.0, 50.03],
  [20.03, 50.03],
  [20.03, 50.05],
  [20.0, 50.05],
] as const
const polygon = [[area]]
const needIn13 = (fields: Record<string, string> = {}) => ({
  key: newId('key'),
  title: 'Brakuje placu zabaw',
  text: 'Dzieci bawią się między autami, bo nie ma tu żadnego placu.',
  where: '13',
  ...fields,
})
const idOf = (location: string) => location.split('/').at(-1)?.split('#')[0] ?? ''
const placeOf = async (id: string) => (await findPlace(house.ctx(), id))?.talkId

test('a district is split: needs lie in the smallest area that holds them, unless their author chose; joined again, nothing is lost', async () => {
  const marta = house.as(who('marta'))
  const inside = idOf(expectDone(await marta.post(paths.needs, needIn13({ lon: '20.01', lat: '50.04' }))))
  const chosen = idOf(expectDone(await marta.post(paths.needs, needIn13({ title: 'Brakuje ławek tu', lon: '20.012', lat: '50.041' }))))
  const wordsOnly = idOf(expectDone(await marta.post(paths.needs, needIn13({ title: 'Brakuje koszy tu' }))))
  expect(await Promise.all([inside, chosen, wordsOnly].map(placeOf))).toEqual([talk('13'), talk('13'), talk('13')])
  expect((await house.as(who('olga')).post(url(paths.talkPlace, { id: chosen }), { rozmowa: talk('13') })).status).toBe(403)
  expectDone(await marta.post(url(paths.talkPlace, { id: chosen }), { rozmowa: talk('13') }))
  const before = await loadTalk(house.ctx(), talk('13'))
  const split = {
    key: newId('key'),
    version: before.version,
    reason: 'Wiele osób chce rozmowy na Zabłociu.',
    areas: [{ name: 'Zabłocie', words: 'od torów do Wisły', area: polygon }],
  }
  expect(await splitTalk(house.ctx(who('bartek')), talk('13'), split)).toEqual({ ok: false, why: 'not-yours' })
  const answers = await Promise.all(Array.from({ length: 4 }, () => splitTalk(house.ctx(who('kornelia')), talk('13'), split)))
  expect(answers.every(({ ok }) => ok)).toBe(true)
  const small = (await placeOf(inside)) ?? ''
  expect(small).not.toBe(talk('13'))
  expect((await loadTalk(house.ctx(), small)).territoryName).toBe('Zabłocie')
  expect(await Promise.all([chosen, wordsOnly].map(placeOf))).toEqual([talk('13'), talk('13')])
  expect(await splitTalk(house.ctx(who('kornelia')), talk('13'), { ...split, key: newId('key'), areas: [{ name: 'Płaszów', words: '' }] })).toEqual({
    ok: false,
    why: 'changed',
  })
  const spoken = expectDone(await house.as(who('olga')).post(url(paths.talkComments, { id: small }), said({ text: 'Na Zabłociu brakuje cienia.' })))
  const join = { rozmowa: talk('13'), wersja: String((await loadTalk(house.ctx(), small)).version), powod: 'Rozmawiajmy znowu razem.' }
  expect((await house.as(who('bartek')).post(url(paths.talkJoining, { id: small }), join)).status).toBe(403)
  expectDone(await house.as(who('kornelia')).post(url(paths.talkJoining, { id: small }), join))
  expect(await placeOf(inside)).toBe(talk('13'))
  expect((await house.stranger.get(url(paths.talk, { id: talk('13') }))).html).toContain(spoken.split('#')[1])
  expect((await house.stranger.get(url(paths.talk, { id: small }))).html).toContain('jest częścią większej')
  expect((await house.as(who('olga')).post(url(paths.talkComments, { id: small }), said())).status).toBe(409)
})

test('a comment that comes while talks are joined does not stay behind', async () => {
  const before = await loadTalk(house.ctx(), talk('14'))
  const key = newId('key')
  expect(
    (
      await splitTalk(house.ctx(who('kornelia')), talk('14'), {
        key,
        version: before.version,
        reason: 'Dwie różne okolice.',
        areas: [{ name: 'Łęg', words: 'osiedle Łęg' }],
      })
    ).ok,
  ).toBe(true)
  const small = `${key}_0`.replace(/^key/, 'talk')
  const [joined, ...posts] = await Promise.all([
    joinTalk(house.ctx(who('kornelia')), small, { intoId: talk('14'), version: 1, reason: 'Rozmawiajmy razem.' }),
    ...Array.from({ length: 8 }, (_, n) => house.as(who('jurij')).post(url(paths.talkComments, { id: small }), said({ text: `W biegu ${n}` }))),
  ])
  expect(joined.ok).toBe(true)
  expect(await listComments(house.ctx(), small)).toEqual([])
  const kept = (await listComments(house.ctx(), talk('14'))).filter(({ text }) => text.startsWith('W biegu'))
  expect(kept).toHaveLength(posts.filter(({ status }) => status === 303).length)
})

test('people want a talk nearer by: once each, in their district; the ambassador sees no lone house', async () => {
  const to = url(paths.talkInterest, { id: talk('13') })
  const wish = (fields: Record<string, string> = {}) => ({ key: newId('key'), place: 'przy Łąkowej', lon: '20.01', lat: '50.04', ...fields })
  await Promise.all(Array.from({ length: 16 }, () => house.as(who('olga')).post(to, wish())))
  expect(
    (await listInterests(house.ctx(), { editionId: world.ids.get('edition') ?? '', territoryId: world.ids.get('district.13') ?? '' })).length,
  ).toBe(1)
  const elsewhere = await house.as(who('jurij')).post(to, wish({ lon: '20.06', lat: '50.08' }))
  expect([elsewhere.status, elsewhere.html.includes('leży w innej dzielnicy')]).toEqual([422, true])
  const running = url(paths.talkRunning, { id: talk('13') })
  expect((await house.as(who('olga')).get(running)).status).toBe(403)
  const seen = (await house.as(who('bartek')).get(running)).html
  expect([seen.includes('1 osoba chce'), seen.includes('20.0'), seen.includes('przy Łąkowej')]).toEqual([true, false, false])
  expect((await house.as(who('kornelia')).get(running)).html).toContain('przy Łąkowej')
  expect((await house.as(who('bartek')).get(url(paths.talkRunning, { id: talk('5') }))).status).toBe(403)
  expectDone(await house.as(who('olga')).post(url(paths.talkInterestEnd, { id: talk('13') })))
  const data = await discussionsModule.ownData?.(house.ctx(), who('olga').id)
  expect(data).toMatchObject({ talkInterests: [] })
})
