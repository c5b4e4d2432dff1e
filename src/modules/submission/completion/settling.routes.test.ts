import { sql } from 'kysely'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { newId } from '#kit/ids.ts'
import { costsOf, loadProject } from '#modules/proposals/proposals.store.ts'
import { type DraftingHouse, inSubmission, openDraftingHouse } from '#modules/proposals/testing-projects.ts'
import { closeCalls } from '#modules/submission/completion/completion.actions.ts'
import { maySettle } from '#modules/submission/completion/completion.rules.ts'
import { callsOf } from '#modules/submission/completion/completion.store.ts'
import { paths, url } from '#paths'
import { expectDone } from '#web/testing.ts'

let at: DraftingHouse
beforeAll(async () => {
  at = await openDraftingHouse()
})
afterAll(() => at.house.close())

type Key = 'marta' | 'jurij' | 'celina' | 'olga'
async function aCalled(...coauthors: 'jurij'[]) {
  at.house.now = inSubmission
  const id = await at.aWholeDraft(coauthors.length === 0 ? { sciezka: 'individual' } : {})
  for (const key of coauthors) await at.join(id, key)
  expectDone(await at.as('marta').post(url(paths.projectFreeze, { id })))
  for (const key of coauthors) expectDone(await at.as(key).post(url(paths.projectAcceptance, { id, version: 1 })))
  expectDone(await at.as('marta').post(url(paths.projectSubmission, { id })))
  expectDone(await call(id))
  return id
}
const call = (id: string) =>
  at.as('celina').post(url(paths.projectCompletionCall, { id }), {
    key: newId('key'),
    'czesci[]': ['description', 'costs'],
    slowa: 'Brakuje liczby drzew.',
    termin: '2026-04-20',
  })
const write = (id: string, part: string, fields: Record<string, string>, by: Key = 'marta') =>
  at.as(by).post(url(paths.projectCompletionPart, { id, part }), { rewizja: '0', ...fields })
const press = (id: string, path: typeof paths.projectCompletionVersion | typeof paths.projectCompletionAnswer, by: Key = 'marta') =>
  at.as(by).post(url(path, { id }))
const settle = (id: string, fields: Record<string, string>, by: Key = 'celina') =>
  at.as(by).post(url(paths.projectCompletionSettlement, { id }), fields)
async function anAnswered() {
  const id = await aCalled()
  expectDone(await write(id, 'description', { tekst: 'Sześć ławek. Dwanaście drzew.' }))
  expectDone(await press(id, paths.projectCompletionVersion))
  expectDone(await press(id, paths.projectCompletionAnswer))
  return id
}
const setFormal = (formal: Record<string, unknown>) =>
  sql`update editions set rules = jsonb_set(rules, '{formal}', rules->'formal' || ${JSON.stringify(formal)}::jsonb)`.execute(at.house.db)
const pageOf = async (id: string, by?: Key) => (await (by ? at.as(by) : at.house.stranger).get(url(paths.project, { id }))).html
const newest = async (id: string) => (await callsOf(at.ctx('celina'), id))[0]
const letter = async (subject: string) =>
  (
    await at.house.db
      .selectFrom('letters')
      .select('body_text')
      .where('subject', 'like', `${subject}%`)
      .orderBy('created_at', 'desc')
      .executeTakeFirst()
  )?.body_text ?? ''

