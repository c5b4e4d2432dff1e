import { afterAll, beforeAll, expect, test } from 'vitest'
import type { Actor } from '#kit/actor.ts'
import { newId } from '#kit/ids.ts'
import { back } from '#modules/ideas/backings.actions.ts'
import { remindOfHandovers } from '#modules/ideas/handovers/handovers.actions.ts'
import { listHandovers } from '#modules/ideas/handovers/handovers.store.ts'
import { proposeIdea } from '#modules/ideas/ideas.actions.ts'
import { loadIdea } from '#modules/ideas/ideas.store.ts'
import { addNeed } from '#modules/ideas/needs.actions.ts'
import { loadNeed } from '#modules/ideas/needs.store.ts'
import { paths, url } from '#paths'
import { peopleSeed, residenceSeed } from '#seeds/people.seed.ts'
import { programmeSeed } from '#seeds/programme.seed.ts'
import { territoriesSeed } from '#seeds/territories.seed.ts'
import { fillWorld, type World } from '#seeds/world.ts'
import { type Answer, expectDone, openHouse, type TestHouse } from '#web/testing.ts'

let house: TestHouse
let world: World
const today = new Date('2026-03-12T10:00:00Z')
const text = 'Sąsiedzi chcą razem odnowić podwórko: mają farbę i czas, brakuje zgody i kilku desek.'

beforeAll(async () => {
  house = await openHouse({ now: today })
  world = await fillWorld(house.db, today, [peopleSeed, territoriesSeed, programmeSeed, residenceSeed])
})
afterAll(() => house.close())

const who = (key: Parameters<World['actors']['get']>[0]): Actor => world.actors.get(key) ?? expect.unreachable(key)
const podgorze = () => world.ids.get('district.13')
async function anIdea(title: string): Promise<string> {
  const need = await addNeed(house.ctx(who('olga')), { key: newId('key'), title: `Potrzeba: ${title}`, text, territoryId: podgorze() })
  const needs = need.ok ? [need.id] : []
  const made = await proposeIdea(house.ctx(who('marta')), { key: newId('key'), title, text, territoryId: podgorze(), needs })
  return made.ok ? made.id : expect.unreachable(made.why)
}
const fields = (o: string, more: Record<string, string> = {}) => ({
  key: newId('key'),
  o,
  form: 'local-initiative',
  office: 'Biuro Inicjatyw Lokalnych',
  address: 'ul. Przykładowa 1, 30-001 Kraków',
  email: 'biuro@miasto.example',
  note: 'Mieszkańcy chcą zrobić to sami. Potrzebują zgody i materiałów.',
  ...more,
})
const hand = (o: string, more: Record<string, string> = {}, actor = who('kornelia')) => house.as(actor).post(paths.handovers, fields(o, more))
const idOf = (answer: Answer) =>
  expectDone(answer, /^\/przekazane\/handover_/)
    .split('/')
    .at(-1) ?? ''
const letters = async (address: string) =>
  (await house.db.selectFrom('letters').select('subject').where('address', '=', address).execute()).map(({ subject }) => subject)

test('an idea is handed over with its packet; everybody sees where it went, its backers and the office are told', async () => {
  const idea = await anIdea('Odnowione podwórko')
  await back(house.ctx(who('jurij')), 'idea', idea)
  const form = await house.as(who('bartek')).get(url(paths.handoverNew, undefined, { o: idea }))
  expect([form.status, form.html.includes('Potrzeba: Odnowione podwórko')]).toEqual([200, true])
  const id = idOf(await hand(idea, {}, who('bartek')))
  expect((await loadIdea(house.ctx(), idea)).state).toBe('redirected')
  const page = await house.stranger.get(url(paths.idea, { id: idea }))
  for (const words of ['Przekazane do urzędu', 'Biuro Inicjatyw Lokalnych', 'inicjatywa lokalna']) expect(page.html).toContain(words)
  expect((await house.stranger.get(`${paths.ideas}?stan=przekazane`)).html).toContain('Odnowione podwórko')
  expect((await house.stranger.get(paths.ideas)).html).toContain('Odnowione podwórko')
  expect((await house.stranger.get(paths.handovers)).html).toContain('Odnowione podwórko')
  expect((await house.stranger.get(`${paths.handovers}?droga=upkeep`)).html).not.toContain('Odnowione podwórko')
  expect(await letters('jurij@demo.example')).toContain('Przekazane dalej: Odnowione podwórko')
  expect(await letters('biuro@miasto.example')).toContain('Sprawa mieszkańców do załatwienia: Odnowione podwórko')
  // whoever says no more than the office needs: figures and sources, no person
  const [kept] = await listHandovers(house.ctx(), { ids: [id] })
  expect(kept?.packet).toMatchObject({ backings: 1, comments: {}, sources: [{ title: 'Potrzeba: Odnowione podwórko' }] })
  for (const person of ['marta', 'jurij', 'olga'] as const)
    expect(JSON.stringify(kept?.packet)).not.toMatch(new RegExp(`${who(person).id}|${who(person).name}|${person}@`))
})

