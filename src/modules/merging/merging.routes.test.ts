import { afterAll, beforeAll, expect, test } from 'vitest'
import type { Actor } from '#kit/actor.ts'
import { addDays, dayOf } from '#kit/dates.ts'
import { newId } from '#kit/ids.ts'
import { modules } from '#modules'
import { closeDue } from '#modules/merging/due.actions.ts'
import { mergingTexts } from '#modules/merging/merging.texts.ts'
import { sectionsOf } from '#modules/proposals/proposals.store.ts'
import { paths, url } from '#paths'
import type { CastKey } from '#seeds/cast.ts'
import { peopleSeed, residenceSeed } from '#seeds/people.seed.ts'
import { programmeSeed } from '#seeds/programme.seed.ts'
import { territoriesSeed } from '#seeds/territories.seed.ts'
import { fillWorld, type World } from '#seeds/world.ts'
import { expectDone, openHouse, type TestHouse } from '#web/testing.ts'

const today = new Date('2026-03-12T10:00:00Z')
let house: TestHouse
let world: World
beforeAll(async () => {
  house = await openHouse({ now: today })
  world = await fillWorld(house.db, today, [peopleSeed, territoriesSeed, programmeSeed, residenceSeed])
})
afterAll(() => house.close())

const who = (key: CastKey): Actor => world.actors.get(key) as Actor
const as = (key: CastKey) => house.as(who(key))
const last = (location: string) => location.split('/').at(-1) ?? ''

const anIdea = async (by: CastKey, title: string) =>
  last(expectDone(await as(by).post(paths.ideas, { key: newId('key'), title, text: `${title}: szczegóły tego, co zrobić i dlaczego.`, where: '13' })))
const back = async (by: CastKey, id: string) => expectDone(await as(by).post(url(paths.ideaBacking, { id })))
const chosen = {
  'wybor-title': 'own',
  'wlasne1-title': 'Ławki i drzewa przy Łąkowej',
  'wybor-text': 'both',
  'wybor-place': 'left',
  'wybor-where': 'left',
}
const propose = (by: CastKey, a: string, b: string, more: Record<string, string> = {}) =>
  as(by).post(paths.mergings, { key: newId('key'), kind: 'join', a, b, ...chosen, words: 'To ten sam skwer i te same ławki.', days: '14', ...more })
const answer = (by: CastKey, id: string, given: Record<string, string>) => as(by).post(url(paths.mergingAnswer, { id }), { revision: '1', ...given })
const backers = async (id: string) =>
  (await house.db.selectFrom('backings').select('person_id').where('subject_id', '=', id).orderBy('person_id').execute()).map(row => row.person_id)
const stateOf = async (id: string) => (await house.db.selectFrom('ideas').select('state').where('id', '=', id).executeTakeFirst())?.state

async function aJoined() {
  const [a, b] = [await anIdea('marta', 'Ławki na skwerze'), await anIdea('olga', 'Drzewa na skwerze')]
  await back('jurij', a)
  await back('jurij', b)
  await back('olga', a)
  const comment = { key: newId('key'), kind: 'question', text: 'Kto podleje drzewa latem?' }
  expectDone(await as('jurij').post(url(paths.ideaComments, { id: b }), comment))
  const id = last(expectDone(await propose('marta', a, b), /^\/polaczenia\/merging_/))
  return { a, b, id, joined: last(expectDone(await answer('olga', id, { answer: 'yes' }), /^\/pomysly\/idea_/)) }
}

