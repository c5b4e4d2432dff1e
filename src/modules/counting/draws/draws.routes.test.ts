import { createHash } from 'node:crypto'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { addDays, startOfDay } from '#kit/dates.ts'
import { commitDraw, revealDraw } from '#modules/counting/draws/draws.actions.ts'
import { type Draw, mayCommitDraw, mayRevealDraw, mayUseEvent } from '#modules/counting/draws/draws.rules.ts'
import { loadCurrentEdition } from '#modules/programme/editions/editions.store.ts'
import { paths } from '#paths'
import { peopleSeed } from '#seeds/people.seed.ts'
import { programmeSeed } from '#seeds/programme.seed.ts'
import { territoriesSeed } from '#seeds/territories.seed.ts'
import { fillWorld } from '#seeds/world.ts'
import { expectDone, openHouse, somebody, type TestHouse } from '#web/testing.ts'

const coordinator = somebody('Kornelia', 'coordinator')
const voting = { phases: [{ id: 'f', kind: 'voting' as const, from: '2026-09-10', to: '2026-09-20', note: '' }] }
const draw: Draw = {
  editionId: 'e',
  state: 'committed',
  commitment: 'c',
  event: 'liczby Lotka',
  eventOn: '2026-09-25',
  committedAt: new Date(0),
  secret: undefined,
  outcome: undefined,
  seed: undefined,
}
test.each([
  [coordinator, '2026-09-09T20:00:00Z', undefined, undefined],
  [coordinator, '2026-09-10T10:00:00Z', undefined, 'voting-began'],
  [coordinator, '2026-10-10T10:00:00Z', undefined, 'voting-began'],
  [coordinator, '2026-09-01T10:00:00Z', draw, 'fixed-already'],
  [somebody('Rafał', 'editor'), '2026-09-01T10:00:00Z', undefined, 'not-yours'],
] as const)('the draw is announced before the vote, once, by a coordinator: %#', (actor, now, before, why) => {
  const verdict = mayCommitDraw(actor, voting, before, new Date(now))
  expect(verdict.ok ? undefined : verdict.why).toBe(why)
})
test('the event comes after the last ballot, and is revealed from its day on, once', () => {
  const says = (event: string, on: string) => {
    const verdict = mayUseEvent(voting, event, on)
    return verdict.ok ? 'yes' : verdict.why
  }
  expect([says('liczby Lotka', '2026-09-21'), says('liczby Lotka', '2026-09-20'), says('Lotek', '2026-09-21')]).toEqual([
    'yes',
    'event-early',
    'event-empty',
  ])
  const reveal = (now: string, state: Draw['state'] = 'committed') => mayRevealDraw(coordinator, { ...draw, state }, new Date(now))
  expect([reveal('2026-09-24T20:00:00Z'), reveal('2026-09-25T05:00:00Z'), reveal('2026-09-26T05:00:00Z', 'revealed')]).toMatchObject([
    { ok: false, why: 'event-ahead' },
    { ok: true },
    { ok: false, why: 'wrong-state' },
  ])
})

let home: TestHouse
beforeAll(async () => {
  home = await openHouse()
  await fillWorld(home.db, home.now, [territoriesSeed, peopleSeed, programmeSeed])
})
afterAll(() => home.close())

const sha256 = (text: string) => createHash('sha256').update(text).digest('hex')
test('announced, then revealed; a person with a calculator of hashes gets the same order', async () => {
  const edition = await loadCurrentEdition(home.ctx())
  const last = edition.phases.filter(({ kind }) => kind === 'voting').at(-1)?.to ?? ''
  const office = home.as(coordinator)
  expect((await home.stranger.get(paths.draw)).html).toContain('jeszcze nie zapowiedziano')
  const early = await office.post(paths.drawCommitment, { wydarzenie: 'Liczby Lotka, rosnąco', dzien: last })
  expect([early.status, early.html.includes('po ostatnim dniu głosowania'), early.html.includes('Liczby Lotka')]).toEqual([422, true, true])
  const event = { wydarzenie: 'Liczby Lotka, rosnąco', dzien: `${last.slice(0, 4)}-12-31` }
  expectDone(await office.post(paths.drawCommitment, event))
  expect((await office.post(paths.drawCommitment, event)).status).toBe(409)
  const kept = await home.db.selectFrom('draws').selectAll().executeTakeFirstOrThrow()
  const { commitment } = kept
  const before = (await home.stranger.get(paths.draw)).html
  expect([before.includes(commitment), before.includes('kolejność przy remisie jest otwarta')]).toEqual([true, true])
  expect((await office.post(paths.drawReveal, { wynik: '1 2 3' })).status).toBe(409)
  home.now = new Date(`${Number(last.slice(0, 4)) + 1}-01-02T10:00:00Z`)
  expectDone(await office.post(paths.drawReveal, { wynik: ' 4  8 15 16 23 42 ' }))
  expect((await office.post(paths.drawReveal, { wynik: '1 2 3' })).status).toBe(409)
  const { secret } = await home.db.selectFrom('draws').select('secret').executeTakeFirstOrThrow()
  expect([sha256(secret ?? ''), Object.values(kept).includes(secret)]).toEqual([commitment, false])
  // nothing that lay in the table before the reveal gives the fingerprint
  expect(Object.values(kept).filter(value => typeof value === 'string' && sha256(value) === commitment)).toEqual([])
  const seed = sha256(`${secret}\n4 8 15 16 23 42`)
  const after = (await home.stranger.get(`${paths.draw}?numery=7,12,31`)).html
  for (const shown of [secret, seed, '4 8 15 16 23 42']) expect(after).toContain(shown)
  const order = ['7', '12', '31'].sort((a, b) => (sha256(`${seed}\n${a}`) < sha256(`${seed}\n${b}`) ? -1 : 1))
  const places = order.map(number => after.indexOf(sha256(`${seed}\n${number}`)))
  expect(places.every((place, i) => place > (places[i - 1] ?? 0))).toBe(true)
})

test('an installation that has lost its secret says so and reveals nothing; with the old one back it reveals', async () => {
  const other = await openHouse()
  try {
    await fillWorld(other.db, other.now, [territoriesSeed, peopleSeed, programmeSeed])
    const edition = await loadCurrentEdition(other.ctx())
    const last = edition.phases.filter(({ kind }) => kind === 'voting').at(-1)?.to ?? ''
    const before = { ...other.ctx(coordinator), now: new Date('2026-03-01T10:00:00Z') }
    expect(await commitDraw(before, { secret: 'y'.repeat(32) }, edition, 'Liczby Lotka, rosnąco', addDays(last, 3))).toEqual({ ok: true })
    other.now = startOfDay(addDays(last, 4))
    for (const visitor of [other.stranger, other.as(coordinator)])
      expect((await visitor.get(paths.draw)).html).toContain('Sekretu tego losowania nie da się odtworzyć')
    const refused = await other.as(coordinator).post(paths.drawReveal, { wynik: '1 2 3' })
    expect([refused.status, refused.html.includes('Sekretu tego losowania nie da się odtworzyć')]).toEqual([409, true])
    expect(await revealDraw(other.ctx(coordinator), { secret: 'y'.repeat(32) }, edition, '1 2 3')).toEqual({ ok: true })
  } finally {
    await other.close()
  }
})
