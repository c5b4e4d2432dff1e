import { sql } from 'kysely'
import sharp from 'sharp'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { newId } from '#kit/ids.ts'
import { minutesThings } from '#modules/meetings/minutes/minutes.things.ts'
import { announced, aPlan, openMeetings } from '#modules/meetings/testing-meetings.ts'
import { printSheets } from '#modules/meetings/voices/sheets.actions.ts'
import { hideThing } from '#modules/meetings/voices/testing-voices.ts'
import { claimRules } from '#modules/meetings/voices/voices.rules.ts'
import { paths, url } from '#paths'
import { findThings } from '#platform/things.ts'
import { expectDone, expectHeld } from '#web/testing.ts'

let opened: Awaited<ReturnType<typeof openMeetings>>
beforeAll(async () => {
  opened = await openMeetings()
})
afterAll(() => opened.house.close())

let n = 0
async function aMeeting(way: 'hall' | 'async' = 'hall'): Promise<string> {
  const { house, who, id } = opened
  n += 1
  const startsAt = new Date(house.now.getTime() + 3_600_000)
  const endsAt = new Date(startsAt.getTime() + (way === 'async' ? 72 : 1) * 3_600_000)
  const plan = aPlan(id('district.13'), {
    startsAt,
    endsAt,
    way,
    place: way === 'hall' ? `Sala ${n}` : null,
    link: way === 'async' ? 'https://spotkanie.example' : null,
  })
  const meetingId = await announced(house, who('bartek'), plan)
  house.now = new Date(startsAt.getTime() + 60_000)
  return meetingId
}
const as = (key: Parameters<typeof opened.who>[0]) => opened.house.as(opened.who(key))
const said = (more: Record<string, string> = {}) => ({ key: newId('key'), kind: 'need', text: 'Nie ma gdzie usiąść w cieniu.', ...more })
const keyed = (more: Record<string, string> = {}) => said({ channel: 'paper', ...more })
const keyInAt = (id: string) => url(paths.meetingKeyIn, { id })
const voicesOf = (id: string) =>
  opened.house.db
    .selectFrom('meeting_voices')
    .select(['id', 'text', 'channel', 'author_id', 'entered_by', 'about'])
    .where('meeting_id', '=', id)
    .orderBy('at')
    .execute()
async function sheetsOf(id: string, count = 3) {
  const printed = await printSheets(opened.house.ctx(opened.who('bartek')), { secret: 'x'.repeat(32) }, id, count)
  return printed.sheets ?? []
}

test('online everybody speaks while it lasts: an hour in a hall, 72 hours in an asynchronous one', async () => {
  const id = await aMeeting('async')
  const form = said({ about: '1', place: 'przy pętli' })
  await Promise.all(Array.from({ length: 16 }, () => as('marta').post(url(paths.meetingVoices, { id }), form)))
  expect(await voicesOf(id)).toMatchObject([{ channel: 'online', author_id: opened.who('marta').id, about: 'Czego brakuje najbardziej?' }])
  const start = opened.house.now
  opened.house.now = new Date(start.getTime() + 71 * 3_600_000)
  expectDone(await as('olga').post(url(paths.meetingVoices, { id }), said()))
  opened.house.now = new Date(start.getTime() + 73 * 3_600_000)
  const late = await as('jurij').post(url(paths.meetingVoices, { id }), said())
  expect([late.status, late.html.includes('Spotkanie się skończyło'), late.html.includes('Nie ma gdzie usiąść w cieniu.')]).toEqual([409, true, true])
})

test('harsh words are asked about once and then stand; a newcomer answers every question, but brings no third link', async () => {
  const id = await aMeeting('async')
  const at = url(paths.meetingVoices, { id })
  const harsh = said({ text: 'Jesteś idiotą, nikt tego nie chce.' })
  const asked = await as('olga').post(at, harsh)
  expect(asked.status).toBe(422)
  expect(asked.html).toContain('Jesteś idiotą, nikt tego nie chce.')
  const mark = /name="asked" value="(\w+)"/.exec(asked.html)?.[1] ?? ''
  expectDone(await as('olga').post(at, { ...harsh, asked: mark }))
  const born = opened.house.db.updateTable('persons').where('id', '=', opened.who('jurij').id)
  await born.set({ created_at: new Date() }).execute()
  for (let i = 0; i < 5; i += 1) expectDone(await as('jurij').post(at, said()))
  const links = said({ text: 'https://a.example https://b.example https://c.example' })
  const refused = await as('jurij').post(at, links)
  expect([refused.status, refused.html.includes('https://c.example')]).toEqual([409, true])
  await born.set({ created_at: new Date(0) }).execute()
})

