import { afterAll, beforeAll, expect, test } from 'vitest'
import type { Actor } from '#kit/actor.ts'
import { countPresent } from '#modules/meetings/attendance/attendance.store.ts'
import { countSeats } from '#modules/meetings/attendance/registrations.store.ts'
import { listMeetings } from '#modules/meetings/meetings.store.ts'
import { paths, url } from '#paths'
import { seedParts } from '#seeds/parts.ts'
import { fillWorld, type World } from '#seeds/world.ts'
import { openHouse, type TestHouse } from '#web/testing.ts'

let house: TestHouse
let world: World
const today = new Date('2026-03-12T11:00:00Z')
beforeAll(async () => {
  house = await openHouse({ now: today })
  world = await fillWorld(house.db, today, seedParts)
})
afterAll(() => house.close())

test('the demo world meets: every kind, every way, every state, in many districts, with a waiting list', async () => {
  const all = await listMeetings(house.ctx(), { states: ['draft', 'announced', 'held', 'closed', 'cancelled'], limit: 100 })
  const distinct = (pick: (meeting: (typeof all)[number]) => string) => [...new Set(all.map(pick))].sort()
  expect(all.length).toBeGreaterThanOrEqual(20)
  expect(distinct(({ state }) => state)).toEqual(['announced', 'cancelled', 'closed', 'draft', 'held'])
  expect(distinct(({ way }) => way)).toEqual(['async', 'hall', 'mixed', 'online', 'phone'])
  expect(distinct(({ kind }) => kind)).toEqual(['marathon', 'office-hours', 'talk', 'workshop'])
  expect(distinct(({ territoryId }) => territoryId).length).toBeGreaterThanOrEqual(15)
  expect((await countSeats(house.ctx(), world.ids.get('gathering.skwer') ?? '')).waiting).toBeGreaterThan(0)
})

async function countByMeeting(): Promise<ReadonlyMap<string, number>> {
  const { countAll } = house.db.fn
  const rows = await house.db
    .selectFrom('minute_lines')
    .select(['meeting_id', countAll<number>().as('lines')])
    .groupBy('meeting_id')
    .execute()
  return new Map(rows.map(row => [row.meeting_id, Number(row.lines)]))
}

test('somebody came to every meeting that took place, each has minutes, and an ambassador finds the next ones in the workspace', async () => {
  const been = await listMeetings(house.ctx(), { states: ['held', 'closed'], limit: 100 })
  const people = await countPresent(
    house.ctx(),
    been.map(({ id }) => id),
  )
  expect(been.filter(({ id }) => !people.get(id)).map(({ title }) => title)).toEqual([])
  const written = await countByMeeting()
  expect(been.filter(({ id }) => (written.get(id) ?? 0) === 0).map(({ title }) => title)).toEqual([])
  const workspace = await house.as(world.actors.get('bartek') as Actor).get(paths.workspace)
  expect(workspace.html).toContain(url(paths.meeting, { id: world.ids.get('gathering.skwer') ?? '' }))
  expect(workspace.html).toContain(`href="${paths.meetingNew}"`)
})
