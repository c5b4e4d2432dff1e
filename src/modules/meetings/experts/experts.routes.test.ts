import { afterAll, beforeAll, expect, test } from 'vitest'
import { listInvitations } from '#modules/meetings/experts/experts.store.ts'
import { changeMeeting } from '#modules/meetings/meetings.actions.ts'
import { loadMeeting } from '#modules/meetings/meetings.store.ts'
import { announced, aPlan, openMeetings, today } from '#modules/meetings/testing-meetings.ts'
import { paths, url } from '#paths'
import { expectDone } from '#web/testing.ts'

let opened: Awaited<ReturnType<typeof openMeetings>>
beforeAll(async () => {
  opened = await openMeetings()
})
afterAll(() => opened.house.close())

let days = 5
async function wanting(unit = 'unit.ZZM', more = {}) {
  const { house, who, id } = opened
  days += 1
  const startsAt = new Date(today.getTime() + days * 86_400_000)
  const plan = aPlan(id('district.13'), { startsAt, endsAt: new Date(startsAt.getTime() + 7_200_000), ...more })
  const meetingId = await announced(house, who('bartek'), plan)
  expectDone(await house.as(who('bartek')).post(url(paths.meetingExperts, { id: meetingId }), { unit: id(unit), topic: 'Drzewa przy torach' }))
  const invitation = (await listInvitations(house.ctx(), meetingId))[0]
  return { meetingId, startsAt, id: invitation?.id ?? '' }
}
const answer = (key: 'ewa' | 'irena' | 'roman', one: { meetingId: string; id: string }, fields: Record<string, string>) =>
  opened.house.as(opened.who(key)).post(url(paths.meetingExpertAnswer, { id: one.meetingId, invitation: one.id }), fields)
const stateOf = async (meetingId: string) => (await listInvitations(opened.house.ctx(), meetingId))[0]?.state
const subjects = async (personId: string) =>
  (await opened.house.db.selectFrom('letters').select('subject').where('person_id', '=', personId).execute()).map(row => row.subject)

test('a unit is asked, its expert accepts, everybody sees it, and the coordinator sees the plan', async () => {
  const { house, who } = opened
  const one = await wanting()
  expect(await subjects(who('ewa').id)).toContain('Prośba o eksperta: Czego brakuje na Zabłociu?')
  expect((await house.as(who('ewa')).get(paths.expertsPlan)).html).toContain('Drzewa przy torach')
  expect((await house.as(who('irena')).get(paths.expertsPlan)).html).not.toContain('Drzewa przy torach')
  expect((await answer('irena', one, { answer: 'accept' })).status).toBe(409)
  expect((await house.as(who('olga')).get(paths.expertsPlan)).status).toBe(403)
  expectDone(await answer('ewa', one, { answer: 'accept' }))
  expect(await subjects(who('bartek').id)).toContain('Ekspert przyjdzie: Czego brakuje na Zabłociu?')
  expect((await house.stranger.get(url(paths.meeting, { id: one.meetingId }))).html).toContain('Zarząd Zieleni Miejskiej: Drzewa przy torach')
  expect((await house.as(who('kornelia')).get(paths.expertsPlan)).html).toContain('Ewa Sosnowska')
  const own = (await house.as(who('ewa')).get(paths.expertsPlan)).html
  expect(own.split(`href="${url(paths.meeting, { id: one.meetingId })}"`)).toHaveLength(2)
})

test('nobody promises to be at two meetings at once, not even by two posts at a time', async () => {
  const { house, who, id } = opened
  const first = await wanting()
  const { startsAt, endsAt } = await loadMeeting(house.ctx(), first.meetingId)
  const second = await announced(house, who('kornelia'), aPlan(id('city'), { startsAt, endsAt, title: 'Drugie spotkanie' }))
  expectDone(await house.as(who('kornelia')).post(url(paths.meetingExperts, { id: second }), { unit: id('unit.ZZM'), topic: 'Parki w mieście' }))
  const other = { meetingId: second, id: (await listInvitations(house.ctx(), second))[0]?.id ?? '' }
  expect((await house.as(who('kornelia')).get(paths.expertsPlan)).html).toContain('W tym samym czasie tę jednostkę zaprasza też')
  const both = await Promise.all([answer('ewa', first, { answer: 'accept' }), answer('ewa', other, { answer: 'accept' })])
  expect(both.map(({ status }) => status).sort()).toEqual([303, 409])
  expect(both.find(({ status }) => status === 409)?.html).toContain('W tym czasie jesteś już na innym spotkaniu')
})

test('another date is proposed with a day; a moved meeting asks whoever had accepted again', async () => {
  const { house, who } = opened
  const one = await wanting()
  expect((await answer('ewa', one, { answer: 'propose' })).html).toContain('Podaj dzień i godzinę')
  expectDone(await answer('ewa', one, { answer: 'propose', day: '2026-04-20', time: '17:00', remark: 'W marcu mamy sadzenie.' }))
  expect((await house.as(who('bartek')).get(url(paths.meeting, { id: one.meetingId }))).html).toContain('W marcu mamy sadzenie.')
  expectDone(await answer('roman', one, { answer: 'accept' }))
  const before = await loadMeeting(house.ctx(), one.meetingId)
  const startsAt = new Date('2026-04-20T15:00:00Z')
  const moved = { ...before, startsAt, endsAt: new Date('2026-04-20T17:00:00Z'), reason: 'Termin wskazany przez ekspertkę.' }
  expect((await changeMeeting(house.ctx(who('bartek')), one.meetingId, moved)).ok).toBe(true)
  expect(await stateOf(one.meetingId)).toBe('asked')
  expect(await subjects(who('roman').id)).toContain('Zmiana spotkania: Czego brakuje na Zabłociu?')
  expectDone(await answer('roman', one, { answer: 'decline', remark: 'Nie mamy nikogo.' }))
  expect((await house.stranger.get(url(paths.meeting, { id: one.meetingId }))).html).not.toContain('Zarząd Zieleni Miejskiej')
  expect((await answer('ewa', one, { answer: 'accept' })).status).toBe(409)
})
