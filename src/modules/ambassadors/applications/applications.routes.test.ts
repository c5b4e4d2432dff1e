import { sql } from 'kysely'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { Actor } from '#kit/actor.ts'
import { newId } from '#kit/ids.ts'
import { findApplicationOf, insertApplication, loadApplication } from '#modules/ambassadors/applications/applications.store.ts'
import { applicationMatters } from '#modules/ambassadors/applications/applications.things.ts'
import { applicationsBy, eraseApplicationsOf } from '#modules/ambassadors/applications/applications-keeping.store.ts'
import { loadCall } from '#modules/ambassadors/applications/calls.store.ts'
import { decideApplication } from '#modules/ambassadors/applications/decisions.actions.ts'
import { aCall, aScan, wholeContent } from '#modules/ambassadors/applications/testing-applications.ts'
import { paths, url } from '#paths'
import { filesOf } from '#platform/files.ts'
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
const idOf = (location: string) => location.split('/')[3] ?? ''
const part = (id: string, name: string) => url(paths.ambassadorApplicationPart, { id, part: name })
const start = async (key: Key) => idOf(expectDone(await house.as(who(key)).post(paths.ambassadorApplications, { key: newId('key'), nabor: callId })))
const load = (id: string) => loadApplication(house.ctx(), id)
const save = async (key: Key, id: string, name: string, fields: Record<string, string | string[] | File>) =>
  house.as(who(key)).post(part(id, name), { key: newId('key'), version: String((await load(id)).version), ...fields })
const district = (number: number) => world.ids.get(`district.${number}`) ?? ''
const square = '20.00, 50.035\n20.01, 50.035\n20.01, 50.045\n20.00, 50.045'

test('the page of the call says until when, and since when it is closed; a stranger signs in first', async () => {
  const open = await house.stranger.get(paths.ambassadorCall)
  expect([open.status, open.html.includes('20 marca'), open.html.includes('Wypełnij zgłoszenie')]).toEqual([200, true, true])
  house.now = new Date('2026-03-25T10:00:00Z')
  const over = await house.stranger.get(paths.ambassadorCall)
  const late = await house.as(who('tadeusz')).post(paths.ambassadorApplications, { key: newId('key'), nabor: callId })
  house.now = today
  expect([over.html.includes('Wypełnij zgłoszenie'), over.html.includes('20 marca')]).toEqual([false, true])
  expect(expectDone(late)).toBe(paths.ambassadorCall)
  expect(await findApplicationOf(house.ctx(), callId, who('tadeusz').id)).toBeUndefined()
  const stranger = await house.stranger.post(paths.ambassadorApplications, { key: newId('key'), nabor: callId })
  expect([stranger.status, stranger.location]).toEqual([303, expect.stringContaining('/logowanie')])
})

test('an application is written in steps, keeps what is said, and is sent once it is whole', async () => {
  const id = await start('olga')
  expect(idOf(expectDone(await house.as(who('olga')).post(paths.ambassadorApplications, { key: newId('key'), nabor: callId })))).toBe(id)
  const early = await house.as(who('olga')).post(url(paths.ambassadorApplicationSubmission, { id }))
  expect([early.status, early.html.includes('nie jest jeszcze kompletne')]).toEqual([409, true])
  expectDone(await save('olga', id, 'you', { name: 'Olga Jeleń', phone: '601 234 567', ofAge: 'tak', next: 'tak' }), /czesci\/area$/)
  expectDone(await save('olga', id, 'area', { areaWords: 'Przy Łąkowej', districts: [district(16)] }), new RegExp(`${id}$`))
  expect((await load(id)).districtIds).toEqual([district(16)])
  expectDone(await save('olga', id, 'area', { areaWords: 'Przy Łąkowej', area: square, districts: [district(16)], next: 'tak' }))
  expect((await load(id)).districtIds).toEqual([district(13)])
  expectDone(await save('olga', id, 'ways', { forms: ['citizens-budget'], experience: 'a', motivation: 'b', availability: 'c' }))
  expectDone(await save('olga', id, 'statements', { statements: ['true', 'statute', 'unpaid', 'public'], signed: aScan() }))
  const ready = await house.as(who('olga')).get(url(paths.ambassadorApplication, { id }))
  expect(ready.html).toContain('Wyślij zgłoszenie')
  const sends = await Promise.all(Array.from({ length: 4 }, () => house.as(who('olga')).post(url(paths.ambassadorApplicationSubmission, { id }))))
  expect(sends.filter(answer => answer.status === 303)).toHaveLength(1)
  await house.settle()
  const facts = await house.db.selectFrom('ledger_chain').select('fact').where('subject', '=', id).orderBy('seq').execute()
  expect(facts.map(({ fact }) => fact)).toEqual(['application.started', 'application.submitted'])
})

