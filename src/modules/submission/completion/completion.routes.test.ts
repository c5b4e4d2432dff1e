import { afterAll, beforeAll, expect, test } from 'vitest'
import { dayOf } from '#kit/dates.ts'
import { newId } from '#kit/ids.ts'
import { hashOf } from '#modules/proposals/drafting/versions.actions.ts'
import { costsOf, loadProject, sectionsOf, versionsOf } from '#modules/proposals/proposals.store.ts'
import { type DraftingHouse, inSubmission, openDraftingHouse } from '#modules/proposals/testing-projects.ts'
import { closeCalls } from '#modules/submission/completion/completion.actions.ts'
import { callsOf, insertCall } from '#modules/submission/completion/completion.store.ts'
import { paths, url } from '#paths'
import { expectDone } from '#web/testing.ts'

let at: DraftingHouse
beforeAll(async () => {
  at = await openDraftingHouse()
  at.house.now = inSubmission
})
afterAll(() => at.house.close())

async function aSubmitted(...coauthors: ('jurij' | 'bartek')[]) {
  const id = await at.aWholeDraft(coauthors.length === 0 ? { sciezka: 'individual' } : {})
  for (const key of coauthors) await at.join(id, key)
  expectDone(await at.as('marta').post(url(paths.projectFreeze, { id })))
  for (const key of coauthors) expectDone(await at.as(key).post(url(paths.projectAcceptance, { id, version: 1 })))
  expectDone(await at.as('marta').post(url(paths.projectSubmission, { id })))
  return id
}
const aCall = (more: Record<string, string | string[]> = {}) => ({
  key: newId('key'),
  'czesci[]': ['description', 'costs'],
  slowa: 'Brakuje liczby drzew i ceny alejki.',
  termin: '2026-04-20',
  ...more,
})
const call = (id: string, more: Record<string, string | string[]> = {}, by: 'celina' | 'marta' = 'celina') =>
  at.as(by).post(url(paths.projectCompletionCall, { id }), aCall(more))
const write = (id: string, part: string, fields: Record<string, string>, by: 'marta' | 'jurij' | 'olga' = 'marta') =>
  at.as(by).post(url(paths.projectCompletionPart, { id, part }), { rewizja: '0', ...fields })
const press = (
  id: string,
  path: typeof paths.projectCompletionVersion | typeof paths.projectCompletionAcceptance | typeof paths.projectCompletionAnswer,
  by: 'marta' | 'jurij' = 'marta',
) => at.as(by).post(url(path, { id }))

test('the office calls for parts, with reasons, not before the day that the rules give, once at a time', async () => {
  const id = await aSubmitted('jurij')
  const none = await call(id, { 'czesci[]': [] })
  expect([none.status, none.html.includes('Zaznacz co najmniej jedną'), none.html.includes('Brakuje liczby drzew')]).toEqual([422, true, true])
  const early = await call(id, { termin: '2026-04-11' })
  expect([early.status, early.html.includes('zasady dają więcej czasu')]).toEqual([422, true])
  expect((await call(id, { termin: '2062-04-30' })).html).toContain('dalej niż za rok')
  expect((await call(id, {}, 'marta')).status).toBe(403)
  const key = newId('key')
  for (const answer of await Promise.all([call(id, { key }), call(id, { key }), call(id, { key })])) expectDone(answer)
  expect((await call(id)).status).toBe(409)
  expect(await callsOf(at.ctx('celina'), id)).toHaveLength(1)
  const letters = await at.house.db
    .selectFrom('letters')
    .select(['address', 'body_text'])
    .where('subject', 'like', 'Urząd prosi o uzupełnienie%')
    .execute()
  expect(letters.map(({ address }) => address).sort()).toEqual(['jurij@demo.example', 'marta@demo.example'])
  expect(letters[0]?.body_text).toContain('Brakuje liczby drzew i ceny alejki.')
  // everybody reads what and until when; the office's words are for the authors
  const outside = (await at.house.stranger.get(url(paths.project, { id }))).html
  expect(outside).toContain('Urząd wezwał do uzupełnienia')
  expect(outside).not.toContain('Brakuje liczby drzew')
  expect((await at.as('olga').get(url(paths.projectCompletion, { id }))).status).toBe(404)
  expect((await at.as('jurij').get(paths.myMatters)).html).toContain('Uzupełnij złożony projekt')
  // the index holds what the action asks
  const planted = { id: newId('completion'), key: newId('key'), projectId: id, parts: ['title' as const], words: 'w', dueOn: '2026-04-30' }
  expect(await insertCall(at.ctx('celina'), planted)).toBe(false)
})

