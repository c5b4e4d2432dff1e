import { sql } from 'kysely'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { newId } from '#kit/ids.ts'
import { promotedOf } from '#modules/meetings/attendance/registrations.rules.ts'
import { countSeats, findRegistration, listRegistrations, seatThem } from '#modules/meetings/attendance/registrations.store.ts'
import { changeMeeting } from '#modules/meetings/meetings.actions.ts'
import { loadMeeting } from '#modules/meetings/meetings.store.ts'
import { deliverNotices, remindComing } from '#modules/meetings/notices.actions.ts'
import { announced, aPlan, openMeetings, today } from '#modules/meetings/testing-meetings.ts'
import { paths, url } from '#paths'
import { expectDone, somebody } from '#web/testing.ts'

let opened: Awaited<ReturnType<typeof openMeetings>>
beforeAll(async () => {
  opened = await openMeetings()
})
afterAll(() => opened.house.close())

const day = 86_400_000
let days = 5
async function aMeeting(capacity: number | null = 2, more = {}) {
  const { house, who, id } = opened
  days += 1
  const startsAt = new Date(today.getTime() + days * day)
  return announced(house, who('bartek'), aPlan(id('district.13'), { startsAt, endsAt: new Date(startsAt.getTime() + 7_200_000), capacity, ...more }))
}
const post = (actor: ReturnType<typeof somebody>, meetingId: string, fields: Record<string, string> = {}) => {
  // the queue is by time, so the clock runs
  opened.house.now = new Date(opened.house.now.getTime() + 1000)
  return opened.house.as(actor).post(url(paths.meetingRegistrations, { id: meetingId }), { key: newId('key'), guests: '0', ...fields })
}
const lettersTo = async (personId: string) =>
  (await opened.house.db.selectFrom('letters').select('subject').where('person_id', '=', personId).orderBy('created_at').execute()).map(
    row => row.subject,
  )
const stateOf = async (meetingId: string, personId: string) => (await findRegistration(opened.house.ctx(), meetingId, personId))?.state

test('sixteen people at once for the last place: one is registered, the rest wait, nobody sees an error', async () => {
  const meetingId = await aMeeting(1)
  const people = Array.from({ length: 16 }, (_, n) => somebody(`Osoba ${n}`))
  const answers = await Promise.all(people.map(person => post(person, meetingId)))
  expect(new Set(answers.map(answer => answer.status))).toEqual(new Set([303]))
  expect(await countSeats(opened.house.ctx(), meetingId)).toEqual({ taken: 1, waiting: 15 })
})
test('whoever means to come to two meetings at once is told so on both; its host is offered no seat', async () => {
  const { house, who } = opened
  const [first, second] = [await aMeeting(2, { title: 'Ławki na skwerze' }), await aMeeting(2, { title: 'Drzewa przy szkole' })]
  const { startsAt, endsAt } = await loadMeeting(house.ctx(), first)
  await house.db.updateTable('meetings').set({ starts_at: startsAt, ends_at: endsAt }).where('id', '=', second).execute()
  const page = async (id: string, as = 'olga' as 'olga' | 'jurij' | 'bartek') => (await house.as(who(as)).get(url(paths.meeting, { id }))).html
  expectDone(await post(who('olga'), first))
  expect(await page(second)).toContain(`masz już zapis na inne spotkanie: <a href="${url(paths.meeting, { id: first })}">Ławki na skwerze</a>`)
  expectDone(await post(who('olga'), second))
  expect(await page(first)).toContain('Drzewa przy szkole')
  expect(await page(second, 'jurij')).not.toContain('Ławki na skwerze')
  const form = 'id="zapis"'
  expect([(await page(first, 'jurij')).includes(form), (await page(first, 'bartek')).includes(form)]).toEqual([true, false])
})
test('whoever wishes no letters is spared reminders, and still hears that the meeting is off', async () => {
  const { house, who } = opened
  const meetingId = await aMeeting()
  const silent = who('olga')
  expectDone(await post(silent, meetingId))
  await house.db.updateTable('persons').set({ mail_wish: 'none' }).where('id', '=', silent.id).execute()
  const { startsAt } = await loadMeeting(house.ctx(), meetingId)
  await remindComing({ ...house.ctx(), now: new Date(startsAt.getTime() - day) })
  await deliverNotices(house.ctx())
  expect((await lettersTo(silent.id)).filter(subject => subject.startsWith('Za dwa dni'))).toEqual([])
  expectDone(await house.as(who('bartek')).post(url(paths.meetingCancellation, { id: meetingId }), { reason: 'Sala jest zalana.' }))
  await deliverNotices(house.ctx())
  expect(await lettersTo(silent.id)).toContain('Odwołane: Czego brakuje na Zabłociu?')
  await house.db.updateTable('persons').set({ mail_wish: 'each' }).where('id', '=', silent.id).execute()
})
test('planted: without holding the meeting the sixteen take more seats than there are', async () => {
  const meetingId = await aMeeting(1)
  const { db } = opened.house
  const people = Array.from({ length: 16 }, () => newId('person'))
  await Promise.all(
    people.map(async personId => {
      const { taken } = await countSeats(opened.house.ctx(), meetingId)
      const state = taken < 1 ? 'registered' : 'waiting'
      await sql`insert into meeting_registrations (id, key, meeting_id, person_id, channel, guests, state, at, seated_at, revision)
        values (${newId('registration')}, ${newId('key')}, ${meetingId}, ${personId}, 'online', 0, ${state}, now(), now(), 1)`.execute(db)
    }),
  )
  expect((await countSeats(opened.house.ctx(), meetingId)).taken).toBeGreaterThan(1)
})
test('sixteen who leave at once make sixteen seats: those who waited longest take them, and never one more', async () => {
  const { house } = opened
  const meetingId = await aMeeting(16)
  const people = Array.from({ length: 36 }, (_, n) => somebody(`Osoba ${n}`))
  for (const person of people) expectDone(await post(person, meetingId))
  expect(await countSeats(house.ctx(), meetingId)).toEqual({ taken: 16, waiting: 20 })
  const end = url(paths.meetingRegistrationEnd, { id: meetingId })
  await Promise.all(people.slice(0, 16).map(person => house.as(person).post(end)))
  expect(await countSeats(house.ctx(), meetingId)).toEqual({ taken: 16, waiting: 4 })
  const waiting = (await listRegistrations(house.ctx(), meetingId)).filter(({ state }) => state === 'waiting')
  expect(waiting.map(({ personId }) => personId)).toEqual(people.slice(32).map(({ id }) => id))
})
test('planted: whoever is seated without asking whether they fit makes more seats than there are', async () => {
  const { house } = opened
  const meetingId = await aMeeting(1)
  for (let n = 0; n < 3; n += 1) expectDone(await post(somebody(`Osoba ${n}`), meetingId))
  const waiting = (await listRegistrations(house.ctx(), meetingId)).filter(({ state }) => state === 'waiting')
  expect(promotedOf(1, 1, waiting)).toEqual([])
  await seatThem(
    house.ctx(),
    waiting.map(({ id }) => id),
  )
  expect(await countSeats(house.ctx(), meetingId)).toEqual({ taken: 3, waiting: 0 })
})
test('sixteen posts of one person are one registration', async () => {
  const meetingId = await aMeeting(5)
  const { who } = opened
  await Promise.all(Array.from({ length: 16 }, () => post(who('olga'), meetingId)))
  expect(await countSeats(opened.house.ctx(), meetingId)).toEqual({ taken: 1, waiting: 0 })
})

