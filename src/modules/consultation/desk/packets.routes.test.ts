import { afterAll, beforeAll, expect, test } from 'vitest'
import { newId } from '#kit/ids.ts'
import { loadAdvice } from '#modules/consultation/advice.store.ts'
import { contradicted } from '#modules/consultation/desk/memory.rules.ts'
import { adviceOf } from '#modules/consultation/desk/memory.store.ts'
import { type AdviceHouse, answer, idOf, openAdvice, today } from '#modules/consultation/testing-advice.ts'
import { announceMeeting, planMeeting } from '#modules/meetings/meetings.actions.ts'
import { paths, url } from '#paths'
import { expectDone } from '#web/testing.ts'

let city: AdviceHouse
beforeAll(async () => {
  city = await openAdvice()
})
afterAll(() => city.house.close())
const key = () => newId('key')
const load = (id: string) => loadAdvice(city.house.ctx(), id)

let workshops = 0
async function aWorkshop(): Promise<string> {
  workshops += 1
  const begins = today.getTime() + workshops * 86_400_000
  const ctx = city.house.ctx(city.who('kornelia'))
  const made = await planMeeting(ctx, {
    ...{ key: key(), kind: 'workshop', way: 'hall', title: 'Warsztat o zieleni', about: 'Pytania do jednostki.', agenda: [], questions: [] },
    ...{ territoryId: city.district(13), startsAt: new Date(begins), endsAt: new Date(begins + 3_600_000) },
    ...{ place: 'Filia biblioteki', address: null, roomShared: false, link: null, phone: null, capacity: null },
    access: { steps: 'step-free', loop: false, sign: false, transport: null, other: null },
  })
  const id = made.ok ? made.id : expect.unreachable(made.why)
  expect((await announceMeeting(ctx, id)).ok).toBe(true)
  return id
}

test('questions of several people go to a meeting; what is said there is an answer only once its expert confirms it', async () => {
  const [first, second, third] = [await city.assigned(), await city.assigned('olga'), await city.asked(await city.aDraft())]
  const meeting = await aWorkshop()
  const make = url(paths.packetNew, { id: city.unit('ZZM') })
  expect((await city.as('ewa').get(make)).html).toContain(`value="${second}"`)
  expect((await city.as('adam').get(make)).status).toBe(403)
  expect((await city.as('marta').get(make)).status).toBe(403)
  const packet = { key: key(), spotkanie: meeting, 'pytania[]': [first, second, third] }
  expect((await city.as('ewa').post(make, { ...packet, 'pytania[]': '' })).html).toContain('Zaznacz przynajmniej jedno pytanie')
  const address = expectDone(await city.as('ewa').post(make, packet))
  expect(expectDone(await city.as('ewa').post(make, packet))).toBe(address)
  expect((await city.as('adam').get(address)).status).toBe(404)

  const id = idOf(address)
  const said = { ocena: 'fine-if', zdanie: 'Można, byle nie nad rurą.' }
  const saying = url(paths.packetSaid, { id })
  const empty = await city.as('ewa').post(saying, { pytanie: first, zdanie: 'To zostaje w polu.' })
  expect([empty.status, empty.html.includes('To zostaje w polu.')]).toEqual([422, true])
  for (const one of [first, second, third]) expectDone(await city.as('roman').post(saying, { pytanie: one, ...said }))
  expect((await city.house.stranger.get(url(paths.advice, { id: first }))).status).toBe(404)
  expect((await city.as('marta').get(url(paths.advice, { id: first }))).html).not.toContain(said.zdanie)

  expectDone(await city.as('ewa').post(url(paths.packetConfirmation, { id })))
  expect(await Promise.all([first, second, third].map(async one => (await load(one)).state))).toEqual(['answered', 'answered', 'asked'])
  const out = (await city.house.stranger.get(url(paths.advice, { id: second }))).html
  expect([out.includes(said.zdanie), out.includes('Podana na spotkaniu')]).toEqual([true, true])
  const late = await city.as('ewa').post(saying, { pytanie: first, ...said })
  expect([late.status, late.html.includes('ma już odpowiedź')]).toEqual([409, true])
})
test('a question of another unit, or one that is answered, goes to no meeting', async () => {
  const other = await city.asked(await city.aDraft(), 'marta', { jednostka: city.unit('ZDMK') })
  const make = url(paths.packetNew, { id: city.unit('ZZM') })
  const sent = await city.as('ewa').post(make, { key: key(), spotkanie: await aWorkshop(), 'pytania[]': other })
  expect([sent.status, sent.html.includes('Sprawdź, co jest zaznaczone')]).toEqual([409, true])
  const nowhere = await city.as('ewa').post(make, { key: key(), spotkanie: 'meeting_x', 'pytania[]': await city.assigned() })
  expect(nowhere.status).toBe(422)
})

test('everybody reads how many questions wait with each unit; a median is given from five answers on', async () => {
  const before = (await city.house.stranger.get(paths.adviceTimes)).html
  expect(before).toContain('mniej niż 5 odpowiedzi')
  for (let at = 0; at < 4; at += 1) {
    const id = await city.assigned()
    city.house.now = new Date(today.getTime() + 3 * 86_400_000)
    expectDone(await city.as('ewa').post(url(paths.adviceAnswer, { id }), answer))
    city.house.now = today
  }
  const page = (await city.house.stranger.get(paths.adviceTimes)).html
  expect(/Zarząd Zieleni Miejskiej<\/th><td data-term="[^"]+">3 dni<\/td>/.test(page.replace(/\n\s*/g, ''))).toBe(true)
})

test('advice is remembered by criterion, and what a review contradicts is found', async () => {
  const id = await city.assigned()
  expectDone(await city.as('ewa').post(url(paths.adviceAnswer, { id }), { ...answer, 'ocena-law': 'not', 'uwagi-law': 'Zabytek.' }))
  const open = await city.assigned()
  const subject = (await load(id)).subjectId
  const remembered = await adviceOf(city.house.ctx(), subject)
  expect(remembered.map(({ criterion, verdict }) => [criterion, verdict])).toEqual([
    ['cost', 'fine'],
    ['land', 'fine'],
    ['law', 'not'],
  ])
  expect(await adviceOf(city.house.ctx(), (await load(open)).subjectId)).toEqual([])
  const against = (criterion: 'land' | 'law' | 'cost', verdict: 'fine' | 'fine-if' | 'not' | 'not-ours') =>
    contradicted(remembered, [{ criterion, verdict }]).length
  expect([against('land', 'not'), against('land', 'fine-if'), against('law', 'fine'), against('law', 'not'), against('cost', 'not-ours')]).toEqual([
    1, 0, 1, 0, 0,
  ])
})
