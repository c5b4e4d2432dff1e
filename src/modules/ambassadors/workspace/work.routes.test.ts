import { afterAll, beforeAll, expect, test } from 'vitest'
import { type Actor, house } from '#kit/actor.ts'
import { newId } from '#kit/ids.ts'
import { authoriseTerm, startTerm, stepTerm } from '#modules/ambassadors/tenure/terms.actions.ts'
import { answerCourse } from '#modules/ambassadors/training/course.actions.ts'
import { lessons, questions, rightAnswers } from '#modules/ambassadors/training/course.rules.ts'
import { planTraining } from '#modules/ambassadors/training/trainings.actions.ts'
import { ensurePersonByEmail } from '#modules/people/people.actions.ts'
import { actorOf } from '#modules/people/people.store.ts'
import { createEdition } from '#modules/programme/editions/editions.actions.ts'
import { krakow } from '#modules/programme/territories/krakow.rules.ts'
import { foundCity } from '#modules/programme/territories/territories.actions.ts'
import { listDistricts } from '#modules/programme/territories/territories.store.ts'
import { expectDone, expectHeld, openHouse, somebody, type TestHouse } from '#web/testing.ts'

let home: TestHouse
let editionId = ''
let kornelia: Actor
beforeAll(async () => {
  home = await openHouse()
  await foundCity(home.ctx(house), krakow)
  const id = await ensurePersonByEmail(home.ctx(house), { email: 'kornelia@example.pl', name: 'Kornelia' })
  kornelia = { ...somebody('Kornelia', 'coordinator'), id }
  await home.db
    .insertInto('grants')
    .values({
      id: newId('grant'),
      person_id: id,
      role: 'coordinator',
      edition_id: null,
      territory_id: null,
      unit_id: null,
      since: new Date(0),
      until: null,
      granted_by: 'house',
    })
    .execute()
  const created = await createEdition(home.ctx(kornelia), { key: 'key_edition_of_the_test', preset: 'krakow-2020', days: 2200 })
  editionId = created.ok ? created.id : ''
  await home.db.updateTable('editions').set({ state: 'running' }).where('id', '=', editionId).execute()
})
afterAll(() => home.close())

const person = (name: string) => ensurePersonByEmail(home.ctx(house), { email: `${newId('mail').slice(5, 15)}@example.pl`, name })
const as = async (id: string) => home.as(await actorOf(home.ctx(), id))
const office = () => home.as(kornelia)
const key = () => newId('key')
async function accepted(name: string, number = 13) {
  const id = await person(name)
  const districtIds = [(await listDistricts(home.ctx())).find(one => one.number === number)?.id ?? '']
  const term = await startTerm(home.ctx(kornelia), { personId: id, editionId, districtIds, areaWords: `Obszar ${name}`, forms: ['citizens-budget'] })
  return { id, term }
}
async function active(name: string, number = 13) {
  const one = await accepted(name, number)
  const answers = lessons.flatMap(lesson => questions.map(question => ({ lesson, question, answer: rightAnswers[lesson][question] })))
  await answerCourse({ ...home.ctx(), actor: await actorOf(home.ctx(), one.id) }, answers)
  await authoriseTerm(home.ctx(kornelia), one.term)
  expect((await stepTerm(home.ctx(kornelia), one.term, 'activate')).ok).toBe(true)
  return one
}
const lettersTo = (id: string) =>
  home.db.selectFrom('letters').select(['subject', 'body_text', 'reply_to']).where('person_id', '=', id).orderBy('created_at').execute()

test('sixteen at once for the last two places of a session: two have one, the rest are told', async () => {
  const times = { startsAt: new Date('2026-03-20T16:00:00Z'), endsAt: new Date('2026-03-20T18:00:00Z') }
  const fields = { mode: 'hall', title: 'Szkolenie', about: '', place: 'Sala', link: undefined, capacity: 2 } as const
  const planned = await planTraining(home.ctx(kornelia), { key: key(), editionId, ...fields, ...times })
  const people = await Promise.all(Array.from({ length: 16 }, (_, i) => accepted(`Chętna ${i}`)))
  const visitors = await Promise.all(people.map(one => as(one.id)))
  const answers = await Promise.all(visitors.map(visitor => visitor.post(`/ambasador/szkolenia/${planned.id}/miejsce`)))
  expect(answers.map(answer => answer.status).sort()).toEqual([303, 303, ...Array.from({ length: 14 }, () => 409)])
  expect(answers.find(answer => answer.status === 409)?.html).toContain('Nie ma już miejsc')
  const places = await home.db.selectFrom('training_places').selectAll().execute()
  expect(places).toHaveLength(2)
  expect((await office().post(`/urzad/szkolenia/${planned.id}/obecnosc`, { 'byli[]': places[0]?.person_id ?? '' })).status).toBe(409)
  home.now = new Date('2026-03-20T19:00:00Z')
  expectDone(await office().post(`/urzad/szkolenia/${planned.id}/obecnosc`, { 'byli[]': places[0]?.person_id ?? '' }))
  const there = people.find(one => one.id === places[0]?.person_id)
  const absent = people.find(one => one.id === places[1]?.person_id)
  expectDone(await office().post(`/urzad/kadencje/${there?.term}/upowaznienie`))
  expect((await office().post(`/urzad/kadencje/${absent?.term}/upowaznienie`)).status).toBe(409)
  home.now = new Date('2026-03-12T11:00:00Z')
})