test('the office finds an answer complete: once, never before the answer; the authors are told, the life line tells it', async () => {
  const early = await aCalled()
  const open = await settle(early, { wynik: 'tak' })
  expect([open.status, (await newest(early))?.state]).toEqual([409, 'open'])
  expect((await settle(early, { wynik: 'nie', powod: 'Nic nie przyszło.' })).html).toContain('mają jeszcze czas')
  const id = await anAnswered()
  expect((await call(id)).html).toContain('Najpierw oceń odpowiedź')
  expect((await at.as('celina').get(paths.officeCompletions)).html).toContain(url(paths.projectCompletionSettlement, { id }))
  expect((await at.as('celina').get(paths.myMatters)).html).toContain('Oceń odpowiedź na wezwanie')
  expect((await settle(id, { wynik: 'tak' }, 'marta')).status).toBe(403)
  expect((await at.as('celina').get(url(paths.projectCompletionSettlement, { id }))).html).toContain('Brakuje liczby drzew.')
  expect((await settle(id, {})).status).toBe(422)
  const thanks = { wynik: 'tak', powod: 'Dziękujemy.' }
  for (const answer of await Promise.all([settle(id, thanks), settle(id, thanks)])) expectDone(answer)
  expect((await settle(id, { wynik: 'nie', powod: 'Jednak nie.' })).status).toBe(409)
  await at.house.settle()
  const facts = await at.house.db.selectFrom('ledger_chain').select('fact').where('subject', '=', id).where('fact', 'like', 'completion.%').execute()
  expect(facts.filter(({ fact }) => fact.endsWith('complied'))).toEqual([{ fact: 'completion.complied' }])
  expect(await letter('Urząd potwierdził uzupełnienie')).toContain('Powód: ')
  const outside = await pageOf(id)
  expect(outside).toContain('braki uzupełniono')
  expect(outside).toContain('Urząd potwierdził uzupełnienie')
  expect(outside).not.toContain('Dziękujemy.')
  expect(await pageOf(id, 'marta')).toContain('Dziękujemy.')
  expect((await at.as('marta').get(paths.myMatters)).html).toContain('Urząd potwierdził: braki uzupełniono')
  // something else may be missing
  expectDone(await call(id))
})

test('a clerk who is an author of the project does not settle its call', async () => {
  const id = await anAnswered()
  const [project, call] = [await loadProject(at.ctx('celina'), id), await newest(id)]
  if (!call) throw new Error(id)
  const asked = { call, project, today: '2026-04-06' }
  expect(maySettle(at.who('celina'), asked, 'comply')).toEqual({ ok: true })
  const own = { ...project, authorIds: [...project.authorIds, at.who('celina').id] }
  expect(maySettle(at.who('celina'), { ...asked, project: own }, 'comply')).toEqual({ ok: false, why: 'not-yours' })
})

test('an overdue call is listed and closed with a reason, before the night and after it; what follows, the rules of the edition say', async () => {
  const [today, gone] = [await aCalled(), await aCalled()]
  at.house.now = new Date('2026-04-21T10:00:00Z')
  expect((await at.as('celina').get(paths.officeCompletions)).html).toContain('termin minął')
  const bare = await settle(today, { wynik: 'nie' })
  expect([bare.status, bare.html.includes('Napisz uzasadnienie')]).toEqual([422, true])
  expect((await settle(today, { wynik: 'tak' })).status).toBe(409)
  expectDone(await settle(today, { wynik: 'nie', powod: 'Nikt nie odpowiedział.' }))
  expect(await letter('Urząd uznał, że braków nie uzupełniono')).toMatch(/sprawdza projekt taki, jaki złożono[\s\S]*Nikt nie odpowiedział\./)
  expect(await pageOf(today)).toContain('sprawdza projekt taki, jaki złożono')
  await closeCalls(at.house.ctx(), '2026-04-21', '2026-04-21')
  expect([(await newest(today))?.state, (await newest(gone))?.state]).toEqual(['not-complied', 'lapsed'])
  await setFormal({ notCompleted: 'stops' })
  expectDone(await settle(gone, { wynik: 'nie', powod: 'Brak odpowiedzi.' }))
  expect(await pageOf(gone)).toContain('projekt nie przechodzi dalej')
  expect((await call(gone)).html).toContain('nie przechodzi on dalej')
  await setFormal({ notCompleted: 'as-it-is' })
  at.house.now = inSubmission
})

