import { sql } from 'kysely'
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { newId } from '#kit/ids.ts'
import { findPlace } from '#modules/discussions/places.store.ts'
import { openDistrictTalks } from '#modules/discussions/talks.actions.ts'
import { namesOf } from '#modules/people/people.store.ts'
import { type DraftingHouse, openDraftingHouse, today } from '#modules/proposals/testing-projects.ts'
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

const said = (fields: Record<string, string> = {}) => ({ key: newId('key'), kind: 'change', text: 'Dodajcie stojak na rowery.', ...fields })
const answer = (fields: Record<string, string> = {}) => ({ outcome: 'accepted', why: 'Stojak zmieści się przy wejściu.', ...fields })
const propose = async (id: string, fields: Record<string, string> = {}, by: CastKey = 'olga') =>
  expectDone(await at.as(by).post(url(paths.projectComments, { id }), said(fields))).split('#')[1] ?? ''
const told = () =>
  at.house.db
    .selectFrom('letters')
    .select('subject')
    .where('address', '=', 'olga@demo.example')
    .where('subject', 'like', 'Autorzy odpowiadają%')
    .execute()
const settlements = async (comment: string) =>
  (await sql<{ outcome: string; by_id: string }>`select outcome, by_id from settlements where comment_id = ${comment}`.execute(at.house.db)).rows

test('a neighbour proposes a change, an author takes it over, the credit stands by the project and the neighbour is told', async () => {
  const { house, as, ctx, who, aDraft } = at
  const id = await aDraft()
  const comment = await propose(id)
  const to = url(paths.projectChange, { id, comment })
  expect((await house.stranger.get(url(paths.project, { id }))).html).not.toContain(to)
  expect((await as('marta').get(url(paths.project, { id }))).html).toContain(to)
  expect((await as('marta').post(to, answer({ why: 'Tak' }))).html).toContain('Napisz powód')
  expect((await as('marta').post(to, { why: 'Stojak zmieści się tam.' })).status).toBe(422)
  expectDone(await as('marta').post(to, answer()))
  const { html } = await house.stranger.get(url(paths.project, { id }))
  const name = (await namesOf(ctx('marta'), [who('olga').id])).get(who('olga').id)
  for (const words of ['Zmiany przyjęte', `podpowiada: ${name}`, 'Stojak zmieści się przy wejściu.']) expect(html).toContain(words)
  expect(await told()).toHaveLength(1)
  expect(await findPlace(ctx('marta'), id)).toMatchObject({ subjectId: id })
})

test('what is not taken over has a reason and no credit', async () => {
  const { house, as, aDraft } = at
  const id = await aDraft()
  const comment = await propose(id)
  expectDone(await as('marta').post(url(paths.projectChange, { id, comment }), answer({ outcome: 'not' })))
  const { html } = await house.stranger.get(url(paths.project, { id }))
  expect([html.includes('Nieprzyjęta'), html.includes('Zmiany przyjęte')]).toEqual([true, false])
})

test('only authors answer, never their own words, and only a change of this project', async () => {
  const { house, as, aDraft, join } = at
  const [id, other] = [await aDraft(), await aDraft()]
  await join(id, 'jurij')
  const comment = await propose(id)
  const to = url(paths.projectChange, { id, comment })
  const foreign = await as('bartek').post(to, answer())
  expect([foreign.status, foreign.html.includes('tylko autorzy')]).toEqual([409, true])
  expect((await house.stranger.post(to, answer())).location).toContain('/logowanie')
  const own = await propose(id, {}, 'marta')
  expect((await as('marta').post(url(paths.projectChange, { id, comment: own }), answer())).status).toBe(409)
  const question = await propose(id, { kind: 'question' })
  expect((await as('marta').post(url(paths.projectChange, { id, comment: question }), answer())).status).toBe(404)
  expect((await as('marta').post(url(paths.projectChange, { id: other, comment }), answer())).status).toBe(404)
  for (const one of [comment, own, question]) expect(await settlements(one)).toEqual([])
  expectDone(await as('jurij').post(url(paths.projectChange, { id, comment: own }), answer()))
})

