import { sql } from 'kysely'
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { newId } from '#kit/ids.ts'
import { projectDataOf } from '#modules/proposals/drafting/keeping.store.ts'
import { suggestionsOf } from '#modules/proposals/suggestions/suggestions.store.ts'
import { type DraftingHouse, openDraftingHouse } from '#modules/proposals/testing-projects.ts'
import { paths, url } from '#paths'
import type { CastKey } from '#seeds/cast.ts'
import { expectDone } from '#web/testing.ts'

let at: DraftingHouse
beforeAll(async () => {
  at = await openDraftingHouse()
})
afterAll(() => at.house.close())
beforeEach(async () => {
  // few people speak often in these tests; the house would slow them down
  await sql`delete from slow_modes`.execute(at.house.db)
  await sql`delete from posts_counted`.execute(at.house.db)
})

const form = (id: string, section = 'opis') => url(paths.projectSuggestions, { id, section })
const said = (fields: Record<string, string> = {}) => ({ key: newId('key'), degree: 'must', text: 'Ławki muszą mieć oparcia.', ...fields })
const suggest = async (id: string, fields: Record<string, string> = {}, by: CastKey = 'olga') =>
  expectDone(await at.as(by).post(form(id), said(fields))).split('#')[1] ?? ''
const settle = (id: string, comment: string) =>
  at.as('marta').post(url(paths.projectChange, { id, comment }), { outcome: 'accepted', why: 'Dopisujemy to do opisu.' })
const mark = (id: string, comment: string, met: string, revision: number, by: CastKey = 'olga') =>
  at.as(by).post(url(paths.projectSuggestionMark, { id, comment }), { met, revision: String(revision) })
const kept = async (id: string, comment: string) => (await suggestionsOf(at.ctx('marta'), id)).get(comment)
const projectPage = async (id: string, by?: CastKey) => (await (by ? at.as(by) : at.house.stranger).get(url(paths.project, { id }))).html

test('suggested with a degree, answered, marked as met, asked again after a change; each is told and everybody sees the agreement', async () => {
  const { house, aDraft, write } = at
  const id = await aDraft()
  expectDone(await write(id, 'opis', 'Sześć ławek.', 0))
  const comment = await suggest(id)
  for (const words of ['do części: Co ma powstać', 'warunek poparcia', 'Zgody jeszcze nie ma.']) expect(await projectPage(id)).toContain(words)
  const letters = await house.db.selectFrom('letters').select('body_text').where('subject', 'like', 'Nowa propozycja zmiany%').execute()
  expect(letters.at(-1)?.body_text).toContain('Ławki muszą mieć oparcia.')
  expect(await projectPage(id, 'olga')).toContain('Ocenisz, gdy autorzy odpowiedzą')
  expect((await mark(id, comment, 'yes', 1)).html).toContain('Ocenisz, gdy autorzy odpowiedzą')
  expectDone(await settle(id, comment))
  expectDone(await mark(id, comment, 'yes', 1))
  expect(await projectPage(id)).toContain('Pełna zgoda.')
  expectDone(await write(id, 'opis', 'Sześć ławek bez oparć.', 1))
  expect(await projectPage(id)).toContain('Zgody jeszcze nie ma.')
  expect(await projectPage(id, 'olga')).toContain('Ta część zmieniła się po Twojej ocenie')
  expectDone(await mark(id, comment, 'no', 2))
  await house.settle()
  const facts = await house.db.selectFrom('ledger_chain').select('seq').where('subject', '=', id).where('fact', '=', 'suggestion.marked').execute()
  expect(facts).toHaveLength(2)
})

