import { sql } from 'kysely'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { Actor } from '#kit/actor.ts'
import { newId } from '#kit/ids.ts'
import { paths, url } from '#paths'
import { peopleSeed, residenceSeed } from '#seeds/people.seed.ts'
import { programmeSeed } from '#seeds/programme.seed.ts'
import { territoriesSeed } from '#seeds/territories.seed.ts'
import { fillWorld, type World } from '#seeds/world.ts'
import { expectDone, openHouse, type TestHouse } from '#web/testing.ts'

let house: TestHouse
let world: World
const today = new Date('2026-03-12T10:00:00Z')

beforeAll(async () => {
  house = await openHouse({ now: today })
  world = await fillWorld(house.db, today, [peopleSeed, territoriesSeed, programmeSeed, residenceSeed])
  // they came on different days, long ago, and nobody brought another
  await sql`update persons set created_at = ${new Date('2025-06-01T10:00:00Z')}::timestamptz - (ctid::text::point)[1] * interval '1 day'`.execute(
    house.db,
  )
})
afterAll(() => house.close())

const who = (key: Parameters<World['actors']['get']>[0]): Actor => {
  const actor = world.actors.get(key)
  if (!actor) throw new Error(key)
  return actor
}
const text = 'Dzieci bawią się między autami, bo na osiedlu nie ma żadnego placu zabaw.'
const idOf = (location: string) => location.split('/').at(-1) ?? ''
async function aNeed(title = 'Brakuje placu zabaw', actor = who('olga')): Promise<string> {
  return idOf(expectDone(await house.as(actor).post(paths.needs, { key: newId('key'), title, text, where: '13' }), /^\/potrzeby\/need_/))
}
const report = (o: string, fields: Record<string, string> = {}) => ({ key: newId('key'), o, rule: 'insult', words: 'Obraża sąsiadów.', ...fields })
const reportAs = (who_: Actor, o: string, fields: Record<string, string> = {}) => house.as(who_).post(paths.reportNew, report(o, fields))
const statement = 'Ten wpis obraża konkretną osobę. Napisz o sprawie, nie o sąsiedzie.'
const caseOf = async (subject: string) =>
  (
    await house.db
      .selectFrom('moderation_cases')
      .select('id')
      .where('subject_id', '=', subject)
      .orderBy('opened_at', 'desc')
      .executeTakeFirstOrThrow()
  ).id
const decide = (actor: Actor, id: string, fields: Record<string, string> = {}) =>
  house.as(actor).post(url(paths.moderationDecision, { id }), { step: 'hide', rule: 'insult', statement, ...fields })

test('three independent reports hide a need until review; its page is a stub, and lists leave it out', async () => {
  const id = await aNeed('Sąsiad spod szóstki psuje podwórko')
  for (const key of ['marta', 'jurij'] as const) expectDone(await reportAs(who(key), id))
  expect((await house.stranger.get(url(paths.need, { id }))).html).toContain('Sąsiad spod szóstki')
  expectDone(await reportAs(who('tadeusz'), id))
  const page = await house.stranger.get(url(paths.need, { id }))
  expect([page.status, page.html.includes('Ten wpis jest ukryty'), page.html.includes('Sąsiad spod szóstki')]).toEqual([200, true, false])
  expect((await house.stranger.get(paths.needs)).html).not.toContain('Sąsiad spod szóstki')
  expect((await house.as(who('olga')).get(url(paths.need, { id }))).html).toContain(url(paths.moderationCase, { id: await caseOf(id) }))
})

test('a decision with rule and reasons, an appeal, and a judgement by somebody else', async () => {
  const id = await aNeed('Niech Kowalski wreszcie posprząta')
  expectDone(await reportAs(who('marta'), id))
  const one = await caseOf(id)
  expect((await decide(who('marta'), one)).status).toBe(403)
  expectDone(await decide(who('monika'), one), paths.moderationQueue)
  expect((await house.stranger.get(url(paths.need, { id }))).html).toContain('Zasada 1')
  const appeal = url(paths.moderationAppeal, { id: one })
  const words = { appeal: 'To mój brat, a nazwisko jest na tablicy ogłoszeń.' }
  expect((await house.as(who('marta')).post(appeal, words)).status).toBe(404)
  expectDone(await house.as(who('olga')).post(appeal, words))
  const judgement = url(paths.moderationJudgement, { id: one })
  const own = await house.as(who('monika')).post(judgement, { step: 'uphold', statement })
  expect([own.status, own.html.includes('Pierwsza decyzja była Twoja')]).toEqual([409, true])
  expectDone(await house.as(who('kornelia')).post(judgement, { step: 'reverse', statement }))
  expect((await house.stranger.get(url(paths.need, { id }))).html).toContain('Niech Kowalski wreszcie posprząta')
  const log = await house.stranger.get(paths.moderationLog)
  expect(log.html).toContain('decyzja cofnięta')
  expect(log.html).not.toMatch(/Kowalski|Monika|Kornelia|Marta/)
})