test('what came by phone, in the hall and on paper is the same record with its channel, keyed in one after another', async () => {
  const id = await aMeeting()
  const back = expectDone(await as('celina').post(keyInAt(id), keyed({ channel: 'phone', kind: 'idea' })))
  expect(back).toContain('kanal=phone&rodzaj=idea')
  const form = (await as('celina').get(back)).html
  expect(form).toMatch(/<option value="phone" selected/)
  expect(form).toMatch(/<textarea[^>]*autofocus/)
  expectDone(await as('celina').post(keyInAt(id), keyed()))
  expectDone(await as('bartek').post(url(paths.meetingScreen, { id }), { key: newId('key'), channel: 'meeting', text: 'Za mało koszy' }))
  expect((await voicesOf(id)).map(voice => voice.channel)).toEqual(['phone', 'paper', 'meeting'])
  const page = (await opened.house.stranger.get(url(paths.meetingVoices, { id }))).html
  for (const words of ['przez telefon', 'na kartce', 'z sali', '3 głosy']) expect(page).toContain(words)
  expect((await as('olga').post(keyInAt(id), keyed())).status).toBe(404)
  expect((await as('olga').get(keyInAt(id))).status).toBe(404)
})

test('sheets are a PDF with numbers and codes; the database knows no code', async () => {
  const id = await aMeeting()
  const answer = await as('bartek').post(url(paths.meetingSheets, { id }), { count: '2' })
  expect([answer.status, answer.headers.get('content-type')]).toEqual([200, 'application/pdf'])
  expect((await as('bartek').post(url(paths.meetingSheets, { id }), { count: '1000' })).status).toBe(422)
  expect((await as('olga').post(url(paths.meetingSheets, { id }), { count: '2' })).status).toBe(409)
  const [first] = await sheetsOf(id)
  expect(first?.number).toBe(3)
  const { rows } = await sql<{ row: string }>`select row_to_json(s)::text as row from meeting_sheets s where meeting_id = ${id}`.execute(
    opened.house.db,
  )
  expect(rows.some(({ row }) => row.includes(first?.code ?? '-'))).toBe(false)
})

test('prints at once never share a number', async () => {
  const id = await aMeeting()
  await Promise.all(Array.from({ length: 8 }, () => as('bartek').post(url(paths.meetingSheets, { id }), { count: '3' })))
  const rows = await opened.house.db.selectFrom('meeting_sheets').select('number').where('meeting_id', '=', id).orderBy('number').execute()
  expect(rows.map(row => row.number)).toEqual(Array.from({ length: 24 }, (_, at) => at + 1))
})

test('a voice on paper is claimed by its code, once, and never by its number', async () => {
  const id = await aMeeting()
  const [sheet, other] = await sheetsOf(id)
  if (!sheet || !other) throw new Error('no sheets')
  expectDone(await as('celina').post(keyInAt(id), keyed({ sheet: String(sheet.number) })))
  expect((await as('celina').post(keyInAt(id), keyed({ sheet: '999' }))).html).toContain('Nie ma kartki o tym numerze')
  const claim = (key: Parameters<typeof opened.who>[0], code: string) => as(key).post(paths.sheetClaim, { code })
  expect((await claim('marta', String(sheet.number))).status).toBe(422)
  const answers = await Promise.all(['marta', 'jurij', 'olga'].map(key => claim(key as 'marta', sheet.code.toLowerCase().replaceAll('-', ' '))))
  expect(answers.map(one => one.status).sort()).toEqual([303, 409, 409])
  const owner = (await voicesOf(id))[0]?.author_id
  expect(['marta', 'jurij', 'olga'].map(key => opened.who(key as 'marta').id)).toContain(owner)
  // claimed before it is keyed in: the voice has its author at once
  expectDone(await claim('tadeusz', other.code))
  expectDone(await as('celina').post(keyInAt(id), keyed({ sheet: String(other.number), text: 'Przyjdzie później.' })))
  expect((await voicesOf(id))[1]?.author_id).toBe(opened.who('tadeusz').id)
})

test('guessing is counted: after ten tries even the right code waits an hour', async () => {
  const id = await aMeeting()
  const [sheet] = await sheetsOf(id)
  for (let tries = 0; tries < claimRules.triesAnHour; tries += 1)
    expect((await as('edyta').post(paths.sheetClaim, { code: 'AAA-BBB-CCC-DDD' })).status).toBe(422)
  expect((await as('edyta').post(paths.sheetClaim, { code: sheet?.code ?? '' })).status).toBe(429)
  await sql`delete from sheet_claim_tries`.execute(opened.house.db)
  expectDone(await as('edyta').post(paths.sheetClaim, { code: sheet?.code ?? '' }))
})

