import { afterAll, beforeAll, expect, test } from 'vitest'
import type { Actor } from '#kit/actor.ts'
import { newId } from '#kit/ids.ts'
import { mayEditSaid, mayExtend } from '#modules/ideas/edits.rules.ts'
import { paths, url } from '#paths'
import { peopleSeed, residenceSeed } from '#seeds/people.seed.ts'
import { programmeSeed } from '#seeds/programme.seed.ts'
import { territoriesSeed } from '#seeds/territories.seed.ts'
import { fillWorld, type World } from '#seeds/world.ts'
import { expectDone, openHouse, type TestHouse } from '#web/testing.ts'

let house: TestHouse
let world: World
const today = new Date('2026-03-12T10:00:00Z')
beforeAll(async () => {
  house = await openHouse({ now: today })
  world = await fillWorld(house.db, today, [peopleSeed, territoriesSeed, programmeSeed, residenceSeed])
})
afterAll(() => house.close())

const who = (key: Parameters<World['actors']['get']>[0]): Actor => {
  const actor = world.actors.get(key)
  if (!actor) throw new Error(key)
  return actor
}
const text = 'Dzieci bawią się między autami, bo na osiedlu nie ma żadnego placu zabaw.'
async function aNeed(title: string): Promise<string> {
  const to = expectDone(await house.as(who('marta')).post(paths.needs, { key: newId('key'), title, text, where: '13' }))
  return to.split('/').at(-1) ?? ''
}

const marta = { id: 'marta', name: 'Marta', level: 1 as const, grants: [] }
const said = { authorId: 'marta', createdAt: today, editedAt: null, live: true }
const later = (minutes: number) => new Date(today.getTime() + minutes * 60_000)
test.each([
  ['at once', {}, 0, 1, undefined],
  ['backed, within the hour', {}, 5, 59, undefined],
  ['backed, after the hour', {}, 1, 61, 'backed'],
  ['nobody behind it after a week', {}, 0, 10_000, undefined],
  ['mended before', { editedAt: today }, 0, 1, 'edited'],
  ['ended', { live: false }, 0, 1, 'ended'],
  ['by somebody else', { authorId: 'jurij' }, 0, 1, 'not-author'],
] as const)('mending %s', (_, more, backings, minutes, why) => {
  expect(mayEditSaid(marta, { ...said, ...more }, backings, later(minutes))).toEqual(why ? { ok: false, why } : { ok: true })
})
test('ten additions are enough', () => {
  expect([mayExtend(marta, said, 9).ok, mayExtend(marta, said, 10)]).toEqual([true, { ok: false, why: 'too-many-additions' }])
})

test('the author mends once, however many tabs; what stood there before is kept for them and for moderators', async () => {
  const id = await aNeed('Brakuje placu zabaw')
  const edit = url(paths.needEdit, { id })
  expect((await house.as(who('jurij')).get(edit)).status).toBe(404)
  expect((await house.stranger.get(url(paths.need, { id }))).html).not.toContain(edit)
  expect((await house.as(who('marta')).get(url(paths.need, { id }))).html).toContain(edit)
  const wrong = await house.as(who('marta')).post(edit, { title: 'Plac', text })
  expect([wrong.status, wrong.html.includes('co najmniej 5 znaków')]).toEqual([422, true])
  const tabs = await Promise.all(
    ['Brakuje placu zabaw i ławek', 'Brakuje placu zabaw i cienia'].map(title => house.as(who('marta')).post(edit, { title, text })),
  )
  expect(tabs.map(({ status }) => status).sort()).toEqual([303, 409])
  expect(tabs.find(({ status }) => status === 409)?.html).toContain('Poprawkę można zapisać raz')
  expect((await house.stranger.get(url(paths.need, { id }))).html).toContain('poprawione: czwartek, 12 marca 2026, 11:00')
  expect((await house.as(who('monika')).get(edit)).html).toContain('Jak było przed poprawką')
  expect((await house.as(who('monika')).post(edit, { title: 'Zmiana moderatorki', text })).status).toBe(409)
})

test('what people have backed only grows by additions, each once', async () => {
  const id = await aNeed('Nie ma gdzie usiąść')
  expectDone(await house.as(who('jurij')).post(url(paths.needBacking, { id })))
  house.now = later(90)
  const refused = await house.as(who('marta')).post(url(paths.needEdit, { id }), { title: 'Coś zupełnie innego', text })
  expect([refused.status, refused.html.includes('Ktoś już to poparł')]).toEqual([409, true])
  const addition = { key: newId('key'), addition: 'Wczoraj zabrano ostatnią ławkę.' }
  await Promise.all(Array.from({ length: 16 }, () => house.as(who('marta')).post(url(paths.needAdditions, { id }), addition)))
  expect((await house.as(who('jurij')).post(url(paths.needAdditions, { id }), { ...addition, key: newId('key') })).status).toBe(404)
  const page = await house.stranger.get(url(paths.need, { id }))
  expect(page.html.match(/Wczoraj zabrano ostatnią ławkę/g)?.length).toBe(1)
  expect(page.html).toContain('Dopisek: czwartek, 12 marca 2026, 12:30')
  house.now = today
})
