import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import type { Actor } from '#kit/actor.ts'
import { newId } from '#kit/ids.ts'
import { handOver } from '#modules/ideas/handovers/handovers.actions.ts'
import { addNeed } from '#modules/ideas/needs.actions.ts'
import { paths } from '#paths'
import { peopleSeed, residenceSeed } from '#seeds/people.seed.ts'
import { programmeSeed } from '#seeds/programme.seed.ts'
import { territoriesSeed } from '#seeds/territories.seed.ts'
import { fillWorld, type World } from '#seeds/world.ts'
import { expectDone, openHouse, somebody, type TestHouse } from '#web/testing.ts'

let house: TestHouse
let world: World
let colleague: Actor
const today = new Date('2026-03-12T10:00:00Z')
const text = 'Zimą nie da się tędy przejść suchą nogą, a latem nie ma cienia.'

/** Needs handed over whose answers are late by now. */
async function late(title: string): Promise<string> {
  const who = (key: 'marta' | 'kornelia') => world.actors.get(key) as Actor
  const need = await addNeed(house.ctx(who('marta')), { key: newId('key'), title, text, territoryId: world.ids.get('district.13') })
  const asked = { key: newId('key'), subjectId: need.ok ? need.id : '', form: 'upkeep' as const, office: 'Biuro utrzymania', address: 'ul. Krótka 1' }
  const made = await handOver(house.ctx(who('kornelia')), [], { ...asked, note: 'To zwykłe utrzymanie, nie projekt.' })
  return made.ok ? (made.id ?? '') : expect.unreachable(made.why)
}

let ids: string[]
beforeAll(async () => {
  house = await openHouse({ now: today })
  world = await fillWorld(house.db, today, [peopleSeed, territoriesSeed, programmeSeed, residenceSeed])
  ids = [await late('Dziura w jezdni'), await late('Zgaszona latarnia'), await late('Przepełniony kosz')]
  house.now = new Date('2026-05-04T10:00:00Z')
  colleague = somebody('Koleżanka z zespołu', 'coordinator')
})
afterAll(() => house.close())
beforeEach(() => house.db.deleteFrom('taken_matters').execute())

const kornelia = () => house.as(world.actors.get('kornelia') as Actor)
const owner = async (id: string) =>
  (await house.db.selectFrom('taken_matters').select('person_id').where('matter_id', '=', id).executeTakeFirst())?.person_id

test('the list shows what is late, of which kind, and the doors where many are settled at once', async () => {
  const { status, html } = await kornelia().get(paths.officeToday)
  expect(status).toBe(200)
  for (const words of ['Dziura w jezdni', 'Zgaszona latarnia', 'Przekazane do urzędów', 'po terminie', paths.moderationQueue])
    expect(html).toContain(words)
  expect((await kornelia().get(`${paths.officeToday}?rodzaj=moderation`)).html).not.toContain('Dziura w jezdni')
  expect((await house.as(world.actors.get('olga') as Actor).get(paths.officeToday)).status).toBe(403)
  expect((await house.stranger.get(paths.officeToday)).location).toContain('/logowanie')
})

test('a taken row stays with whoever was first; sixteen colleagues at once make one owner', async () => {
  const [id = ''] = ids
  const colleagues = Array.from({ length: 16 }, (_, n) => somebody(`Zespół ${n}`, 'coordinator'))
  await Promise.all(colleagues.map(one => house.as(one).post(paths.officeToday, { krok: 'biore', 'ids[]': id })))
  const mine = await owner(id)
  expect(colleagues.map(one => one.id)).toContain(mine)
  const other = colleagues.find(one => one.id !== mine) as Actor
  const again = await house.as(other).post(paths.officeToday, { krok: 'biore', 'ids[]': id })
  expect(decodeURIComponent(again.headers.get('set-cookie') ?? '')).toContain('Zajęte przez kogoś innego: 1')
  // nor does a colleague give back what is not theirs
  await house.as(other).post(paths.officeToday, { krok: 'oddaje', 'ids[]': id })
  expect(await owner(id)).toBe(mine)
})

test('many are taken at once, shown as mine, given back, and free again by themselves after a day', async () => {
  expectDone(await kornelia().post(paths.officeToday, { krok: 'biore', 'ids[]': ids }), paths.officeToday)
  const mine = await kornelia().get(`${paths.officeToday}?czyje=mine`)
  expect(mine.html.match(/masz to Ty/g)).toHaveLength(3)
  expect((await house.as(colleague).get(`${paths.officeToday}?czyje=free`)).html).not.toContain('Dziura w jezdni')
  expect((await house.as(colleague).get(paths.officeToday)).html).toContain('ma to Kornelia Maj')
  expectDone(await kornelia().post(paths.officeToday, { jedna: `oddaje ${ids[0]}` }))
  expect(await owner(ids[0] ?? '')).toBeUndefined()
  await house.db
    .updateTable('taken_matters')
    .set({ taken_at: new Date(Date.now() - 25 * 3_600_000) })
    .execute()
  expect((await house.as(colleague).get(`${paths.officeToday}?czyje=free`)).html).toContain('Zgaszona latarnia')
  expectDone(await house.as(colleague).post(paths.officeToday, { jedna: `biore ${ids[1]}` }))
  expect(await owner(ids[1] ?? '')).toBe(colleague.id)
})

test('what does not wait for this colleague is not taken: another’s row, an invented one, nothing at all', async () => {
  const clerk = house.as(world.actors.get('celina') as Actor)
  for (const fields of [
    { krok: 'biore', 'ids[]': ids },
    { krok: 'biore', 'ids[]': ['handover_x', '../..'] },
    { krok: 'biore' },
    { jedna: 'biore; x' },
  ])
    expectDone(await clerk.post(paths.officeToday, fields as never))
  expect(await house.db.selectFrom('taken_matters').selectAll().execute()).toEqual([])
})

test('the list costs the same for three rows and for eight', async () => {
  const statements = async () => {
    house.queries.length = 0
    await kornelia().get(paths.officeToday)
    return house.queries.length
  }
  const few = await statements()
  house.now = today
  for (let n = 0; n < 5; n += 1) await late(`Jeszcze jedna dziura ${n}`)
  house.now = new Date('2026-05-04T10:00:00Z')
  expect(await statements()).toBe(few)
})