test('who withdraws makes room: the first who fits moves up and is told', async () => {
  const { house, who } = opened
  const meetingId = await aMeeting(2)
  expectDone(await post(who('olga'), meetingId, { guests: '1' }))
  expectDone(await post(who('jurij'), meetingId, { guests: '2' }))
  expectDone(await post(who('tadeusz'), meetingId))
  expect((await house.as(who('tadeusz')).get(url(paths.meeting, { id: meetingId }))).html).toContain('Jesteś na liście oczekujących')
  expectDone(await house.as(who('olga')).post(url(paths.meetingRegistrationEnd, { id: meetingId })))
  expect([await stateOf(meetingId, who('jurij').id), await stateOf(meetingId, who('tadeusz').id)]).toEqual(['waiting', 'registered'])
  await deliverNotices(house.ctx())
  expect(await lettersTo(who('tadeusz').id)).toContain('Zwolniło się miejsce: Czego brakuje na Zabłociu?')
  expect((await house.as(who('olga')).post(url(paths.meetingRegistrationEnd, { id: meetingId }))).status).toBe(409)
})

test('more seats seat those who wait; guests that no longer fit are refused and nothing is lost', async () => {
  const { house, who } = opened
  const meetingId = await aMeeting(2)
  expectDone(await post(who('olga'), meetingId))
  expectDone(await post(who('jurij'), meetingId))
  const refused = await post(who('olga'), meetingId, { guests: '3' })
  expect([refused.status, refused.html.includes('Tylu wolnych miejsc już nie ma')]).toEqual([422, true])
  expectDone(await post(who('tadeusz'), meetingId))
  const before = await loadMeeting(house.ctx(), meetingId)
  expect((await changeMeeting(house.ctx(who('bartek')), meetingId, { ...before, capacity: 10, reason: '' })).ok).toBe(true)
  expect(await stateOf(meetingId, who('tadeusz').id)).toBe('registered')
})

