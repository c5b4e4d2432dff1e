import { afterAll, beforeAll, expect, test } from 'vitest'
import { listLinesById } from '#modules/meetings/minutes/minutes.store.ts'
import { ancestorsOf, descendantsOf } from '#platform/origins.ts'
import { seedParts } from '#seeds/parts.ts'
import { fillWorld } from '#seeds/world.ts'
import { openHouse, type TestHouse } from '#web/testing.ts'

let house: TestHouse
beforeAll(async () => {
  house = await openHouse({ now: new Date() })
  await fillWorld(house.db, house.now, seedParts)
})
afterAll(() => house.close())

type Row = { readonly id: string; readonly title: string; readonly state: string }
const said = (table: 'needs' | 'ideas') =>
  house.db
    .selectFrom(table as 'needs')
    .select(['id', 'title', 'state'])
    .execute() as Promise<Row[]>
const projects = async (): Promise<Row[]> =>
  (await house.db.selectFrom('projects').select(['id', 'state']).execute()).map(row => ({ ...row, title: row.id }))

/** A voice, a comment, or a card of a workshop; a line only once its minutes are frozen. */
async function isWalkedBack(id: string): Promise<boolean> {
  const origins = await ancestorsOf(house.ctx(), id)
  if (origins.some(origin => /^(voice|comment|card|workshop)_/.test(origin))) return true
  const lines = await listLinesById(
    house.ctx(),
    origins.filter(origin => origin.startsWith('line_')),
  )
  return lines.some(line => line.frozen)
}
const withoutSource = async (rows: readonly Row[]) => {
  const walked = await Promise.all(rows.map(async row => [row, await isWalkedBack(row.id)] as const))
  return walked.filter(([, found]) => !found).map(([{ title }]) => title)
}

test('every need, idea and draft of the demo world walks back to what somebody said', async () => {
  for (const rows of [await said('needs'), await said('ideas'), await projects()]) {
    expect(rows.length).toBeGreaterThan(4)
    expect(await withoutSource(rows)).toEqual([])
  }
})
test('and forward to its fate: what has been taken up leads to what it became', async () => {
  for (const need of (await said('needs')).filter(({ state }) => state === 'in-idea'))
    expect(
      (await descendantsOf(house.ctx(), need.id)).some(id => id.startsWith('idea_')),
      need.title,
    ).toBe(true)
  for (const idea of (await said('ideas')).filter(({ state }) => state === 'drafting'))
    expect(
      (await descendantsOf(house.ctx(), idea.id)).some(id => id.startsWith('project_')),
      idea.title,
    ).toBe(true)
})
test('what nobody said is found', async () => {
  expect(await withoutSource([{ id: 'need_nowhere', title: 'Znikąd', state: 'open' }])).toEqual(['Znikąd'])
})