test('one refusal ends it with the reason; both ideas go on, and it may be proposed again', async () => {
  const [a, b] = [await anIdea('marta', 'Huśtawka dla dużych'), await anIdea('olga', 'Huśtawki dla wszystkich')]
  const id = last(expectDone(await propose('marta', a, b)))
  expect((await answer('olga', id, { answer: 'no' })).status).toBe(422)
  expectDone(await answer('olga', id, { answer: 'no', reason: 'Moja huśtawka ma stać gdzie indziej.' }))
  const page = await as('marta').get(url(paths.merging, { id }))
  expect(page.html).toContain('Jedna osoba nie zgodziła się')
  expect(page.html).toContain('gdzie indziej')
  expect((await house.stranger.get(url(paths.merging, { id }))).html).not.toContain('gdzie indziej')
  expect([await stateOf(a), await stateOf(b)]).toEqual(['proposed', 'proposed'])
  expect((await answer('olga', id, { answer: 'yes' })).status).toBe(409)
  expectDone(await propose('jurij', a, b))
})

test("with everybody's consent two are one: texts as chosen, authors together, backings once, the talk along", async () => {
  const { a, b, joined } = await aJoined()
  expect([await stateOf(a), await stateOf(b), await stateOf(joined)]).toEqual(['continued', 'continued', 'proposed'])
  // olga backed one and is an author now
  expect(await backers(joined)).toEqual([who('jurij').id])
  const { html } = await house.stranger.get(url(paths.idea, { id: joined }))
  for (const words of [
    'Ławki i drzewa przy Łąkowej',
    'Ławki na skwerze: szczegóły',
    'Drzewa na skwerze: szczegóły',
    'Kto podleje drzewa',
    'Powstało z:',
  ])
    expect(html, words).toContain(words)
  const original = await house.stranger.get(url(paths.idea, { id: a }))
  expect(original.status).toBe(200)
  for (const words of ['Ławki na skwerze: szczegóły', 'Połączone z:', 'Dalej jako:']) expect(original.html, words).toContain(words)
  expect((await as('jurij').post(url(paths.ideaBackingEnd, { id: joined }))).status).toBe(303)
  expect((await as('olga').post(url(paths.ideaBacking, { id: joined }))).status).toBe(409)
})

test('undone: each as it was, what came since goes to the chosen one, and an answer follows what it answers', async () => {
  const { a, b, id, joined } = await aJoined()
  const [question] = await house.db.selectFrom('comments').selectAll().where('subject_id', '=', joined).execute()
  const say = (text: string, more = {}) =>
    as('marta').post(url(paths.ideaComments, { id: joined }), { key: newId('key'), kind: 'for', text, ...more })
  expectDone(await say('Podleje je straż pożarna.', { replyTo: question?.id }))
  expectDone(await say('To dobry pomysł na lato.'))
  await back('tadeusz', joined)
  expect((await as('jurij').post(url(paths.mergingUndoing, { id }), { heir: a, reason: 'Nie jestem autorem tego.' })).status).toBe(409)
  expectDone(await as('olga').post(url(paths.mergingUndoing, { id }), { heir: a, reason: 'Jednak to dwie różne sprawy.' }))
  expect([await stateOf(a), await stateOf(b), await stateOf(joined)]).toEqual(['proposed', 'proposed', 'continued'])
  expect(await backers(a)).toEqual([who('tadeusz').id, who('jurij').id, who('olga').id].sort())
  expect(await backers(b)).toEqual([who('jurij').id])
  expect(await backers(joined)).toEqual([])
  const texts = async (of: string) =>
    (await house.db.selectFrom('comments').select('text').where('subject_id', '=', of).orderBy('at').orderBy('text').execute())
      .map(row => row.text)
      .sort()
  expect(await texts(a)).toEqual(['To dobry pomysł na lato.'])
  expect(await texts(b)).toEqual(['Kto podleje drzewa latem?', 'Podleje je straż pożarna.'])
  expect((await as('olga').post(url(paths.mergingUndoing, { id }), { heir: a, reason: 'Jednak to dwie różne sprawy.' })).status).toBe(409)
})

