import { afterAll, beforeAll, expect, test } from 'vitest'
import { house as theHouse } from '#kit/actor.ts'
import { listAdviceOn, loadAdvice } from '#modules/consultation/advice.store.ts'
import { adviceMatters } from '#modules/consultation/matters.store.ts'
import { importPlots } from '#modules/consultation/registers/registers.actions.ts'
import { type AdviceHouse, answer, openAdvice, today } from '#modules/consultation/testing-advice.ts'
import { paths, url } from '#paths'
import { expectDone } from '#web/testing.ts'

const plotTable = `numer;obreb;zarzadca;stan\n214/7;14 Podgórze;Zarząd Zieleni Miejskiej;własność gminy, zieleń urządzona`
let city: AdviceHouse
let house: AdviceHouse['house']
beforeAll(async () => {
  city = await openAdvice()
  house = city.house
})
afterAll(() => house.close())
type Key = Parameters<AdviceHouse['who']>[0]
const who = (key: Key) => city.who(key)
const as = (key: Key) => city.as(key)
const unit = (code: string) => city.unit(code)
const aDraft: AdviceHouse['aDraft'] = (...args) => city.aDraft(...args)
const asked: AdviceHouse['asked'] = (...args) => city.asked(...args)
const assigned: AdviceHouse['assigned'] = (...args) => city.assigned(...args)
const question: AdviceHouse['question'] = (...args) => city.question(...args)
const letters: AdviceHouse['letters'] = address => city.letters(address)

test('an author asks, the head assigns, the expert answers, and everybody reads it', async () => {
  const project = await aDraft()
  const form = await as('marta').get(url(paths.adviceNew, undefined, { o: project }))
  expect(form.html).toMatch(/name="key" value="key_\w+"/)
  const id = await asked(project)
  expect(await letters('roman@demo.example')).toContainEqual({ subject: 'Pytanie do ZZM: Park przy Łąkowej' })
  expect((await house.stranger.get(url(paths.advice, { id }))).status).toBe(404)
  const queue = await as('roman').get(paths.adviceQueue)
  expect(queue.html).toMatch(/<h2>Bez przydziału \(\d+\)<\/h2>[\s\S]*Park przy Łąkowej/)
  expect((await adviceMatters(house.ctx(who('roman')))).map(matter => matter.kind)).toContain('assign')
  expectDone(await as('roman').post(url(paths.adviceAssignment, { id }), { osoba: who('ewa').id }))
  expect(await letters('ewa@demo.example')).toContainEqual({ subject: 'Pytanie przydzielone Tobie: Park przy Łąkowej' })
  expect((await adviceMatters(house.ctx(who('ewa')))).map(matter => matter.kind)).toContain('answer')
  expectDone(await as('ewa').post(url(paths.adviceAnswer, { id }), answer))
  const page = await house.stranger.get(url(paths.advice, { id }))
  for (const words of [
    'Zarząd Zieleni Miejskiej odpowiada',
    'nie przesądza weryfikacji',
    'inaczej',
    'Autorzy: 110\u00a0900\u00a0zł, jednostka: 138\u00a0000\u00a0zł. Różnica 27\u00a0100\u00a0zł',
  ])
    expect(page.html).toContain(words)
  expect(await letters('marta@demo.example')).toContainEqual({ subject: 'Zarząd Zieleni Miejskiej odpowiada: Park przy Łąkowej' })
  const again = await as('ewa').post(url(paths.adviceAnswer, { id }), answer)
  expect([again.status, again.html.includes('jest już odpowiedź')]).toEqual([409, true])
})

test('a double click asks once; two questions to one unit at a time are one too many', async () => {
  const project = await aDraft()
  const form = question(project)
  const [first, second] = await Promise.all([as('marta').post(paths.adviceNew, form), as('marta').post(paths.adviceNew, form)])
  expect(expectDone(first)).toBe(expectDone(second))
  const more = await as('marta').post(paths.adviceNew, question(project, { pytanie: 'To zostaje w polu.' }))
  expect([more.status, more.html.includes('ma już to pytanie'), more.html.includes('To zostaje w polu.')]).toEqual([409, true, true])
  expect(await listAdviceOn(house.ctx(), [project])).toHaveLength(1)
})

