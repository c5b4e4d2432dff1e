import { afterAll, beforeAll, expect, test } from 'vitest'
import type { Actor } from '#kit/actor.ts'
import { newId } from '#kit/ids.ts'
import { tellByPhone } from '#modules/people/office/phone-news.actions.ts'
import { declareAddress } from '#modules/people/own/address.actions.ts'
import { onLetterBounced } from '#modules/people/own/profile.actions.ts'
import { ensurePersonByEmail, enterPerson, grantRole } from '#modules/people/people.actions.ts'
import { peopleModule } from '#modules/people/people.module.ts'
import { actorOf, addressOf, confirmPerson, loadPerson, namesOf } from '#modules/people/people.store.ts'
import { openSession, readSession } from '#modules/people/sign-in/sessions.store.ts'
import { checkLedger } from '#platform/ledger-check.ts'
import { expectDone, openHouse, somebody, type TestHouse } from '#web/testing.ts'

let house: TestHouse
let kornelia: Actor
let celina: Actor
const inHouse = { id: 'house', name: '', level: 0, grants: [] } as const

async function person(name: string, ...roles: ('coordinator' | 'clerk')[]): Promise<Actor> {
  const ctx = house.ctx(inHouse)
  const id = await ensurePersonByEmail(ctx, { email: `${name}@example.com`, name })
  await confirmPerson(ctx, id, name)
  for (const role of roles) await grantRole(ctx, id, { role })
  return actorOf(ctx, id)
}
const factsOf = async (id: string) => {
  await house.settle()
  const rows = await house.db.selectFrom('ledger_chain').select('fact').where('subject', '=', id).orderBy('seq').execute()
  return rows.map(row => row.fact)
}
const lettersTo = async (address: string) =>
  (await house.db.selectFrom('letters').select('body_text').where('address', '=', address).orderBy('created_at').execute()).map(row => row.body_text)
const codeIn = (text: string | undefined) => /\b\d{6}\b/.exec(text ?? '')?.[0] ?? ''
const hidden = (html: string, name: string) => new RegExp(`name="${name}" value="([^"]*)"`).exec(html)?.[1] ?? ''

beforeAll(async () => {
  house = await openHouse({ modules: [peopleModule] })
  kornelia = await person('Kornelia', 'coordinator')
  celina = await person('Celina', 'clerk')
})
afterAll(() => house.close())

test('the coordinator gives a role and takes it back; each is a fact, and none gives one to themself', async () => {
  const monika = await person('Monika')
  const door = house.as(kornelia)
  expectDone(await door.post(`/urzad/osoby/${monika.id}/role`, { role: 'moderator' }), /urzad\/osoby/)
  expectDone(await door.post(`/urzad/osoby/${monika.id}/role`, { role: 'moderator' }))
  const { grants } = await actorOf(house.ctx(), monika.id)
  expect(grants).toEqual([{ role: 'moderator' }])
  const [row] = await house.db.selectFrom('grants').select('id').where('person_id', '=', monika.id).execute()
  expectDone(await door.post(`/urzad/osoby/${monika.id}/role/${row?.id}/odebranie`))
  expect((await actorOf(house.ctx(), monika.id)).grants).toEqual([])
  expect(await factsOf(monika.id)).toEqual(['person.invited', 'role.granted', 'role.ended'])
  const own = await door.post(`/urzad/osoby/${kornelia.id}/role`, { role: 'clerk' })
  expect(own.status).toBe(409)
  expect(own.html).toContain('Nikt nie rozstrzyga własnych spraw')
  expect((await door.post(`/urzad/osoby/${monika.id}/role`, { role: 'unit-head' })).status).toBe(422)
  expect((await house.as(celina).post(`/urzad/osoby/${monika.id}/role`, { role: 'clerk' })).status).toBe(403)
})

test('contact data are shown on request only, and each look is a fact', async () => {
  const jurij = await person('Jurij')
  const door = house.as(celina)
  expect((await door.get(`/urzad/osoby/${jurij.id}`)).html).not.toContain('Jurij@example.com'.toLowerCase())
  expect((await door.get('/urzad/osoby?szukaj=jur')).html).toContain(jurij.id)
  expect(await factsOf(jurij.id)).not.toContain('person.viewed')
  expect((await door.post(`/urzad/osoby/${jurij.id}/dane`)).html).toContain('jurij@example.com')
  expect(await factsOf(jurij.id)).toContain('person.viewed')
  expect((await house.as(jurij).get(`/urzad/osoby/${jurij.id}`)).status).toBe(403)
})