test.each([
  ['a line that crosses itself', '20.00, 50.035\n20.01, 50.045\n20.01, 50.035\n20.00, 50.045', 'przecina samą siebie'],
  ['a corner outside the city', '20.00, 50.035\n20.01, 50.035\n21.01, 52.2', 'poza miastem'],
  ['words', 'Zabłocie', 'Nie rozumiemy tych punktów'],
])('an area with %s is refused in a sentence, and what was typed stays', async (_, area, sentence) => {
  const id = await start('marta')
  const answer = await save('marta', id, 'area', { area, areaWords: 'Zabłocie przy torach' })
  expect([answer.status, answer.html.includes(sentence), answer.html.includes('Zabłocie przy torach')]).toEqual([422, true, true])
  expect((await load(id)).area).toBeNull()
})

test('two windows: the second is told what is saved now and keeps what it typed', async () => {
  const id = await start('jurij')
  const { version } = await load(id)
  expectDone(await save('jurij', id, 'you', { name: 'Jurij Kowalenko', ofAge: 'tak' }))
  const second = await house.as(who('jurij')).post(part(id, 'you'), { key: newId('key'), version: String(version), name: 'Jurij K.', ofAge: 'tak' })
  expect([second.status, second.html.includes('Jurij K.'), second.html.includes('Jurij Kowalenko')]).toEqual([409, true, true])
  expect((await load(id)).content.name).toBe('Jurij Kowalenko')
})

test('nobody else sees it, writes it, sends it or opens its scan', async () => {
  const id = await start('tadeusz')
  const held = expectHeld(await save('tadeusz', id, 'statements', { name: 'x'.repeat(5000), signed: aScan() }), 'signed')
  expectDone(await save('tadeusz', id, 'statements', held))
  const [scan] = await filesOf(house.ctx(), `${id}.form`)
  const file = url(paths.file, { id: scan?.id ?? '' })
  for (const key of ['olga', 'celina', 'monika', 'roman'] as const) {
    const visitor = house.as(who(key))
    expect([(await visitor.get(url(paths.ambassadorApplication, { id }))).status, (await visitor.get(file)).status], key).toEqual([404, 404])
    expect((await visitor.get(url(paths.ambassadorApplicationPrint, { id }))).status, key).toBe(404)
    expect((await visitor.post(part(id, 'you'), { key: newId('key'), version: '2', name: 'X' })).status, key).toBe(403)
    expect((await visitor.post(url(paths.ambassadorApplicationSubmission, { id }))).status, key).toBe(403)
    expect((await visitor.post(url(paths.ambassadorApplicationWithdrawal, { id }))).status, key).toBe(403)
  }
  expect([
    (await house.stranger.get(file)).status,
    (await house.as(who('tadeusz')).get(file)).status,
    (await house.as(who('kornelia')).get(file)).status,
  ]).toEqual([404, 200, 200])
  const print = await house.as(who('tadeusz')).get(url(paths.ambassadorApplicationPrint, { id }))
  expect([print.status, print.headers.get('content-type'), print.html.startsWith('%PDF')]).toEqual([200, 'application/pdf', true])
  expect((await house.stranger.get(paths.ambassadorForm)).html.startsWith('%PDF')).toBe(true)
})

