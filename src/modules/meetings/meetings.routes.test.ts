import { afterAll, beforeAll, expect, test } from 'vitest'
import { newId } from '#kit/ids.ts'
import { loadMeeting } from '#modules/meetings/meetings.store.ts'
import { announced, aPlan, openMeetings, today } from '#modules/meetings/testing-meetings.ts'
import { paths, url } from '#paths'
import { expectDone, somebody } from '#web/testing.ts'

let opened: Awaited<ReturnType<typeof openMeetings>>
beforeAll(async () => {
  opened = await openMeetings()
})
afterAll(() => opened.house.close())

const typed = (fields: Record<string, string> = {}) => ({
  key: newId('key'),
  kind: 'talk',
  way: 'hall',
  territory: opened.id('district.13'),
  title: 'Czego brakuje na Zabłociu?',
  about: 'Porozmawiamy o okolicy.',
  day: '2026-03-21',
  starts: '18:00',
  ends: '20:00',
  place: newId('sala'),
  steps: 'step-free',
  ...fields,
})

test('an ambassador plans a meeting in her district, sees it alone, and announces it to everybody', async () => {
  const { house, who } = opened
  const bartek = house.as(who('bartek'))
  const form = typed()
  const [one, two] = await Promise.all([bartek.post(paths.meetings, form), bartek.post(paths.meetings, form)])
  expect(expectDone(one)).toBe(expectDone(two))
  const address = expectDone(one, /^\/spotkania\/meeting_/)
  expect((await house.stranger.get(address)).status).toBe(404)
  expect((await bartek.get(address)).html).toContain('To jest szkic')
  expect((await house.stranger.get(paths.meetings)).html).not.toContain(address)
  expectDone(await bartek.post(`${address}/ogloszenie`))
  expect((await house.stranger.get(address)).html).toContain('sobota, 21 marca, 18:00–20:00')
  expect((await house.stranger.get(`${paths.meetings}?gdzie=13`)).html).toContain(address)
  expect((await house.stranger.get(`${paths.meetings}?gdzie=14`)).html).not.toContain(address)
})

test('not in another district, not on the city path, and not after the recall', async () => {
  const { house, who, id } = opened
  const bartek = house.as(who('bartek'))
  for (const territory of [id('district.14'), id('city')])
    expect((await bartek.post(paths.meetings, typed({ territory, day: '2026-03-22' }))).status).toBe(422)
  expect((await house.as(who('olga')).get(paths.meetingNew)).status).toBe(403)
  const meetingId = await announced(
    house,
    who('bartek'),
    aPlan(id('district.13'), { startsAt: new Date('2026-03-23T17:00:00Z'), endsAt: new Date('2026-03-23T18:00:00Z') }),
  )
  const recalled = somebody('Odwołany')
  await house.db.insertInto('meeting_hosts').values({ meeting_id: meetingId, person_id: recalled.id }).execute()
  const answer = await house.as(recalled).post(url(paths.meetingCancellation, { id: meetingId }), { reason: 'Nie mogę przyjść, przepraszam.' })
  expect(answer.status).toBe(409)
  expect((await loadMeeting(house.ctx(), meetingId)).state).toBe('announced')
})

test('what was typed stays when something is missing', async () => {
  const { house, who } = opened
  const bartek = house.as(who('bartek'))
  const wrong = await bartek.post(paths.meetings, typed({ place: '', title: 'Spotkanie bez miejsca', day: '2026-03-24' }))
  expect([wrong.status, wrong.html.includes('value="Spotkanie bez miejsca"'), wrong.html.includes('Napisz, w jakim miejscu')]).toEqual([
    422,
    true,
    true,
  ])
  for (const [fields, sentence] of [
    [{ day: '2026-02-30' }, 'Podaj dzień'],
    [{ starts: '25:00' }, 'Podaj godzinę'],
    [{ ends: '17:00' }, 'musi się kończyć po tym'],
    [{ day: '2026-03-01' }, 'Ten czas już minął'],
    [{ way: 'online', link: 'javascript:alert(1)' }, 'zaczynać się od https'],
    [{ title: 'x'.repeat(5000) }, 'najwyżej 120 znaków'],
    [{ capacity: '0' }, 'od 1 do 5000'],
  ] as const)
    expect((await bartek.post(paths.meetings, typed({ day: '2026-03-24', ...fields }))).html).toContain(sentence)
})