test('strangers, other units and foreign experts are refused', async () => {
  const project = await aDraft()
  expect((await as('olga').post(paths.adviceNew, question(project))).status).toBe(409)
  expect((await house.stranger.post(paths.adviceNew, question(project))).location).toContain('/logowanie')
  const id = await asked(project)
  expect((await as('adam').get(url(paths.advice, { id }))).status).toBe(404)
  expect((await as('adam').post(url(paths.adviceAssignment, { id }), { osoba: who('irena').id })).status).toBe(404)
  expect((await as('marta').post(url(paths.adviceAssignment, { id }), { osoba: who('ewa').id })).status).toBe(403)
  expect((await as('ewa').post(url(paths.adviceAnswer, { id }), answer)).status).toBe(409)
  const foreign = await as('roman').post(url(paths.adviceAssignment, { id }), { osoba: who('irena').id })
  expect([foreign.status, foreign.html.includes('nie pracuje w tej jednostce')]).toEqual([409, true])
})

test('"not ours" goes to the unit in charge, with its own time to answer', async () => {
  const project = await aDraft()
  const id = await asked(project)
  house.now = new Date('2026-03-16T10:00:00Z')
  expectDone(await as('roman').post(url(paths.adviceReturn, { id }), { jednostka: unit('ZDMK'), powod: 'To pas drogowy.' }))
  expect(await loadAdvice(house.ctx(), id)).toMatchObject({ state: 'asked', unitCode: 'ZDMK', dueOn: '2026-03-30' })
  expect((await as('adam').get(url(paths.advice, { id }))).html).toContain('To pas drogowy.')
  expect((await as('roman').get(url(paths.advice, { id }))).status).toBe(404)
  house.now = today
})

test('nobody answers about a project of their own, and a private draft is not asked about', async () => {
  const own = await aDraft('shared', 'ewa')
  const id = await asked(own, 'ewa')
  const refused = await as('roman').post(url(paths.adviceAssignment, { id }), { osoba: who('ewa').id })
  expect([refused.status, refused.html.includes('jest autorem')]).toEqual([409, true])
  const hidden = await aDraft('private')
  const answerOf = await as('marta').post(paths.adviceNew, question(hidden))
  expect([answerOf.status, answerOf.html.includes('Najpierw pokaż szkic wszystkim')]).toEqual([409, true])
})

test('a verdict with a condition says the condition; a wrong amount stays in its field', async () => {
  const id = await asked(await aDraft())
  expectDone(await as('roman').post(url(paths.adviceAssignment, { id }), { osoba: who('ewa').id }))
  const wrong = await as('ewa').post(url(paths.adviceAnswer, { id }), { 'ocena-law': 'not', kwota: 'dużo', ocena: 'fine', uwagi: 'Tak.' })
  expect([wrong.status, wrong.html.includes('Napisz, dlaczego'), wrong.html.includes('value="dużo"')]).toEqual([422, true, true])
})

test('a late question is marked in the queue', async () => {
  await asked(await aDraft())
  house.now = new Date('2026-04-01T10:00:00Z')
  expect((await as('roman').get(paths.adviceQueue)).html).toContain('po terminie')
  house.now = today
})

test('one answer to two questions alike: each gets it as its own, without the sum, and the next question opens', async () => {
  const [first, second, third] = [await assigned(), await assigned('olga'), await assigned()]
  const form = await as('ewa').get(url(paths.advice, { id: first }))
  expect(form.html).toContain(`name="razem[]" value="${second}"`)
  const sent = { ...answer, 'podstawa-land': 'uchwała Rady', 'razem[]': second }
  const went = await as('ewa').post(url(paths.adviceAnswer, { id: first }), sent)
  expect(expectDone(went)).not.toContain(first)
  const read = async (id: string) => {
    const { state, overall, remark, estimate, answers } = await loadAdvice(house.ctx(), id)
    return { state, overall, remark, estimate, bases: answers.map(one => one.basis) }
  }
  const same = { state: 'answered', overall: 'fine-if', remark: answer.uwagi, bases: ['uchwała Rady', ''] }
  expect([await read(first), await read(second)]).toEqual([
    { ...same, estimate: 13_800_000 },
    { ...same, estimate: undefined },
  ])
  expect((await house.stranger.get(url(paths.advice, { id: second }))).html).toContain('Podstawa: uchwała Rady')
  expect((await read(third)).state).toBe('assigned')
  expect(await letters('olga@demo.example')).toContainEqual({ subject: 'Zarząd Zieleni Miejskiej odpowiada: Park przy Łąkowej' })
})

test('when one of several has been answered meanwhile, none is answered, and the words stay in the form', async () => {
  const [first, second] = [await assigned(), await assigned()]
  expectDone(await as('ewa').post(url(paths.adviceAnswer, { id: second }), answer))
  const late = await as('ewa').post(url(paths.adviceAnswer, { id: first }), { ...answer, uwagi: 'Te słowa zostają.', 'razem[]': second })
  expect([late.status, late.html.includes('Nic nie opublikowano'), late.html.includes('Te słowa zostają.')]).toEqual([409, true, true])
  expect((await loadAdvice(house.ctx(), first)).state).toBe('assigned')
})