test('whoever withdraws may apply again; two calls and the sixteenth form are one application', async () => {
  const id = await start('tadeusz')
  expectDone(await house.as(who('tadeusz')).post(url(paths.ambassadorApplicationWithdrawal, { id })))
  expect((await house.as(who('tadeusz')).post(url(paths.ambassadorApplicationWithdrawal, { id }))).status).toBe(409)
  const again = await Promise.all(
    Array.from({ length: 16 }, () => house.as(who('tadeusz')).post(paths.ambassadorApplications, { key: newId('key'), nabor: callId })),
  )
  expect(new Set(again.map(answer => idOf(expectDone(answer)))).size).toBe(1)
  expect(idOf(again[0]?.location ?? '')).not.toBe(id)
})

test('planted: without the index that allows one application to a person and a call, a second one gets in', async () => {
  const other = await openHouse({ now: today })
  const own = await fillWorld(other.db, today, [peopleSeed, territoriesSeed, programmeSeed])
  const kornelia = own.actors.get('kornelia')
  if (!kornelia) throw new Error('the cast is missing')
  const call = await aCall(other.ctx(kornelia), own.ids.get('edition') ?? '')
  const apply = (id: string) =>
    insertApplication(other.ctx(), {
      id,
      key: id,
      callId: call,
      personId: 'olga',
      channel: 'online',
      enteredBy: null,
      receivedOn: null,
      content: wholeContent,
    })
  const guarded = [await apply('first'), await apply('second')]
  await sql`drop index ambassador_application_once`.execute(other.db)
  const planted = await apply('second')
  await other.close()
  expect([guarded, planted]).toEqual([[true, false], true])
})

test('bad input: names of 5000 characters, files that are not scans, unknown steps and districts', async () => {
  const id = await start('ewa')
  const long = await save('ewa', id, 'you', { name: 'x'.repeat(5000) })
  expect([long.status, long.html.includes('za długi')]).toEqual([422, true])
  const wrong = await save('ewa', id, 'statements', { signed: new File(['<svg/>'], 'a.svg') })
  expect([wrong.status, wrong.html.includes('Tego pliku nie przyjmujemy')]).toEqual([422, true])
  expect((await house.as(who('ewa')).get(part(id, 'secret'))).status).toBe(404)
  expectDone(await save('ewa', id, 'area', { districts: ['nowhere', district(3)], streets: ['', '  Łąkowa ', ''].join('\n') }))
  expect(await load(id)).toMatchObject({ districtIds: [district(3)], content: { streets: ['Łąkowa'] } })
})

test('what was called to complete waits in the matters of its person, and goes with the account', async () => {
  const id = await start('irena')
  const version = 1
  await house.db
    .updateTable('ambassador_applications')
    .set({ state: 'submitted', submitted_at: today, content: JSON.stringify(wholeContent) })
    .where('id', '=', id)
    .execute()
  const [decide] = (await applicationMatters(house.ctx(who('kornelia')))).filter(matter => matter.id === callId)
  expect(decide?.note).toMatch(/zgłosze/)
  const asked = { kind: 'complete', reason: 'Brakuje dzielnicy.', dueOn: '2026-03-18', version } as const
  expect(await decideApplication(house.ctx(who('kornelia')), id, asked)).toEqual({ ok: true })
  expect(await applicationMatters(house.ctx(who('irena')))).toMatchObject([{ id, dueOn: '2026-03-18' }])
  const own = await house.as(who('irena')).get(url(paths.ambassadorApplication, { id }))
  expect([own.html.includes('Brakuje dzielnicy.'), own.html.includes('18 marca')]).toEqual([true, true])
  expectDone(await save('irena', id, 'statements', { statements: ['true'], signed: aScan() }))
  await eraseApplicationsOf(house.ctx(), who('irena').id)
  expect([await findApplicationOf(house.ctx(), callId, who('irena').id), await filesOf(house.ctx(), `${id}.form`)]).toEqual([undefined, []])
})

