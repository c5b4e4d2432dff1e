import sharp from 'sharp'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { newId } from '#kit/ids.ts'
import { readCode } from '#modules/meetings/attendance/attendance.rules.ts'
import { countPresent, listPresent } from '#modules/meetings/attendance/attendance.store.ts'
import { register } from '#modules/meetings/attendance/registrations.actions.ts'
import { loadMeeting } from '#modules/meetings/meetings.store.ts'
import { announced, aPlan, openMeetings, today } from '#modules/meetings/testing-meetings.ts'
import { paths, url } from '#paths'
import { expectDone, expectHeld, type TestHouse } from '#web/testing.ts'

let opened: Awaited<ReturnType<typeof openMeetings>>
let house: TestHouse
beforeAll(async () => {
  opened = await openMeetings()
  house = opened.house
})
afterAll(() => opened.house.close())

let days = 5
/** A meeting of the ambassador with Olga and Jurij registered; the clock stands half an hour after its beginning. */
async function underWay() {
  const { who, id } = opened
  days += 1
  house.now = today
  const startsAt = new Date(today.getTime() + days * 86_400_000)
  const meetingId = await announced(house, who('bartek'), aPlan(id('district.13'), { startsAt, endsAt: new Date(startsAt.getTime() + 7_200_000) }))
  for (const key of ['olga', 'jurij'] as const) await register(house.ctx(who(key)), meetingId, { key: newId('key'), guests: 0 })
  house.now = new Date(startsAt.getTime() + 1_800_000)
  return loadMeeting(house.ctx(), meetingId)
}
const people = async (meetingId: string) => (await countPresent(house.ctx(), [meetingId])).get(meetingId) ?? 0

test.each(['abc-def', 'ABCDEF', ' abc def ', 'AbC–DeF'])('%s is the code ABC-DEF', typed => expect(readCode(typed)).toBe('ABC-DEF'))

test('the code of the hall counts whoever sits there: by account once, without a name once a form, not before and not long after', async () => {
  const meeting = await underWay()
  const { who } = opened
  const door = url(paths.checkInCode, { code: meeting.code })
  expectDone(await house.as(who('olga')).post(door))
  expectDone(await house.as(who('olga')).post(door))
  const key = newId('key')
  await Promise.all(Array.from({ length: 16 }, () => house.stranger.post(door, { key })))
  expect(await people(meeting.id)).toBe(2)
  expect((await house.as(who('olga')).get(door)).html).toContain('Twoja obecność jest zaznaczona')
  expect((await house.stranger.get(door)).html).not.toContain(who('olga').name)
  expect((await house.stranger.post(door)).status).toBe(409)
  expect((await house.stranger.get(url(paths.checkInCode, { code: 'XXX-XXX' }))).status).toBe(404)
  const wall = house.now
  house.now = new Date(meeting.endsAt.getTime() + 3 * 3_600_000)
  expect((await house.stranger.post(door, { key: newId('key') })).status).toBe(409)
  house.now = new Date(meeting.startsAt.getTime() - 2 * 3_600_000)
  expect((await house.as(who('jurij')).post(door)).status).toBe(409)
  house.now = wall
  expect(await people(meeting.id)).toBe(2)
})

test('a host ticks by keyboard and keys in the paper list; others see a number and no names', async () => {
  const meeting = await underWay()
  const { who } = opened
  const door = url(paths.meetingAttendance, { id: meeting.id })
  expect((await house.as(who('olga')).get(door)).status).toBe(403)
  expect((await house.as(who('olga')).post(door, { 'people[]': [who('jurij').id] })).status).toBe(403)
  const bartek = house.as(who('bartek'))
  expectDone(await bartek.post(door, { 'people[]': [who('jurij').id, 'person_stranger'] }))
  expect(await listPresent(house.ctx(), meeting.id)).toEqual([{ personId: who('jurij').id, how: 'marked' }])
  const paper = url(paths.meetingAttendancePaper, { id: meeting.id })
  expect((await bartek.post(paper, { count: 'dużo', was: '0' })).html).toContain('Wpisz liczbę od 0 do 2000')
  expectDone(await bartek.post(paper, { count: '7', was: '0' }))
  const late = await bartek.post(paper, { count: '9', was: '0' })
  expect([late.status, late.html.includes('Ktoś przed chwilą zmienił tę liczbę')]).toEqual([409, true])
  expect(await people(meeting.id)).toBe(8)
  expectDone(await bartek.post(url(paths.meetingAttendanceEnd, { id: meeting.id }), { person: who('jurij').id }))
  expect(await people(meeting.id)).toBe(7)
  const page = await house.stranger.get(url(paths.meeting, { id: meeting.id }))
  expect([page.html.includes(who('jurij').name), page.html.includes(meeting.code)]).toEqual([false, false])
})