test('two people never overwrite each other, and a move needs a reason', async () => {
  const { house, who, id } = opened
  const bartek = house.as(who('bartek'))
  const startsAt = new Date('2026-03-25T17:00:00Z')
  const meetingId = await announced(house, who('bartek'), aPlan(id('district.13'), { startsAt, endsAt: new Date('2026-03-25T18:00:00Z') }))
  const { version } = await loadMeeting(house.ctx(), meetingId)
  const change = (fields: Record<string, string>) =>
    bartek.post(url(paths.meetingEdit, { id: meetingId }), { ...typed({ day: '2026-03-25', ends: '19:00', ...fields }), version: String(version) })
  expect((await change({ place: 'Szkoła' })).html).toContain('Napisz powód')
  expectDone(await change({ place: 'Szkoła', reason: 'Biblioteka ma remont.' }))
  expect((await loadMeeting(house.ctx(), meetingId)).revision).toBe(2)
  const late = await change({ place: 'Dom kultury', reason: 'W szkole jest zajęte.' })
  expect([late.status, late.html.includes('Szkoła'), late.html.includes('value="Dom kultury"')]).toEqual([409, true, true])
})

test('nobody leads two meetings at once, and a room holds one; both refusals name the other meeting', async () => {
  const { house, who, id } = opened
  const time = { startsAt: new Date('2026-03-26T17:00:00Z'), endsAt: new Date('2026-03-26T19:00:00Z') }
  await announced(
    house,
    who('bartek'),
    aPlan(id('district.13'), { ...time, title: 'Pierwsze spotkanie', place: 'Biblioteka', address: 'Zabłocie 1' }),
  )
  const clash = { day: '2026-03-26', starts: '19:00', ends: '21:00' }
  const busy = await house.as(who('bartek')).post(paths.meetings, typed(clash))
  expect([busy.status, busy.html.includes('„Pierwsze spotkanie”')]).toEqual([422, true])
  const room = { ...clash, place: 'biblioteka', address: 'Zabłocie 1' }
  expect((await house.as(who('kornelia')).post(paths.meetings, typed(room))).html).toContain('W tej sali jest w tym czasie')
  expectDone(await house.as(who('kornelia')).post(paths.meetings, typed({ ...room, roomShared: 'tak' })))
})

test('sixteen bookings of one room at once are one meeting', async () => {
  const { house, who, id } = opened
  const time = { startsAt: new Date('2026-03-27T17:00:00Z'), endsAt: new Date('2026-03-27T19:00:00Z') }
  const posts = Array.from({ length: 16 }, () => house.as(who('kornelia')).post(paths.meetings, typed({ day: '2026-03-27', place: 'Aula' })))
  const statuses = (await Promise.all(posts)).map(answer => answer.status)
  expect(statuses.filter(status => status === 303)).toHaveLength(1)
  const made = await house.db.selectFrom('meetings').select('id').where('starts_at', '=', time.startsAt).where('place', '=', 'Aula').execute()
  expect([made.length, id('city') !== '']).toEqual([1, true])
})

test('a list takes as many statements for many meetings as for one', async () => {
  const { house, who, id } = opened
  const count = async () => {
    house.queries.length = 0
    await house.stranger.get(paths.meetings)
    return house.queries.length
  }
  const few = await count()
  for (let n = 0; n < 10; n += 1) {
    const startsAt = new Date(today.getTime() + (20 + n) * 86_400_000)
    await announced(house, who('bartek'), aPlan(id('district.13'), { startsAt, endsAt: new Date(startsAt.getTime() + 3_600_000) }))
  }
  expect(await count()).toBe(few)
  expect(few).toBeLessThanOrEqual(6)
})

test('the kit of a meeting is filled in for its hosts alone, and the short address of the poster leads to its page', async () => {
  const { house, who, id } = opened
  const times = { startsAt: new Date('2026-03-29T06:00:00Z'), endsAt: new Date('2026-03-29T07:00:00Z') }
  const meetingId = await announced(house, who('bartek'), aPlan(id('district.13'), times))
  const bartek = house.as(who('bartek'))
  const kit = (sheet: string) => url(paths.meetingKitPrint, { id: meetingId, sheet })
  const page = await bartek.get(url(paths.meeting, { id: meetingId }))
  for (const sheet of ['plakat', 'ogloszenie', 'scenariusz']) {
    expect(page.html).toContain(kit(sheet))
    expect([(await bartek.get(kit(sheet))).status, (await house.as(who('olga')).get(kit(sheet))).status], sheet).toEqual([200, 403])
  }
  expect((await house.as(who('olga')).get(url(paths.meeting, { id: meetingId }))).html).not.toContain(kit('plakat'))
  // the list and the sheets are the meeting's own
  for (const sheet of ['arkusze', 'lista-obecnosci', 'x']) expect((await bartek.get(kit(sheet))).status, sheet).toBe(404)
  const { number } = await loadMeeting(house.ctx(), meetingId)
  expect((await house.stranger.get(url(paths.meetingShort, { number: String(number) }))).location).toBe(url(paths.meeting, { id: meetingId }))
  for (const wrong of ['999999', 'abc']) expect((await house.stranger.get(url(paths.meetingShort, { number: wrong }))).status).toBe(404)
})
