import { sql } from 'kysely'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { Actor } from '#kit/actor.ts'
import { newId } from '#kit/ids.ts'
import { minutesDataOf } from '#modules/meetings/minutes/minutes.store.ts'
import { announced, aPlan, openMeetings } from '#modules/meetings/testing-meetings.ts'
import { paths, url } from '#paths'
import { expectDone } from '#web/testing.ts'

let opened: Awaited<ReturnType<typeof openMeetings>>
beforeAll(async () => {
  opened = await openMeetings()
})
afterAll(() => opened.house.close())

let hour = 0
/** A meeting under way, an hour after the one before. */
async function aMeeting(): Promise<string> {
  const { house, who, id } = opened
  hour += 1
  const startsAt = new Date(house.now.getTime() + 3_600_000 * 2)
  const meetingId = await announced(
    house,
    who('bartek'),
    aPlan(id('district.13'), { startsAt, endsAt: new Date(startsAt.getTime() + 3_600_000), place: `Sala ${hour}` }),
  )
  house.now = new Date(startsAt.getTime() + 60_000)
  return meetingId
}
const day = 86_400_000
const at = (id: string) => ({ minutes: url(paths.minutes, { id }), lines: url(paths.minutesLines, { id }), step: url(paths.minutesStep, { id }) })
const note = (text: string, key = newId('key')) => ({ key, text, kind: 'note' })
const as = (key: Parameters<typeof opened.who>[0]) => opened.house.as(opened.who(key))
async function aLine(id: string, text = 'Brakuje ławek przy pętli.'): Promise<string> {
  expectDone(await as('bartek').post(at(id).lines, note(text)))
  return (await linesOf(id)).at(-1)?.id ?? ''
}
const linesOf = (id: string) =>
  opened.house.db.selectFrom('minute_lines').select(['id', 'text', 'version']).where('meeting_id', '=', id).orderBy('place').execute()
async function speaks(id: string, key: Parameters<typeof opened.who>[0]) {
  return as(key).post(url(paths.meetingVoices, { id }), { key: newId('key'), kind: 'need', text: 'Nie ma gdzie usiąść' })
}
async function frozen(id: string) {
  expectDone(await as('bartek').post(at(id).step, { step: 'tidy' }))
  expectDone(await as('bartek').post(at(id).step, { step: 'open', days: '2' }))
  opened.house.now = new Date(opened.house.now.getTime() + 3 * day)
  expectDone(await as('bartek').post(at(id).step, { step: 'freeze' }))
  await opened.house.settle()
}

test('several people take notes at once, and a line sent twice or sixteen times is one line', async () => {
  const id = await aMeeting()
  const form = note('Ktoś pyta o kosze.')
  await Promise.all(Array.from({ length: 16 }, () => as('bartek').post(at(id).lines, form)))
  await Promise.all([as('bartek').post(at(id).lines, note('Pierwsza rzecz')), as('celina').post(at(id).lines, note('Druga rzecz'))])
  expect((await linesOf(id)).map(line => line.text).sort()).toEqual(['Druga rzecz', 'Ktoś pyta o kosze.', 'Pierwsza rzecz'])
  expect((await opened.house.stranger.get(at(id).minutes)).html).toContain('Ktoś pyta o kosze.')
})

test('harsh words are written down without delay; the host is asked about them once, before others are called to correct', async () => {
  const id = await aMeeting()
  await aLine(id)
  const harsh = await aLine(id, 'Pan z sali: idioci wycięli lipy.')
  const open = (fields: Record<string, string> = {}, key: 'bartek' | 'olga' = 'bartek') =>
    as(key).post(at(id).step, { step: 'open', days: '2', ...fields })
  expectDone(await as('bartek').post(at(id).step, { step: 'tidy' }))
  expect((await open({}, 'olga')).status).toBe(409)
  const asked = await open({ days: '5' })
  expect(asked.status).toBe(422)
  for (const words of ['Te słowa mogą zaboleć', `href="#${harsh}">Zapis nr 2`, 'value="5"']) expect(asked.html, words).toContain(words)
  const [, mark = ''] = /name="asked" value="(\w+)"/.exec(asked.html) ?? []
  expectDone(await open({ asked: mark }))
})

test('somebody who only looks on writes nothing until the host lets those who are there', async () => {
  const id = await aMeeting()
  expectDone(await speaks(id, 'marta'))
  expect((await as('marta').post(at(id).lines, note('Ja też notuję'))).status).toBe(409)
  expectDone(await as('bartek').post(url(paths.minutesNoting, { id }), { open: 'tak' }))
  expectDone(await as('marta').post(at(id).lines, note('Ja też notuję')))
  expect((await as('olga').post(at(id).lines, note('Mnie tam nie było'))).status).toBe(409)
  expect((await as('marta').post(at(id).step, { step: 'tidy' })).status).toBe(409)
})

