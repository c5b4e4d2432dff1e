import { afterAll, beforeAll, expect, test } from 'vitest'
import { listAdviceOn, loadAdvice } from '#modules/consultation/advice.store.ts'
import { adviceMatters } from '#modules/consultation/matters.store.ts'
import { remindUnits } from '#modules/consultation/reminders.actions.ts'
import { type AdviceHouse, answer, idOf, openAdvice, today } from '#modules/consultation/testing-advice.ts'
import { paths, url } from '#paths'
import { factsAbout } from '#platform/ledger.ts'
import { expectDone } from '#web/testing.ts'

let city: AdviceHouse
beforeAll(async () => {
  city = await openAdvice()
})
afterAll(() => city.house.close())

const key = () => `key_${crypto.randomUUID().replaceAll('-', '')}`
const load = (id: string) => loadAdvice(city.house.ctx(), id)
const page = (id: string) => url(paths.advice, { id })
const settle = async (fields: Record<string, string>, unit = 'ZZM', head: 'roman' | 'adam' = 'roman') => {
  const address = url(paths.desk, { id: city.unit(unit) })
  const html = (await city.as(head).get(address)).html
  const [, version = ''] = /name="version" value="(\d+)"/.exec(html) ?? []
  return city.as(head).post(address, { version, ...fields })
}
const lettersTo = async (key: string) => (await city.letters(`${key}@demo.example`)).map(({ subject }) => subject)

test('notes stay in the unit: not on the public page, not with the authors, not in another unit, not in what people export', async () => {
  const id = await city.assigned()
  const secret = 'Uwaga, spór o granicę.'
  expectDone(await city.as('ewa').post(url(paths.adviceNote, { id }), { key: key(), notatka: secret }))
  expect((await city.as('roman').get(page(id))).html).toContain(secret)
  expect((await city.as('marta').get(page(id))).html).not.toContain(secret)
  expect((await city.as('kornelia').get(page(id))).html).not.toContain(secret)
  expect((await city.as('marta').post(url(paths.adviceNote, { id }), { key: key(), notatka: 'x' })).status).toBe(403)
  expect((await city.as('irena').post(url(paths.adviceNote, { id }), { key: key(), notatka: 'x' })).status).toBe(404)
  expectDone(await city.as('ewa').post(url(paths.adviceAnswer, { id }), answer))
  expect((await city.house.stranger.get(page(id))).html).not.toContain(secret)
  await city.house.settle()
  expect(JSON.stringify(await factsAbout(city.house.ctx(), [id, (await load(id)).subjectId]))).not.toContain(secret)
})

test('the expert asks back: time stands still, the authors answer, and as many days are left as before', async () => {
  const id = await city.assigned()
  const { dueOn } = await load(id)
  const sent = { key: key(), 'do-autorow': 'Gdzie dokładnie ma stać ławka?' }
  expectDone(await city.as('ewa').post(url(paths.adviceQuery, { id }), sent))
  expectDone(await city.as('ewa').post(url(paths.adviceQuery, { id }), sent))
  expect(await lettersTo('marta')).toContain('Zarząd Zieleni Miejskiej pyta: Park przy Łąkowej')
  expect((await adviceMatters(city.house.ctx(city.who('marta')))).map(({ kind }) => kind)).toContain('explain')
  expect((await city.as('olga').post(url(paths.adviceReply, { id }), { 'dla-jednostki': 'Tu.' })).status).toBe(404)
  city.house.now = new Date('2026-03-17T10:00:00Z')
  expectDone(await city.as('marta').post(url(paths.adviceReply, { id }), { 'dla-jednostki': 'Przy alejce od Łąkowej.' }))
  city.house.now = today
  expect([dueOn, (await load(id)).dueOn, (await load(id)).state]).toEqual(['2026-03-26', '2026-03-31', 'assigned'])
  expect((await city.as('ewa').get(page(id))).html).toContain('Przy alejce od Łąkowej.')
  const again = await city.as('marta').post(url(paths.adviceReply, { id }), { 'dla-jednostki': 'To zostaje w polu.' })
  expect([again.status, again.html.includes('Pytanie wysłane')]).toEqual([409, false])
  expectDone(await city.as('ewa').post(url(paths.adviceAnswer, { id }), answer))
  expect((await city.house.stranger.get(page(id))).html).not.toContain('Przy alejce od Łąkowej.')
})