test('a session: what was typed stays, the end comes after the beginning, a change is told, two coordinators do not overwrite each other', async () => {
  const form = { key: key(), title: 'Przez internet', mode: 'online', place: 'online', day: '2026-03-25', from: '18:00', to: '17:00', capacity: '5' }
  const missing = await office().post('/urzad/szkolenia', form)
  expect([missing.status, missing.html.includes('potrzebuje linku'), missing.html.includes('Przez internet')]).toEqual([422, true, true])
  expect((await office().post('/urzad/szkolenia', { ...form, link: 'https://a.example' })).html).toContain('Koniec musi być później')
  const made = { ...form, link: 'https://a.example', to: '20:00' }
  const path = expectDone(await office().post('/urzad/szkolenia', made))
  expect(expectDone(await office().post('/urzad/szkolenia', made))).toBe(path)
  const one = await accepted('Zapisana')
  expectDone(await (await as(one.id)).post(`/ambasador/szkolenia/${path.split('/').at(-1)}/miejsce`))
  expectDone(await office().post(path, { ...made, from: '19:00', version: '0' }))
  expect((await lettersTo(one.id)).map(letter => letter.subject)).toEqual(['Zmiana szkolenia: Przez internet'])
  const late = await office().post(path, { ...made, title: 'Po cichu', version: '0' })
  expect([late.status, late.html.includes('Po cichu'), late.html.includes('19:00')]).toEqual([409, true, true])
})

test('the page of an ambassador never says an address; a message reaches them by mail, with reply-to only if the sender wishes', async () => {
  const { id, term } = await active('Danuta')
  const { email } = await home.db.selectFrom('persons').select('email').where('id', '=', id).executeTakeFirstOrThrow()
  const olga = await person('Olga')
  const path = `/ambasadorzy/${term}`
  for (const html of [(await home.stranger.get(path)).html, (await (await as(olga)).get(path)).html]) expect(html).not.toContain(email)
  expect((await home.stranger.post(`${path}/wiadomosci`, { wiadomosc: 'Dzień dobry wszystkim' })).location).toContain('/logowanie')
  const once = { key: key(), wiadomosc: 'Czy można przyjść z psem?' }
  expectDone(await (await as(olga)).post(`${path}/wiadomosci`, once))
  expectDone(await (await as(olga)).post(`${path}/wiadomosci`, once))
  expectDone(await (await as(olga)).post(`${path}/wiadomosci`, { key: key(), wiadomosc: 'A z kotem, który się boi?', pokaz: 'tak' }))
  const mine = (await lettersTo(id)).filter(letter => letter.subject.startsWith('Olga'))
  const olgas = (await home.db.selectFrom('persons').select('email').where('id', '=', olga).executeTakeFirstOrThrow()).email
  expect(mine.map(letter => letter.reply_to)).toEqual([null, olgas])
  expect(mine[0]?.body_text).not.toContain('@')
  const message = await home.db.selectFrom('ambassador_messages').select('id').where('key', '=', once.key).executeTakeFirstOrThrow()
  expect((await (await as(olga)).post(`/ambasador/wiadomosci/${message.id}/odpowiedz`, { odpowiedz: 'Tak' })).status).toBe(409)
  expectDone(await (await as(id)).post(`/ambasador/wiadomosci/${message.id}/odpowiedz`, { odpowiedz: 'Tak, na smyczy.' }))
  const answer = (await lettersTo(olga)).at(-1)
  expect([answer?.body_text.includes('na smyczy'), answer?.body_text.includes(String(email))]).toEqual([true, false])
})

