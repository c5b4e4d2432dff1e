import { afterAll, beforeAll, expect, test } from 'vitest'
import type { Actor } from '#kit/actor.ts'
import { newId } from '#kit/ids.ts'
import { scansOf } from '#modules/ambassadors/applications/applications.actions.ts'
import type { Content } from '#modules/ambassadors/applications/applications.rules.ts'
import { loadApplication } from '#modules/ambassadors/applications/applications.store.ts'
import { decideApplication } from '#modules/ambassadors/applications/decisions.actions.ts'
import { listApplications, listDecisions } from '#modules/ambassadors/applications/decisions.store.ts'
import { enterApplication } from '#modules/ambassadors/applications/paper-applications.actions.ts'
import { aCall, aScan, wholeContent } from '#modules/ambassadors/applications/testing-applications.ts'
import { termsOf } from '#modules/ambassadors/tenure/terms.store.ts'
import { listWaitingNews } from '#modules/people/office/phone-news.store.ts'
import { paths, url } from '#paths'
import { peopleSeed, residenceSeed } from '#seeds/people.seed.ts'
import { programmeSeed } from '#seeds/programme.seed.ts'
import { territoriesSeed } from '#seeds/territories.seed.ts'
import { fillWorld, type World } from '#seeds/world.ts'
import { expectDone, expectHeld, openHouse, type TestHouse } from '#web/testing.ts'

let house: TestHouse
let world: World
let callId: string
const today = new Date('2026-03-12T10:00:00Z')
beforeAll(async () => {
  house = await openHouse({ now: today })
  world = await fillWorld(house.db, today, [peopleSeed, territoriesSeed, programmeSeed, residenceSeed])
  callId = await aCall(house.ctx(who('kornelia')), world.ids.get('edition') ?? '')
})
afterAll(() => house.close())

type Key = Parameters<World['actors']['get']>[0]
const who = (key: Key): Actor => {
  const actor = world.actors.get(key)
  if (!actor) throw new Error(key)
  return actor
}
const kornelia = () => house.as(who('kornelia'))
const load = (id: string) => loadApplication(house.ctx(), id)
const district = (number: number) => world.ids.get(`district.${number}`) ?? ''
let counter = 0
/** An application that came on paper, from somebody new, with or without e-mail. */
async function anApplication(options: { email?: string; content?: Partial<Content>; number?: number } = {}): Promise<string> {
  counter += 1
  const name = `Osoba ${String.fromCharCode(64 + counter)}`
  const entered = await enterApplication(house.ctx(who('celina')), callId, {
    key: newId('key'),
    email: options.email,
    channel: 'paper',
    receivedOn: '2026-03-10',
    content: { ...wholeContent, name, areaWords: 'Zabłocie', ...options.content },
    districtIds: [district(options.number ?? 13)],
  })
  if (!entered.ok) throw new Error(entered.why)
  return entered.id
}
const decide = async (id: string, fields: Record<string, string>) =>
  kornelia().post(url(paths.officeApplicationDecision, { id }), { version: String((await load(id)).version), ...fields })
const lettersTo = async (email: string) =>
  house.db.selectFrom('letters').select('subject').where('address', '=', email).orderBy('created_at').execute()

test('sixteen acceptances at once are one: one letter, one fact, one term', async () => {
  const id = await anApplication({ email: 'a@example.pl' })
  const { version, personId } = await load(id)
  const all = await Promise.all(
    Array.from({ length: 16 }, () => kornelia().post(url(paths.officeApplicationDecision, { id }), { version: String(version), kind: 'accept' })),
  )
  expect(all.filter(answer => answer.status === 303)).toHaveLength(1)
  expect(all.filter(answer => answer.status === 409)).toHaveLength(15)
  expect(await listDecisions(house.ctx(), id)).toHaveLength(1)
  expect(await termsOf(house.ctx(), personId)).toMatchObject([
    { state: 'accepted', applicationId: id, districtIds: [district(13)], areaWords: 'Zabłocie' },
  ])
  expect((await lettersTo('a@example.pl')).map(({ subject }) => subject.split(':')[0])).toEqual([
    'Zgłoszenie na ambasadora jest złożone',
    'Twoje zgłoszenie na ambasadora jest przyjęte',
  ])
  await house.settle()
  const facts = await house.db
    .selectFrom('ledger_chain')
    .select('fact')
    .where('subject', '=', id)
    .where('fact', '=', 'application.accepted')
    .execute()
  expect(facts).toHaveLength(1)
})

