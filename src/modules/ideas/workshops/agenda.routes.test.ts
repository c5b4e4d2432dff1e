import { afterAll, beforeAll, expect, test } from 'vitest'
import { newId } from '#kit/ids.ts'
import { announced, aPlan, openMeetings } from '#modules/meetings/testing-meetings.ts'
import { paths, url } from '#paths'
import { expectDone } from '#web/testing.ts'

let opened: Awaited<ReturnType<typeof openMeetings>>
beforeAll(async () => {
  opened = await openMeetings()
})
afterAll(() => opened.house.close())
const as = (key: Parameters<typeof opened.who>[0]) => opened.house.as(opened.who(key))

test('what an expert says at a joint workshop lands on the idea, and waits there until the unit confirms it', async () => {
  const { house, who, id } = opened
  const typed = { key: newId('key'), title: 'Ławki pod lipami', text: 'Sześć ławek z oparciem w cieniu lip przy pętli.', where: '13' }
  const idea = expectDone(await as('marta').post(paths.ideas, typed))
  const ideaId = idea.split('/').at(-1) ?? ''
  const startsAt = new Date('2026-03-19T16:00:00Z')
  const meeting = await announced(
    house,
    who('bartek'),
    aPlan(id('district.13'), { kind: 'workshop', startsAt, endsAt: new Date('2026-03-19T18:00:00Z') }),
  )
  const page = url(paths.meetingIdeas, { id: meeting })
  expect((await as('marta').post(page, { 'ideas[]': [ideaId] })).status).toBe(409)
  expectDone(await as('bartek').post(page, { 'ideas[]': [ideaId, 'idea_nowhere'] }))
  const unit = (await house.db.selectFrom('units').select('id').where('code', '=', 'ZZM').executeTakeFirstOrThrow()).id
  const spoken = { key: newId('key'), idea: ideaId, unit, text: 'Lipy są nasze, ławki zmieszczą się po stronie przychodni.' }
  const post = (key: Parameters<typeof opened.who>[0], more = {}) => as(key).post(url(paths.meetingSpoken, { id: meeting }), { ...spoken, ...more })
  expect((await post('bartek')).html).toContain('Spotkanie jeszcze się nie zaczęło')
  house.now = startsAt
  expect((await post('marta')).status).toBe(409)
  expect((await post('bartek', { key: newId('key'), idea: 'idea_nowhere' })).html).toContain('Tego pomysłu nie ma w porządku')
  await Promise.all(Array.from({ length: 8 }, () => post('bartek')))
  const answers = await house.db.selectFrom('spoken_answers').select('id').execute()
  expect(answers).toHaveLength(1)
  const shown = (await house.stranger.get(idea)).html
  expect([shown.includes('Lipy są nasze'), shown.includes('do potwierdzenia przez jednostkę')]).toEqual([true, true])
  const confirm = url(paths.spokenConfirmation, { id: meeting, answer: answers[0]?.id ?? '' })
  expect((await as('irena').post(confirm)).html).toContain('Potwierdza ktoś z tej jednostki')
  expectDone(await as('ewa').post(confirm))
  expect((await as('roman').post(confirm)).status).toBe(409)
  expect((await house.stranger.get(idea)).html).toContain('potwierdzone przez jednostkę')
})