test('sixteen messages at once are five, and the sixth is refused with a sentence that keeps the text', async () => {
  const { term } = await active('Zasypana')
  const sender = await as(await person('Natrętna'))
  const path = `/ambasadorzy/${term}/wiadomosci`
  const answers = await Promise.all(Array.from({ length: 16 }, (_, i) => sender.post(path, { key: key(), wiadomosc: `Wiadomość numer ${i}` })))
  expect(answers.filter(answer => answer.status === 303)).toHaveLength(5)
  const refused = await sender.post(path, { key: key(), wiadomosc: 'Jeszcze to jedno zdanie' })
  expect([refused.status, refused.html.includes('Dziś wysłano już 5'), refused.html.includes('Jeszcze to jedno zdanie')]).toEqual([409, true, true])
})

test('a request for help: promised by a day or declined with a reason, late ones are seen, and a recalled ambassador is refused with a sentence', async () => {
  const { id, term } = await active('Prosząca')
  const own = await as(id)
  expect((await own.post('/ambasador/wsparcie', { key: key(), kind: 'room', text: 'krótko' })).html).toContain('Napisz trochę więcej')
  const once = { key: key(), kind: 'room', text: 'Sala na trzydzieści osób', wished: '2026-04-01' }
  const visitors = await Promise.all(Array.from({ length: 16 }, () => own.post('/ambasador/wsparcie', once)))
  expect(new Set(visitors.map(answer => answer.status))).toEqual(new Set([303]))
  const rows = await home.db.selectFrom('assistance_requests').select('id').where('person_id', '=', id).execute()
  expect(rows).toHaveLength(1)
  const path = `/urzad/wsparcie/${rows[0]?.id}/odpowiedz`
  expect((await own.post(path, { krok: 'promise', answer: 'Sam sobie', ready: '2026-03-20' })).status).toBe(403)
  expect((await office().post(path, { krok: 'promise', answer: 'Będzie' })).html).toContain('Podaj dzień, do którego')
  expect((await office().post(path, { krok: 'promise', answer: 'Będzie', ready: '2026-03-01' })).html).toContain('Ten dzień już minął')
  expect((await office().post(path, { krok: 'decline', answer: '' })).html).toContain('albo dlaczego nie')
  expect((await office().post(path, { krok: 'finish' })).status).toBe(409)
  home.now = new Date('2026-03-20T11:00:00Z')
  expect((await office().get('/urzad/wsparcie')).html).toContain('po terminie')
  home.now = new Date('2026-03-12T11:00:00Z')
  expect((await office().get('/moje-sprawy')).html).toContain('Sala na trzydzieści osób')
  expectDone(await office().post(path, { krok: 'promise', answer: 'Będzie w bibliotece', ready: '2026-03-20' }))
  expect((await own.get('/ambasador/wsparcie')).html).toContain('Będzie w bibliotece')
  expectDone(await office().post(path, { krok: 'finish' }))
  await stepTerm(home.ctx(kornelia), term, 'recall', 'Powód')
  const tab = await (await as(id)).post('/ambasador/wsparcie', { ...once, key: key() })
  expect([tab.status, tab.html.includes('Twoja kadencja nie trwa')]).toEqual([409, true])
  expect(
    (
      await (
        await as(id)
      ).post('/dobre-praktyki', { key: key(), title: 'Już po odwołaniu', text: 'Tekst, który jest dość długi.', topic: 'workshop', source: 'ja' })
    ).status,
  ).toBe(409)
  expect((await (await as(id)).get('/ambasador/zestaw/plakat')).status).toBe(404)
})