test('a refusal needs a reason; the person without e-mail comes onto the phone list, and the letter prints', async () => {
  const id = await anApplication()
  const mute = await decide(id, { kind: 'reject', reason: 'nie' })
  expect([mute.status, mute.html.includes('co najmniej 10 znaków')]).toEqual([422, true])
  expectDone(await decide(id, { kind: 'reject', reason: 'Ten obszar ma już ambasadora.' }))
  const one = await load(id)
  expect((await listWaitingNews(house.ctx())).filter(news => news.personId === one.personId).map(news => news.fact)).toContain('application.rejected')
  const [letter] = await listDecisions(house.ctx(), id)
  expect(letter?.number).toMatch(/^ALP\/\d+\/2026$/)
  const pdf = url(paths.ambassadorLetter, { id, letter: letter?.id ?? '' })
  expect([(await kornelia().get(pdf)).html.startsWith('%PDF'), (await house.as(who('olga')).get(pdf)).status]).toEqual([true, 404])
})

test('two coordinators: the second is told what stands now and keeps the words', async () => {
  const id = await anApplication()
  const { version } = await load(id)
  expectDone(await decide(id, { kind: 'complete', reason: 'Brakuje opisu obszaru.', dueOn: '2026-03-19' }))
  const second = await kornelia().post(url(paths.officeApplicationDecision, { id }), {
    version: String(version),
    kind: 'reject',
    reason: 'Słowa drugiej koordynatorki.',
  })
  expect([second.status, second.html.includes('Słowa drugiej koordynatorki.'), second.html.includes('do uzupełnienia')]).toEqual([409, true, true])
  expect((await load(id)).state).toBe('to-complete')
})

test('nobody decides on their own application, and only coordinators decide', async () => {
  const content = { ...wholeContent, name: 'Kornelia Maj' }
  const entry = {
    key: newId('key'),
    email: 'kornelia@demo.example',
    channel: 'paper',
    receivedOn: '2026-03-10',
    content,
    districtIds: [district(1)],
  } as const
  const entered = await enterApplication(house.ctx(who('celina')), callId, { ...entry, content: { ...content, areaWords: 'Rynek' } })
  const id = entered.ok ? entered.id : ''
  const own = await decide(id, { kind: 'accept' })
  expect([own.status, (await load(id)).state]).toEqual([409, 'submitted'])
  const page = await kornelia().get(url(paths.officeApplication, { id }))
  expect([page.html.includes('Zdecyduje o nim ktoś inny'), page.html.includes('name="kind"')]).toEqual([true, false])
  for (const key of ['celina', 'monika', 'olga', 'waldemar'] as const) {
    const visitor = house.as(who(key))
    expect((await visitor.post(url(paths.officeApplicationDecision, { id }), { version: '3', kind: 'accept' })).status, key).toBe(403)
    expect((await visitor.get(url(paths.officeApplications, { id: callId }))).status, key).toBe(403)
    expect((await decideApplication(house.ctx(who(key)), id, { kind: 'accept', reason: '', version: 3 })).ok, key).toBe(false)
  }
})

test('the waiting list keeps its order, moves up, and has no gaps', async () => {
  const ids = [await anApplication(), await anApplication(), await anApplication()]
  for (const id of ids) expectDone(await decide(id, { kind: 'wait' }))
  const places = async () => Promise.all(ids.map(async id => (await load(id)).waitingNo))
  expect(await places()).toEqual([1, 2, 3])
  expectDone(await kornelia().post(url(paths.officeApplicationUp, { id: ids[2] ?? '' })))
  expect(await places()).toEqual([1, 3, 2])
  expectDone(await decide(ids[0] ?? '', { kind: 'accept' }))
  expect(await places()).toEqual([null, 2, 1])
  expect((await house.as(who('celina')).post(url(paths.officeApplicationUp, { id: ids[1] ?? '' }))).status).toBe(403)
})

test('a decision on several: each for itself, the moved one is counted and the others are done', async () => {
  const [a, b, moved] = [await anApplication(), await anApplication(), await anApplication()]
  const chosen = await Promise.all([a, b, moved].map(async id => `${id}:${(await load(id)).version}`))
  expectDone(await decide(moved, { kind: 'reject', reason: 'Zgłoszenie z innego miasta.' }))
  const address = url(paths.officeApplicationsDecision, { id: callId })
  const none = await kornelia().post(address, { kind: 'accept' })
  expect([none.status, none.html.includes('Zaznacz co najmniej jedno')]).toEqual([422, true])
  const mute = await kornelia().post(address, { kind: 'complete', reason: 'Brakuje opisu.', 'chosen[]': chosen })
  expect([mute.status, mute.html.includes(`value="${chosen[0]}" checked`)]).toEqual([422, true])
  const done = await kornelia().post(address, { kind: 'accept', 'chosen[]': chosen })
  expectDone(done, url(paths.officeApplications, { id: callId }))
  expect(decodeURIComponent(done.headers.get('set-cookie') ?? '')).toContain('2 zgłoszenia. Nie udało się: 1')
  expect(await Promise.all([a, b, moved].map(async id => (await load(id)).state))).toEqual(['accepted', 'accepted', 'rejected'])
})

