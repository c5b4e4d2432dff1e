import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { discussionsModule } from '#modules/discussions/discussions.module.ts'
import { editComment, loadComment } from '#modules/discussions/discussions.store.ts'
import { openTalkHouse, type TalkHouse, talkDay as today } from '#modules/discussions/testing-talks.ts'
import { paths, url } from '#paths'
import { expectDone } from '#web/testing.ts'

let open: TalkHouse
let house: TalkHouse['house']
let world: TalkHouse['world']
let who: TalkHouse['who']
let talk: TalkHouse['talk']
let say: TalkHouse['say']
beforeAll(async () => {
  open = await openTalkHouse()
  ;({ house, world, who, talk, say } = open)
})
beforeEach(() => open.unhurry())
afterAll(() => open.house.close())

test('a question goes to a unit with a day, its expert answers right under it; overdue is seen by all', async () => {
  const asked = await say('13', { kind: 'question', text: 'Kto podlewa drzewa na skwerze?' })
  const unit = world.ids.get('unit.ZZM') ?? ''
  const pass = url(paths.questionPassing, { id: asked })
  expect((await house.as(who('olga')).post(pass, { unit })).status).toBe(409)
  expectDone(await house.as(who('bartek')).post(pass, { unit }))
  expect((await house.as(who('bartek')).post(pass, { unit })).status).toBe(409)
  const matters = await discussionsModule.matters?.(house.ctx(who('ewa')))
  expect(matters?.map(({ id }) => id)).toContain(asked)
  house.now = new Date('2026-04-12T10:00:00Z')
  expect((await house.stranger.get(url(paths.talk, { id: talk('13') }))).html).toContain('Odpowiedź miała być do')
  house.now = today
  const answer = url(paths.questionAnswer, { id: asked })
  expect((await house.as(who('irena')).post(answer, { answer: 'To nie nasza sprawa zupełnie.' })).status).toBe(409)
  expect((await house.as(who('ewa')).post(answer, { answer: 'Nie' })).status).toBe(422)
  const both = await Promise.all(Array.from({ length: 16 }, (_, n) => house.as(who('ewa')).post(answer, { answer: `Podlewa Zarząd Zieleni, ${n}.` })))
  expect(both.filter(({ status }) => status === 303)).toHaveLength(1)
  expect((await house.stranger.get(url(paths.talk, { id: talk('13') }))).html).toContain('Podlewa Zarząd Zieleni')
  expect((await discussionsModule.matters?.(house.ctx(who('ewa'))))?.map(({ id }) => id)).not.toContain(asked)
})

test('a host does not speed up their own question', async () => {
  const mine = await say('13', { kind: 'question', text: 'A kiedy u nas posadzą drzewa?' }, who('bartek'))
  const refused = await house.as(who('bartek')).post(url(paths.questionPassing, { id: mine }), { unit: world.ids.get('unit.ZZM') ?? '' })
  expect([refused.status, refused.html.includes('Współtworzysz tę sprawę')]).toEqual([409, true])
})

test('the author mends their words once, within a quarter of an hour; moderators see what stood there', async () => {
  const id = await say('13', { text: 'Za mało dżewek jest tu.' })
  const to = url(paths.commentEdit, { id })
  expect((await house.as(who('jurij')).post(to, { text: 'Cudze słowa tu.' })).status).toBe(409)
  const two = await Promise.all(['Za mało drzew tu.', 'Za mało drzewek tu.'].map(text => house.as(who('olga')).post(to, { text })))
  expect(two.map(({ status }) => status).sort()).toEqual([303, 409])
  expect((await house.stranger.get(url(paths.talk, { id: talk('13') }))).html).toContain('poprawione o')
  const page = url(paths.comment, { id })
  expect((await house.stranger.get(page)).html).not.toContain('dżewek')
  expect((await house.as(who('monika')).get(page)).html).toContain('dżewek')
  const late = await say('13', { text: 'Jeszcze jedno słowo.' })
  house.now = new Date(today.getTime() + 16 * 60_000)
  const refused = await house.as(who('olga')).post(url(paths.commentEdit, { id: late }), { text: 'Po kwadransie.' })
  house.now = today
  expect([refused.status, refused.html.includes('15 minut')]).toEqual([409, true])
})

test('planted: without its guard two edits at once would both be kept', async () => {
  const id = await say('13', { text: 'Jedna poprawka.' })
  const comment = await loadComment(house.ctx(), id)
  const kept = await Promise.all(['A', 'B'].map(text => house.db.updateTable('comments').set({ text }).where('id', '=', id).executeTakeFirst()))
  expect(kept.every(done => done.numUpdatedRows === 1n)).toBe(true)
  await house.db.updateTable('comments').set({ text: comment.text }).where('id', '=', id).execute()
  const ctx = house.ctx(who('olga'))
  const guarded = await Promise.all(['A', 'B'].map(text => editComment(ctx, comment, text).catch(() => false)))
  expect(guarded.filter(Boolean)).toHaveLength(1)
})