test('the packet is a tagged PDF that stays as it was handed over; what people typed is text in it', async () => {
  const idea = await anIdea('Ławka #1 $x_2$ [ul. *Cicha*] \\ koniec')
  const id = idOf(await hand(idea))
  const first = await house.stranger.get(url(paths.handoverPacket, { id }))
  expect([first.status, first.headers.get('content-type'), first.html.slice(0, 5)]).toEqual([200, 'application/pdf', '%PDF-'])
  await back(house.ctx(who('jurij')), 'idea', idea)
  expect((await listHandovers(house.ctx(), { ids: [id] }))[0]?.packet.backings).toBe(0)
})

test('the same form sent sixteen times at once is one hand-over', async () => {
  const idea = await anIdea('Szesnaście razy')
  const form = fields(idea)
  const answers = await Promise.all(Array.from({ length: 16 }, () => house.as(who('kornelia')).post(paths.handovers, form)))
  expect(new Set(answers.map(answer => expectDone(answer))).size).toBe(1)
  expect(await listHandovers(house.ctx(), { subjectId: idea })).toHaveLength(1)
  // another form for the same idea: it is with an office already
  expect((await hand(idea, { form: 'upkeep' })).status).toBe(409)
  expect(await listHandovers(house.ctx(), { subjectId: idea })).toHaveLength(1)
})

test.each([
  ['no road chosen', { form: '' }, 'Wybierz, dokąd prowadzi ta sprawa.'],
  ['no office', { office: '' }, 'Wybierz jednostkę albo wpisz nazwę urzędu.'],
  ['no address', { address: '' }, 'Wpisz adres urzędu.'],
  ['no reason', { note: 'Bo tak.' }, 'co najmniej 20 znaków'],
  ['a wrong e-mail', { email: 'biuro' }, 'Sprawdź adres e-mail'],
  ['a very long name', { office: 'Ż'.repeat(5000) }, 'Skróć nazwę do 150 znaków.'],
])('%s: the page says what is wrong and keeps what was typed', async (_, more, words) => {
  const idea = await anIdea(`Błąd w formularzu: ${words.slice(0, 20)}`)
  const answer = await hand(idea, more)
  expect([answer.status, answer.html.includes(words)]).toEqual([422, true])
  if (!('note' in more)) expect(answer.html).toContain('Mieszkańcy chcą zrobić to sami.')
  expect((await loadIdea(house.ctx(), idea)).state).toBe('proposed')
})

test('a resident finds no way to hand over, and no door; whoever said it cannot send it away', async () => {
  const idea = await anIdea('Cudza sprawa')
  expect((await house.as(who('olga')).get(url(paths.idea, { id: idea }))).html).not.toContain('/przekazane/nowe')
  expect((await hand(idea, {}, who('olga'))).status).toBe(403)
  const own = await proposeIdea(house.ctx(who('bartek')), { key: newId('key'), title: 'Pomysł ambasadora', text, territoryId: podgorze() })
  const refused = await hand(own.ok ? own.id : '', {}, who('bartek'))
  expect([refused.status, refused.html.includes('przekazuje ją ktoś inny')]).toEqual([409, true])
  const elsewhere = await proposeIdea(house.ctx(who('marta')), {
    key: newId('key'),
    title: 'Nowa Huta',
    text,
    territoryId: world.ids.get('district.18'),
  })
  expect((await hand(elsewhere.ok ? elsewhere.id : '', {}, who('bartek'))).status).toBe(409)
})