test('the list filters and sorts, and takes as many statements for many as for few', async () => {
  await anApplication({ number: 2 })
  const ctx = house.ctx()
  const inTwo = await listApplications(ctx, callId, { districtId: district(2), limit: 50 })
  expect(inTwo.every(one => one.districtIds.includes(district(2)))).toBe(true)
  const sorted = await listApplications(ctx, callId, { sort: 'district', limit: 50 })
  expect(sorted[1]?.districtIds).toEqual([district(2)])
  const count = async () => {
    house.queries.length = 0
    await kornelia().get(url(paths.officeApplications, { id: callId }))
    return house.queries.length
  }
  await count()
  const few = await count()
  for (let n = 0; n < 5; n += 1) await anApplication()
  expect(await count()).toBe(few)
  const page = await kornelia().get(url(paths.officeApplications, { id: callId }, { stan: 'rejected' }))
  expect(page.html).toContain('Nieprzyjęte'.toLowerCase())
})

test('the telephone of an applicant is shown on request, and the look is recorded', async () => {
  const id = await anApplication({ content: { phone: '600 700 800' } })
  const { personId } = await load(id)
  expect((await kornelia().get(url(paths.officeApplication, { id }))).html).not.toContain('600 700 800')
  expect((await kornelia().post(url(paths.officeApplicationContact, { id }))).html).toContain('600 700 800')
  await house.settle()
  const looks = await house.db.selectFrom('ledger_chain').select('fact').where('subject', '=', personId).where('fact', '=', 'person.viewed').execute()
  expect(looks).toHaveLength(1)
})

const columns = 'imie_nazwisko;email;telefon;wplynelo;dzielnice;obszar;formy;doswiadczenie;motywacja;dostepnosc;pelnoletni'
const row = (name: string, email: string) => `${name};${email};;2026-03-03;XVIII;Osiedle Zgody;bo;x;y;z;tak`

test('a clerk brings a table: a look first, mistakes by line, whole or nothing, and the same again brings nothing', async () => {
  const celina = house.as(who('celina'))
  const address = url(paths.officeApplicationsImport, { id: callId })
  const count = async () => (await listApplications(house.ctx(), callId, { limit: 200 })).length
  const before = await count()
  const broken = await celina.post(address, { table: [columns, row('Jan Wilk', 'jan@example.pl'), row('', 'x')].join('\n') })
  expect([broken.status, broken.html.includes('wiersz 3: imię i nazwisko')]).toEqual([422, true])
  const table = [columns, row('Jan Wilk', 'jan@example.pl'), row('Iza Mak', '')].join('\n')
  const look = await celina.post(address, { table })
  expect([look.status, look.html.includes('Do wczytania: 2 zgłoszenia'), await count()]).toEqual([200, true, before])
  const both = await Promise.all([celina.post(address, { table, step: 'save' }), celina.post(address, { table, step: 'save' })])
  for (const answer of both) expectDone(answer)
  expect(await count()).toBe(before + 2)
  expect((await celina.post(address, { table })).html).toContain('nie ma nic nowego')
  expect((await house.as(who('olga')).post(address, { table })).status).toBe(403)
})

test('a clerk enters one from paper after the call, when it came in time; the same form twice is one', async () => {
  const celina = house.as(who('celina'))
  const address = url(paths.officeApplicationNew, { id: callId })
  const fields = {
    key: newId('key'),
    name: 'Maria Lato',
    receivedOn: '2026-03-19',
    channel: 'paper',
    ofAge: 'tak',
    areaWords: 'Krowodrza Górka',
    districts: [district(5)],
    'forms[]': ['citizens-budget'],
    experience: 'a',
    motivation: 'b',
    availability: 'c',
    isSigned: 'tak',
    next: 'tak',
  }
  const paper = { ...fields, 'districts[]': fields.districts }
  house.now = new Date('2026-03-30T10:00:00Z')
  const late = await celina.post(address, { ...paper, receivedOn: '2026-03-25', signed: aScan() })
  expect([late.status, late.html.includes('nie leży w dniach naboru'), late.html.includes('Maria Lato')]).toEqual([422, true, true])
  const bare = await celina.post(address, { ...paper, areaWords: '', isSigned: '' })
  expect(bare.status).toBe(422)
  const unsaid = await celina.post(address, { ...paper, motivation: '' })
  expect([unsaid.status, unsaid.html.includes('Czegoś brakuje')]).toEqual([422, true])
  const whole = { ...paper, ...expectHeld(late, 'signed') }
  const both = await Promise.all([celina.post(address, whole), celina.post(address, whole)])
  house.now = today
  for (const answer of both) expectDone(answer, address)
  const found = (await listApplications(house.ctx(), callId, { limit: 200 })).filter(one => one.content.name === 'Maria Lato')
  expect(found).toMatchObject([{ state: 'submitted', receivedOn: '2026-03-19', channel: 'paper', enteredBy: who('celina').id }])
  expect(await scansOf(house.ctx(), found[0]?.id ?? '')).toMatchObject({ form: true })
  expect((await house.as(who('bartek')).get(address)).status).toBe(403)
})