test('somebody without e-mail is entered once, told by phone, and takes the record over with a printed code', async () => {
  const door = house.as(celina)
  const key = hidden((await door.get('/urzad/osoby/nowa')).html, 'key')
  const fields = { key, name: 'Halina Sikora', phone: '600 100 200', consent: 'tak' }
  expect((await door.post('/urzad/osoby/nowa', { ...fields, consent: '' })).status).toBe(422)
  expectDone(await door.post('/urzad/osoby/nowa', fields), key)
  expectDone(await door.post('/urzad/osoby/nowa', fields), key)
  expect(await factsOf(key)).toEqual(['person.entered'])

  const news = { personId: key, fact: 'person.entered', subject: key, title: 'Park', words: 'Spotkanie w parku\nBędzie w sobotę.' } as const
  expect(await tellByPhone(house.ctx(), news)).toBe(true)
  await tellByPhone(house.ctx(), news)
  await tellByPhone(house.ctx(), { ...news, words: 'Spotkanie w parku\nBędzie jednak w niedzielę.' })
  await tellByPhone(house.ctx(), { ...news, subject: celina.id, words: 'Odpowiedź na Twój głos\nTak, posadzimy lipę.' })
  const waiting = (await door.get('/urzad/osoby/lista-telefoniczna')).html
  // one person stands once, hears both days in their order, and nothing is unnamed
  expect(waiting.split('>Halina Sikora</a>')).toHaveLength(2)
  expect(waiting).toMatch(/Będzie w sobotę\..*Będzie jednak w niedzielę\..*Tak, posadzimy lipę\./s)
  expect(waiting).not.toContain('undefined')
  expect(waiting.split('Będzie w sobotę.')).toHaveLength(2)
  expect((await door.get('/urzad/osoby/lista-telefoniczna')).html).not.toContain('+48600100200')
  const list = (await door.post('/urzad/osoby/lista-telefoniczna/numery')).html
  expect(list.split('+48600100200')).toHaveLength(2)
  for (const [, id] of list.matchAll(/lista-telefoniczna\/(news_\w+)\//g))
    expectDone(await door.post(`/urzad/osoby/lista-telefoniczna/${id}/przekazanie`))
  expect((await door.get('/urzad/osoby/lista-telefoniczna')).html).toContain('Nikt nie czeka')

  const printed = /[A-Z2-9]{3}(-[A-Z2-9]{3}){3}/.exec((await door.post(`/urzad/osoby/${key}/kod`)).html)?.[0] ?? ''
  const { stranger } = house
  expect((await stranger.post('/logowanie/przejecie', { printed: 'AAA-BBB-CCC-DDD', email: 'h@example.com' })).status).toBe(422)
  const step = async (email: string) => {
    const asked = await stranger.post('/logowanie/przejecie', { printed: printed.toLowerCase().replaceAll('-', ' '), email })
    const code = codeIn((await lettersTo(email)).at(-1))
    return stranger.post('/logowanie/przejecie', { id: hidden(asked.html, 'id'), printed, code })
  }
  const taken = await step('celina@example.com')
  expect(taken.status).toBe(409)
  expect(taken.html).toContain('wydrukowano z Twojego konta dla kogoś innego')
  const over = await step('halina@example.com')
  expectDone(over)
  expect(await addressOf(house.ctx(), key)).toMatchObject({ email: 'halina@example.com' })
  expect(await factsOf(key)).toContain('person.taken-over')
  expect((await step('other@example.com')).status).toBe(422)
  expect(await tellByPhone(house.ctx(), news)).toBe(false)
})

test('a profile is kept, and an older copy of it never overwrites a newer one', async () => {
  const olga = await person('Olga')
  const door = house.as(olga)
  const version = hidden((await door.get('/profil')).html, 'version')
  const fields = { name: 'Olga J.', locale: 'en', mailWish: 'weekly', version }
  expectDone(await door.post('/profil', fields), '/profil')
  const stale = await door.post('/profil', { ...fields, name: 'Olga stara' })
  expect(stale.status).toBe(409)
  expect(stale.html).toContain('Olga stara')
  expect(await loadPerson(house.ctx(), olga.id)).toMatchObject({ name: 'Olga J.', locale: 'en', mailWish: 'weekly' })
})

test('a new e-mail counts once its code is typed in; the old address hears of it; a bounce marks an address', async () => {
  const bartek = await person('Bartek')
  const door = house.as(bartek)
  const sent = expectDone(await door.post('/profil/e-mail', { email: 'Nowy@Example.com' }))
  expect((await loadPerson(house.ctx(), bartek.id)).email).toBe('bartek@example.com')
  const id = new URL(sent, 'http://x').searchParams.get('proba') ?? ''
  expect((await door.post('/profil/e-mail/kod', { id, code: '000' })).status).toBe(422)
  const code = codeIn((await lettersTo('nowy@example.com'))[0])
  expect((await house.as(celina).post('/profil/e-mail/kod', { id, code })).status).toBe(422)
  expectDone(await door.post('/profil/e-mail/kod', { id, code }))
  expect((await loadPerson(house.ctx(), bartek.id)).email).toBe('nowy@example.com')
  expect(await lettersTo('bartek@example.com')).toHaveLength(1)

  const letter = await house.db.selectFrom('letters').select('id').where('address', '=', 'nowy@example.com').executeTakeFirstOrThrow()
  await onLetterBounced(house.ctx(inHouse), letter.id)
  await onLetterBounced(house.ctx(inHouse), letter.id)
  expect(await addressOf(house.ctx(), bartek.id)).toMatchObject({ email: undefined })
  expect((await door.get('/profil')).html).toContain('Nasze listy do Ciebie wracają')
  expect((await factsOf(bartek.id)).filter(fact => fact === 'email.failed')).toHaveLength(1)
})

test('an address in a district is level 1, and only with the statement', async () => {
  const ewa = await person('Ewa')
  const address = { street: 'Łąkowa', houseNo: '5', postcode: '30-001', districtId: 'territory_13' }
  expect(await declareAddress(house.ctx(ewa), ewa.id, { ...address, stated: false })).toEqual({ ok: false, why: 'not-stated' })
  expect(await declareAddress(house.ctx(celina), ewa.id, { ...address, stated: true })).toEqual({ ok: false, why: 'not-yours' })
  expect(await declareAddress(house.ctx(ewa), ewa.id, { ...address, stated: true })).toEqual({ ok: true })
  expect((await actorOf(house.ctx(), ewa.id)).level).toBe(1)
  const assisted = newId('person')
  await enterPerson(house.ctx(kornelia), { name: 'Wanda', id: assisted })
  expect(await declareAddress(house.ctx(celina), assisted, { ...address, stated: true })).toEqual({ ok: true })
  expect((await house.as(celina).get(`/urzad/osoby/${assisted}/adres`)).html).toContain('Adres w mieście: Wanda')
  expect((await house.as(celina).get(`/urzad/osoby/${ewa.id}/adres`)).status).toBe(403)
  expectDone(await house.as(ewa).post('/profil/adres/usuniecie'))
  expect((await actorOf(house.ctx(), ewa.id)).level).toBe(0)
  expect(await house.db.selectFrom('person_details').selectAll().where('person_id', '=', ewa.id).execute()).toEqual([])
})

test('own data go home as a file; erasing leaves a tombstone, dead sessions and a whole ledger', async () => {
  const adam = await person('Adam')
  const door = house.as(adam)
  const token = await openSession(house.ctx(), adam.id)
  expectDone(
    await door.post('/profil', { name: 'Adam', locale: 'pl', mailWish: 'each', version: hidden((await door.get('/profil')).html, 'version') }),
  )
  await house.settle()
  const told = JSON.parse((await door.post('/profil/moje-dane.json')).html)
  expect(told.people).toMatchObject({ account: { email: 'adam@example.com' } })
  expect(told.people.facts.map((fact: { fact: string }) => fact.fact)).toContain('profile.changed')

  expect((await door.post('/profil/usuniecie', { word: 'tak' })).status).toBe(422)
  expect((await house.as(celina).post('/profil/usuniecie', { word: 'USUWAM' })).status).toBe(409)
  expectDone(await door.post('/profil/usuniecie', { word: 'USUWAM' }), '/')
  expect((await namesOf(house.ctx(), [adam.id])).get(adam.id)).toBe('[usunięto]')
  expect(await readSession(house.db, token, new Date())).toBeUndefined()
  await house.settle()
  expect(await house.db.selectFrom('ledger_payloads').select('seq').where('actor_id', '=', adam.id).execute()).toEqual([])
  expect((await checkLedger(house.db)).faults).toEqual([])

  // planted: a session that erasing has missed; whoever only looked it up would let the dead in
  const missed = await openSession(house.ctx(), adam.id)
  expect(await house.db.selectFrom('sessions').select('id').where('person_id', '=', adam.id).execute()).toHaveLength(1)
  expect(await readSession(house.db, missed, new Date())).toBeUndefined()
})

test('a clerk erases somebody without e-mail who asked for it, and nobody else', async () => {
  const id = newId('person')
  await enterPerson(house.ctx(celina), { name: 'Zofia', id })
  const door = house.as(celina)
  expect((await door.post(`/urzad/osoby/${id}/usuniecie`)).status).toBe(422)
  expectDone(await door.post(`/urzad/osoby/${id}/usuniecie`, { asked: 'tak' }))
  expect((await loadPerson(house.ctx(), id)).erased).toBe(true)
  expect((await door.post(`/urzad/osoby/${kornelia.id}/usuniecie`, { asked: 'tak' })).status).toBe(409)
})

test('accounts that nobody ever opened go after thirty days', async () => {
  const id = await ensurePersonByEmail(house.ctx(kornelia), { email: 'never@example.com', name: 'Nigdy' })
  const retention = peopleModule.retention?.find(one => one.what === 'accounts-never-opened')
  expect(await retention?.sweep(house.ctx(inHouse), new Date(Date.now() - 86_400_000))).toBe(0)
  expect(await retention?.sweep(house.ctx(inHouse), new Date(Date.now() + 1000))).toBe(1)
  expect(await loadPerson(house.ctx(), id)).toMatchObject({ erased: true, email: undefined })
  expect((await loadPerson(house.ctx(), kornelia.id)).erased).toBe(false)
})

test('a stranger to the module has no door to the office', async () => {
  expect((await house.as(somebody('Ktoś')).get('/urzad/osoby')).status).toBe(403)
})
