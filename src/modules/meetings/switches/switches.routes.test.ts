import { sql } from 'kysely'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { newId } from '#kit/ids.ts'
import { register } from '#modules/meetings/attendance/registrations.actions.ts'
import { countSeats, findRegistration } from '#modules/meetings/attendance/registrations.store.ts'
import { loadMeeting } from '#modules/meetings/meetings.store.ts'
import { deliverNotices } from '#modules/meetings/notices.actions.ts'
import { switchToOnline } from '#modules/meetings/switches/switches.actions.ts'
import { announced, aPlan, openMeetings, today } from '#modules/meetings/testing-meetings.ts'
import { paths, url } from '#paths'
import { expectDone } from '#web/testing.ts'

let opened: Awaited<ReturnType<typeof openMeetings>>
beforeAll(async () => {
  opened = await openMeetings()
})
afterAll(() => opened.house.close())

let days = 5
async function aMeeting(territory: string, actor: 'bartek' | 'kornelia', more = {}) {
  const { house, who, id } = opened
  days += 1
  const startsAt = new Date(today.getTime() + days * 86_400_000)
  return announced(house, who(actor), aPlan(id(territory), { startsAt, endsAt: new Date(startsAt.getTime() + 7_200_000), ...more }))
}
const typed = (fields: Record<string, string> = {}) => ({
  key: newId('key'),
  path: 'district',
  day: '2026-03-12',
  how: 'online',
  link: 'https://rozmowy.example/{numer}',
  reason: 'Kwarantanna w całym kraju.',
  ...fields,
})

test('one act turns the hall meetings of a path, keeps registrations, tells everybody, and is taken back for one', async () => {
  const { house, who } = opened
  const [mine, city] = [await aMeeting('district.13', 'bartek', { capacity: 1 }), await aMeeting('city', 'kornelia')]
  const other = await aMeeting('district.13', 'bartek')
  const signUp = (key: 'olga' | 'jurij') => register(house.ctx(who(key)), mine, { key: newId('key'), guests: 0 })
  const first = await signUp('olga')
  house.now = new Date(today.getTime() + 60_000)
  expect([first.ok, (await signUp('jurij')).ok]).toEqual([true, true])
  const kornelia = house.as(who('kornelia'))
  expect((await house.as(who('bartek')).post(paths.onlineSwitches, typed())).status).toBe(403)
  expect((await kornelia.post(paths.onlineSwitches, typed({ link: '' }))).html).toContain('Podaj adres spotkań online')
  const form = typed()
  const [one, two] = await Promise.all([kornelia.post(paths.onlineSwitches, form), kornelia.post(paths.onlineSwitches, form)])
  expect(expectDone(one, /^\/urzad\/formula-online\/switch_/)).toBe(expectDone(two))
  const turned = await loadMeeting(house.ctx(), mine)
  expect([turned.way, turned.link, turned.capacity]).toEqual(['online', `https://rozmowy.example/${turned.number}`, null])
  expect((await loadMeeting(house.ctx(), city)).way).toBe('hall')
  expect((await findRegistration(house.ctx(), mine, who('jurij').id))?.state).toBe('registered')
  expect((await kornelia.get(one.location ?? '')).html).toContain('0 z 4')
  expect(await deliverNotices(house.ctx())).toBeGreaterThanOrEqual(4)
  expect((await kornelia.get(one.location ?? '')).html).toContain('4 z 4')
  const letters = await house.db.selectFrom('letters').select('subject').where('person_id', '=', who('olga').id).execute()
  expect(letters.map(letter => letter.subject)).toContain('Zamiast na sali, zdalnie: Czego brakuje na Zabłociu?')
  const page = await house.stranger.get(url(paths.meeting, { id: mine }))
  expect(page.html).toContain('Kwarantanna w całym kraju.')
  expect((await house.stranger.get(paths.meetings)).html).toContain('Zdalnie zamiast na sali')

  expectDone(await kornelia.post(url(paths.meetingReturn, { id: mine })))
  const back = await loadMeeting(house.ctx(), mine)
  expect([back.way, back.link, back.capacity, back.place]).toEqual(['hall', null, 1, turned.place])
  expect((await findRegistration(house.ctx(), mine, who('olga').id))?.state).toBe('registered')
  expect((await findRegistration(house.ctx(), mine, who('jurij').id))?.state).toBe('waiting')
  expect((await loadMeeting(house.ctx(), other)).way).toBe('online')
  expect((await kornelia.post(url(paths.meetingReturn, { id: mine }))).status).toBe(409)
  expect((await kornelia.post(paths.onlineSwitches, typed({ day: '2027-01-01' }))).html).toContain('nie ma od tego dnia żadnego spotkania')
})

