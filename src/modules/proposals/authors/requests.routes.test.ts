import { sql } from 'kysely'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { lapseRequests } from '#modules/proposals/authors/requests.actions.ts'
import { findOwnRequest, listWaitingRequests } from '#modules/proposals/authors/requests.store.ts'
import { authorsOf, loadProject } from '#modules/proposals/proposals.store.ts'
import { type DraftingHouse, openDraftingHouse, today } from '#modules/proposals/testing-projects.ts'
import { paths, url } from '#paths'
import { expectDone } from '#web/testing.ts'

let at: DraftingHouse
beforeAll(async () => {
  at = await openDraftingHouse()
})
afterAll(() => at.house.close())

const asked = (rola: string, zdanie = 'Mieszkam obok i umiem liczyć.') => ({ rola, zdanie })
const requestsOf = (id: string) => url(paths.projectRequests, { id })
async function requestIn(id: string): Promise<string> {
  return (await listWaitingRequests(at.ctx('marta'), [id]))[0]?.id ?? ''
}
const answerPath = async (id: string) => url(paths.projectRequestAnswer, { id, request: await requestIn(id) })

test('somebody asks to join, only the authors read why, one of them lets them in, and the life line names who joined', async () => {
  const { house, who, as, ctx, aDraft } = at
  const id = await aDraft()
  expectDone(await as('olga').post(requestsOf(id), asked('author')))
  expectDone(await as('olga').post(requestsOf(id), asked('author')))
  expect(await listWaitingRequests(ctx('marta'), [id])).toHaveLength(1)
  expect((await as('olga').post(requestsOf(id), asked('helper'))).status).toBe(409)
  const sentence = async (client: { get(path: string): Promise<{ html: string }> }) =>
    (await client.get(url(paths.projectAuthors, { id }))).html.includes('umiem liczyć')
  expect([await sentence(as('marta')), await sentence(as('olga')), await sentence(as('tadeusz')), await sentence(as('celina'))]).toEqual([
    true,
    false,
    false,
    false,
  ])
  expect((await as('marta').get(paths.myMatters)).html).toContain('Ktoś prosi o dołączenie do szkicu')
  expect((await as('olga').get(url(paths.project, { id }))).html).toContain('Wycofaj prośbę')
  const answer = await answerPath(id)
  expect((await as('tadeusz').post(answer, { odpowiedz: 'tak' })).status).toBe(409)
  expect((await as('olga').post(answer, { odpowiedz: 'tak' })).status).toBe(409)
  expectDone(await as('marta').post(answer, { odpowiedz: 'tak' }))
  expectDone(await as('marta').post(answer, { odpowiedz: 'tak' }))
  expect((await loadProject(ctx('marta'), id)).authorIds).toContain(who('olga').id)
  await house.settle()
  expect((await house.stranger.get(url(paths.project, { id }))).html).toMatch(/Olga Jeleń/)
  const { rows } = await sql<{ n: number }>`select count(*)::int as n from ledger_chain where subject = ${id} and fact = 'author.accepted'`.execute(
    house.db,
  )
  expect(rows[0]?.n).toBe(1)
})

test('a refusal needs a reason, keeps what was typed, reaches whoever asked, and rests for two weeks', async () => {
  const { house, as, aDraft } = at
  const id = await aDraft()
  expectDone(await as('olga').post(requestsOf(id), asked('author')))
  const answer = await answerPath(id)
  const mute = await as('marta').post(answer, { odpowiedz: 'nie', powod: ' ' })
  expect([mute.status, mute.html.includes('Wypełnij to pole.')]).toEqual([422, true])
  expectDone(await as('marta').post(answer, { odpowiedz: 'nie', powod: 'Mamy już dość rąk.' }))
  const letters = await house.db.selectFrom('letters').select('body_text').where('address', '=', 'olga@demo.example').execute()
  expect(letters.at(-1)?.body_text).toContain('Mamy już dość rąk.')
  const again = await as('olga').post(requestsOf(id), asked('author', 'Proszę jeszcze raz.'))
  expect([again.status, again.html.includes('po 14 dniach')]).toEqual([409, true])
  expect((await house.stranger.get(url(paths.project, { id }))).html).not.toContain('Olga')
})