test('a photograph of a sheet is for the office alone, waits in a queue, and goes after it is keyed in', async () => {
  const id = await aMeeting()
  const pixel = await sharp({ create: { width: 60, height: 80, channels: 3, background: '#fff' } })
    .jpeg()
    .toBuffer()
  const photo = () => new File([new Uint8Array(pixel)], 'kartka.jpg', { type: 'image/jpeg' })
  const sheet = { key: newId('key'), number: '7' }
  const held = expectHeld(await as('bartek').post(url(paths.meetingSheetPhotos, { id }), { ...sheet, number: '1234567', photo: photo() }), 'photo')
  expectDone(await as('bartek').post(url(paths.meetingSheetPhotos, { id }), { ...sheet, ...held }))
  expect((await as('olga').post(url(paths.meetingSheetPhotos, { id }), { key: newId('key'), photo: photo() })).status).toBe(409)
  const queue = (await as('celina').get(paths.sheetQueue)).html
  expect(queue).toContain('Zdjęcie kartki nr 7')
  const file = /\/pliki\/file_\w+/.exec(queue)?.[0] ?? ''
  expect([(await as('celina').get(file)).status, (await as('olga').get(file)).status === 200]).toEqual([200, false])
  const row = await opened.house.db.selectFrom('sheet_photos').select('id').where('meeting_id', '=', id).executeTakeFirstOrThrow()
  expect((await as('celina').get(url(paths.meetingKeyIn, { id }, { zdjecie: row.id }))).html).toContain(file)
  expectDone(await as('celina').post(url(paths.meetingSheetPhotoEnd, { id, photo: row.id })))
  expect((await as('celina').get(paths.sheetQueue)).html).not.toContain('Zdjęcie kartki nr 7')
})

test('what became of each voice stands on a page and on paper; what a moderator has hidden is on neither', async () => {
  const id = await aMeeting()
  expectDone(await as('celina').post(keyInAt(id), keyed({ kind: 'need' })))
  expectDone(await as('celina').post(keyInAt(id), keyed({ kind: 'remark', text: 'Dobrze, że pytacie *nas* #teraz [tu].' })))
  expectDone(await as('celina').post(keyInAt(id), keyed({ kind: 'remark', text: 'Tego nie wolno pisać.' })))
  const [voice, , bad] = await voicesOf(id)
  expectDone(await as('bartek').post(url(paths.voiceLine, { id, voice: voice?.id ?? '' }), { key: newId('key') }))
  const line = (await opened.house.db.selectFrom('minute_lines').select('id').where('meeting_id', '=', id).executeTakeFirstOrThrow()).id
  opened.house.now = new Date('2026-03-12T12:00:00Z')
  expectDone(
    await as('bartek').post(paths.needs, {
      key: newId('key'),
      title: 'Brakuje cienia przy pętli',
      text: 'Nie ma gdzie usiąść w cieniu przy pętli.',
      where: '13',
      z: line,
    }),
  )
  await hideThing(opened.house, bad?.id ?? '')
  const page = (await opened.house.stranger.get(url(paths.meetingFates, { id }))).html
  for (const words of ['2 głosy, z czego 1 ma dalszy ciąg', 'zapis nr 1 w protokole', 'Brakuje cienia przy pętli', 'uwaga, zapisana dla wszystkich'])
    expect(page).toContain(words)
  expect(page).not.toContain('Tego nie wolno pisać')
  const paper = await opened.house.stranger.get(url(paths.meetingFatesPrint, { id }))
  expect([paper.status, paper.headers.get('content-type')]).toEqual([200, 'application/pdf'])
})

test('a voice is public as long as its meeting is and no moderator has hidden it', async () => {
  const { house } = opened
  const id = await aMeeting('async')
  expectDone(await as('olga').post(url(paths.meetingVoices, { id }), said()))
  const voice = (await voicesOf(id))[0]?.id ?? ''
  const isPublic = async () => (await findThings(house.ctx(), minutesThings, [voice])).get(voice)?.isPublic
  expect(await isPublic()).toBe(true)
  await house.db.updateTable('meetings').set({ state: 'draft' }).where('id', '=', id).execute()
  expect(await isPublic()).toBe(false)
  await house.db.updateTable('meetings').set({ state: 'announced' }).where('id', '=', id).execute()
  await hideThing(house, voice)
  expect(await isPublic()).toBe(false)
})
