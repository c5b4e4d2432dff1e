import { afterAll, beforeAll, expect, test } from 'vitest'
import type { Actor } from '#kit/actor.ts'
import { newId } from '#kit/ids.ts'
import { readFigures } from '#modules/city/office/pilot-report.store.ts'
import { askAdvice, assignAdvice } from '#modules/consultation/advice.actions.ts'
import { answerAdvice } from '#modules/consultation/answering.actions.ts'
import { back } from '#modules/ideas/backings.actions.ts'
import { proposeIdea } from '#modules/ideas/ideas.actions.ts'
import { addNeed } from '#modules/ideas/needs.actions.ts'
import { findCurrentEdition } from '#modules/programme/editions/editions.store.ts'
import { paths } from '#paths'
import type { CastKey } from '#seeds/cast.ts'
import { peopleSeed, residenceSeed } from '#seeds/people.seed.ts'
import { programmeSeed } from '#seeds/programme.seed.ts'
import { territoriesSeed } from '#seeds/territories.seed.ts'
import { fillWorld, type World } from '#seeds/world.ts'
import { openHouse, type TestHouse } from '#web/testing.ts'

let house: TestHouse
let world: World
const today = new Date('2026-03-12T10:00:00Z')
const text = 'Zimą nie da się tędy przejść suchą nogą, a latem nie ma cienia.'
const who = (key: CastKey): Actor => world.actors.get(key) as Actor
const place = (number: number) => world.ids.get(`district.${number}`)

beforeAll(async () => {
  house = await openHouse({ now: today })
  world = await fillWorld(house.db, today, [peopleSeed, territoriesSeed, programmeSeed, residenceSeed])
  const say = (actor: CastKey, number: number, title: string) =>
    addNeed(house.ctx(who(actor)), { key: newId('key'), title, text, territoryId: place(number) })
  const need = await say('marta', 13, 'Ławka przy przychodni')
  const needId = need.ok ? need.id : ''
  await say('tadeusz', 18, 'Wiata na przystanku')
  for (const key of ['jurij', 'olga', 'monika', 'edyta', 'adam', 'irena'] as const) await back(house.ctx(who(key)), 'need', needId)
  const behalf = { channel: 'phone' as const, personId: world.ids.get('person.halina') ?? '', key: newId('key') }
  await back(house.ctx(who('celina')), 'need', needId, behalf)
  for (const [days, title] of [
    [2, 'Pierwszy pomysł'],
    [10, 'Drugi pomysł'],
  ] as const) {
    const idea = await proposeIdea(house.ctx(who('marta')), { key: newId('key'), title, text, territoryId: place(13) })
    const question = 'Czyj jest ten teren i czy można tam sadzić drzewa?'
    const asked = await askAdvice(house.ctx(who('marta')), {
      key: newId('key'),
      subjectId: idea.ok ? idea.id : '',
      unitId: world.ids.get('unit.ZZM') ?? '',
      question,
    })
    const adviceId = asked.ok ? (asked.id ?? '') : expect.unreachable(asked.why)
    expect((await assignAdvice(house.ctx(who('roman')), adviceId, who('ewa').id)).ok).toBe(true)
    house.now = new Date(today.getTime() + days * 86_400_000)
    const answer = { answers: [], overall: 'fine' as const, remark: 'Można, teren jest miejski i wolny.', estimate: undefined }
    const verdict = await answerAdvice(house.ctx(who('ewa')), adviceId, answer as never)
    expect(verdict.ok || verdict.why).toBe(true)
    house.now = today
  }
})
afterAll(() => house.close())

test('people count once, voices by their road, answers by their days', async () => {
  const edition = await findCurrentEdition(house.ctx())
  const figures = await readFigures(house.ctx(), edition?.id ?? '')
  expect(Object.fromEntries(figures.people)).toMatchObject({ said: 2, backed: 7 })
  expect(figures.everybody).toBe(9)
  expect(Object.fromEntries(figures.channels)).toEqual({ online: 10, meeting: 0, office: 0, paper: 0, phone: 1 })
  expect(figures.units.map(({ unit, asked, answered, medianDays, p90Days }) => [unit === '', asked, answered, medianDays, p90Days])).toEqual([
    [true, 2, 2, 6, 9.2],
    [false, 2, 2, 6, 9.2],
  ])
  const podgorze = figures.districts.find(({ territoryId }) => territoryId === place(13))
  expect(podgorze).toMatchObject({ people: 8, needs: 1, ideas: 2 })
  expect(figures.districts).toHaveLength(19)
})

test('the page says how each number is counted and shows no small group', async () => {
  const { status, html } = await house.stranger.get(paths.pilotReport)
  expect(status).toBe(200)
  expect(html.match(/Jak liczymy:/g)?.length).toBeGreaterThanOrEqual(6)
  // two people said something; one spoke by telephone, and its neighbour is kept back with it
  expect(html).toContain('mniej niż 5')
  expect(html).not.toMatch(/<th scope="row">przez telefon<\/th><td class="num">1</)
  expect(html).not.toMatch(/<th scope="row">dodały potrzebę albo pomysł<\/th><td class="num">2</)
})

test('the CSV says the same, one value a line, with how it is counted; the PDF is a PDF', async () => {
  const csv = await house.stranger.get(paths.pilotReportCsv)
  expect(csv.headers.get('content-type')).toBe('text/csv; charset=utf-8')
  const lines = csv.html.trim().split('\r\n')
  expect(lines[0]).toContain('"jak liczymy"')
  for (const line of lines) expect(line.split('";"')).toHaveLength(5)
  expect(lines.find(line => line.includes('"przez telefon"'))).toContain('"mniej niż 5"')
  const pdf = await house.stranger.get(paths.pilotReportPdf)
  expect([pdf.status, pdf.html.slice(0, 5)]).toEqual([200, '%PDF-'])
})

test('the report costs the same however much was said', async () => {
  const statements = async () => {
    house.queries.length = 0
    await house.stranger.get(paths.pilotReport)
    return house.queries.length
  }
  const few = await statements()
  await addNeed(house.ctx(who('olga')), { key: newId('key'), title: 'Jeszcze jedna potrzeba', text, territoryId: place(16) })
  expect(await statements()).toBe(few)
  expect(few).toBeLessThanOrEqual(14)
})

test('what a moderator has hidden is not counted, and neither is who backed it', async () => {
  const edition = await findCurrentEdition(house.ctx())
  const need = await house.db.selectFrom('needs').select('id').where('title', '=', 'Ławka przy przychodni').executeTakeFirstOrThrow()
  await house.db.insertInto('hidings').values({ subject_id: need.id, since: today }).execute()
  const figures = await readFigures(house.ctx(), edition?.id ?? '')
  expect(figures.people.get('backed') ?? 0).toBe(0)
  expect(figures.districts.find(({ territoryId }) => territoryId === place(13))).toMatchObject({ needs: 0, ideas: 2 })
  await house.db.deleteFrom('hidings').execute()
})
