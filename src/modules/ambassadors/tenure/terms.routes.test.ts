import { afterAll, beforeAll, expect, test } from 'vitest'
import { type Actor, house } from '#kit/actor.ts'
import { newId } from '#kit/ids.ts'
import { startTerm } from '#modules/ambassadors/tenure/terms.actions.ts'
import { loadTerm } from '#modules/ambassadors/tenure/terms.store.ts'
import { lessonSlugs, lessons, questions, rightAnswers } from '#modules/ambassadors/training/course.rules.ts'
import { ensurePersonByEmail } from '#modules/people/people.actions.ts'
import { actorOf } from '#modules/people/people.store.ts'
import { createEdition } from '#modules/programme/editions/editions.actions.ts'
import { krakow } from '#modules/programme/territories/krakow.rules.ts'
import { foundCity } from '#modules/programme/territories/territories.actions.ts'
import { listDistricts } from '#modules/programme/territories/territories.store.ts'
import { expectDone, openHouse, somebody, type TestHouse } from '#web/testing.ts'

let home: TestHouse
let editionId = ''
const kornelia = somebody('Kornelia', 'coordinator')
beforeAll(async () => {
  home = await openHouse()
  await foundCity(home.ctx(house), krakow)
  const created = await createEdition(home.ctx(kornelia), { key: 'key_edition_of_the_test', preset: 'krakow-2020', days: 2200 })
  editionId = created.ok ? created.id : ''
  await home.db.updateTable('editions').set({ state: 'running' }).where('id', '=', editionId).execute()
})
afterAll(() => home.close())

const district = async (number: number) => (await listDistricts(home.ctx())).find(one => one.number === number)?.id ?? ''
async function accepted(name: string, number = 13, area = 'Zabłocie'): Promise<{ person: string; term: string }> {
  const person = await ensurePersonByEmail(home.ctx(house), { email: `${newId('mail').slice(5, 15)}@example.pl`, name })
  const districtIds = [await district(number)]
  const term = await startTerm(home.ctx(kornelia), { personId: person, editionId, districtIds, areaWords: area, forms: ['citizens-budget'] })
  return { person, term }
}
const now = (id: string): Promise<Actor> => actorOf(home.ctx(), id)
const visit = async (id: string) => home.as(await now(id))
const office = () => home.as(kornelia)
const step = (term: string, krok: string, powod = '') => office().post(`/urzad/kadencje/${term}/krok`, { krok, powod })

async function finishCourse(person: string) {
  for (const lesson of lessons) {
    const fields = Object.fromEntries(questions.map(question => [`pytanie-${question}`, String(rightAnswers[lesson][question])]))
    expectDone(await (await visit(person)).post(`/ambasador/kurs/${lessonSlugs[lesson]}`, fields))
  }
}
async function active(name: string, number = 13, area = 'Zabłocie') {
  const one = await accepted(name, number, area)
  await finishCourse(one.person)
  expectDone(await office().post('/urzad/kadencje/zaznaczone', { krok: 'activate', 'kadencje[]': one.term }))
  return one
}

test('an accepted application is one term, however often it is accepted at once', async () => {
  const person = await ensurePersonByEmail(home.ctx(house), { email: 'szesnascie@example.pl', name: 'Szesnaście' })
  const start = { personId: person, applicationId: 'application_16', editionId, districtIds: [], areaWords: 'x', forms: [] as const }
  const ids = await Promise.all(Array.from({ length: 16 }, () => startTerm(home.ctx(kornelia), start)))
  expect(new Set(ids).size).toBe(1)
})

test('from acceptance to the public list: course, authorisation, term; not a step earlier', async () => {
  const { person, term } = await accepted('Bartek Nowak')
  expect((await home.stranger.get('/ambasadorzy')).html).not.toContain('Bartek Nowak')
  expect((await home.stranger.get(`/ambasadorzy/${term}`)).status).toBe(404)
  expect((await step(term, 'activate')).status).toBe(409)
  expect((await office().post(`/urzad/kadencje/${term}/upowaznienie`)).status).toBe(409)
  const partly = await (await visit(person)).post('/ambasador/kurs/spotkanie', { 'pytanie-1': '1' })
  expect([partly.status, partly.html.includes('Wybierz odpowiedź')]).toEqual([422, true])
  await finishCourse(person)
  expect((await step(term, 'activate')).html).toContain('po wydaniu upoważnienia')
  expectDone(await office().post(`/urzad/kadencje/${term}/upowaznienie`))
  expect((await office().post(`/urzad/kadencje/${term}/upowaznienie`)).status).toBe(409)
  expect((await home.stranger.get('/ambasadorzy')).html).not.toContain('Bartek Nowak')
  expectDone(await step(term, 'activate'))
  const list = (await home.stranger.get('/ambasadorzy')).html
  expect(list).toContain('Bartek Nowak')
  expect(list).not.toContain('@example.pl')
  expect((await now(person)).grants).toContainEqual({ role: 'ambassador', editionId, territoryId: await district(13) })
  const print = await (await visit(person)).get(`/ambasador/kadencje/${term}/upowaznienie`)
  expect([print.status, print.html.slice(0, 5)]).toEqual([200, '%PDF-'])
  expect((await home.as(somebody('Obcy')).get(`/ambasador/kadencje/${term}/upowaznienie`)).status).toBe(404)
})