test('a helper writes, neither accepts nor is named, does not hold up the agreement, and may become an author', async () => {
  const { who, as, ctx, aWholeDraft, write } = at
  const id = await aWholeDraft()
  expectDone(await as('olga').post(requestsOf(id), asked('helper')))
  expectDone(await as('marta').post(await answerPath(id), { odpowiedz: 'tak' }))
  expect(await loadProject(ctx('marta'), id)).toMatchObject({ authorIds: [who('marta').id], helperIds: [who('olga').id] })
  expectDone(await write(id, 'opis', 'Sześć ławek i stojak.', 1, 'olga'))
  const page = await as('olga').get(url(paths.project, { id }))
  expect(page.html).toContain('Pomagasz przy tym szkicu')
  for (const key of ['tadeusz', 'olga', 'marta'] as const)
    expect((await as(key).get(url(paths.projectAuthors, { id }))).html.includes('Olga Jeleń')).toBe(key !== 'tadeusz')
  expect((await as('olga').post(url(paths.projectFreeze, { id }))).status).toBe(409)
  expectDone(await as('marta').post(url(paths.projectFreeze, { id })))
  expect((await loadProject(ctx('marta'), id)).agreed).toBe(true)
  expect((await as('olga').post(url(paths.projectAcceptance, { id, version: 1 }))).status).toBe(409)
  expect((await write(id, 'opis', 'Bez stojaka.', 2, 'olga')).status).toBe(409)
  expect((await loadProject(ctx('marta'), id)).state).toBe('agreeing')
  expectDone(await as('olga').post(requestsOf(id), asked('author', 'Chcę też przyjmować.')))
  expectDone(await as('marta').post(await answerPath(id), { odpowiedz: 'tak' }))
  const places = (await authorsOf(ctx('marta'), id)).filter(one => one.personId === who('olga').id)
  expect(places.map(({ state }) => state)).toEqual(['accepted'])
  expect((await loadProject(ctx('marta'), id)).agreed).toBe(false)
})

test('the lead invites a helper and ends the help; a helper leaves by themself', async () => {
  const { as, ctx, aDraft, answerTo } = at
  const id = await aDraft()
  const invite = { email: 'jurij@demo.example', nazwa: 'Jurek', rola: 'helper' }
  expectDone(await as('marta').post(url(paths.projectInvitations, { id }), invite))
  expectDone(await answerTo(id, 'jurij', 'tak'))
  const place = async () => (await authorsOf(ctx('marta'), id)).at(-1)
  expect((await place())?.state).toBe('helping')
  expect((await as('marta').post(url(paths.projectInvitations, { id }), invite)).status).toBe(409)
  expectDone(await as('marta').post(url(paths.projectInvitationEnd, { id, invitation: (await place())?.id ?? '' })))
  expect((await place())?.state).toBe('removed')
  expectDone(await as('marta').post(url(paths.projectInvitations, { id }), invite))
  const again = (await authorsOf(ctx('marta'), id)).find(({ state }) => state === 'invited')
  expectDone(await as('jurij').post(url(paths.projectInvitationAnswer, { id, invitation: again?.id ?? '' }), { odpowiedz: 'tak' }))
  expectDone(await as('jurij').post(url(paths.projectLeaving, { id })))
})

test('nobody answers: the request ends after two weeks and whoever asked is told; they may also take it back', async () => {
  const { house, as, ctx, aDraft } = at
  const id = await aDraft()
  expectDone(await as('olga').post(requestsOf(id), asked('author')))
  house.now = new Date('2026-03-27T10:00:00Z')
  expect((await as('marta').post(await answerPath(id), { odpowiedz: 'tak' })).html).toContain('Termin odpowiedzi minął')
  expect(await lapseRequests(house.ctx())).toBe(1)
  expect(await findOwnRequest(ctx('olga'), id)).toBeUndefined()
  house.now = today
  expectDone(await as('olga').post(requestsOf(id), asked('helper')))
  const end = url(paths.projectRequestEnd, { id, request: await requestIn(id) })
  expect((await as('tadeusz').post(end)).status).toBe(409)
  expectDone(await as('olga').post(end))
  expect(await requestIn(id)).toBe('')
})

test('sixteen requests of one person at once are one row and one fact', async () => {
  const { house, as, ctx, aDraft } = at
  const id = await aDraft()
  await Promise.all(Array.from({ length: 16 }, () => as('tadeusz').post(requestsOf(id), asked('author'))))
  await house.settle()
  expect(await listWaitingRequests(ctx('marta'), [id])).toHaveLength(1)
  const { rows } = await sql<{ n: number }>`select count(*)::int as n from ledger_chain where subject = ${id} and fact = 'author.asked'`.execute(
    house.db,
  )
  expect(rows[0]?.n).toBe(1)
})