const stated = { grunt: 'tak', 'grunt-wlasciciel': 'unsettled' }
test('where the head releases answers, nobody outside reads one before; the head may send it back', async () => {
  expectDone(await settle({ wydaje: 'tak' }))
  const id = await city.assigned()
  expectDone(await city.as('ewa').post(url(paths.adviceAnswer, { id }), { ...answer, uwagi: 'Słowa do wydania.', ...stated }))
  expect((await load(id)).state).toBe('drafted')
  const project = url(paths.project, { id: (await load(id)).subjectId })
  expect((await city.house.stranger.get(project)).html).not.toContain('Stan gruntu')
  for (const reader of [city.as('marta'), city.as('kornelia')]) expect((await reader.get(page(id))).html).not.toContain('Słowa do wydania.')
  expect((await city.house.stranger.get(page(id))).status).toBe(404)
  expect((await city.house.stranger.get(url(paths.adviceQueue, undefined, { o: (await load(id)).subjectId }))).html).not.toContain('Słowa do')
  expect((await city.as('ewa').post(url(paths.adviceRelease, { id }))).status).toBe(409)
  expect((await city.as('adam').post(url(paths.adviceRelease, { id }))).status).toBe(404)
  const waiting = await city.as('roman').get(page(id))
  expect([waiting.html.includes('Słowa do wydania.'), waiting.html.includes('Wydaj opinię')]).toEqual([true, true])
  expectDone(await city.as('roman').post(url(paths.adviceRejection, { id }), { poprawki: 'Dopisz podstawę.' }))
  expect((await city.as('ewa').get(page(id))).html).toContain('Słowa do wydania.')
  expectDone(await city.as('ewa').post(url(paths.adviceAnswer, { id }), { ...answer, uwagi: 'Słowa poprawione.', ...stated }))
  expectDone(await city.as('roman').post(url(paths.adviceRelease, { id })))
  expect((await city.house.stranger.get(page(id))).html).toContain('Słowa poprawione.')
  expect((await city.house.stranger.get(project)).html).toContain('Właściciel gruntu jest nieustalony.')
  expect(await lettersTo('marta')).toContain('Zarząd Zieleni Miejskiej odpowiada: Park przy Łąkowej')
  expectDone(await settle({}))
})

test('a joint opinion: the other unit contributes its criteria, and one answer goes out with both', async () => {
  const id = await city.assigned()
  const ask = { key: key(), wspolnie: city.unit('ZDMK'), czesc: 'Oceńcie dojście.', 'kryteria[]': 'technical' }
  expectDone(await city.as('ewa').post(url(paths.advicePart, { id }), ask))
  const [part] = (await load(id)).parts
  const partId = part?.id ?? ''
  expect((await city.as('adam').get(page(partId))).html).toContain('część wspólnej opinii')
  const early = await city.as('ewa').post(url(paths.adviceAnswer, { id }), answer)
  expect([early.status, early.html.includes('nie skończyły swojej części')]).toEqual([409, true])
  expectDone(await city.as('adam').post(url(paths.adviceAssignment, { id: partId }), { osoba: city.who('irena').id }))
  const form = (await city.as('irena').get(page(partId))).html
  expect([form.includes('name="ocena-technical"'), form.includes('name="ocena-land"')]).toEqual([true, false])
  const words = { 'ocena-technical': 'fine-if', 'uwagi-technical': 'Dojście szerokie na 2 m.', ocena: 'fine-if', uwagi: 'Zróbcie szersze dojście.' }
  expectDone(await city.as('irena').post(url(paths.adviceAnswer, { id: partId }), { ...words, 'ocena-law': 'fine' }))
  expect((await city.house.stranger.get(page(partId))).status).toBe(404)
  expect((await load(partId)).answers.map(({ criterion }) => criterion)).toEqual(['technical'])
  expectDone(await city.as('ewa').post(url(paths.adviceAnswer, { id }), answer))
  const out = (await city.house.stranger.get(page(id))).html
  for (const said of ['Dojście szerokie na 2 m.', 'Część jednostki: Zarząd Dróg Miasta Krakowa', 'Zachowajcie 2 m od gazociągu.'])
    expect(out).toContain(said)
  expect(await listAdviceOn(city.house.ctx(), [(await load(id)).subjectId])).toHaveLength(1)
})
test('the unit that leads may go on without a part; nobody else may drop it', async () => {
  const id = await city.assigned()
  const ask = { key: key(), wspolnie: city.unit('ZDMK'), czesc: 'Oceńcie dojście.' }
  expectDone(await city.as('ewa').post(url(paths.advicePart, { id }), ask))
  const partId = (await load(id)).parts[0]?.id ?? ''
  expect((await city.as('adam').post(url(paths.advicePartEnd, { id: partId }))).status).toBe(409)
  expect((await load(partId)).state).toBe('asked')
  expectDone(await city.as('ewa').post(url(paths.advicePartEnd, { id: partId })), page(id))
  expectDone(await city.as('ewa').post(url(paths.adviceAnswer, { id }), answer))
})

