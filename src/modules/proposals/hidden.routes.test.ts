import { sql } from 'kysely'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { newId } from '#kit/ids.ts'
import { type DraftingHouse, openDraftingHouse } from '#modules/proposals/testing-projects.ts'
import { paths, url } from '#paths'
import { expectDone } from '#web/testing.ts'

let at: DraftingHouse
beforeAll(async () => {
  at = await openDraftingHouse()
  // they came on different days, long ago, and nobody brought another
  const { db } = at.house
  await sql`update persons set created_at = ${new Date('2025-06-01T10:00:00Z')}::timestamptz - (ctid::text::point)[1] * interval '1 day'`.execute(db)
})
afterAll(() => at.house.close())

const report = (o: string) => ({ key: newId('key'), o, rule: 'insult', words: 'Obraża sąsiadów.' })

test('three reports take a draft out of sight: a stub for others, its authors go on mending, and nothing lists it', async () => {
  const { house, as, aDraft, write } = at
  const id = await aDraft({ tytul: 'Skwer bez tego gbura z szóstki' })
  const here = url(paths.project, { id })
  expect((await as('olga').get(here)).html).toContain(url(paths.reportNew, undefined, { o: id }).replaceAll('&', '&amp;'))
  for (const key of ['olga', 'jurij', 'tadeusz'] as const) expectDone(await as(key).post(paths.reportNew, report(id)))
  const seen = await house.stranger.get(here)
  expect([seen.status, seen.html.includes('Ten wpis jest ukryty'), seen.html.includes('gbura')]).toEqual([200, true, false])
  for (const path of [paths.projects, url(paths.district, { number: 13 }), `${paths.search}?q=gbura`, url(paths.projectVersions, { id })])
    expect((await house.stranger.get(path)).html, path).not.toContain(`href="${here}"`)
  expect((await house.stranger.get(url(paths.projectVersions, { id }))).status).toBe(404)
  const own = await as('marta').get(here)
  expect([own.html.includes('Ten wpis jest ukryty'), own.html.includes('gbura')]).toEqual([true, true])
  expect((await write(id, 'streszczenie', 'Skwer dla wszystkich, bez wytykania kogokolwiek palcem.', 0)).status).toBe(303)
})

test('a private draft that was reported is not betrayed by a stub', async () => {
  const { house, aDraft } = at
  const id = await aDraft({ widocznosc: 'private' })
  await house.db.insertInto('hidings').values({ subject_id: id, since: house.now }).execute()
  expect((await house.stranger.get(url(paths.project, { id }))).status).toBe(404)
})