const dot = Buffer.from('iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==', 'base64')
test('good practice: from ambassadors, experts and the coordinator only; one key is one; a hidden one is gone', async () => {
  const { id } = await active('Dzieląca')
  const once = { key: key(), title: 'Najpierw cisza', text: 'Dwie minuty ciszy na początku.', topic: 'lesson-meeting', source: 'spotkanie' }
  expect((await home.as(somebody('Marta')).post('/dobre-praktyki', once)).status).toBe(409)
  const path = expectDone(await (await as(id)).post('/dobre-praktyki', once))
  expect(expectDone(await (await as(id)).post('/dobre-praktyki', once))).toBe(path)
  expectDone(
    await home
      .as(somebody('Ewa', { role: 'unit-expert', unitId: 'u' }))
      .post('/dobre-praktyki', { ...once, key: key(), title: 'Od ekspertki', topic: 'section-costs' }),
  )
  expect((await home.stranger.get('/dobre-praktyki?temat=section-costs')).html).not.toContain('Najpierw cisza')
  expect((await home.stranger.get('/dobre-praktyki')).html).toContain('Najpierw cisza')
  const bad = await (await as(id)).post('/dobre-praktyki', { ...once, key: key(), link: 'javascript:alert(1)' })
  expect([bad.status, bad.html.includes('pełny adres')]).toEqual([422, true])
  expect((await home.as(somebody('Obca', 'ambassador')).post(`${path}/wycofanie`)).status).toBe(409)
  expectDone(await (await as(id)).post(`${path}/poprawki`, { ...once, text: 'Trzy minuty ciszy na początku.', version: '0' }))
  expect((await (await as(id)).post(`${path}/poprawki`, { ...once, text: 'Cztery minuty ciszy.', version: '0' })).status).toBe(409)
  // a picture waits while two versions are compared, and is not shown before
  const picture = new File([dot], 'kolo.png')
  const change = { ...once, key: key(), text: 'Cztery minuty ciszy.', alt: 'Krąg krzeseł' }
  const compared = await (await as(id)).post(`${path}/poprawki`, { ...change, version: '0', picture })
  const held = expectHeld(compared, 'picture')
  expect([compared.status, (await home.stranger.get(path)).html.includes('Krąg krzeseł')]).toEqual([409, false])
  expectDone(await (await as(id)).post(`${path}/poprawki`, { ...change, version: '1', ...held }))
  expect((await home.stranger.get(path)).html).toContain('Krąg krzeseł')
  await home.db
    .insertInto('hidings')
    .values({ subject_id: path.split('/').at(-1) ?? '', since: new Date() })
    .execute()
  expect((await home.stranger.get(path)).status).toBe(404)
  expect((await home.stranger.get('/dobre-praktyki')).html).not.toContain('Najpierw cisza')
})

test('a certificate: only after the end, once, checked by anybody, with the name only if its person wishes; a number made up is not genuine', async () => {
  const { id, term } = await active('Roma Jasik')
  const path = `/urzad/kadencje/${term}/certyfikat`
  expect((await office().post(path, { godziny: '30', spotkania: '4' })).status).toBe(409)
  expectDone(await office().post(`/urzad/kadencje/${term}/krok`, { krok: 'finish' }))
  expect((await office().post(path, { godziny: 'dużo', spotkania: '4' })).status).toBe(422)
  const answers = await Promise.all(Array.from({ length: 16 }, () => office().post(path, { godziny: '30', spotkania: '4' })))
  expect(answers.filter(answer => answer.status === 303)).toHaveLength(1)
  const { number } = await home.db.selectFrom('ambassador_certificates').select('number').where('term_id', '=', term).executeTakeFirstOrThrow()
  const seen = await home.stranger.get(`/certyfikaty/${number.toLowerCase()}`)
  expect([seen.status, seen.html.includes('30 godzin, 4 spotkania'), seen.html.includes('Roma Jasik')]).toEqual([200, true, false])
  expect((await home.as(somebody('Obca')).post(`/certyfikaty/${number}/nazwa`, { nazwa: 'tak' })).status).toBe(404)
  expectDone(await (await as(id)).post(`/certyfikaty/${number}/nazwa`, { nazwa: 'tak' }))
  expect((await home.stranger.get(`/certyfikaty/${number}`)).html).toContain('Roma Jasik')
  const forged = await home.stranger.get('/certyfikaty/C-2026-1-AAA-AAA')
  expect([forged.status, forged.html.includes('Nie ma takiego certyfikatu')]).toEqual([404, true])
  expect((await (await as(id)).get(`/certyfikaty/${number}/wydruk`)).html.slice(0, 5)).toBe('%PDF-')
  expect((await home.as(somebody('Obca')).get(`/certyfikaty/${number}/wydruk`)).status).toBe(404)
  expect((await (await as(id)).get(`/ambasador/kadencje/${term}/sprawozdanie`)).status).toBe(200)
})

test('every sheet of the kit prints in both languages; how many residents is counted and shown', async () => {
  const { id } = await active('Drukująca', 5)
  for (const sheet of ['ogloszenie', 'plakat', 'lista-obecnosci', 'arkusze', 'scenariusz'])
    for (const query of ['', '?jezyk=en']) expect((await (await as(id)).get(`/ambasador/zestaw/${sheet}${query}`)).html.slice(0, 5)).toBe('%PDF-')
  expect((await office().post('/urzad/mieszkancy', { d5: 'tysiąc', source: 's' })).html).toContain('samymi cyframi')
  expectDone(await office().post('/urzad/mieszkancy', { d5: '20000', source: 'rejestr' }))
  const term = await home.db.selectFrom('ambassador_terms').select(['id', 'version']).where('person_id', '=', id).executeTakeFirstOrThrow()
  expectDone(await office().post(`/urzad/kadencje/${term.id}/mieszkancy`, { mieszkancy: '5000', version: String(term.version) }))
  expect((await home.stranger.get('/ambasadorzy')).html).toContain('do 25% mieszkańców')
})