test('two answers to overlapping questions at once: one wins whole, the other publishes nothing', async () => {
  const [first, second] = [await assigned(), await assigned()]
  const send = (id: string, other: string, uwagi: string) => as('ewa').post(url(paths.adviceAnswer, { id }), { ...answer, uwagi, 'razem[]': other })
  const sent = await Promise.all([send(first, second, 'Pierwsza.'), send(second, first, 'Druga.')])
  expect(sent.map(one => one.status).sort()).toEqual([303, 409])
  const remarks = await Promise.all([first, second].map(async id => (await loadAdvice(house.ctx(), id)).remark))
  expect(new Set(remarks).size).toBe(1)
})

test('nobody answers together what was not assigned to them', async () => {
  const first = await assigned()
  const notAssigned = await asked(await aDraft())
  const own = await asked(await aDraft('shared', 'ewa'), 'ewa')
  for (const other of [notAssigned, own]) {
    const refused = await as('ewa').post(url(paths.adviceAnswer, { id: first }), { ...answer, 'razem[]': other })
    expect([refused.status, refused.html.includes('Nic nie opublikowano')]).toEqual([409, true])
  }
  expect((await loadAdvice(house.ctx(), first)).state).toBe('assigned')
})

test('an earlier answer of the unit is a start for the next one, without its sum', async () => {
  const [first, second] = [await assigned(), await assigned()]
  expectDone(await as('ewa').post(url(paths.adviceAnswer, { id: first }), { ...answer, uwagi: 'Słowa do użycia raz jeszcze.' }))
  const page = url(paths.advice, { id: second })
  expect((await as('ewa').get(page)).html).toContain('Zacznij od tej odpowiedzi')
  const filled = await as('ewa').get(`${page}?wzor=${first}`)
  expect([/name="uwagi"[^>]*>\s*Słowa do użycia raz jeszcze/.test(filled.html), filled.html.includes('value="138 000"')]).toEqual([true, false])
})

test('a unit states the status of the land, apart from its verdict, and the page of the project shows it with unit and day', async () => {
  const kept = await importPlots(house.ctx(theHouse), plotTable, false)
  expect(kept.ok).toBe(true)
  const id = await assigned('marta', { pytanie: 'Czyja jest działka 214/7?' })
  const form = (await as('ewa').get(url(paths.advice, { id }))).html
  for (const words of ['Podaję stan gruntu', 'value="214/7, obręb 14 Podgórze"', '<option value="city" selected'])
    expect(form, words).toContain(words)
  expect(form).not.toMatch(/name="grunt"[^>]*checked/)
  const address = url(paths.adviceAnswer, { id })
  const land = {
    grunt: 'tak',
    'grunt-dzialki': '214/7, obręb 14 Podgórze',
    'grunt-zarzadca': 'ZZM',
    'grunt-ogranicza[]': 'sale',
    'grunt-uwagi': 'Przetarg w 2027 roku.',
  }
  const unsaid = await as('ewa').post(address, { ...answer, ...land })
  expect([unsaid.status, unsaid.html.includes('Wybierz właściciela gruntu'), unsaid.html.includes('Przetarg w 2027')]).toEqual([422, true, true])
  const { subjectId } = await loadAdvice(house.ctx(), id)
  const project = url(paths.project, { id: subjectId })
  expectDone(await as('ewa').post(address, { ...answer, ...land, 'grunt-wlasciciel': 'city' }))
  const { html } = await house.stranger.get(project)
  for (const words of [
    'Stan gruntu',
    'Grunt należy do gminy.',
    'Ogranicza: planowana sprzedaż.',
    'Przetarg w 2027 roku.',
    'Tak podała jednostka: Zarząd Zieleni Miejskiej, 12 marca 2026',
  ])
    expect(html, words).toContain(words)
})

test('what is not ticked is not stated, and nothing is shown before the answer is out', async () => {
  const id = await assigned()
  expectDone(await as('ewa').post(url(paths.adviceAnswer, { id }), { ...answer, 'grunt-wlasciciel': 'city', 'grunt-uwagi': 'Z tabeli.' }))
  const { subjectId, land } = await loadAdvice(house.ctx(), id)
  expect(land).toBeUndefined()
  expect((await house.stranger.get(url(paths.project, { id: subjectId }))).html).not.toContain('Stan gruntu')
})