test('in writing lasts 72 hours; a room taken meanwhile keeps a meeting from going back', async () => {
  const { house, who, id } = opened
  const place = { place: 'Aula', address: 'Długa 1' }
  const meetingId = await aMeeting('city', 'kornelia', place)
  expectDone(await house.as(who('kornelia')).post(paths.onlineSwitches, typed({ path: 'city', how: 'async', link: '' })))
  const turned = await loadMeeting(house.ctx(), meetingId)
  expect(turned.endsAt.getTime() - turned.startsAt.getTime()).toBe(72 * 3_600_000)
  await announced(
    house,
    who('bartek'),
    aPlan(id('district.13'), { ...place, startsAt: turned.startsAt, endsAt: new Date(turned.startsAt.getTime() + 3_600_000) }),
  )
  const refused = await house.as(who('kornelia')).post(url(paths.meetingReturn, { id: meetingId }))
  expect([refused.status, refused.html.includes('W tej sali jest w tym czasie inne spotkanie')]).toEqual([409, true])
})

test('two hundred meetings with five thousand people in one go: a few statements, no long lock, letters in chunks', async () => {
  const { house, who, id } = opened
  const { db } = house
  await sql`insert into persons (id, display_name, email, created_at, confirmed_at) select 'person_mass' || n, 'Osoba ' || n, 'o' || n || '@example.pl', now(), now() from generate_series(1, 5000) n`.execute(
    db,
  )
  await sql`insert into meetings (id, key, edition_id, territory_id, path, kind, way, state, title, about, starts_at, ends_at, place, access_steps, access_loop, access_sign, code, created_by, created_at)
    select 'meeting_mass' || n, 'mass' || n, ${id('edition')}, ${id('district.13')}, 'district', 'talk', 'hall', 'announced', 'Spotkanie ' || n, 'O okolicy',
      ${today}::timestamptz + interval '40 days' + n * interval '3 hours', ${today}::timestamptz + interval '40 days' + n * interval '3 hours' + interval '1 hour', 'Sala ' || n, 'unknown', false, false, 'mass' || n, 'p', now()
    from generate_series(1, 200) n`.execute(db)
  await sql`insert into meeting_registrations (id, key, meeting_id, person_id, channel, guests, state, at, seated_at, revision)
    select 'registration_mass' || n, 'mass' || n, 'meeting_mass' || (1 + n % 200), 'person_mass' || n, 'online', 0, 'registered', now(), now(), 1 from generate_series(1, 5000) n`.execute(
    db,
  )
  house.queries.length = 0
  const made = await switchToOnline(house.ctx(who('kornelia')), newId('key'), {
    path: 'district',
    fromDay: '2026-03-12',
    how: 'phone',
    reason: 'Kwarantanna w całym kraju.',
    linkPattern: null,
    phonePattern: '12 000 00 00, kod {numer}',
  })
  expect(made.ok).toBe(true)
  // one fact for each meeting, and a dozen statements for the rest
  expect(house.queries.length).toBeLessThan(240)
  expect((await countSeats(house.ctx(), 'meeting_mass1')).taken).toBe(25)
  expect(await deliverNotices(house.ctx())).toBeGreaterThanOrEqual(5000)
  const letters = await db
    .selectFrom('letters')
    .select(sql<number>`count(*)::int`.as('n'))
    .where('person_id', 'like', 'person_mass%')
    .executeTakeFirstOrThrow()
  expect(letters.n).toBe(5000)
  if (!made.ok) return
  const queries = async () => {
    house.queries.length = 0
    await house.as(who('kornelia')).get(url(paths.onlineSwitch, { id: made.id }))
    return house.queries.length
  }
  expect(await queries()).toBeLessThanOrEqual(8)
})