test('the office confirms, then answers; two colleagues never overwrite each other', async () => {
  const idea = await anIdea('Dwie koleżanki')
  await back(house.ctx(who('jurij')), 'idea', idea)
  const id = idOf(await hand(idea))
  const kornelia = house.as(who('kornelia'))
  const receipt = { on: '2026-03-12', reference: 'BIL.5.2026', version: '1' }
  expect((await house.as(who('bartek')).post(url(paths.handoverReceipt, { id }), receipt)).status).toBe(403)
  expectDone(await kornelia.post(url(paths.handoverReceipt, { id }), receipt))
  const answer = { on: '2026-03-12', outcome: 'planned', answer: 'Podpiszemy umowę w maju i damy deski.', version: '1' }
  const late = await kornelia.post(url(paths.handoverAnswer, { id }), answer)
  expect([late.status, late.html.includes('chwilę wcześniej'), late.html.includes('Podpiszemy umowę')]).toEqual([409, true, true])
  const wrong = await kornelia.post(url(paths.handoverAnswer, { id }), { ...answer, version: '2', on: '2026-05-01' })
  expect([wrong.status, wrong.html.includes('Ten dzień jeszcze nie nadszedł.')]).toEqual([422, true])
  expectDone(await kornelia.post(url(paths.handoverAnswer, { id }), { ...answer, version: '2' }))
  expect((await kornelia.post(url(paths.handoverAnswer, { id }), { ...answer, version: '3' })).status).toBe(409)
  expect((await loadIdea(house.ctx(), idea)).state).toBe('redirected')
  expect((await house.stranger.get(url(paths.idea, { id: idea }))).html).toContain('Podpiszemy umowę w maju')
  expect(await letters('jurij@demo.example')).toContain('Jest odpowiedź urzędu: Dwie koleżanki')
})

test('what an office refuses waits in the talk again, with its trace', async () => {
  const need = await addNeed(house.ctx(who('marta')), { key: newId('key'), title: 'Dziura w chodniku', text, territoryId: podgorze() })
  const needId = need.ok ? need.id : ''
  const id = idOf(await hand(needId, { form: 'upkeep' }))
  expect((await loadNeed(house.ctx(), needId)).state).toBe('redirected')
  // meanwhile it cannot become part of an idea
  const made = await proposeIdea(house.ctx(who('olga')), { key: newId('key'), title: 'Nowy chodnik', text, territoryId: podgorze(), needs: [needId] })
  expect([made.ok, (await loadNeed(house.ctx(), needId)).state]).toEqual([true, 'redirected'])
  const refusal = { on: '2026-03-12', outcome: 'refused', answer: 'Ten chodnik należy do spółdzielni.', version: '1' }
  expectDone(await house.as(who('kornelia')).post(url(paths.handoverAnswer, { id }), refusal))
  expect((await loadNeed(house.ctx(), needId)).state).toBe('open')
  const page = await house.stranger.get(url(paths.need, { id: needId }))
  expect([page.html.includes('Ten chodnik należy do spółdzielni.'), page.html.includes('odmowa')]).toEqual([true, true])
  expectDone(await hand(needId, { form: 'consultation' }))
  expect(await listHandovers(house.ctx(), { subjectId: needId })).toHaveLength(2)
})

test('an office that is late is reminded once in thirty days; the coordinator sees it among the matters', async () => {
  const idea = await anIdea('Spóźniony urząd')
  const id = idOf(await hand(idea, { email: 'spozniony@miasto.example' }))
  const remind = () => remindOfHandovers(house.ctx(who('kornelia')))
  await remind()
  expect(await letters('spozniony@miasto.example')).toHaveLength(1)
  house.now = new Date('2026-04-15T10:00:00Z')
  await remind()
  await remind()
  expect(await letters('spozniony@miasto.example')).toHaveLength(2)
  expect(await letters('kornelia@demo.example')).toContain('Urząd nie odpowiedział w terminie: Spóźniony urząd')
  expect((await house.as(who('kornelia')).get(paths.myMatters)).html).toContain(url(paths.handover, { id }))
  expect((await house.as(who('olga')).get(paths.myMatters)).html).not.toContain(url(paths.handover, { id }))
  house.now = today
})

test('what a moderator hides is hidden from the list too; the list costs the same for two and for ten', async () => {
  const statements = async () => {
    house.queries.length = 0
    expect((await house.stranger.get(paths.handovers)).status).toBe(200)
    return house.queries.length
  }
  const few = await statements()
  const hidden = await anIdea('Ukryta przekazana sprawa')
  const id = idOf(await hand(hidden))
  for (let n = 0; n < 4; n += 1) await hand(await anIdea(`Kolejna przekazana ${n}`))
  expect(await statements()).toBe(few)
  await house.db.insertInto('hidings').values({ subject_id: hidden, since: today }).execute()
  expect((await house.stranger.get(paths.handovers)).html).not.toContain('Ukryta przekazana sprawa')
  for (const path of [paths.handover, paths.handoverPacket] as const) expect((await house.stranger.get(url(path, { id }))).status).toBe(404)
})