test('a cap: the next question waits with a clear sentence and comes in by itself when there is room', async () => {
  const taken = async () => city.as('adam').get(url(paths.desk, { id: city.unit('ZTP') }))
  expect((await taken()).status).toBe(403)
  const toRoads = { jednostka: city.unit('ZDMK') }
  const first = await city.asked(await city.aDraft(), 'marta', toRoads)
  const count = (
    await city.house.db.selectFrom('advice').select('id').where('unit_id', '=', city.unit('ZDMK')).where('leading_id', 'is', null).execute()
  ).length
  expectDone(await settle({ limit: String(count) }, 'ZDMK', 'adam'))
  const second = await city.asked(await city.aDraft(), 'marta', toRoads)
  city.house.now = new Date(today.getTime() + 60_000)
  const third = await city.asked(await city.aDraft(), 'marta', toRoads)
  city.house.now = today
  expect([(await load(second)).state, (await load(third)).state]).toEqual(['queued', 'queued'])
  const said = (await city.as('marta').get(page(third))).html
  expect(said).toContain('2. na liście oczekujących')
  expectDone(await city.as('adam').post(url(paths.adviceReturn, { id: first }), { jednostka: city.unit('ZBK'), powod: 'Nie drogi.' }))
  expect([(await load(second)).state, (await load(third)).state]).toEqual(['asked', 'queued'])
  expect((await city.as('irena').post(url(paths.adviceAdmission, { id: third }))).status).toBe(409)
  expectDone(await city.as('adam').post(url(paths.adviceAdmission, { id: third })))
  expect((await load(third)).state).toBe('asked')
  expectDone(await settle({}, 'ZDMK', 'adam'))
})
test('two questions at once do not both take the last place', async () => {
  const count = (
    await city.house.db
      .selectFrom('advice')
      .select('id')
      .where('unit_id', '=', city.unit('ZDMK'))
      .where('leading_id', 'is', null)
      .where('state', '<>', 'dropped')
      .execute()
  ).length
  expectDone(await settle({ limit: String(count + 1) }, 'ZDMK', 'adam'))
  const drafts = [await city.aDraft(), await city.aDraft()]
  const sent = await Promise.all(drafts.map(o => city.as('marta').post(paths.adviceNew, city.question(o, { jednostka: city.unit('ZDMK') }))))
  const states = await Promise.all(sent.map(async one => (await load(idOf(expectDone(one)))).state))
  expect(states.sort()).toEqual(['asked', 'queued'])
  expectDone(await settle({}, 'ZDMK', 'adam'))
})

test('a deputy answers while somebody is away, not before and not after', async () => {
  const id = await city.assigned()
  const names = { key: key(), kogo: city.who('ewa').id, kto: city.who('roman').id, od: '2026-03-12', do: '2026-03-14' }
  const address = url(paths.deskDeputy, { id: city.unit('ZZM') })
  expect((await city.as('roman').post(address, { ...names, kto: names.kogo })).status).toBe(422)
  expect((await city.as('roman').post(address, { ...names, kto: city.who('irena').id })).status).toBe(422)
  expect((await city.as('roman').post(address, { ...names, do: '2026-03-01' })).status).toBe(422)
  expect((await city.as('irena').post(address, names)).status).toBe(403)
  const refused = await city.as('roman').post(url(paths.adviceAnswer, { id }), answer)
  expect(refused.status).toBe(409)
  expectDone(await city.as('roman').post(address, names))
  city.house.now = new Date('2026-03-15T10:00:00Z')
  expect((await city.as('roman').post(url(paths.adviceAnswer, { id }), answer)).status).toBe(409)
  city.house.now = today
  expectDone(await city.as('roman').post(url(paths.adviceAnswer, { id }), answer))
})

test('silence is told of step by step, each step once', async () => {
  const id = await city.assigned('olga', { pytanie: 'Czy to się zmieści?' })
  await city.house.db.updateTable('advice').set({ reminded: 3 }).where('id', '<>', id).execute()
  const on = async (day: string) => {
    city.house.now = new Date(`${day}T05:23:00Z`)
    await remindUnits(city.house.ctx())
    await remindUnits(city.house.ctx())
    city.house.now = today
    await city.house.settle()
    const facts = await factsAbout(city.house.ctx(), [(await load(id)).subjectId])
    return facts.filter(({ fact }) => fact === 'advice.reminded' || fact === 'advice.escalated').map(({ payload }) => payload.to ?? 'expert')
  }
  expect(await on('2026-03-23')).toEqual([])
  expect(await on('2026-03-24')).toEqual(['expert'])
  expect(await on('2026-03-27')).toEqual(['expert', 'head'])
  expect(await on('2026-04-02')).toEqual(['expert', 'head', 'coordinator'])
  expect(await lettersTo('ewa')).toContain('Zbliża się termin opinii: Park przy Łąkowej')
  expect(await lettersTo('roman')).toContain('Opinia po terminie: Park przy Łąkowej')
  expect(await lettersTo('kornelia')).toContain('Jednostka zwleka z opinią: Park przy Łąkowej')
})

test('the name of an expert is for the unit, unless the edition shows it; every answer says that it is preliminary', async () => {
  const id = await city.assigned()
  expectDone(await city.as('ewa').post(url(paths.adviceAnswer, { id }), { ...answer, linki: 'https://example.pl/park Park z cieniem' }))
  const out = (await city.house.stranger.get(page(id))).html
  expect([out.includes(city.who('ewa').name), out.includes('ekspert jednostki'), out.includes('nie przesądza weryfikacji')]).toEqual([
    false,
    true,
    true,
  ])
  expect(out).toContain('Park z cieniem')
  const wrong = await city.as('ewa').post(url(paths.adviceAnswer, { id: await city.assigned() }), { ...answer, linki: 'javascript:alert(1)' })
  expect([wrong.status, wrong.html.includes('Każdy wiersz zacznij od adresu')]).toEqual([422, true])
})