test('an answer after the last day is not taken, before the night closes it too', async () => {
  const [a, b] = [await anIdea('marta', 'Ścianka wspinaczkowa'), await anIdea('olga', 'Ścianka do wspinania')]
  const id = last(expectDone(await propose('marta', a, b, { days: '7' })))
  house.now = new Date('2026-03-20T00:30:00+01:00')
  const late = await answer('olga', id, { answer: 'yes' })
  house.now = today
  expect([late.status, await stateOf(a)]).toEqual([409, 'proposed'])
  expectDone(await answer('olga', id, { answer: 'yes' }), /^\/pomysly\//)
})

test('what came of it is handed in: it is not undone any more', async () => {
  const { a, id, joined } = await aJoined()
  const form = { key: newId('key'), tytul: 'Ławki i drzewa', sciezka: 'joint-district', gdzie: '13', widocznosc: 'shared', pomysl: joined }
  const project = last(expectDone(await as('marta').post(paths.projectNew, form)))
  await house.db
    .updateTable('projects')
    .set({ state: 'submitted', submitted_at: today, public_no: 'BO.D13.1/26' })
    .where('id', '=', project)
    .execute()
  const refused = await as('olga').post(url(paths.mergingUndoing, { id }), { heir: a, reason: 'Jednak to dwie różne sprawy.' })
  expect([refused.status, refused.html.includes(mergingTexts.why.submitted), await stateOf(joined)]).toEqual([409, true, 'drafting'])
})

test('the second one is offered with its first words, found by others, and nothing that was written is left out unasked', async () => {
  const [a, b] = [await anIdea('marta', 'Tężnia solankowa'), await anIdea('olga', 'Zegar słoneczny')]
  const asked = (slowa = '') => as('jurij').get(url(paths.mergingNew, undefined, { a, slowa }))
  expect((await asked()).html).toContain('Zegar słoneczny: szczegóły tego, co zrobić i dlaczego.')
  expect((await asked('zegary słoneczne')).html).toContain(`value="${b}"`)
  expect((await asked('kolejka wąskotorowa zzz')).html).toContain(mergingTexts.partner.noneFound)
  const { html } = await as('jurij').get(url(paths.mergingNew, undefined, { a, b }))
  expect(html).toMatch(/name="wybor-text" value="both" checked/)
  expect(html).toMatch(/name="wybor-title" value="left" checked/)
})

test('other words ask the others anew; consent to old words is not taken', async () => {
  const [a, b] = [await anIdea('marta', 'Boisko przy szkole'), await anIdea('olga', 'Bieżnia przy szkole')]
  const id = last(expectDone(await propose('marta', a, b)))
  expectDone(await as('olga').post(url(paths.mergingChoices, { id }), { revision: '1', ...chosen, 'wlasne1-title': 'Bieżnia i boisko' }))
  expect((await as('marta').post(url(paths.mergingChoices, { id }), { revision: '1', ...chosen })).status).toBe(409)
  const stale = await answer('marta', id, { answer: 'yes' })
  expect([stale.status, stale.html.includes('Treść zmieniła się')]).toEqual([409, true])
  const to = expectDone(await answer('marta', id, { answer: 'yes', revision: '2' }), /^\/pomysly\//)
  expect((await house.stranger.get(to)).html).toContain('Bieżnia i boisko')
})

test('silence is no consent: it is reminded once and ends after its day', async () => {
  const [a, b] = [await anIdea('marta', 'Poidełko dla psów'), await anIdea('olga', 'Poidełko dla ludzi')]
  const id = last(expectDone(await propose('marta', a, b, { days: '7' })))
  const letters = async () =>
    Number(
      (
        await house.db
          .selectFrom('letters')
          .select(({ fn }) => fn.countAll().as('n'))
          .executeTakeFirstOrThrow()
      ).n,
    )
  const before = await letters()
  const day = dayOf(today)
  for (const _ of [1, 2]) await closeDue(house.ctx(), addDays(day, 5), addDays(day, 8))
  expect(await letters()).toBe(before + 1)
  await closeDue(house.ctx(), addDays(day, 7), addDays(day, 10))
  expect((await house.stranger.get(url(paths.merging, { id }))).html).toContain('Brakuje 1 zgody')
  await closeDue(house.ctx(), addDays(day, 8), addDays(day, 11))
  expect((await as('olga').get(url(paths.merging, { id }))).html).toContain('Milczenie nie jest zgodą, więc nic się nie zmienia')
  expect(await stateOf(a)).toBe('proposed')
})

test('a form with gaps says what is missing and keeps what was typed; the same form twice is one proposal', async () => {
  const [a, b] = [await anIdea('marta', 'Stojaki na rowery'), await anIdea('olga', 'Wiata na rowery')]
  const poor = await propose('marta', a, b, { 'wlasne1-title': 'Źle' })
  expect([
    poor.status,
    poor.html.includes('Nazwa ma od 5 do 100'),
    poor.html.includes('Źle</textarea>'),
    poor.html.includes('To ten sam skwer'),
  ]).toEqual([422, true, true, true])
  const key = newId('key')
  const twice = [await propose('jurij', a, b, { key }), await propose('jurij', a, b, { key })].map(sent => expectDone(sent))
  expect(twice[0]).toBe(twice[1])
  const again = await propose('jurij', a, b)
  expect([again.status, again.html.includes('mają już propozycję')]).toEqual([409, true])
  expect((await propose('jurij', a, a)).status).toBe(409)
})

const aDraft = async (by: CastKey, tytul: string, widocznosc = 'shared') =>
  last(expectDone(await as(by).post(paths.projectNew, { key: newId('key'), tytul, sciezka: 'joint-district', gdzie: '13', widocznosc })))
const authorsAt = async (id: string) =>
  (await house.db.selectFrom('project_authors').select('person_id').where('project_id', '=', id).where('state', '=', 'accepted').execute())
    .map(row => row.person_id)
    .sort()
const ofDraft = { ...Object.fromEntries(['summary', 'description', 'place', 'reasons', 'beneficiaries'].map(one => [`wybor-${one}`, 'both'])) }

test('two drafts become one draft of all their authors and part again; who erased the account meanwhile stays out', async () => {
  const [a, b] = [await aDraft('marta', 'Zielony skwer'), await aDraft('olga', 'Skwer dla dzieci')]
  for (const [by, id, tekst] of [
    ['marta', a, 'Dziewięć drzew.'],
    ['olga', b, 'Trzy huśtawki.'],
  ] as const)
    expectDone(await as(by).post(url(paths.projectSection, { id, section: 'opis' }), { tekst, rewizja: '0' }))
  const id = last(expectDone(await propose('marta', a, b, { ...ofDraft, 'wlasne1-title': 'Zielony skwer dla dzieci' })))
  const joined = last(expectDone(await answer('olga', id, { answer: 'yes' }), /^\/projekty\/project_/))
  expect(await authorsAt(joined)).toEqual([who('marta').id, who('olga').id].sort())
  expect(await sectionsOf(house.ctx(), joined)).toMatchObject({ title: 'Zielony skwer dla dzieci', description: 'Dziewięć drzew.\n\nTrzy huśtawki.' })
  const original = await house.stranger.get(url(paths.project, { id: b }))
  expect([original.status, original.html.includes('Połączone z:'), original.html.includes('Trzy huśtawki')]).toEqual([200, true, true])
  expect((await as('olga').post(url(paths.projectSection, { id: b, section: 'opis' }), { tekst: 'Inne', rewizja: '1' })).status).toBe(409)
  await house.db.transaction().execute(async db => {
    for (const { erase } of modules) await erase?.({ ...house.ctx(), db }, who('olga').id)
  })
  expectDone(await as('marta').post(url(paths.mergingUndoing, { id }), { heir: a, reason: 'Olga odeszła, więc wracam do swojego.' }))
  expect([await authorsAt(a), await authorsAt(b)]).toEqual([[who('marta').id], []])
  expect(await sectionsOf(house.ctx(), a)).toMatchObject({ title: 'Zielony skwer', description: 'Dziewięć drzew.' })
})

test('helpers come along, nobody twice, and go back; the one who came since helps the heir', async () => {
  const [a, b] = [await aDraft('marta', 'Skwer z pomocą'), await aDraft('olga', 'Plac z pomocą')]
  const helps = async (key: CastKey, id: string, by: CastKey) => {
    expectDone(await as(key).post(url(paths.projectRequests, { id }), { rola: 'helper', zdanie: 'Chętnie pomogę pisać.' }))
    const { id: request } = await house.db
      .selectFrom('project_requests')
      .select('id')
      .where('project_id', '=', id)
      .where('person_id', '=', who(key).id)
      .executeTakeFirstOrThrow()
    expectDone(await as(by).post(url(paths.projectRequestAnswer, { id, request }), { odpowiedz: 'tak' }))
  }
  await helps('jurij', a, 'marta')
  await helps('jurij', b, 'olga')
  await helps('olga', a, 'marta')
  const helpersAt = async (id: string) =>
    (await house.db.selectFrom('project_authors').select('person_id').where('project_id', '=', id).where('state', '=', 'helping').execute())
      .map(row => row.person_id)
      .sort()
  const id = last(expectDone(await propose('marta', a, b, { ...ofDraft, 'wlasne1-title': 'Skwer i plac z pomocą' })))
  const joined = last(expectDone(await answer('olga', id, { answer: 'yes' }), /^\/projekty\/project_/))
  expect(await helpersAt(joined)).toEqual([who('jurij').id])
  expectDone(await as('jurij').post(url(paths.projectSection, { id: joined, section: 'opis' }), { tekst: 'Piszę dalej.', rewizja: '0' }))
  await helps('tadeusz', joined, 'olga')
  expectDone(await as('olga').post(url(paths.mergingUndoing, { id }), { heir: b, reason: 'Jednak to dwie różne sprawy.' }))
  expect([await helpersAt(a), await helpersAt(b), await helpersAt(joined)]).toEqual([
    [who('jurij').id, who('olga').id].sort(),
    [who('jurij').id, who('tadeusz').id].sort(),
    [],
  ])
})

test('a private draft is joined by nobody, and is not there for others', async () => {
  const [a, b] = [await aDraft('marta', 'Ukryty szkic', 'private'), await aDraft('jurij', 'Jawny szkic')]
  expect((await propose('jurij', a, b, ofDraft)).status).toBe(404)
  const own = await propose('marta', a, b, ofDraft)
  expect([own.status, own.html.includes('Najpierw trzeba go udostępnić')]).toEqual([409, true])
})

test('one idea is divided into two, each with the authors who follow it, and comes back', async () => {
  const { joined } = await aJoined()
  const halves = {
    kind: 'split',
    a: joined,
    'wybor-title': 'own',
    'wlasne1-title': 'Same ławki',
    'wlasne2-title': 'Same drzewa',
    'wybor-text': 'both',
    'wybor-place': 'left',
  }
  const id = last(expectDone(await as('marta').post(paths.mergings, { key: newId('key'), ...halves, words: 'Za duże na jeden projekt.', days: '7' })))
  expectDone(await answer('olga', id, { answer: 'yes', follows: 'second' }), /^\/pomysly\//)
  const merging = await house.db.selectFrom('mergings').select('result_ids').where('id', '=', id).executeTakeFirstOrThrow()
  const pages = await Promise.all(merging.result_ids.map(one => house.stranger.get(url(paths.idea, { id: one }))))
  expect(pages.map(({ html }) => [html.includes('Marta Wilk'), html.includes('Olga Jeleń')])).toEqual([
    [true, false],
    [true, true],
  ])
  expect(await Promise.all(merging.result_ids.map(backers))).toEqual([[who('jurij').id], [who('jurij').id]])
  expectDone(await as('olga').post(url(paths.mergingUndoing, { id }), { heir: joined, reason: 'Jednak razem jest łatwiej.' }))
  expect(await stateOf(joined)).toBe('proposed')
  expect(await backers(joined)).toEqual([who('jurij').id])
})