test('two who change one line do not overwrite each other: the second sees both texts', async () => {
  const id = await aMeeting()
  const line = await aLine(id)
  const here = url(paths.minutesLine, { id, line })
  expectDone(await as('bartek').post(here, { version: '1', text: 'Brakuje dwóch ławek.', kind: 'agreed' }))
  const late = await as('celina').post(here, { version: '1', text: 'Brakuje trzech ławek.', kind: 'note' })
  expect([late.status, late.html.includes('Brakuje dwóch ławek.'), late.html.includes('Brakuje trzech ławek.')]).toEqual([409, true, true])
  expect((await linesOf(id))[0]).toMatchObject({ text: 'Brakuje dwóch ławek.', version: 2 })
  expectDone(await as('celina').post(here, { version: '2', text: 'Brakuje trzech ławek.', kind: 'note' }))
})

test('whoever was there corrects, each correction is answered, and only then the minutes freeze', async () => {
  const id = await aMeeting()
  expectDone(await speaks(id, 'marta'))
  const line = await aLine(id, 'Będzie pięć ławek.')
  expectDone(await as('bartek').post(at(id).step, { step: 'tidy' }))
  expect((await as('celina').post(at(id).lines, note('Za późno'))).status).toBe(409)
  expectDone(await as('bartek').post(at(id).step, { step: 'open', days: '3' }))
  const correction = { key: newId('key'), line, text: 'Będzie sześć ławek.' }
  expect((await as('olga').post(url(paths.minutesCorrections, { id }), { ...correction, key: newId('key') })).status).toBe(409)
  const harsh = await as('marta').post(url(paths.minutesCorrections, { id }), { ...correction, key: newId('key'), text: 'Prowadząca to idiotka.' })
  expect([harsh.status, harsh.html.includes('Prowadząca to idiotka.')]).toEqual([422, true])
  expectDone(await as('marta').post(url(paths.minutesCorrections, { id }), correction))
  expectDone(await as('marta').post(url(paths.minutesCorrections, { id }), correction))
  expect((await as('marta').get(paths.myMatters)).html).toContain('Zgłoś poprawki do protokołu')
  expect((await as('bartek').get(paths.myMatters)).html).toContain('1 poprawka czeka')
  opened.house.now = new Date(opened.house.now.getTime() + 4 * day)
  expect((await as('bartek').post(at(id).step, { step: 'freeze' })).html).toContain('Najpierw odpowiedz na wszystkie poprawki')
  const [row] = await opened.house.db.selectFrom('minute_corrections').select('id').where('meeting_id', '=', id).execute()
  const answer = url(paths.minutesCorrectionAnswer, { id, correction: row?.id ?? '' })
  expect((await as('celina').post(answer, { outcome: 'taken', answer: 'Tak było powiedziane.' })).status).toBe(409)
  const answers = await Promise.all(Array.from({ length: 4 }, () => as('bartek').post(answer, { outcome: 'taken', answer: 'Tak było powiedziane.' })))
  expect(answers.map(one => one.status).sort()).toEqual([303, 409, 409, 409])
  expect((await linesOf(id))[0]?.text).toBe('Będzie sześć ławek.')
  expectDone(await as('bartek').post(at(id).step, { step: 'freeze' }))
  expect((await as('bartek').post(url(paths.minutesLine, { id, line }), { version: '2', text: 'Inaczej', kind: 'note' })).status).toBe(409)
  expect((await minutesDataOf(opened.house.ctx(), opened.who('marta').id)).corrections).toHaveLength(1)
})

test('frozen minutes are checked by anybody; the database itself refuses to change them', async () => {
  const id = await aMeeting()
  const line = await aLine(id)
  await aLine(id, 'Drugi zapis.')
  await frozen(id)
  expect((await opened.house.stranger.get(url(paths.minutesCheck, { id }))).html).toContain('Nikt nie zmienił ani słowa')
  const change = sql`update minute_lines set text = 'Podmienione' where id = ${line}`
  await expect(change.execute(opened.house.db)).rejects.toThrow('frozen minutes')
  await expect(sql`delete from minute_lines where id = ${line}`.execute(opened.house.db)).rejects.toThrow('frozen minutes')
  // whose it was may be erased without breaking the seal
  await sql`update minute_lines set author_id = '' where id = ${line}`.execute(opened.house.db)
  expect((await opened.house.stranger.get(url(paths.minutesCheck, { id }))).html).toContain('Nikt nie zmienił ani słowa')
})

test('planted: with the guard of the table gone, a tampered line is found by its number', async () => {
  const id = await aMeeting()
  await aLine(id)
  const second = await aLine(id, 'Drugi zapis.')
  await frozen(id)
  await sql`alter table minute_lines disable trigger frozen_lines`.execute(opened.house.db)
  await sql`update minute_lines set text = 'Podmieniony zapis.' where id = ${second}`.execute(opened.house.db)
  await sql`alter table minute_lines enable trigger frozen_lines`.execute(opened.house.db)
  const page = (await opened.house.stranger.get(url(paths.minutesCheck, { id }))).html
  expect(page).toContain('Protokół różni się od zamkniętego')
  expect(page).toContain('Inne są zapisy o numerach: 2.')
})