test('two authors answer at once: sentences merge, the same sentence is shown in both wordings, and costs line by line', async () => {
  const id = await aCalled('jurij')
  expectDone(await write(id, 'description', { tekst: 'Sześć ławek. Dwanaście drzew. Poidełko.' }))
  expectDone(await write(id, 'description', { tekst: 'Siedem ławek. Dziewięć drzew. Poidełko.' }, 'jurij'))
  const page = async () => (await at.as('marta').get(url(paths.projectCompletion, { id }))).html
  expect(await page()).toContain('Siedem ławek. Dwanaście drzew. Poidełko.')
  const clash = await write(id, 'description', { tekst: 'Sześć ławek. Osiem drzew. Poidełko.' })
  expect(clash.status).toBe(409)
  for (const words of ['Jurij', 'Twój tekst', 'Tekst drugiej osoby', 'Osiem drzew.', 'Dwanaście drzew.', 'Dziewięć drzew.'])
    expect(clash.html, words).toContain(words)
  expect(await page()).not.toContain('Osiem drzew.')
  expectDone(await write(id, 'description', { tekst: 'Siedem ławek. Osiem drzew. Poidełko.', rewizja: '2' }))
  const [bench, path] = (await costsOf(at.ctx('marta'), id)).map(line => line.id)
  const lines = (first: string, second: string) => ({
    ...{ 'id-0': bench ?? '', 'co-0': 'Ławka', 'ile-0': first, 'jednostka-0': 'szt.', 'cena-0': '2 800' },
    ...{ 'id-1': path ?? '', 'co-1': 'Alejka', 'ile-1': second, 'jednostka-1': 'm²', 'cena-1': '340,10' },
  })
  expectDone(await write(id, 'costs', lines('7', '2,5'), 'jurij'))
  expectDone(await write(id, 'costs', lines('6', '3')))
  const both = await write(id, 'costs', lines('8', '2,5'))
  expect([both.status, both.html.includes('Ławka, 8 szt.'), both.html.includes('Ławka, 7 szt.')]).toEqual([409, true, true])
})

test('where the rules leave it to the lead, the lead sends alone and the pages say so; else all agree first', async () => {
  const answer = async (id: string) => {
    expectDone(await write(id, 'description', { tekst: 'Sześć ławek. Dwanaście drzew.' }))
    const asked = (await at.as('marta').get(url(paths.projectCompletion, { id }))).html
    expectDone(await press(id, paths.projectCompletionVersion))
    const [mine, theirs] = [
      (await at.as('marta').get(url(paths.projectCompletion, { id }))).html,
      (await at.as('jurij').get(url(paths.projectCompletion, { id }))).html,
    ]
    return {
      asked,
      mine,
      theirs,
      sent: (await press(id, paths.projectCompletionAnswer)).status,
      version: (await loadProject(at.ctx('marta'), id)).version,
    }
  }
  const all = await answer(await aCalled('jurij'))
  for (const words of ['Na odpowiedź zgadzają się wszyscy autorzy', 'niech przyjmą ją autorzy']) expect(all.asked).toContain(words)
  for (const words of ['Przyjęło: 1 z 2', 'Nie wszyscy autorzy przyjęli odpowiedź']) expect(all.mine).toContain(words)
  expect(all.theirs).toContain('Przyjmuję odpowiedź')
  expect(await letter('Uzupełnienie czeka na Twoją zgodę')).not.toBe('')
  expect([all.sent, all.version]).toEqual([409, 1])
  await setFormal({ allAgree: false })
  const alone = await answer(await aCalled('jurij'))
  await setFormal({ allAgree: true })
  expect(alone.asked).toContain('odpowiada sama osoba prowadząca')
  expect(alone.asked).not.toContain('niech przyjmą ją autorzy')
  expect(alone.mine).toContain('Wyślij odpowiedź do urzędu')
  for (const words of ['Przyjęło:', 'Nie wszyscy autorzy', 'Przyjmuję odpowiedź']) expect(alone.mine + alone.theirs).not.toContain(words)
  expect(await letter('Uzupełnienie jest gotowe')).toContain('Odpowiedź wyśle osoba prowadząca')
  expect([alone.sent, alone.version]).toEqual([303, 2])
})