test('the authors change only what was called for; all accept anew; what stood stays until it is handed in', async () => {
  const { as, ctx, house } = at
  const id = await aSubmitted('jurij')
  expectDone(await call(id))
  const before = await loadProject(ctx('marta'), id)
  expect((await as('marta').post(url(paths.projectSection, { id, section: 'opis' }), { tekst: 'Bokiem.', rewizja: '1' })).status).toBe(409)
  expect((await write(id, 'title', { tekst: 'Inny tytuł' })).html).toContain('Tej części urząd nie każe zmieniać')
  expect((await write(id, 'description', { tekst: 'Obca.' }, 'olga')).status).toBe(404)
  expect((await press(id, paths.projectCompletionVersion)).html).toContain('Nic jeszcze nie zmieniono')
  expectDone(await write(id, 'description', { tekst: 'Sześć ławek. Dwanaście drzew. Poidełko.' }, 'jurij'))
  const clash = await write(id, 'description', { tekst: 'Moje słowa.' })
  expect([clash.status, clash.html.includes('Dwanaście drzew'), clash.html.includes('Moje słowa.')]).toEqual([409, true, true])
  const bad = await write(id, 'costs', { 'co-0': 'Ławka', 'ile-0': '6', 'jednostka-0': 'szt.', 'cena-0': 'dużo' })
  expect([bad.status, bad.html.includes('dużo')]).toEqual([422, true])
  expectDone(await write(id, 'costs', { 'co-0': 'Ławka', 'ile-0': '6', 'jednostka-0': 'szt.', 'cena-0': '2 900' }))
  expect((await press(id, paths.projectCompletionVersion, 'jurij')).html).toContain('tylko osoba, która prowadzi')
  expectDone(await press(id, paths.projectCompletionVersion))
  expect((await press(id, paths.projectCompletionAnswer)).html).toContain('Nie wszyscy autorzy przyjęli')
  for (const address of [url(paths.project, { id }), url(paths.projectVersions, { id })])
    expect((await house.stranger.get(address)).html).not.toMatch(/Dwanaście drzew|Wersja 2/)
  expect((await house.stranger.get(url(paths.projectVersion, { id, version: 2 }))).status).toBe(404)
  expect((await as('jurij').get(url(paths.projectVersion, { id, version: 2 }, { od: 1 }))).html).toMatch(/<ins>.*Dwanaście/s)
  // a correction takes the consents back
  expectDone(await write(id, 'description', { tekst: 'Sześć ławek. Dziesięć drzew. Poidełko.', rewizja: '1' }, 'jurij'))
  expect((await press(id, paths.projectCompletionAnswer)).status).toBe(409)
  expectDone(await press(id, paths.projectCompletionVersion))
  expectDone(await press(id, paths.projectCompletionAcceptance, 'jurij'))
  for (const answer of await Promise.all([press(id, paths.projectCompletionAnswer), press(id, paths.projectCompletionAnswer)])) expectDone(answer)
  const after = await loadProject(ctx('marta'), id)
  expect(after).toMatchObject({
    state: 'submitted',
    version: 3,
    publicNo: before.publicNo,
    submittedAt: before.submittedAt,
    title: before.title,
    total: 1_740_000,
  })
  expect(await sectionsOf(ctx('marta'), id)).toMatchObject({ description: 'Sześć ławek. Dziesięć drzew. Poidełko.', place: 'Skwer przy Łąkowej.' })
  expect(await costsOf(ctx('marta'), id)).toHaveLength(1)
  const versions = await versionsOf(ctx('marta'), id)
  expect(versions.map(({ number, submittedAt }) => [number, submittedAt !== undefined])).toEqual([
    [3, true],
    [2, false],
    [1, true],
  ])
  for (const { snapshot, hash } of versions) expect(hashOf(snapshot)).toBe(hash)
  await house.settle()
  const facts = await house.db.selectFrom('ledger_chain').select('seq').where('subject', '=', id).where('fact', '=', 'completion.answered').execute()
  expect(facts).toHaveLength(1)
  expect((await house.stranger.get(url(paths.project, { id }))).html).toContain('Dziesięć drzew')
})

test('a call that nobody answers ends with its day; before that the authors are reminded once, and the office may give more time', async () => {
  const { as, ctx, house } = at
  const id = await aSubmitted()
  expectDone(await call(id))
  const newest = async () => (await callsOf(ctx('celina'), id))[0]
  const reminders = async () =>
    (
      await house.db
        .selectFrom('letters')
        .select('id')
        .where('subject', 'like', 'Urząd prosi o uzupełnienie%')
        .where('person_id', '=', at.who('marta').id)
        .execute()
    ).length
  const sent = await reminders()
  await closeCalls(house.ctx(), '2026-04-18', '2026-04-20')
  await closeCalls(house.ctx(), '2026-04-19', '2026-04-21')
  expect(await reminders()).toBeGreaterThan(sent)
  const once = await reminders()
  await closeCalls(house.ctx(), '2026-04-20', '2026-04-22')
  expect(await reminders()).toBe(once)
  const deadline = url(paths.projectCompletionDeadline, { id })
  expect((await as('celina').post(deadline, { termin: '2026-04-19' })).status).toBe(409)
  expect((await as('celina').post(deadline, { termin: '2062-04-24' })).html).toContain('dalej niż za rok')
  expectDone(await as('celina').post(deadline, { termin: '2026-04-24' }))
  await closeCalls(house.ctx(), '2026-04-21', '2026-04-21')
  expect((await newest())?.state).toBe('open')
  house.now = new Date('2026-04-25T10:00:00Z')
  expect((await write(id, 'description', { tekst: 'Za późno.' })).html).toContain('Termin na uzupełnienie minął')
  await closeCalls(house.ctx(), dayOf(house.now), dayOf(house.now))
  expect((await newest())?.state).toBe('lapsed')
  expect((await at.house.stranger.get(url(paths.project, { id }))).html).toContain('nie uzupełnili projektu w terminie')
  house.now = inSubmission
})

test('the office takes a call back with a reason; the authors read it, and it may call again', async () => {
  const { as, house } = at
  const id = await aSubmitted()
  expectDone(await call(id))
  const end = url(paths.projectCompletionEnd, { id })
  expect((await as('celina').post(end, {})).status).toBe(422)
  expect((await as('marta').post(end, { powod: 'Nie chcę.' })).status).toBe(403)
  expectDone(await as('celina').post(end, { powod: 'Pomyłka urzędu.' }))
  const letter = await house.db
    .selectFrom('letters')
    .select('body_text')
    .where('subject', 'like', 'Wezwanie do uzupełnienia odwołano%')
    .executeTakeFirstOrThrow()
  expect(letter.body_text).toContain('Pomyłka urzędu.')
  await house.settle()
  expect((await house.stranger.get(url(paths.project, { id }))).html).not.toContain('Pomyłka urzędu.')
  expectDone(await call(id))
})