test('suspension and recall need a reason, take the powers at once, and an open tab is refused with a sentence', async () => {
  const { person, term } = await active('Zofia Recall', 5, 'Łobzów')
  expect((await step(term, 'suspend')).html).toContain('Podaj powód')
  expectDone(await step(term, 'suspend', 'Skarga w toku'))
  expect((await now(person)).grants).toEqual([])
  expect((await home.stranger.get('/ambasadorzy')).html).not.toContain('Zofia Recall')
  expect((await (await visit(person)).get('/ambasador')).html).toContain('Skarga w toku')
  expectDone(await step(term, 'resume'))
  expect((await now(person)).grants).toHaveLength(1)
  expectDone(await step(term, 'recall', 'Zbierała dane bez klauzuli'))
  expect((await now(person)).grants).toEqual([])
  const letters = await home.db.selectFrom('letters').select(['subject', 'body_text']).where('person_id', '=', person).execute()
  expect(letters.map(letter => letter.subject).sort()).toEqual([
    'Kadencja ambasadora jest zawieszona: Łobzów',
    'Kadencja ambasadora trwa dalej: Łobzów',
    'Odwołanie z roli ambasadora: Łobzów',
    'Zaczynasz kadencję ambasadora: Łobzów',
  ])
  expect(letters.some(letter => letter.body_text.includes('Zbierała dane bez klauzuli'))).toBe(true)
})

test('a role given by hand for the same district goes with the term too', async () => {
  const { person, term } = await active('Ręczny Grant', 7)
  await home.db
    .insertInto('grants')
    .values({
      id: newId('grant'),
      person_id: person,
      role: 'ambassador',
      edition_id: null,
      territory_id: await district(7),
      unit_id: null,
      since: new Date(0),
      until: null,
      granted_by: 'house',
    })
    .execute()
  expectDone(await step(term, 'recall', 'Powód'))
  expect((await now(person)).grants).toEqual([])
})

test('one resigns oneself, nobody else for one; a coordinator does not lead their own matter', async () => {
  const { person, term } = await active('Rezygnująca')
  const stranger = home.as(somebody('Obca'))
  expect((await stranger.post(`/ambasador/kadencje/${term}/rezygnacja`, { pewne: 'tak' })).status).toBe(409)
  expect((await (await visit(person)).post(`/ambasador/kadencje/${term}/rezygnacja`)).status).toBe(422)
  expectDone(await (await visit(person)).post(`/ambasador/kadencje/${term}/rezygnacja`, { pewne: 'tak' }))
  expect((await now(person)).grants).toEqual([])
  expect((await (await visit(person)).post(`/ambasador/kadencje/${term}/rezygnacja`, { pewne: 'tak' })).status).toBe(409)
  const own = await accepted('Koordynator Sam')
  await finishCourse(own.person)
  const himself = home.as({ ...(await now(own.person)), grants: [{ role: 'coordinator' }] })
  expect((await himself.post(`/urzad/kadencje/${own.term}/upowaznienie`)).status).toBe(409)
  expect((await himself.post(`/urzad/kadencje/${own.term}/krok`, { krok: 'activate' })).status).toBe(409)
})

test('sixteen authorisations at once have one number, and numbers follow one another', async () => {
  const { person, term } = await accepted('Numer')
  await finishCourse(person)
  await Promise.all(Array.from({ length: 16 }, () => office().post(`/urzad/kadencje/${term}/upowaznienie`)))
  await home.settle()
  const facts = await home.db.selectFrom('ledger_chain').select('seq').where('fact', '=', 'term.authorised').where('subject', '=', term).execute()
  expect(facts).toHaveLength(1)
  expect((await loadTerm(home.ctx(), term)).authorisation?.number).toMatch(/^LP\/\d+\/2026$/)
})

test('the number of residents: digits only, and two coordinators do not overwrite each other', async () => {
  const { term } = await active('Mieszkańcy', 9)
  const { version } = await loadTerm(home.ctx(), term)
  const path = `/urzad/kadencje/${term}/mieszkancy`
  expect((await office().post(path, { mieszkancy: 'dużo', version: String(version) })).html).toContain('samymi cyframi')
  expectDone(await office().post(path, { mieszkancy: '4200', version: String(version) }))
  expect((await office().post(path, { mieszkancy: '1', version: String(version) })).status).toBe(409)
  expect((await loadTerm(home.ctx(), term)).residents).toBe(4200)
})

test('a resident and a clerk have no business in the office of terms', async () => {
  const { term } = await accepted('Bez drzwi')
  for (const person of [somebody('Marta'), somebody('Celina', 'clerk'), somebody('Bartek', 'ambassador')]) {
    expect((await home.as(person).get('/urzad/kadencje')).status).toBe(403)
    expect((await home.as(person).post(`/urzad/kadencje/${term}/krok`, { krok: 'recall', powod: 'x' })).status).toBe(403)
  }
})

test('the list of many ambassadors costs as many statements as that of one', async () => {
  home.queries.length = 0
  await home.stranger.get('/ambasadorzy')
  const before = home.queries.length
  await active('Jeszcze jedna', 11)
  await active('I jeszcze', 12)
  home.queries.length = 0
  await home.stranger.get('/ambasadorzy')
  expect(home.queries.length).toBeLessThanOrEqual(before)
})

test('an edition without ambassadors leaves no trace', async () => {
  const { parts } = await home.db.selectFrom('editions').select('parts').where('id', '=', editionId).executeTakeFirstOrThrow()
  const without = (parts as string[]).filter(part => part !== 'ambassadors')
  await home.db
    .updateTable('editions')
    .set({ parts: without as never, version: 99 })
    .where('id', '=', editionId)
    .execute()
  for (const path of ['/ambasadorzy', '/ambasador', '/ambasador/kurs', '/ambasador/szkolenia'])
    expect([path, (await home.as(somebody('Ktoś')).get(path)).status]).toEqual([path, 404])
  await home.db
    .updateTable('editions')
    .set({ parts: parts as never })
    .where('id', '=', editionId)
    .execute()
})