test('the coordinator opens a call; moving the days of a running one needs a reason, two coordinators do not overwrite each other', async () => {
  const page = url(paths.officeCall, { id: callId })
  const fields = { from: '2026-03-01', to: '2026-03-24', minAge: '18', statute: 'Ambasador zaprasza sąsiadów do rozmowy.', version: '1' }
  const kornelia = house.as(who('kornelia'))
  const mute = await kornelia.post(page, fields)
  expect([mute.status, mute.html.includes('Napisz, dlaczego zmieniasz terminy')]).toEqual([422, true])
  expectDone(await kornelia.post(page, { ...fields, reason: 'Więcej czasu dla szkół.', 'question-1': 'Skąd wiesz o naborze?' }))
  const late = await kornelia.post(page, { ...fields, to: '2026-03-28', reason: 'Inny powód, też dobry.', statute: 'Drugie słowa koordynatora.' })
  expect([late.status, late.html.includes('Drugie słowa'), late.html.includes('2026-03-24')]).toEqual([409, true, true])
  expect(await loadCall(house.ctx(), callId)).toMatchObject({ to: '2026-03-24', version: 2, questions: [{ label: 'Skąd wiesz o naborze?' }] })
  const form = { ...fields, from: '2026-03-23', key: newId('key'), edition: world.ids.get('edition') ?? '' }
  expect((await kornelia.post(paths.officeCalls, form)).status).toBe(422)
  for (const key of ['celina', 'olga'] as const) expect((await house.as(who(key)).post(paths.officeCalls, form)).status, key).toBe(403)
})

test('a minor is refused by a call for adults; the call for younger people needs the words of a guardian; the export says what was written', async () => {
  const id = await start('edyta')
  expectDone(await save('edyta', id, 'you', { name: 'Edyta Młoda', ofAge: 'nie', guardian: 'Anna Młoda' }))
  const setAge = (age: number) => house.db.updateTable('ambassador_calls').set({ min_age: age }).where('id', '=', callId).execute()
  const own = url(paths.ambassadorApplication, { id })
  const adults = (await house.as(who('edyta')).get(own)).html
  await setAge(16)
  const consentMissing = (await house.as(who('edyta')).get(own)).html
  expectDone(await save('edyta', id, 'you', { name: 'Edyta Młoda', ofAge: 'nie', guardian: 'Anna Młoda', consent: aScan() }))
  const whole = (await house.as(who('edyta')).get(own)).html
  await setAge(18)
  const says = (html: string) => [html.includes('dla starszych osób'), html.includes('zgodę opiekuna')]
  expect([says(adults), says(consentMissing), says(whole)]).toEqual([
    [true, false],
    [false, true],
    [false, false],
  ])
  expect((await applicationsBy(house.ctx(), who('edyta').id))[0]).toMatchObject({
    id,
    content: { name: 'Edyta Młoda', ofAge: false, guardian: 'Anna Młoda' },
  })
})

test('an edition without ambassadors has no trace of a call', async () => {
  const id = await start('adam')
  const parts = ['district-path'] as const
  const edition = world.ids.get('edition') ?? ''
  const before = await house.db.selectFrom('editions').select('parts').where('id', '=', edition).executeTakeFirstOrThrow()
  await house.db
    .updateTable('editions')
    .set({ parts: [...parts] })
    .where('id', '=', edition)
    .execute()
  const answers = await Promise.all([
    house.as(who('adam')).get(url(paths.ambassadorApplication, { id })),
    house.as(who('adam')).get(part(id, 'you')),
    house.as(who('edyta')).post(paths.ambassadorApplications, { key: newId('key'), nabor: callId }),
    house.stranger.get(paths.ambassadorCall),
  ])
  await house.db.updateTable('editions').set({ parts: before.parts }).where('id', '=', edition).execute()
  expect(answers.map(answer => answer.status)).toEqual([404, 404, 404, 404])
})
