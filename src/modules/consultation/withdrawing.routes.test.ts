import { afterAll, beforeAll, expect, test } from 'vitest'
import { newId } from '#kit/ids.ts'
import { loadAdvice } from '#modules/consultation/advice.store.ts'
import { countTaken } from '#modules/consultation/desk/desk.store.ts'
import { type AdviceHouse, answer, openAdvice } from '#modules/consultation/testing-advice.ts'
import { timesOf } from '#modules/consultation/times.store.ts'
import { paths, url } from '#paths'
import { factsAbout } from '#platform/ledger.ts'
import type { CastKey } from '#seeds/cast.ts'
import { expectDone } from '#web/testing.ts'

let city: AdviceHouse
beforeAll(async () => {
  city = await openAdvice()
})
afterAll(() => city.house.close())

const why = 'Znaleźliśmy odpowiedź w planie miejscowym.'
const withdraw = (id: string, by: CastKey = 'marta', reason = why) =>
  city.as(by).post(url(paths.adviceWithdrawal, { id }), { 'powod-wycofania': reason })
const load = (id: string) => loadAdvice(city.house.ctx(), id)
const lettersTo = async (key: CastKey) => (await city.letters(`${key}@demo.example`)).map(({ subject }) => subject)

test('a question is taken back with a reason; the unit is told, nobody else reads why, and it may be asked again', async () => {
  const id = await city.assigned()
  const { subjectId } = await load(id)
  const empty = await withdraw(id, 'marta', '')
  expect([empty.status, empty.html.includes('Wypełnij to pole')]).toEqual([422, true])
  for (const key of ['olga', 'kornelia', 'roman'] as const) expect([404, 409], key).toContain((await withdraw(id, key)).status)
  expectDone(await withdraw(id))
  expect((await withdraw(id)).status).toBe(409)
  expect(await lettersTo('ewa')).toContain('Pytanie wycofane: Park przy Łąkowej')
  expect((await city.as('ewa').get(url(paths.advice, { id }))).html).toContain(why)
  expect((await city.as('ewa').post(url(paths.adviceAnswer, { id }), answer)).html).toContain('To pytanie wycofano')
  for (const page of [url(paths.adviceQueue, undefined, { o: subjectId }), url(paths.project, { id: subjectId })])
    expect((await city.house.stranger.get(page)).html).not.toMatch(new RegExp(`${why}|pytanie czeka na odpowiedź`))
  await city.house.settle()
  const facts = await factsAbout(city.house.ctx(), [subjectId])
  expect(facts.filter(({ fact }) => fact === 'advice.withdrawn')).toHaveLength(1)
  expect(JSON.stringify(facts)).not.toContain(why)
  expect(await city.asked(subjectId)).not.toBe(id)
})

test('it no longer counts: neither against the cap, nor in the times; whoever waits for room comes in', async () => {
  const id = await city.asked(await city.aDraft(), 'marta', { jednostka: city.unit('ZDMK') })
  const { editionId } = await load(id)
  const taken = () => countTaken(city.house.ctx(), city.unit('ZDMK'), editionId)
  const waiting = async () => (await timesOf(city.house.ctx(), editionId)).get(city.unit('ZDMK'))
  const before = { taken: await taken(), times: await waiting() }
  expectDone(await city.as('adam').post(url(paths.desk, { id: city.unit('ZDMK') }), { version: '0', limit: String(before.taken) }))
  const queued = await city.asked(await city.aDraft(), 'marta', { jednostka: city.unit('ZDMK') })
  expect((await load(queued)).state).toBe('queued')
  expectDone(await withdraw(id))
  expect((await load(queued)).state).toBe('asked')
  expect([await taken(), (await waiting())?.waiting]).toEqual([before.taken, before.times?.waiting])
  expectDone(await withdraw(queued))
  expect([await taken(), (await waiting())?.waiting ?? 0]).toEqual([before.taken - 1, (before.times?.waiting ?? 0) - 1])
})

test('with a joint question go the parts of other units, and they are told', async () => {
  const id = await city.assigned()
  expectDone(
    await city.as('ewa').post(url(paths.advicePart, { id }), { key: newId('key'), wspolnie: city.unit('ZDMK'), czesc: 'Czy droga to zniesie?' }),
  )
  expectDone(await withdraw(id))
  const { parts } = await load(id)
  expect(parts.map(({ state }) => state)).toEqual(['dropped'])
  expect(await lettersTo('adam')).toContain('Pytanie wycofane: Park przy Łąkowej')
})

test('an answer and a withdrawal at the same moment: one of them holds', async () => {
  const id = await city.assigned()
  const [answered, withdrawn] = await Promise.all([city.as('ewa').post(url(paths.adviceAnswer, { id }), answer), withdraw(id)])
  expect([answered.status, withdrawn.status].sort()).toEqual([303, 409])
  expect((await load(id)).state).toBe(answered.status === 303 ? 'answered' : 'withdrawn')
})
