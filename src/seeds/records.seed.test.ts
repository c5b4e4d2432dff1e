import { sql } from 'kysely'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { checkMinutes } from '#modules/meetings/minutes/minutes-check.actions.ts'
import { paths, url } from '#paths'
import { needs } from '#seeds/ideas.ts'
import { seedParts } from '#seeds/parts.ts'
import { fillWorld, type World } from '#seeds/world.ts'
import { openHouse, type TestHouse } from '#web/testing.ts'

let house: TestHouse
let world: World
const today = new Date('2026-03-12T11:00:00Z')
beforeAll(async () => {
  house = await openHouse({ now: today })
  world = await fillWorld(house.db, today, seedParts)
  await house.settle()
}, 240_000)
afterAll(() => house.close())

test('every need of the demo world walks back to a frozen line, and each seal is whole', async () => {
  const { rows } = await sql<{ need: string; meeting: string; state: string }>`
    select o.to_id as need, l.meeting_id as meeting, m.state from origins o join minute_lines l on l.id = o.from_id join minutes m on m.meeting_id = l.meeting_id
    where o.to_id like 'need_%'`.execute(house.db)
  expect(new Set(rows.map(row => row.need))).toEqual(new Set(needs.map(need => world.ids.get(`need.${need.name}`))))
  expect(new Set(rows.map(row => row.state))).toEqual(new Set(['frozen']))
  const meetings = [...new Set(rows.map(row => row.meeting))]
  expect(meetings.length).toBeGreaterThanOrEqual(6)
  for (const meeting of meetings) expect((await checkMinutes(house.ctx(), meeting)).state).toBe('whole')
})

test('voices came by every way, minutes stand in several stages', async () => {
  const ways = await sql<{ channel: string }>`select distinct channel from meeting_voices order by 1`.execute(house.db)
  expect(ways.rows.map(row => row.channel)).toEqual(expect.arrayContaining(['meeting', 'online', 'paper', 'phone']))
  const stages = await sql<{ state: string }>`select distinct state from minutes order by 1`.execute(house.db)
  expect(stages.rows.map(row => row.state)).toEqual(expect.arrayContaining(['corrections', 'draft', 'frozen']))
})

test('the city series goes from needs to a joint draft', async () => {
  const page = (stage: number) => house.stranger.get(url(paths.workshop, { id: world.ids.get('series') ?? '', stage }))
  expect((await page(1)).html).toContain('W upały w mieście nie ma się gdzie schronić')
  expect((await page(2)).html).toContain('Kurtyny wodne i ławki w cieniu')
  expect((await page(3)).html).toContain('Wspólny szkic:')
})