test('a line becomes a need, an idea, a question or a task by one act, and each cites it', async () => {
  const id = await aMeeting()
  const line = await aLine(id, 'Przy pętli nie ma gdzie usiąść w cieniu, a czeka się kwadrans.')
  await frozen(id)
  opened.house.now = new Date('2026-03-12T12:00:00Z')
  const form = await as('marta').get(url(paths.needNew, undefined, { z: line }))
  expect(form.html).toContain('value="Przy pętli nie ma gdzie usiąść w cieniu, a czeka się kwadrans"')
  expect(form.html).toContain('z zamkniętego protokołu')
  const typed = {
    title: 'Nie ma gdzie usiąść w cieniu',
    text: 'Przy pętli nie ma gdzie usiąść w cieniu, a czeka się kwadrans.',
    where: '13',
    z: line,
  }
  const need = expectDone(await as('marta').post(paths.needs, { ...typed, key: newId('key') }), /^\/potrzeby\/need_/)
  const idea = expectDone(await as('marta').post(paths.ideas, { ...typed, key: newId('key'), title: 'Ławki pod lipami' }), /^\/pomysly\/idea_/)
  for (const page of [need, idea]) expect((await opened.house.stranger.get(page)).html).toContain(url(paths.minutesLine, { id, line }))
  expect((await as('bartek').get(url(paths.adviceNew, undefined, { o: line }))).html).toContain('Przy pętli nie ma gdzie usiąść')
  const [unit] = await opened.house.db.selectFrom('units').select('id').execute()
  const asked = { key: newId('key'), o: line, jednostka: unit?.id ?? '', pytanie: 'Czyj to teren?' }
  expectDone(await as('bartek').post(paths.adviceNew, asked), /^\/opinie\/advice_/)
  const task = { key: newId('key'), line, what: 'Zapytać zarząd zieleni', who: 'Bartek', due: '2026-03-20' }
  expectDone(await as('bartek').post(url(paths.minutesTasks, { id }), task))
  const page = (await opened.house.stranger.get(url(paths.minutesLine, { id, line }))).html
  for (const words of ['Nie ma gdzie usiąść w cieniu', 'Ławki pod lipami', 'Zapytać zarząd zieleni', 'czeka na przydział'])
    expect(page).toContain(words)
  expect((await as('bartek').get(paths.myMatters)).html).toContain('Zadanie ze spotkania: Zapytać zarząd zieleni')
})

test('what is not there to be read is not cited', async () => {
  const { house, who, id } = opened
  const typed = { title: 'Brakuje koszy', text: 'W całej okolicy brakuje koszy na śmieci.', where: '13', z: 'line_nothing' }
  const need = expectDone(await as('marta').post(paths.needs, { ...typed, key: newId('key') }))
  const origins = await house.db
    .selectFrom('origins')
    .selectAll()
    .where('to_id', '=', need.split('/').at(-1) ?? '')
    .execute()
  expect([origins, who('marta').id !== '', id('district.13') !== '']).toEqual([[], true, true])
})

test('long minutes take as many statements as short ones', async () => {
  const id = await aMeeting()
  await aLine(id)
  const count = async (visitor: Actor | undefined) => {
    opened.house.queries.length = 0
    await (visitor ? opened.house.as(visitor) : opened.house.stranger).get(at(id).minutes)
    return opened.house.queries.length
  }
  const short = await count(opened.who('bartek'))
  await sql`insert into minute_lines (id, key, meeting_id, place, kind, text, author_id, at, changed_at)
    select 'line_many' || n, 'key_many' || n, ${id}, n + 10, 'note', 'Zapis', ${opened.who('celina').id}, now(), now() from generate_series(1, 200) n`.execute(
    opened.house.db,
  )
  await sql`insert into origins (from_id, to_id, at) select 'line_many' || n, 'need_many' || n, now() from generate_series(1, 200) n`.execute(
    opened.house.db,
  )
  expect((await count(opened.who('bartek'))) - short).toBeLessThanOrEqual(1)
  expect(short).toBeLessThanOrEqual(16)
})

test('bad input: five thousand characters, nothing at all, a form out of another meeting', async () => {
  const [id, other] = [await aMeeting(), await aMeeting()]
  const line = await aLine(other, 'Zapis z innego spotkania.')
  expect((await as('bartek').post(at(id).lines, note('ż'.repeat(5000)))).status).toBe(422)
  expect((await as('bartek').post(at(id).lines, note('   '))).status).toBe(422)
  expect((await as('bartek').get(url(paths.minutesLine, { id, line }))).status).toBe(404)
  expect((await as('bartek').post(at('meeting_nowhere').lines, note('Nic'))).status).toBe(404)
  expect((await opened.house.stranger.post(at(id).lines, note('Obcy'))).location).toContain('/logowanie')
})