test('two authors at once: the first answer stands, the other one is told and keeps their words; sixteen presses are one', async () => {
  const { as, aDraft, join } = at
  const id = await aDraft()
  await join(id, 'jurij')
  const to = url(paths.projectChange, { id, comment: await propose(id) })
  const both = await Promise.all([as('marta').post(to, answer()), as('jurij').post(to, answer({ outcome: 'not', why: 'Nie ma na to miejsca.' }))])
  expect(both.map(({ status }) => status).sort()).toEqual([303, 409])
  const late = both.find(({ status }) => status === 409)?.html ?? ''
  for (const words of ['Stojak zmieści się przy wejściu.', 'Nie ma na to miejsca.']) expect(late).toContain(words)
  const second = await propose(id, { text: 'Dodajcie poidełko.' })
  const before = (await told()).length
  const presses = await Promise.all(Array.from({ length: 16 }, () => as('marta').post(url(paths.projectChange, { id, comment: second }), answer())))
  expect(new Set(presses.map(({ status }) => status))).toEqual(new Set([303]))
  expect(await settlements(second)).toHaveLength(1)
  expect(await told()).toHaveLength(before + 1)
})

test('sixteen posts of one comment make one; rough words are asked about; a private draft has no talk', async () => {
  const { house, as, aDraft } = at
  const id = await aDraft()
  const form = said()
  await Promise.all(Array.from({ length: 16 }, () => as('olga').post(url(paths.projectComments, { id }), form)))
  const { rows } = await sql<{ n: number }>`select count(*)::int as n from comments where subject_id = ${id}`.execute(house.db)
  expect(rows[0]?.n).toBe(1)
  const short = await as('olga').post(url(paths.projectComments, { id }), said({ text: 'a' }))
  expect([short.status, short.html.includes('Napisz choć kilka słów')]).toEqual([422, true])
  const hidden = await aDraft({ widocznosc: 'private' })
  for (const key of ['olga', 'marta'] as const) expect((await as(key).post(url(paths.projectComments, { id: hidden }), said())).status).toBe(404)
})

test('after the last round nothing is said any more, and the page says since when', async () => {
  const { house, as, aDraft } = at
  const id = await aDraft()
  house.now = new Date('2027-09-12T10:00:00Z')
  const closed = await as('olga').post(url(paths.projectComments, { id }), said())
  house.now = today
  expect([closed.status, closed.html.includes('Zamknięte od')]).toEqual([409, true])
})

test('a draft lies in the talk of its place; where an edition has no talks, none of it is there', async () => {
  const { house, as, ctx, aDraft } = at
  await openDistrictTalks(ctx('kornelia'))
  const id = await aDraft()
  const talkId = (await findPlace(ctx('marta'), id))?.talkId ?? ''
  expect(talkId).toMatch(/^talk_/)
  expect((await house.stranger.get(url(paths.talk, { id: talkId }))).html).toContain(url(paths.project, { id }))
  const { rows } = await sql<{ parts: string[] }>`select parts from editions`.execute(house.db)
  await house.db
    .updateTable('editions')
    .set({ parts: ['district-path'] })
    .execute()
  const off = await house.stranger.get(url(paths.project, { id }))
  const posted = await as('olga').post(url(paths.projectComments, { id }), said())
  await house.db
    .updateTable('editions')
    .set({ parts: (rows[0]?.parts ?? []) as never })
    .execute()
  expect([off.html.includes('id="rozmowa"'), posted.status]).toEqual([false, 404])
})

test('the page asks the database as often for one comment as for two hundred', async () => {
  const { house, who, aDraft } = at
  const id = await aDraft()
  await propose(id)
  const count = async () => {
    house.queries.length = 0
    expect((await house.stranger.get(url(paths.project, { id }))).status).toBe(200)
    return house.queries.length
  }
  const few = await count()
  await sql`insert into comments (id, key, subject_id, kind, text, author_id, channel, at)
    select 'comment_many' || n, 'key_many' || n, ${id}, 'change', 'Tak', ${who('olga').id}, 'online', ${today}::timestamptz from generate_series(1, 200) n`.execute(
    house.db,
  )
  expect(await count()).toBe(few)
})

test('whoever keeps order there is led from a question to the unit that answers', async () => {
  const { as, aDraft } = at
  const id = await aDraft()
  const comment = await propose(id, { kind: 'question', text: 'Kto będzie sprzątał?' })
  const road = `${url(paths.comment, { id: comment })}#przekazanie`
  expect((await as('bartek').get(url(paths.project, { id }))).html).toContain(road)
  for (const key of ['olga', 'marta'] as const) expect((await as(key).get(url(paths.project, { id }))).html).not.toContain(road)
})