test('whoever came without registering is put on the list by name: entered once, chosen again, never somebody with an account', async () => {
  const meeting = await underWay()
  const { who } = opened
  const door = url(paths.meetingWalkIn, { id: meeting.id })
  const bartek = house.as(who('bartek'))
  const fields = { key: newId('key'), name: 'Wiesława Topór', phone: '600 700 800' }
  const answers = await Promise.all(Array.from({ length: 16 }, () => bartek.post(door, fields)))
  expect(new Set(answers.map(({ status }) => status))).toEqual(new Set([303]))
  const [there, ...more] = await listPresent(house.ctx(), meeting.id)
  expect([there?.how, more.length, await people(meeting.id)]).toEqual(['marked', 0, 1])
  expect((await bartek.get(url(paths.meetingAttendance, { id: meeting.id }))).html).toContain('Wiesława Topór')
  const next = await underWay()
  const again = url(paths.meetingWalkIn, { id: next.id })
  expectDone(await bartek.post(again, { key: newId('key'), person: there?.personId ?? '' }))
  expect(await listPresent(house.ctx(), next.id)).toEqual(there ? [there] : [])
  for (const [bad, words] of [
    [{}, 'Wybierz osobę z listy albo podaj imię'],
    [{ name: 'Ala Kos', phone: 'nie mam' }, 'Podaj numer telefonu'],
    [{ person: who('olga').id }, 'Ta osoba ma konto'],
  ] as const) {
    const refused = await bartek.post(again, { key: newId('key'), ...bad })
    expect([refused.status, refused.html.includes(words)]).toEqual([422, true])
  }
  expect((await house.as(who('olga')).post(again, { key: newId('key'), name: 'Ala Kos' })).status).toBe(403)
  house.now = new Date(next.startsAt.getTime() - 2 * 3_600_000)
  expect((await bartek.post(again, { key: newId('key'), name: 'Ala Kos' })).status).toBe(409)
  expect(await people(next.id)).toBe(1)
})

test('the attendance sheet is a tagged PDF for hosts and the office only', async () => {
  const meeting = await underWay()
  const door = url(paths.meetingAttendanceSheet, { id: meeting.id })
  const sheet = await house.as(opened.who('bartek')).get(door)
  expect([sheet.status, sheet.headers.get('content-type'), sheet.html.startsWith('%PDF')]).toEqual([200, 'application/pdf', true])
  expect((await house.as(opened.who('olga')).get(door)).status).toBe(403)
})

test('a meeting is closed only once it is known what became of its paper', async () => {
  const meeting = await underWay()
  const bartek = house.as(opened.who('bartek'))
  const [paper, closing] = [url(paths.meetingPaper, { id: meeting.id }), url(paths.meetingClosing, { id: meeting.id })]
  expect((await bartek.post(paper, { how: 'returned' })).status).toBe(409)
  expectDone(await bartek.post(url(paths.meetingHolding, { id: meeting.id })))
  const early = await bartek.post(closing)
  expect([early.status, early.html.includes('Najpierw zapisz, co się stało z papierem')]).toEqual([409, true])
  expect((await bartek.post(paper, {})).status).toBe(422)
  expect((await house.as(opened.who('olga')).post(paper, { how: 'returned' })).status).toBe(409)
  expectDone(await bartek.post(paper, { how: 'destroyed', remark: 'Niszczarka w bibliotece' }))
  expect((await bartek.get(url(paths.meeting, { id: meeting.id }))).html).toContain('zniszczony w niszczarce')
  expectDone(await bartek.post(closing))
  expect((await loadMeeting(house.ctx(), meeting.id)).state).toBe('closed')
  expect((await bartek.post(closing)).status).toBe(409)
})

test('a photo needs words and consent; it can be taken away again', async () => {
  const meeting = await underWay()
  const bartek = house.as(opened.who('bartek'))
  const door = url(paths.meetingPhotos, { id: meeting.id })
  const pixel = await sharp({ create: { width: 40, height: 30, channels: 3, background: '#246' } })
    .jpeg()
    .toBuffer()
  const photo = () => new File([new Uint8Array(pixel)], 'sala.jpg', { type: 'image/jpeg' })
  const form = { key: newId('key'), alt: 'Ludzie przy stolikach', caption: 'Praca przy stolikach', consent: 'tak' }
  const back = await bartek.post(door, { ...form, consent: '', photo: photo() })
  expect(back.html).toContain('Bez zgody osób na zdjęciu')
  const held = expectHeld(back, 'photo')
  expect((await bartek.post(door, { ...form, alt: '', photo: photo() })).html).toContain('Opisz, co jest na zdjęciu')
  expect((await house.as(opened.who('olga')).post(door, { ...form, photo: photo() })).status).toBe(422)
  // the one that waited goes with the form; not with somebody else's
  expect((await house.as(opened.who('monika')).post(door, { ...form, key: newId('key'), ...held })).status).toBe(422)
  expectDone(await bartek.post(door, { ...form, ...held }))
  expectDone(await bartek.post(door, { ...form, photo: photo() }))
  const page = await house.stranger.get(url(paths.meeting, { id: meeting.id }))
  const files = [...page.html.matchAll(/<img src="\/pliki\/([^"]+)" alt="Ludzie przy stolikach"/g)]
  expect(files).toHaveLength(1)
  expectDone(await bartek.post(url(paths.meetingPhotoRemoval, { id: meeting.id, file: files[0]?.[1] ?? '' })))
  expect((await house.stranger.get(url(paths.meeting, { id: meeting.id }))).html).not.toContain('Ludzie przy stolikach')
})