test('nobody marks words they have not read, nobody marks for another, and nothing is written then', async () => {
  const { house, aDraft, write } = at
  const [id, other] = [await aDraft(), await aDraft()]
  const comment = await suggest(id)
  expectDone(await write(id, 'opis', 'Sześć ławek.', 0))
  expect((await mark(id, comment, 'yes', 0)).html).toContain('zmieniła się przed chwilą')
  expect((await mark(id, comment, 'yes', 1, 'marta')).html).toContain('Ocenia tylko osoba')
  expect((await mark(other, comment, 'yes', 1)).status).toBe(404)
  expect((await mark(id, comment, 'maybe', 1)).status).toBe(422)
  expect((await house.stranger.post(url(paths.projectSuggestionMark, { id, comment }), { met: 'yes', revision: '1' })).location).toContain(
    '/logowanie',
  )
  expect((await kept(id, comment))?.mark).toBeNull()
  expectDone(await mark(id, comment, 'partly', 1))
})

test('sixteen posts of one suggestion are one, told once; sixteen marks are one fact', async () => {
  const { house, as, aDraft } = at
  const id = await aDraft({ tytul: 'Szesnaście razy' })
  const typed = said()
  const answers = await Promise.all(Array.from({ length: 16 }, () => as('olga').post(form(id), typed)))
  expect(new Set(answers.map(({ status }) => status))).toEqual(new Set([303]))
  const all = await suggestionsOf(at.ctx('marta'), id)
  expect(all.size).toBe(1)
  const told = await house.db.selectFrom('letters').select('id').where('subject', '=', 'Nowa propozycja zmiany: Szesnaście razy').execute()
  expect(told).toHaveLength(1)
  const comment = [...all.keys()][0] ?? ''
  expectDone(await settle(id, comment))
  await Promise.all(Array.from({ length: 16 }, () => mark(id, comment, 'partly', 0)))
  await house.settle()
  const facts = await house.db.selectFrom('ledger_chain').select('seq').where('subject', '=', id).where('fact', '=', 'suggestion.marked').execute()
  expect(facts).toHaveLength(1)
})

test('what is wrong is said beside its field and keeps what was typed; a private or withdrawn draft takes no suggestion', async () => {
  const { as, aDraft } = at
  const id = await aDraft()
  const missing = await as('olga').post(form(id), { key: newId('key'), text: 'Ławki muszą mieć oparcia.' })
  expect([missing.status, missing.html.includes('Zaznacz, jak bardzo'), missing.html.includes('Ławki muszą mieć oparcia.')]).toEqual([
    422,
    true,
    true,
  ])
  expect((await as('olga').get(form(id, 'nie-ma'))).status).toBe(404)
  const hidden = await aDraft({ widocznosc: 'private' })
  expect((await as('olga').post(form(hidden), said())).status).toBe(404)
  expectDone(await as('marta').post(url(paths.projectWithdrawal, { id }), { powod: 'Miasto już to buduje.' }))
  const closed = await as('olga').post(form(id), said())
  expect([closed.status, closed.html.includes('Projekt jest wycofany')]).toEqual([409, true])
  expect((await suggestionsOf(at.ctx('marta'), id)).size).toBe(0)
})

test('Halina has no e-mail: the office writes her suggestion down and marks it for her; her own data shows it', async () => {
  const { who, ctx, aDraft } = at
  const id = await aDraft()
  const comment = await suggest(id, { person: who('halina').id, channel: 'phone' }, 'celina')
  expectDone(await settle(id, comment))
  expect((await mark(id, comment, 'yes', 0)).status).toBe(409)
  expectDone(await mark(id, comment, 'yes', 0, 'celina'))
  expect(await projectDataOf(ctx('celina'), who('halina').id)).toMatchObject({ suggestions: [{ comment, degree: 'must', met: 'yes' }] })
})

test('hidden words do not weigh in the agreement', async () => {
  const { house, aDraft, write } = at
  const id = await aDraft()
  expectDone(await write(id, 'opis', 'Sześć ławek.', 0))
  const comment = await suggest(id)
  expect(await projectPage(id)).toContain('Zgody jeszcze nie ma.')
  await sql`insert into hidings (subject_id, since) values (${comment}, now())`.execute(house.db)
  expect(await projectPage(id)).not.toContain('Zgody jeszcze nie ma.')
})