test('a moved meeting keeps registrations, tells everybody by letter or telephone, and asks again', async () => {
  const { house, who } = opened
  const meetingId = await aMeeting(5)
  expectDone(await post(who('olga'), meetingId))
  expectDone(await post(who('bartek'), meetingId, { other: 'tak', name: 'Zofia Mak', phone: '600 100 300', channel: 'phone' }))
  const before = await loadMeeting(house.ctx(), meetingId)
  const startsAt = new Date(before.startsAt.getTime() + 3_600_000)
  const moved = { ...before, startsAt, endsAt: new Date(startsAt.getTime() + 3_600_000), reason: 'Sala była zajęta o tej porze.' }
  expect((await changeMeeting(house.ctx(who('bartek')), meetingId, moved)).ok).toBe(true)
  await deliverNotices(house.ctx())
  expect((await lettersTo(who('olga').id)).at(-1)).toBe('Zmiana: Czego brakuje na Zabłociu?')
  const zofia = (await listRegistrations(house.ctx(), meetingId)).find(one => one.enteredBy !== null)
  const phoned = await house.db
    .selectFrom('phone_news')
    .select('title')
    .where('person_id', '=', zofia?.personId ?? '')
    .where('text_key', '=', 'meeting.moved')
    .execute()
  expect(phoned[0]?.title).toContain('Biblioteka, sala')
  const address = url(paths.meeting, { id: meetingId })
  expect((await house.as(who('olga')).get(address)).html).toContain('Spotkanie zmieniło termin lub miejsce')
  expectDone(await house.as(who('olga')).post(url(paths.meetingRegistrationConsent, { id: meetingId })))
  expect((await house.as(who('olga')).get(address)).html).not.toContain('Spotkanie zmieniło termin lub miejsce')
})

test('reminders come two days and three hours before, once each, and not to those who registered later than that', async () => {
  const { house, who } = opened
  const meetingId = await aMeeting(5)
  expectDone(await post(who('marta'), meetingId))
  const { startsAt } = await loadMeeting(house.ctx(), meetingId)
  const at = (hours: number) => ({ ...house.ctx(), now: new Date(startsAt.getTime() - hours * 3_600_000) })
  await deliverNotices(house.ctx())
  const count = async () => (await lettersTo(who('marta').id)).filter(subject => subject.startsWith('Za ')).length
  for (const [hours, expected] of [
    [49, 0],
    [48, 1],
    [30, 1],
    [3, 2],
    [1, 2],
  ] as const) {
    await remindComing(at(hours))
    await deliverNotices(at(hours))
    expect([hours, await count()]).toEqual([hours, expected])
  }
  house.now = new Date(startsAt.getTime() - 30 * 3_600_000)
  expectDone(await post(who('edyta'), meetingId))
  await remindComing(at(20))
  await deliverNotices(at(20))
  house.now = today
  expect((await lettersTo(who('edyta').id)).filter(subject => subject.startsWith('Za dwa'))).toHaveLength(0)
})

test('needs are read by the hosts and the coordinator only; a stranger and a neighbour see no list', async () => {
  const { house, who } = opened
  const meetingId = await aMeeting(5)
  expectDone(await post(who('olga'), meetingId, { needs: 'Miejsce dla wózka' }))
  const list = url(paths.meetingRegistrations, { id: meetingId })
  expect((await house.as(who('bartek')).get(list)).html).toContain('Miejsce dla wózka')
  expect((await house.as(who('kornelia')).get(list)).html).toContain('Miejsce dla wózka')
  const clerk = await house.as(who('celina')).get(list)
  expect([clerk.status, clerk.html.includes('Miejsce dla wózka')]).toEqual([200, false])
  expect((await house.as(who('jurij')).get(list)).status).toBe(403)
  const forged = await post(who('jurij'), meetingId, { other: 'tak', name: 'Ktoś Inny', channel: 'phone' })
  expect(forged.status).toBe(409)
})

test('the calendar of a district holds its meetings with their hours in UTC; a cancelled one stays, marked', async () => {
  const { house, who } = opened
  const meetingId = await aMeeting(5)
  expectDone(
    await house.as(who('bartek')).post(url(paths.meetingCancellation, { id: meetingId }), { reason: 'Prowadzący jest chory, przepraszamy.' }),
  )
  const feed = await house.stranger.get(`${paths.meetingsIcs}?gdzie=13`)
  expect(feed.headers.get('content-type')).toContain('text/calendar')
  expect(feed.html).toContain('STATUS:CANCELLED')
  expect(feed.html).toMatch(/DTSTART:2026\d{4}T\d{6}Z/)
  expect((await house.stranger.get(`${paths.meetingsIcs}?gdzie=14`)).html).not.toContain('BEGIN:VEVENT')
  expect((await house.stranger.get(`${paths.meetingsIcs}?gdzie=99`)).status).toBe(404)
})

test('My matters say where somebody means to go, and ask again after a move', async () => {
  const { house, who } = opened
  const meetingId = await aMeeting(5, { title: 'Spotkanie w moich sprawach' })
  expectDone(await post(who('adam'), meetingId))
  expect((await house.as(who('adam')).get(paths.myMatters)).html).toContain('Wybierasz się: ')
  await house.db.updateTable('meetings').set({ revision: 2 }).where('id', '=', meetingId).execute()
  expect((await house.as(who('adam')).get(paths.myMatters)).html).toContain('Potwierdź, że będziesz')
  await house.db.updateTable('meetings').set({ state: 'held' }).where('id', '=', meetingId).execute()
  expect((await house.as(who('bartek')).get(paths.myMatters)).html).toContain('Oddaj albo zniszcz papier')
})
